"""Talks and measures to figures.

A measure counts only the talks that bring what it needs: talks of its kinds, both sides known, and
times where it needs them. Where none does, the figure says why instead of guessing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import TypeVar

from theirside.care.counting import kinds
from theirside.care.definition import Measure, measures
from theirside.care.figure import Figure, Tally
from theirside.care.gathered import Estimate, Gathered
from theirside.care.spoken import Earlier, Spoken
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.understand.talk import Talk

Doubt = Callable[[Talk], str]
Key = TypeVar("Key", bound=Hashable)
TOO_LITTLE = "too little to say"


class Gathering:
    """The figures of one measure, talk by talk as they come; memory stays small."""

    def __init__(self, measure: Measure, *, evidence: bool = True) -> None:
        self.measure = measure
        self._kind = kinds()[measure.how.kind]
        self._gathered = Gathered()
        self._quotes: list[Quote] = []
        self._rest: dict[Quote, None] = {}
        self._lacking: Counter[str] = Counter()
        self._notes: dict[str, None] = {}
        self._evidence = evidence

    def tally(self, spoken: Spoken) -> Tally | None:
        """Return what a talk holds; None where it is of a kind in which the measure makes none."""
        if spoken.talk.conversation.channel not in self.measure.channels:
            return None
        for need in self.measure.needs:
            lacks = spoken.lacks(need)
            if lacks:
                return Tally(lacks=lacks)
        return self._kind.tally(spoken, self.measure.how)

    def add(self, tally: Tally | None) -> None:
        """Add what a talk holds."""
        if tally is None:
            return
        if tally.lacks:
            self._lacking[tally.lacks] += 1
            return
        self._gathered.add(tally)
        if tally.note:
            self._notes[tally.note] = None
        if self._evidence:
            self._quotes.extend(tally.evidence)
            self._rest.update(dict.fromkeys(tally.rest))

    def figure(self, unheard: Collection[str] = ()) -> Figure | None:
        """Return the figure; None where no talk was of a kind in which the measure makes sense.

        ``unheard`` are labels that the reader does not hear: what rests on them alone is not 0 but
        unknown.
        """
        if not self._gathered.talks and not self._lacking:
            return None
        estimate = self._kind.estimate(self._gathered, self.measure.how)
        why_not = self._why_not(estimate, unheard)
        value, interval = (None, None) if why_not else (estimate.value, estimate.interval)
        low, high = interval or (None, None)
        counted = set(self._quotes)
        return Figure(
            measure=self.measure.id,
            value=value,
            unit=self.measure.unit,
            count=self._gathered.count,
            of=self._gathered.of,
            low=low,
            high=high,
            evidence=tuple(self._quotes),
            rest=tuple(each for each in self._rest if each not in counted),
            note="; ".join([why_not, *self._notes] if why_not else self._notes),
            talks=self._gathered.talks,
            left_out=tuple(self._lacking.most_common()),
        )

    def _why_not(self, estimate: Estimate, unheard: Collection[str]) -> str:
        """Return why there is no value; "" where there is one."""
        if not self._gathered.talks:
            return self._lacking.most_common(1)[0][0]
        deaf = not_heard(self.measure, unheard)
        if deaf and not self._gathered.count:
            return f"the reader does not hear {', '.join(deaf)} well enough to count"
        if estimate.value is None or self._gathered.of < self.measure.how.least:
            return TOO_LITTLE
        return ""


def not_heard(measure: Measure, unheard: Collection[str]) -> list[str]:
    """Return what it counts and the reader does not hear; none where it hears any of it."""
    known = {each: _heard(each, unheard) for each in measure.how.count.labels}
    return [] if any(known.values()) else list(known)


def _heard(label: str, unheard: Collection[str]) -> bool:
    """Say whether a label is heard; a group is where one of its labels is."""
    from theirside.reader.label import rules

    inside = [each.id for each in rules() if each.id.startswith(f"{label}.")] or [label]
    return any(each not in unheard for each in inside)


def chosen_measures(only: Sequence[str] = (), off: Collection[str] = ()) -> list[Measure]:
    """Return all measures, or those of these ids, less those that are switched ``off``.

    Raises ``NotFoundError`` for an id that is no measure's.
    """
    known = measures()
    for each in only:
        if each not in known:
            raise NotFoundError(f"{each!r}: no such measure; there are {', '.join(known)}")
    return [known[each] for each in only or known if each not in off]


def figures(
    talks: Iterable[Talk],
    only: Sequence[str] = (),
    *,
    off: Collection[str] = (),
    evidence: bool = True,
    unheard: Collection[str] = (),
    doubt: Doubt | None = None,
) -> list[Figure]:
    """Return what each measure comes to over all these talks together, in the order of a sheet.

    Measures that make no sense for any of the talks are left out. Talks may come one by one; the
    oldest should come first, because later ones tell which promises were kept. ``doubt`` says of a
    talk why its sides are not to be trusted, "" where they are. Measures that are ``off`` are not
    counted.
    """
    found = figures_by(
        talks, lambda _: ("all",), only, off=off, evidence=evidence, unheard=unheard, doubt=doubt
    )
    return found.get("all", [])


def figures_by(
    talks: Iterable[Talk],
    keys: Callable[[Talk], Iterable[Key]],
    only: Sequence[str] = (),
    *,
    off: Collection[str] = (),
    evidence: bool = False,
    unheard: Collection[str] = (),
    doubt: Doubt | None = None,
) -> dict[Key, list[Figure]]:
    """Return the figures of each group of talks: of a week, a seller, a talk; in one go.

    ``keys`` says to which groups a talk belongs. Groups stand in the order of their first talk.
    """
    chosen, earlier = chosen_measures(only, off), Earlier()
    groups: dict[Key, list[Gathering]] = {}
    for talk in talks:
        spoken = Spoken(talk, earlier, doubt(talk) if doubt is not None else "")
        mine = list(keys(talk))
        for key in mine:
            if key not in groups:
                groups[key] = [Gathering(each, evidence=evidence) for each in chosen]
        for number in range(len(chosen)):
            _count(spoken, [groups[key][number] for key in mine])
    return {
        key: [figure for each in inside if (figure := each.figure(unheard)) is not None]
        for key, inside in groups.items()
    }


def _count(spoken: Spoken, gatherings: Sequence[Gathering]) -> None:
    """Count a talk once for all the groups that it is in."""
    if gatherings:
        tally = gatherings[0].tally(spoken)
        for each in gatherings:
            each.add(tally)
