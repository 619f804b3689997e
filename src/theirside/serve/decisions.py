"""What people decided on a fit: kept with its reason, due again when they said so.

To have told somebody that we are not for them, and where to turn, is counted as the success that it
is: ``did_right``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from theirside.serve.fit import Decision


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision. ``people`` are the ids of those whom it is about; ``subject`` the name shown.

    ``proposed`` is what the needs pointed to then (None: nothing), so that it can be seen later
    how often people decided otherwise.
    """

    subject: str
    people: tuple[str, ...]
    decision: Decision
    because: str
    pointed_to: str
    look_again: date | None
    proposed: Decision | None
    at: datetime

    @property
    def did_right(self) -> bool:
        """Whether they were told that it is not for them (now), and where to turn instead."""
        return self.decision is not Decision.FIT and bool(self.pointed_to)


def standing(decided: Iterable[Decided]) -> list[Decided]:
    """Return the last decision on each subject, those to look at again first."""
    last: dict[str, Decided] = {}
    for each in sorted(decided, key=lambda one: one.at):
        last[each.subject.casefold()] = each
    return sorted(last.values(), key=lambda one: (one.look_again or date.max, one.subject))


def due(decided: Iterable[Decided], today: date) -> list[Decided]:
    """Return the standing decisions that are to be looked at again by now, the oldest first."""
    return [
        each
        for each in standing(decided)
        if each.look_again is not None and each.look_again <= today
    ]
