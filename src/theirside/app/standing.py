"""How the promises between a stored person and us stand today, worked out from what is stored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from theirside.app import queries
from theirside.serve.due import With, judged_with
from theirside.understand.standing import Judged, rests
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise, Understanding


@dataclass(frozen=True, slots=True)
class Stands:
    """A promise; ``judged`` is None of what leaves nothing to wait for ("only if you like").

    ``waits`` says that it is still to be kept, and not so old that nobody brings it up any more.
    """

    promise: Promise
    judged: Judged | None
    waits: bool


def promises_of(it: Understanding, inputs: queries.Inputs, today: date) -> list[Stands]:
    """Return all promises between a person and us as they stand on a day, in the order given."""
    talks = [
        Talk.of(each, inputs.annotations.get(each.id, ()), inputs.people)
        for each in inputs.conversations
    ]
    days, marks = queries.days(), queries.hand_marks(it.person)
    found = judged_with(With(it.person, talks, it.promises, (), marks, (), days), today)
    by_promise = {each.promise: each for each in found}
    made = []
    for promise in it.promises:
        judged = by_promise.get(promise)
        waits = judged is not None and judged.is_unmet and not rests(judged, today, days)
        made.append(Stands(promise, judged, waits))
    return made
