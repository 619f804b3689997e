"""Quiet times: what they asked for, and what we gave our word for. Within them nothing is due.

One that names an end lasts until then; one without lasts until their next word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from theirside.serve.comebacks import REST, ComeBack, Kind, number_of
from theirside.serve.when import when_in
from theirside.understand.awaited import is_restraint
from theirside.understand.heard import time_of
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise


def restraints(promises: Iterable[Promise]) -> Iterator[ComeBack]:
    """Yield the quiet times that we gave our word for: "I won't write until you do"."""
    for each in promises:
        if each.by_us and is_restraint(each.text):
            said = each.at.date() if each.at is not None else None
            when = when_in(each.text, said)
            place = each.evidence[0]
            name = number_of(place.conversation, str(place.turn), place.start)
            on, event = (when.on, when.event) if when is not None else (None, "")
            yield ComeBack(
                name,
                Kind.QUIET,
                "We said that we would keep still.",
                each.evidence,
                said,
                on,
                event,
            )


def quiet_until(
    comebacks: Iterable[ComeBack], talks: Sequence[Talk], person: str, today: date
) -> tuple[ComeBack, date | None] | None:
    """Return the quiet time in which a day lies, and its end (None: until they write); else None.

    One without an end ends with their next word.
    """
    found: tuple[ComeBack, date | None] | None = None
    for each in comebacks:
        if each.kind is not Kind.QUIET or each.said is None or each.said > today:
            continue
        if each.on is not None:
            if each.on > today and (found is None or (found[1] or date.max) < each.on):
                found = each, each.on
        elif not _spoke_after(talks, person, each) and today - each.said <= REST:
            return each, None
    return found


def _spoke_after(talks: Sequence[Talk], person: str, quiet: ComeBack) -> bool:
    place = quiet.evidence[-1]
    for talk in talks:
        for number, turn in enumerate(talk.conversation.turns):
            at = time_of(talk.conversation, turn)
            later = (
                number > place.turn
                if talk.id == place.conversation
                else at is not None and quiet.said is not None and at.date() > quiet.said
            )
            if later and talk.spoke(person, number):
                return True
    return False
