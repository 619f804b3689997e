"""What was found for the ledger in talks that were looked through, read back without the talks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Coalesce, Substr

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.rows import time_of
from theirside.app.store import explained
from theirside.app.viewing import seen_by
from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.serve.ledger.edition import edition
from theirside.serve.ledger.entry import Column
from theirside.serve.ledger.finding import Place, Telling
from theirside.serve.ledger.referrals import Said
from theirside.serve.ledger.sentence import Found
from theirside.understand.moments import seconds
from theirside.understand.understanding import Person

REFERRAL, THANKS = "referral", "thanks"


@explained
def unlooked_through(talks: Collection[int] | None = None, most: int | None = None) -> list[int]:
    """Return which talks, of these or of all, want looking through for the ledger.

    Those of colleagues, too: what is found is kept for everybody.
    """
    with seen_by(None):
        rows = models.Conversation.objects.exclude(gleaned__by=edition())
        if talks is not None:
            rows = rows.filter(pk__in=talks)
        return list(rows.order_by("-pk").values_list("pk", flat=True)[:most])


@explained
def left_to_look_through() -> int:
    """Return how many talks want looking through for the ledger."""
    with seen_by(None):
        every = models.Conversation.objects.count()
        return every - models.Gleaned.objects.filter(by=edition()).count()


@explained
def referring(
    talks: Collection[int] | None = None, naming: Collection[str] | None = None
) -> list[tuple[int, date | None]]:
    """Return the turns that may tell of a recommendation, by primary key, and days; newest first.

    Those of some talks only, and those that say one of some words besides.
    """
    rows = models.Turn.objects.filter(
        pk__in=models.GleanedPlace.objects.filter(what=REFERRAL).values("turn")
    )
    if talks is not None:
        some = Q(conversation__in=talks)
        for word in naming or ():
            some |= Q(text__icontains=word)
        rows = rows.filter(some)
    when = Coalesce("at", "conversation__started_at")
    found = rows.annotate(when=when).order_by(F("when").desc(nulls_last=True), "-pk")
    return [(pk, at.date() if at else None) for pk, at in found.values_list("pk", "when")]


@explained
def thanking(people: Collection[str]) -> list[int]:
    """Return our turns, by primary key, in which we thank in talks with any of these people."""
    talks = models.TakingPart.objects.filter(person__public__in=people).values("conversation")
    rows = models.GleanedPlace.objects.filter(what=THANKS, turn__conversation__in=talks)
    return list(rows.values_list("turn", flat=True).distinct())


@explained
def said_in(turns: Collection[int], what: str = REFERRAL) -> tuple[list[Said], dict[int, Person]]:
    """Return these turns with the places that were found, and who is in them; the oldest first.

    It takes eight queries at most, however many they are.
    """
    rows = models.Turn.objects.filter(pk__in=turns).select_related("conversation", "speaker")
    ordered = sorted(rows, key=lambda row: (seconds(_when(row)), row.conversation_id, row.place))
    talks = {row.conversation_id for row in ordered}
    places: dict[int, list[tuple[int, int]]] = {}
    found = models.GleanedPlace.objects.filter(turn__in=turns, what=what).order_by("start")
    for turn, start, end in found.values_list("turn_id", "start", "end"):
        places.setdefault(turn, []).append((start, end))
    written, there = _written_to([row.pk for row in ordered]), _there(talks)
    named = models.Turn.objects.filter(conversation__in=talks, speaker__side=Side.OURS)
    ours: dict[int, set[str]] = {}
    for talk, name in named.order_by().values_list("conversation", "speaker__name").distinct():
        ours.setdefault(talk, set()).add(name)
    ids = {row.speaker.person_id for row in ordered}
    concerned = set().union(*there.values()) if there else set()
    who = Q(pk__in=ids - {None}) | Q(public__in=concerned)
    people = persons_of(models.Person.objects.filter(who))
    return [
        Said(
            row.conversation.key,
            row.key,
            row.speaker.side == Side.OURS,
            at.date() if (at := _when(row)) is not None else None,
            people.get(row.speaker.person_id or 0),
            frozenset(written.get(row.pk) or there.get(row.conversation_id, set())),
            frozenset(there.get(row.conversation_id, ())),
            frozenset(ours.get(row.conversation_id, ())),
            row.text,
            tuple(
                Quote(row.conversation.key, row.place, start, end, row.text[start:end])
                for start, end in places.get(row.pk, ())
            ),
        )
        for row in ordered
    ], people


@explained
def turns_at(quotes: Iterable[Quote]) -> dict[tuple[str, int], int]:
    """Return the primary keys of the turns in which these quotes stand, by talk and place."""
    places = {(each.conversation, each.turn) for each in quotes}
    rows = models.Turn.objects.filter(
        conversation__key__in={talk for talk, _ in places}, place__in={n for _, n in places}
    )
    found = rows.values_list("conversation__key", "place", "pk")
    return {(talk, n): pk for talk, n, pk in found if (talk, n) in places}


def _when(row: models.Turn) -> datetime | None:
    begun = row.conversation
    return time_of(row.at, row.offset) or time_of(begun.started_at, begun.started_offset)


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
    turns: list[list[tuple[Any, ...]]] = [
        list(of_turn) for _, of_turn in groupby(found, key=lambda row: row[0])
    ]
    ours = [rows[0] for rows in turns if rows[0][9] == Side.OURS]
    written = _written_to([row[0] for row in ours])
    there = _there({row[3] for row in ours if row[0] not in written})
    return list(_told(turns, written, there))


def _told(
    turns: list[list[tuple[Any, ...]]],
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
