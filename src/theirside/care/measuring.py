"""Talks and measures to figures.

A measure counts only the talks that bring what it needs: talks of its kinds, both sides known, and
times where it needs them. Where none does, the figure says why instead of guessing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from theirside.care.counting import kinds
from theirside.care.definition import Measure, measures
from theirside.care.figure import Figure, Tally
from theirside.care.gathered import Gathered
from theirside.care.spoken import Earlier, Spoken
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.understand.talk import Talk

Doubt = Callable[[Talk], str]
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

    def add(self, spoken: Spoken) -> None:
        """Count one talk, where it is of a kind in which the measure makes sense."""
        if spoken.talk.conversation.channel not in self.measure.channels:
            return
        tally = self._tally(spoken)
        if tally.lacks:
            self._lacking[tally.lacks] += 1
            return
        self._gathered.add(tally)
        if tally.note:
            self._notes[tally.note] = None
        if self._evidence:
            self._quotes.extend(tally.evidence)
            self._rest.update(dict.fromkeys(tally.rest))

    def _tally(self, spoken: Spoken) -> Tally:
        for need in self.measure.needs:
            lacks = spoken.lacks(need)
            if lacks:
                return Tally(lacks=lacks)
        return self._kind.tally(spoken, self.measure.how)

    def figure(self, unheard: Collection[str] = ()) -> Figure | None:
        """Return the figure; None where no talk was of a kind in which the measure makes sense.

        ``unheard`` are labels that the reader does not hear: what rests on them alone is not 0 but
        unknown.
        """
        if not self._gathered.talks and not self._lacking:
            return None
        estimate = self._kind.estimate(self._gathered, self.measure.how)
        count, of = self._gathered.count, self._gathered.of
        value, interval = estimate.value, estimate.interval
        notes = list(self._notes)
        deaf = self._deaf(unheard)
        if not self._gathered.talks:
            value, notes = None, [self._lacking.most_common(1)[0][0]]
        elif deaf and not count:
            value = None
            notes.append(f"the reader does not hear {', '.join(deaf)} well enough to count")
        elif value is None or of < self.measure.how.least:
            value = None
            notes.append(TOO_LITTLE)
        if self._gathered.talks and self._lacking:
            missing = sum(self._lacking.values())
            notes.append(f"{missing} left out: {self._lacking.most_common(1)[0][0]}")
        low, high = interval if value is not None and interval is not None else (None, None)
        return Figure(
            measure=self.measure.id,
            value=value,
            unit=self.measure.unit,
            count=count,
            of=of,
            low=low,
            high=high,
            evidence=tuple(self._quotes),
            rest=tuple(self._rest.keys() - set(self._quotes)),
            note="; ".join(notes),
            talks=self._gathered.talks,
        )

    def _deaf(self, unheard: Collection[str]) -> list[str]:
        """Return what it counts and the reader does not hear; none where it hears any of it."""
        wanted = self.measure.how.count.labels
        known = {each: _heard(each, unheard) for each in wanted}
        return [] if any(known.values()) else list(known)


def _heard(label: str, unheard: Collection[str]) -> bool:
    """Say whether a label is heard; a group is where one of its labels is."""
    from theirside.reader.label import rules

    inside = [each.id for each in rules() if each.id.startswith(f"{label}.")] or [label]
    return any(each not in unheard for each in inside)


def chosen_measures(only: Sequence[str] = ()) -> list[Measure]:
    """Return all measures, or those of these ids. Raises ``NotFoundError`` for no such one."""
    known = measures()
    for each in only:
        if each not in known:
            raise NotFoundError(f"{each!r}: no such measure; there are {', '.join(known)}")
    return [known[each] for each in only] if only else list(known.values())


def figures(
    talks: Iterable[Talk],
    only: Sequence[str] = (),
    *,
    evidence: bool = True,
    unheard: Collection[str] = (),
    doubt: Doubt | None = None,
) -> list[Figure]:
    """Return what each measure comes to over all these talks together, in the order of a sheet.

    Measures that make no sense for any of the talks are left out. Talks may come one by one; the
    oldest should come first, because later ones tell which promises were kept. ``doubt`` says of a
    talk why its sides are not to be trusted, "" where they are.
    """
    gatherings = [Gathering(each, evidence=evidence) for each in chosen_measures(only)]
    earlier = Earlier()
    for talk in talks:
        spoken = Spoken(talk, earlier, doubt(talk) if doubt is not None else "")
        for gathering in gatherings:
            gathering.add(spoken)
    found = (each.figure(unheard) for each in gatherings)
    return [figure for figure in found if figure is not None]


def by_id(found: Iterable[Figure]) -> Mapping[str, Figure]:
    """Return figures by their measures' ids."""
    return {each.measure: each for each in found}
