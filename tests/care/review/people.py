"""People whom drafts are for, as rules' examples tell of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from theirside.care.review import Them
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import quote
from theirside.understand.understanding import Observation, Person, Status, Understanding

TODAY = date(2026, 3, 16)
SAID_AT = datetime(2026, 3, 12, 9, tzinfo=UTC)


def them_who_said(said: Sequence[tuple[str, str]]) -> Them | None:
    """Return a person of whom these facets are known, each said in so many words; None for none."""
    if not said:
        return None
    dana = Speaker("Dana Whitfield", side=Side.THEIRS)
    turns = tuple(Turn(str(n), dana, text, at=SAID_AT) for n, (_, text) in enumerate(said))
    talk = Conversation("talk", Channel.MAIL, turns, "The rounds", SAID_AT)
    observations = tuple(
        Observation(
            id=f"o{number}",
            person="dana",
            facet=facet,
            statement=text,
            evidence=(quote(talk, number, 0, len(text)),),
            status=Status.HEARD,
            probability=0.9,
            first_at=SAID_AT,
            last_at=SAID_AT,
        )
        for number, (facet, text) in enumerate(said)
    )
    understanding = Understanding(
        person=Person("dana", ("Dana Whitfield",)),
        conversations=1,
        first_at=SAID_AT,
        last_at=SAID_AT,
        observations=observations,
        gaps=(),
        questions=(),
    )
    return Them(understanding, (talk,), TODAY)
