"""What was found for the ledger in talks that were looked through, read back without the talks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby

from django.db.models import F
from django.db.models.functions import Substr

from theirside.app import models
from theirside.app.rows import time_of
from theirside.app.store import explained
from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.serve.ledger.edition import edition
from theirside.serve.ledger.entry import Column
from theirside.serve.ledger.finding import Place, Telling
from theirside.serve.ledger.sentence import Found

REFERRAL = "referral"
_AT_ONCE = 5000


@explained
def unlooked_through(talks: Collection[int] | None = None, most: int | None = None) -> list[int]:
    """Return which talks, of these or of all, want looking through for the ledger."""
    rows = models.Conversation.objects.exclude(gleaned__by=edition())
    if talks is not None:
        rows = rows.filter(pk__in=talks)
    return list(rows.order_by("-pk").values_list("pk", flat=True)[:most])


@explained
def tellings(talks: Collection[int] | None = None) -> list[Telling]:
    """Return the turns of these talks, or of all, that give or ask; three queries at most."""
    rows = models.GleanedPlace.objects.filter(what__in=list(Column))
    if talks is not None:
        rows = rows.filter(turn__conversation__in=talks)
    words = Substr("turn__text", F("start") + 1, F("end") - F("start"))
    found = rows.order_by("turn__conversation", "turn__place", "turn", "pk").values_list(
        "turn",
        "turn__key",
        "turn__place",
        "turn__conversation",
        "turn__conversation__key",
        "turn__at",
        "turn__offset",
        "turn__conversation__started_at",
        "turn__conversation__started_offset",
        "turn__speaker__side",
        "turn__speaker__person__public",
        "start",
        "end",
        "what",
        "kind",
        "offered",
        words,
    )
    turns = [list(of_turn) for _, of_turn in groupby(found, key=lambda row: row[0])]
    ours = [rows[0] for rows in turns if rows[0][9] == Side.OURS]
    written = _written_to([row[0] for row in ours])
    there = _there({row[3] for row in ours if row[0] not in written})
    return list(_told(turns, written, there))


def _told(
    turns: list[list[tuple[object, ...]]],
    written: dict[int, set[str]],
    there: dict[int, set[str]],
) -> Iterator[Telling]:
    for rows in turns:
        pk, key, place, talk, talk_key, at, offset, begun, begun_offset, side, person, *_ = rows[0]
        said = time_of(at, offset) or time_of(begun, begun_offset)
        if side == Side.OURS:
            concerned = written.get(pk) or there.get(talk, set())
        else:
            concerned = {person} if person else set()
        if concerned:
            yield Telling(
                talk_key,
                key,
                side == Side.OURS,
                said.date() if said is not None else None,
                frozenset(concerned),
                tuple(
                    Place(
                        Found(Column(what), kind, offered), Quote(talk_key, place, start, end, text)
                    )
                    for *_, start, end, what, kind, offered, text in rows
                ),
            )


def _written_to(turns: Collection[int]) -> dict[int, set[str]]:
    rows = models.Recipient.objects.filter(turn__in=turns, speaker__person__isnull=False)
    found: dict[int, set[str]] = {}
    for turn, person in rows.values_list("turn", "speaker__person__public"):
        found.setdefault(turn, set()).add(str(person))
    return found


def _there(talks: Collection[int]) -> dict[int, set[str]]:
    rows = models.TakingPart.objects.filter(conversation__in=talks)
    found: dict[int, set[str]] = {}
    for talk, person in rows.values_list("conversation", "person__public"):
        found.setdefault(talk, set()).add(person)
    return found
