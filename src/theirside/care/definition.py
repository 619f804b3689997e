"""What a measure is, and how its data file is read.

A measure is one file, ``measures/<name>.yaml``: what it says in plain words, how it is worked out,
why it matters from the customer's side, who published which figures for it and how good that
evidence is, and examples: small talks with the value that a person worked out by hand. Whoever
knows customers can edit one without touching code; the few kinds in which things are counted are
``theirside.care.counting``.

``how`` says what is counted. ``count`` and ``of`` choose things of the talk: a ``unit`` (sentences,
words, seconds, turns) of a ``side`` (ours, theirs, both), of sentences only those with one of these
``labels``, none of ``without``, with a word of the list ``says`` and none of the list ``unsaid``
(``word_lists.yaml``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from theirside.conversation import Channel
from theirside.datafile import files_in, filled, made, texts

FOLDER = Path(__file__).parent / "measures"
UNITS = ("sentences", "words", "seconds", "turns")
SIDES = ("ours", "theirs", "both")
NEEDS = ("ours", "sides", "starts", "times", "gaps", "dates")
"""Our words known as ours; both sides known; when turns begin; when they end too; ends that are
measured rather than made up; days."""
GOOD = ("guideline", "research", "computed", "vendor")
"""How good the evidence for a range is: a field's guideline, published research, figures computed
from open data, or what a vendor says of its customers' talks without data that one could check."""


@dataclass(frozen=True, slots=True)
class Selector:
    """Which things of a talk are meant; see the module's docstring."""

    unit: str = "sentences"
    side: str = "both"
    labels: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    says: str = ""
    unsaid: str = ""


@dataclass(frozen=True, slots=True)
class How:
    """What is counted, by which ``kind`` of ``theirside.care.counting``.

    ``count`` of ``of``; ``reply`` and ``before`` are labels that a reply must hold, and that must
    not come first; ``what`` is a kind's own choice of what it looks at, ``per`` of what a rate is a
    rate. Fewer than ``least`` things (or ``of``, in the rate's unit) are too little to say.
    """

    kind: str
    count: Selector = Selector()
    of: Selector = Selector()
    reply: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    what: str = ""
    per: str = ""
    least: float = 5.0

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that it rests on, or the groups of labels."""
        chosen = (self.count.labels, self.count.without, self.of.labels, self.of.without)
        return tuple(dict.fromkeys([*(x for each in chosen for x in each), *self.reply]))


@dataclass(frozen=True, slots=True)
class Range:
    """What somebody published of this measure: ``says`` it, ``who``, and how good that is.

    ``low`` and ``high`` are in the measure's unit; either may be None where it is open.
    """

    says: str
    who: str
    good: str
    evidence: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One turn of an example: who says what, when, and which labels its sentences have.

    ``start`` and ``end`` are seconds since the talk began, ``at`` a day and time, ``due`` the day
    that a promise in it names.
    """

    side: str
    text: str
    start: float | None = None
    end: float | None = None
    at: str = ""
    due: date | None = None
    labels: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A small talk and what a person worked out for it; ``value`` None: it can't be said."""

    talk: tuple[Line, ...]
    value: float | None
    count: float
    of: float
    channel: Channel = Channel.CALL
    shows: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A counted behaviour, as people read it and as code counts it.

    ``unit`` is that of its value (``share`` is 0..1). ``channels`` are the kinds of talk in which
    it makes sense, ``needs`` what a talk must bring for it. ``group`` and ``order`` place it on a
    sheet; ``things`` are what is counted, or counted out of ("words", "questions").
    """

    id: str
    name: str
    definition: str
    formula: str
    unit: str
    things: str
    why: str
    source: str
    practice: tuple[str, ...]
    group: str
    order: int
    channels: tuple[Channel, ...]
    needs: tuple[str, ...]
    how: How
    ranges: tuple[Range, ...]
    examples: tuple[Example, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that it rests on, or the groups of labels; none where it only counts words."""
        from theirside.care import counting

        return tuple(dict.fromkeys((*self.how.labels, *counting.labels_of(self.how))))


@cache
def measures() -> Mapping[str, Measure]:
    """Return every measure by id, in the order of a sheet.

    Raises ``SettingsError`` for a data file that is not as it should be.
    """
    found = [read_file(path) for path in files_in(FOLDER)]
    return {each.id: each for each in sorted(found, key=lambda each: (each.order, each.id))}


def read_file(path: Path) -> Measure:
    """Return the measure of one data file. Raises ``SettingsError``."""
    return made(path, _measure)


def _measure(content: Mapping[str, Any]) -> Measure:
    return filled(
        Measure,
        content,
        needs=tuple(one_of(each, NEEDS) for each in texts(content, "needs")),
        how=_how(content["how"]),
        ranges=tuple(_range(each) for each in content.get("ranges", ())),
        examples=tuple(_example(each) for each in content["examples"]),
    )


def one_of(value: str, known: tuple[str, ...]) -> str:
    """Return a value that is one of the known. Raises ``ValueError``."""
    if value not in known:
        raise ValueError(f"{value!r}, which is none of {', '.join(known)}")
    return value


def _how(content: Mapping[str, Any]) -> How:
    count, of = (selector(content.get(name, {})) for name in ("count", "of"))
    return filled(How, content, count=count, of=of)


def selector(content: Mapping[str, Any]) -> Selector:
    """Return a selector as a data file gives it."""
    found = filled(Selector, content)
    one_of(found.unit, UNITS)
    one_of(found.side, SIDES)
    return found


def _range(content: Mapping[str, Any]) -> Range:
    found = filled(Range, content)
    one_of(found.good, GOOD)
    return found


def _example(content: Mapping[str, Any]) -> Example:
    return filled(Example, content, talk=tuple(line(each) for each in content["talk"]))


def line(content: Mapping[str, Any]) -> Line:
    """Return a turn of an example as a data file gives it."""
    side = next((each for each in ("ours", "theirs", "unknown") if each in content), None)
    if side is None:
        raise ValueError(f"a line is ours, theirs or unknown; {content!r} is none")
    labels = tuple((text, tuple(each)) for text, each in content.get("labels", {}).items())
    return filled(Line, content, beside=(side,), side=side, text=content[side], labels=labels)
