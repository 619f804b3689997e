"""The page before a talk, worked out from what is stored, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time

from theirside.app import queries, services
from theirside.app.knowing import Known
from theirside.purpose.preparing import prepare
from theirside.purpose.wants import Preparation
from theirside.serve.ledger.balance import Standing, standing
from theirside.serve.ledger.finding import entries_in
from theirside.understand.understanding import Person


def wants_written_down(person: Person, day: date) -> tuple[str, ...]:
    """Return what we wrote down that we want from a talk with a person on a day."""
    kept = {each.day: each.ours for each in queries.preparations_of(person)}
    return kept.get(day, ())


def prepared(
    person: Person,
    day: date,
    ours: Sequence[str],
    *,
    only_before: bool = False,
    keeping: bool = True,
) -> tuple[Preparation, Known]:
    """Return the page before a talk with a person on ``day``; keep its wants and questions.

    ``ours`` are our wants. With ``only_before`` nothing that was said on that day or later counts.
    Without ``keeping`` it is only looked at.
    Raises ``NotFoundError`` where the person is gone, ``SettingsError`` when ``offer.yaml`` is
    there and not as it should be.
    """
    known = Known.of(person)
    if only_before:
        known = known.before(datetime.combine(day, time.min))
    made = prepare(known.understanding(), known.talks, day=day, ours=ours, offer=known.offer)
    made = replace(made, standing=_standing(known, day))
    if keeping:
        services.keep_preparation(made)
    return made, known


def _standing(known: Known, day: date) -> Standing:
    """Return how gifts and asks stood before the talk."""
    person = known.inputs.person
    found = entries_in(known.talks, person.id, known.inputs.people, queries.ledger_marks(person))
    typed = queries.ledger_typed(person)
    return standing([*found, *(each for each in typed if each.on is None or each.on <= day)])
