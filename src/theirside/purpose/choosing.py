"""Which task is for today: one that the own talks call for, rested, and not always the same point.

Everything is worked out from the deck, what the talks show and what was practised before: the same
input gives the same task. A task that was done comes back after longer and longer whiles, so that
it is met again when it begins to fade (expanding intervals: Landauer and Bjork, 1978; the boxes of
Leitner, 1972); one that was put aside rests longer still. Two days of three go to what the talks
call for; the third goes to the point that has waited longest, because much of the practice never
shows in a talk.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from hashlib import blake2b

from theirside.purpose.deck import Task
from theirside.purpose.signs import Shown

AFTER_DONE = (14, 30, 60, 120)
"""Days that a task rests after it was done once, twice, three times, and from then on."""
AFTER_SKIPPED = (30, 60, 120)
"""Days that it rests after it was put aside once, twice, and from then on."""
AFTER_OPEN = 7
"""Days that it rests when its day went by and nothing was said of it."""
APART = 2
"""Tasks after which a point of the practice may be the main one again."""
CALLED_IN_A_ROW = 2
"""Tasks called for by a sign, after which one comes for the sake of variety."""
RECENTLY = timedelta(days=14)
"""For so long a sign that had a task pulls less; and it has no more tasks than talks show it."""


class Outcome(StrEnum):
    """What became of a day's task."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Practised:
    """A task on a day. ``sign`` is what called for it ("": nothing did), in ``talks`` of ``of``.

    ``note`` is what they wrote down afterwards.
    """

    day: date
    task: str
    outcome: Outcome = Outcome.OPEN
    sign: str = ""
    talks: int = 0
    of: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The task, and the sign that called for it, if one did."""

    task: Task
    because: Shown | None


def choose(
    deck: Mapping[str, Task],
    shown: Mapping[str, Shown],
    log: Sequence[Practised],
    day: date,
    seller: str = "",
) -> Chosen:
    """Return the task for a day. ``log`` is what the seller practised before, the earliest first.

    The deck must not be empty. Of equals a fixed order decides that differs from seller to seller.
    """
    tasks = list(deck.values())
    rested = [each for each in tasks if back_on(each.id, log) <= day]
    if not rested:
        soonest = min(tasks, key=lambda each: (back_on(each.id, log), _lot(seller, each)))
        return Chosen(soonest, None)
    lately = {deck[each.task].point for each in log[-APART:] if each.task in deck}
    fresh = [each for each in rested if each.point not in lately] or rested
    calling = {key: each for key, each in shown.items() if _lately(each, log, day) < each.talks}
    called = [each for each in fresh if not calling.keys().isdisjoint(each.calls)]
    if called and not _is_for_variety(log):
        best = min(
            called,
            key=lambda one: (-_pull(one, calling, log, day), _times(one, log), _lot(seller, one)),
        )
        return Chosen(best, _strongest(best, calling, log, day))
    waited = min(
        fresh, key=lambda each: (_last(each, deck, log), _times(each, log), _lot(seller, each))
    )
    return Chosen(waited, None)


def back_on(task: str, log: Sequence[Practised]) -> date:
    """Return the day from which a task may come again; ``date.min`` if it was never given."""
    given = [each for each in log if each.task == task]
    if not given:
        return date.min
    last = given[-1]
    if last.outcome is Outcome.OPEN:
        return last.day + timedelta(days=AFTER_OPEN)
    steps = AFTER_DONE if last.outcome is Outcome.DONE else AFTER_SKIPPED
    times = sum(each.outcome is last.outcome for each in given)
    return last.day + timedelta(days=steps[min(times, len(steps)) - 1])


def _is_for_variety(log: Sequence[Practised]) -> bool:
    lately = log[-CALLED_IN_A_ROW:]
    return len(lately) == CALLED_IN_A_ROW and all(each.sign for each in lately)


def _strength(task: Task, sign: Shown, log: Sequence[Practised], day: date) -> float:
    """Return in what share of the talks a sign shows; less where it had tasks lately.

    A sign that stands second or third with a task calls for it half or a third as much.
    """
    place = task.calls.index(sign.sign.id)
    return sign.talks / sign.of / (1 + _lately(sign, log, day)) / (1 + place)


def _lately(sign: Shown, log: Sequence[Practised], day: date) -> int:
    """Return how many tasks a sign had lately."""
    return sum(each.sign == sign.sign.id and day - each.day <= RECENTLY for each in log)


def _strongest(
    task: Task, shown: Mapping[str, Shown], log: Sequence[Practised], day: date
) -> Shown:
    calling = [shown[each] for each in task.calls if each in shown]
    return max(calling, key=lambda each: _strength(task, each, log, day))


def _pull(task: Task, shown: Mapping[str, Shown], log: Sequence[Practised], day: date) -> float:
    return _strength(task, _strongest(task, shown, log, day), log, day)


def _last(task: Task, deck: Mapping[str, Task], log: Sequence[Practised]) -> date:
    """Return the day on which the task's main point last had a task; ``date.min``: never."""
    days = (each.day for each in log if each.task in deck and deck[each.task].point == task.point)
    return max(days, default=date.min)


def _times(task: Task, log: Sequence[Practised]) -> int:
    return sum(each.task == task.id for each in log)


def _lot(seller: str, task: Task) -> bytes:
    """Return what decides among equals: without meaning, and always the same."""
    return blake2b(f"{seller}\n{task.id}".encode(), digest_size=8).digest()
