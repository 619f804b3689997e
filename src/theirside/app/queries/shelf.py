"""The shelf read back, what was given from it, and what never is to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from theirside.app import models
from theirside.app.queries.people import plain
from theirside.app.store import explained
from theirside.errors import AmbiguousError, NotFoundError
from theirside.evidence import Quote
from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.serve.in_mind.given import Answer, Answered
from theirside.understand.understanding import Person

FEWEST = 4
"""So many characters of an id tell a thing."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A thing on the shelf, when it was added, and to how many people it was given.

    ``anyway`` says that it was added although something is sold in it.
    """

    thing: Thing
    added_at: datetime
    anyway: bool
    given: int


@explained
def shelf() -> list[Shelved]:
    """Return everything on the shelf, what was added last first."""
    given: dict[str, int] = {}
    answers = models.ShelfAnswer.objects.filter(answer=Answer.GIVEN)
    for thing in answers.values_list("thing", flat=True):
        given[thing] = given.get(thing, 0) + 1
    rows = models.ShelfThing.objects.order_by("-added_at", "-pk")
    return [Shelved(thing_of(row), row.added_at, row.anyway, given.get(row.key, 0)) for row in rows]


def thing_of(row: models.ShelfThing) -> Thing:
    """Return a stored thing."""
    return Thing(
        row.key, ThingKind(row.kind), row.title, row.text, row.url, tuple(row.tags), row.source
    )


@explained
def find_thing(text: str) -> Thing:
    """Return the thing whose id begins with ``text``, or with that title, or part of it.

    Raises ``NotFoundError`` or ``AmbiguousError``.
    """
    wanted = plain(text)
    everything = [thing_of(row) for row in models.ShelfThing.objects.order_by("pk")]
    by_id = [each for each in everything if len(wanted) >= FEWEST and each.id.startswith(wanted)]
    titled = [each for each in everything if plain(each.title) == wanted]
    part = [each for each in everything if wanted and wanted in plain(each.title)]
    for found in (by_id, titled, part):
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(text, [f"{each.title} [{each.id}]" for each in found])
    raise NotFoundError(
        f"{text!r}: no such thing on the shelf; `theirside shelf list` has all, with their numbers"
    )


@explained
def shelf_answers(person: Person | None = None) -> list[Answered]:
    """Return what was given and what never is to be, the earliest first: to all or to one.

    Everybody on a team is told what was given, so that nobody gets it twice; the words that were
    the reason only whoever sees the talk that they stand in.
    """
    rows = models.ShelfAnswer.objects.select_related("person", "turn__conversation")
    if person is not None:
        rows = rows.filter(person__public=person.id)
    seen = set(models.Turn.objects.filter(given_for__in=rows).values_list("pk", flat=True))
    return [
        Answered(
            person=row.person.public,
            thing=row.thing,
            title=row.title,
            kind=ThingKind(row.kind),
            answer=Answer(row.answer),
            at=row.at,
            facet=row.facet,
            evidence=tuple(_quotes(row)) if row.turn_id in seen else (),
        )
        for row in rows.order_by("at", "pk")
    ]


def _quotes(row: models.ShelfAnswer) -> list[Quote]:
    turn = row.turn
    if turn is None:
        return []
    words = turn.text[row.start : row.end]
    return [Quote(turn.conversation.key, turn.place, row.start, row.end, words)] if words else []
