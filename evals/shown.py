"""What a brief states of a person, each statement by its place, so that two runs can be compared.

A statement is one thing that somebody may hold true or false: a facet, a pushback of a kind, a
belief that isn't so, something that they don't know, a promise, a question that nobody answered, a
change. It is told apart by what it says and where (source, conversation, turn, characters, kind),
never by the reader that made it: so a judgement holds for whatever reader says the same again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from theirside.cli.printing import day, mark
from theirside.cli.sheet import SHOWN_PER_FACET
from theirside.evidence import Quote
from theirside.understand.facet import facets
from theirside.understand.pushback import kind_in_words
from theirside.understand.understanding import Observation, Promise, Understanding

OF_ANOTHER = "~"
"""Ends the kind of a statement about somebody else than who speaks ("my boss wants …")."""
PROMISES_SHOWN = SHOWN_PER_FACET * 2


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a brief. ``words`` say it as the brief does, the quote left out.

    ``first`` tells whether it stands on the sheet that is printed without ``--all``.
    """

    source: str
    kind: str
    quote: Quote
    person: str
    words: str
    first: bool

    @property
    def id(self) -> str:
        """Where and what it is: the same whichever reader makes it."""
        at = self.quote
        return f"{self.source}:{at.conversation}:{at.turn}:{at.start}-{at.end}:{self.kind}"


def source_of(identifier: str) -> str:
    """Return the source that a statement's identifier names."""
    return identifier.partition(":")[0]


def kind_of(identifier: str) -> str:
    """Return the kind that a statement's identifier names."""
    return identifier.rpartition(":")[2]


def statements(source: str, understood: Iterable[Understanding]) -> list[Statement]:
    """Return what the briefs of these people state, each statement once.

    A promise of ours to several people stands in the brief of each and is still one promise.
    """
    found: dict[str, Statement] = {}
    for one in understood:
        for each in (*_observations(source, one), *_sections(source, one)):
            known = found.setdefault(each.id, each)
            if each.first and not known.first:
                found[each.id] = each
    return list(found.values())


def _observations(source: str, one: Understanding) -> Iterator[Statement]:
    repaired = {each.observation for each in one.misbeliefs}
    current = [each for each in one.current if each.id not in repaired]
    by_id = {each.id: each for each in current}
    printed: set[Quote] = set()
    for facet, group in groupby(current, key=lambda each: each.facet):
        found = sorted(group, key=lambda each: each.evidence[-1] in printed)  # new words first
        for place, each in enumerate(found):
            first = place < SHOWN_PER_FACET
            quote = each.evidence[-1]
            of_another = OF_ANOTHER if each.said_by or each.holder else ""
            words = f"{facets()[facet].heading}{_told(each)}"
            yield Statement(source, f"{facet}{of_another}", quote, one.person.name, words, first)
            yield from _turns(source, one, each, by_id.values(), first=first)
            if first:
                printed.add(quote)


def _told(each: Observation) -> str:
    words = mark(each)[1]
    return f" ({words})" if words else ""


def _turns(
    source: str,
    one: Understanding,
    each: Observation,
    current: Iterable[Observation],
    *,
    first: bool,
) -> Iterator[Statement]:
    """Yield what stands below an observation: what it replaced, and what speaks against it."""
    name, quote = one.person.name, each.evidence[-1]
    for old in one.observations:
        if old.replaced_by == each.id:
            words = f"{facets()[each.facet].heading}; until then: “{old.statement}”"
            yield Statement(source, "change", quote, name, words, first)
    for other in current:
        if other.id in each.contradicts:
            words = f"{facets()[each.facet].heading}; but also: “{other.statement}”"
            yield Statement(source, "contradiction", quote, name, words, first)


def _sections(source: str, one: Understanding) -> Iterator[Statement]:
    for rows in _groups(one):
        for place, (kind, words, evidence) in enumerate(rows):
            first = place < SHOWN_PER_FACET
            yield Statement(source, kind, evidence[0], one.person.name, words, first)
    newest = sorted(one.promises, key=_newest_first)
    for place, promise in enumerate(newest):
        yield _promise(source, one.person.name, promise, first=place < PROMISES_SHOWN)


def _groups(one: Understanding) -> Iterator[list[tuple[str, str, Sequence[Quote]]]]:
    """Yield kind, words and quotes of each part of a brief that is neither facet nor promise."""
    asked = set(one.unanswered)
    yield [
        ("misbelief", f"They believe what isn't so; fact: {each.fact}", each.evidence)
        for each in one.misbeliefs
    ]
    yield [
        ("hole", "They don't know this yet", each.evidence)
        for each in one.holes
        if asked.isdisjoint(each.evidence)
    ]
    yield [("unanswered", "They asked, and nobody answered", (each,)) for each in one.unanswered]
    yield [
        (
            f"pushback.{each.kind}",
            f"They pushed back: {kind_in_words(each.kind)}",
            each.evidence,
        )
        for each in one.pushback
    ]


def _promise(source: str, name: str, promise: Promise, *, first: bool) -> Statement:
    whose = "ours" if promise.by_us else "theirs"
    due = f", due {day(promise.due)}" if promise.due else ""
    made = f", made on {day(promise.at)}" if promise.due and promise.at else ""
    words = f"A promise, {whose}{due}{made}"
    return Statement(source, f"promise.{whose}", promise.evidence[-1], name, words, first)


def _newest_first(promise: Promise) -> tuple[bool, float]:
    return promise.at is None, -promise.at.timestamp() if promise.at else 0.0
