"""Rehearsals read back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.store import explained
from theirside.errors import AmbiguousError, NotFoundError
from theirside.evidence import Quote
from theirside.purpose.chairs.selling import Played, SellerState
from theirside.purpose.chairs.session import Chair, Exchange, Rehearsal
from theirside.purpose.chairs.state import Heard, Line, State
from theirside.understand.understanding import Person

WORDS = "{words}"
"""What stands in a kept line for words that are read from their turn."""


@explained
def rehearsals(person: Person | None = None, *, whole: bool = False) -> list[Rehearsal]:
    """Return the rehearsals that are kept, the newest first: of everybody, or of one person.

    Their exchanges are left out unless the ``whole`` of them is wanted.
    """
    rows = models.Rehearsal.objects.order_by("-at", "-pk")
    if person is not None:
        rows = rows.filter(person__public=person.id)
    return _made(list(rows), whole=whole)


@explained
def rehearsal(code: str) -> Rehearsal:
    """Return the rehearsal whose code begins so. Raises ``NotFoundError`` or ``AmbiguousError``."""
    [found] = _made([row_of_rehearsal(code)], whole=True)
    return found


def row_of_rehearsal(code: str) -> models.Rehearsal:
    """Return the row of a code or its beginning. Raises ``NotFoundError`` or ``AmbiguousError``."""
    wanted = code.strip().casefold()
    found = list(models.Rehearsal.objects.filter(code__startswith=wanted)) if wanted else []
    if not found:
        raise NotFoundError(f"No rehearsal {code!r}; `theirside rehearse --list` lists them")
    if len(found) > 1:
        raise AmbiguousError(code, [each.code for each in found])
    return found[0]


def _made(rows: list[models.Rehearsal], *, whole: bool) -> list[Rehearsal]:
    people = persons_of(models.Person.objects.filter(pk__in={each.person_id for each in rows}))
    exchanges = _exchanges(rows) if whole else {}
    return [
        Rehearsal(
            code=row.code,
            person=people[row.person_id],
            chair=Chair(row.chair),
            seed=row.seed,
            seller=row.seller,
            state=_state(row.state),
            exchanges=tuple(exchanges.get(row.pk, ())),
            selling=_selling(row.selling) if row.selling is not None else None,
            end=row.end,
            begun=row.begun,
            at=row.at,
        )
        for row in rows
    ]


def _exchanges(rows: Iterable[models.Rehearsal]) -> dict[int, list[Exchange]]:
    lines: dict[int, list[Line]] = {}
    inside = models.RehearsalLine.objects.filter(exchange__rehearsal__in=rows)
    for each in inside.select_related("turn__conversation").order_by("pk"):
        lines.setdefault(each.exchange_id, []).append(_line(each))
    found: dict[int, list[Exchange]] = {}
    for row in models.RehearsalExchange.objects.filter(rehearsal__in=rows).order_by("place"):
        found.setdefault(row.rehearsal_id, []).append(
            Exchange(
                row.reply,
                tuple(lines.get(row.pk, ())),
                tuple(Heard(*each) for each in row.heard),
                row.trust,
                row.patience,
                (row.trust_at, row.patience_at),
                row.move,
                tuple(Played(*each) for each in row.played),
            )
        )
    return found


def _line(row: models.RehearsalLine) -> Line:
    turn, quote, text = row.turn, None, row.text
    if turn is not None:
        words = turn.text[row.start : row.end]
        quote = Quote(turn.conversation.key, turn.place, row.start, row.end, words)
        text = text.replace(WORDS, words)
    return Line(text, row.item, row.phrase, quote, row.outside, row.ask)


def _state(kept: dict[str, Any]) -> State:
    several = ("told", "pushed", "asked", "said")
    return State(**{**kept, **{key: tuple(kept[key]) for key in several}})


def _selling(kept: dict[str, Any]) -> SellerState:
    habits = {key: tuple(each) for key, each in kept["habits"].items()}
    several = {key: tuple(kept[key]) for key in ("used", "left_out")}
    return SellerState(**{**kept, **several, "habits": habits})
