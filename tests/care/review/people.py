"""People whom drafts are for, as rules' examples tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from theirside.care.review import Them
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Quote, quote
from theirside.serve.ledger.entry import Column, Entry
from theirside.understand.understanding import (
    Misbelief,
    Observation,
    Person,
    Promise,
    Status,
    Understanding,
)

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
TODAY = date(2026, 3, 16)
SAID_AT = datetime(2026, 3, 12, 9, tzinfo=UTC)
DANA = Speaker("Dana Whitfield", side=Side.THEIRS)
NORA = Speaker("Nora Tveit", side=Side.OURS)


@dataclass
class Said:
    """A talk in the making, a turn for each thing that was said."""

    turns: list[Turn] = field(default_factory=list)
    at: datetime = SAID_AT

    def turn(self, speaker: Speaker, text: str) -> Quote:
        """Add a turn and return all of it as a quote."""
        number = len(self.turns)
        self.turns.append(Turn(str(number), speaker, text, self.at + timedelta(minutes=number)))
        return quote(self.talk, number, 0, len(text))

    @property
    def talk(self) -> Conversation:
        """The talk as it is so far."""
        return Conversation("talk", Channel.MAIL, tuple(self.turns), "The rounds", self.at)


def observed(number: int, facet: str, evidence: Quote, at: datetime | None = None) -> Observation:
    """Return an observation in the words of its only quote."""
    at = at or SAID_AT
    return Observation(
        id=f"o{number}",
        person="dana",
        facet=facet,
        statement=evidence.text,
        evidence=(evidence,),
        status=Status.HEARD,
        probability=0.9,
        first_at=at,
        last_at=at,
    )


def them_who_said(
    pairs: Sequence[tuple[str, str]],
    *,
    then_we: Iterable[str] = (),
    at: datetime = SAID_AT,
    today: date = TODAY,
) -> Them | None:
    """Return a person of whom this is known (see ``Example.they``); None where nothing is.

    ``then_we`` is what we said after all of it; ``at`` is when the talk was.
    """
    if not pairs:
        return None
    said = Said(at=at)
    observations: list[Observation] = []
    promises: list[Promise] = []
    misbeliefs: list[Misbelief] = []
    unanswered: list[Quote] = []
    ledger: list[Entry] = []
    following = dict(zip(pairs, [*(value for _, value in pairs[1:]), ""], strict=True))
    for number, (kind, text) in enumerate(pairs):
        if kind == "promise":
            due = date.fromisoformat(following[kind, text])
            promises.append(Promise(text, True, due, (said.turn(NORA, text),), at))
        elif kind == "misbelief":
            misbeliefs.append(
                Misbelief(f"o{number}", following[kind, text], (said.turn(DANA, text),))
            )
        elif kind in {"asked", "gave"}:
            on = following[kind, text]
            entry = Entry(
                id=f"e{number}",
                person="dana",
                column=Column.ASK if kind == "asked" else Column.GIFT,
                kind="help",
                by_us=True,
                text=text,
                on=date.fromisoformat(on) if _DATE.fullmatch(on) else at.date(),
                evidence=(said.turn(NORA, text),),
            )
            ledger.append(entry)
        elif kind == "question":
            unanswered.append(said.turn(DANA, text))
        elif kind not in {"due", "fact", "on"}:
            observations.append(observed(number, kind, said.turn(DANA, text), at))
    for text in then_we:
        said.turn(NORA, text)
    understanding = Understanding(
        person=Person("dana", ("Dana Whitfield",)),
        conversations=1,
        first_at=at,
        last_at=at,
        observations=tuple(observations),
        gaps=(),
        questions=(),
        misbeliefs=tuple(misbeliefs),
        promises=tuple(promises),
        unanswered=tuple(unanswered),
    )
    return Them(understanding, (said.talk,), today, ledger)
