"""Measures of a talk as its page shows them: figure, interval, definition, sources, sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from theirside.app.measuring import Measured
from theirside.app.web.counted import counts
from theirside.app.web.showing import turn_link
from theirside.app.web.talking import time_words
from theirside.app.web.worded import capitalised, worded
from theirside.care.definition import Measure, measures
from theirside.care.figure import Figure
from theirside.care.measuring import TOO_LITTLE
from theirside.care.spoken import Spoken
from theirside.care.told import interval, range_line, shown
from theirside.conversation import Conversation, Side
from theirside.evidence import Quote
from theirside.understand.feelings import passed_over_in
from theirside.understand.talk import Talk

WIDTH = 200
"""Units of a figure's own strip, from nothing to the end of its scale."""
ROOM = 1.15
PARTS = 10
"""Rows of the table behind the strip, each as many words of the talk."""
SHOWN = 25
"""Sentences shown of a figure; the talk itself has the others."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence that was counted, or looked at and not counted, with its place in the talk."""

    text: str
    who: str
    ours: bool
    link: str


@dataclass(frozen=True, slots=True)
class Dot:
    """Where the value, its interval and the published range lie on a strip of ``WIDTH``."""

    at: float
    low: float | None
    high: float | None
    width: float
    from_: float | None
    to: float | None
    range_width: float


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """One figure. ``value`` is "" where there is too little to say; ``note`` says why."""

    id: str
    name: str
    value: str
    between: str
    counted: str
    note: str
    little: bool
    dot: Dot | None
    definition: str
    formula: str
    why: str
    sources: tuple[str, ...]
    evidence: tuple[Words, ...]
    rest: tuple[Words, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that belong together, under their heading."""

    heading: str
    figures: tuple[ShownFigure, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A tenth of a talk: words of each side, questions, feelings passed over."""

    link: str
    words: str
    theirs: int
    ours: int
    questions: int
    passed: int


def groups(it: Measured) -> tuple[Group, ...]:
    """Return the figures by their groups, in the order of the sheet."""
    talk = it.talk.conversation
    return tuple(
        Group(capitalised(name), tuple(_figure(each, talk) for each in found))
        for name, found in groupby(it.figures, key=lambda each: measures()[each.measure].group)
    )


def names(ids: Sequence[str]) -> tuple[str, ...]:
    """Return the measures' names."""
    return tuple(worded(measures()[each].name) for each in ids)


def _figure(it: Figure, talk: Conversation) -> ShownFigure:
    measure = measures()[it.measure]
    notes = [part for part in it.note.split("; ") if part and part != TOO_LITTLE]
    return ShownFigure(
        id=it.measure,
        name=worded(measure.name),
        value=value_of(it),
        between=interval(it) if it.value is not None else "",
        counted=counts(it) if not it.left_out or it.talks else "",
        note="; ".join(notes),
        little=TOO_LITTLE in it.note,
        dot=_dot(it, measure),
        definition=worded(measure.definition),
        formula=worded(measure.formula),
        why=worded(measure.why),
        sources=tuple(range_line(each) for each in measure.ranges) or (measure.source,),
        evidence=words(it.evidence[:SHOWN], talk),
        rest=words(it.rest[:SHOWN], talk),
        more=max(0, len(it.evidence) - SHOWN) + max(0, len(it.rest) - SHOWN),
    )


def value_of(it: Figure) -> str:
    """Return a figure's value with its unit; empty where there is too little to say."""
    if it.value is None:
        return ""
    told = shown(it.value, it.unit)
    return _("%(n)s words") % {"n": told} if it.unit == "words" else told


def words(found: Sequence[Quote], talk: Conversation) -> tuple[Words, ...]:
    """Return quotes as a page shows them, each with its link into the talk."""
    shown_words = []
    for each in found:
        turn = talk.turns[each.turn]
        ours = turn.speaker.side is Side.OURS
        who = ", ".join(filter(None, (turn.speaker.label, time_words(turn))))
        link = turn_link(each.conversation, each.turn)
        shown_words.append(Words(" ".join(each.text.split()), who, ours, link))
    return tuple(shown_words)


def _dot(it: Figure, measure: Measure) -> Dot | None:
    """Return where a figure lies: shares from 0 to 1, others from 0 to a little beyond the most.

    None where it has neither an interval nor a published range to be seen against.
    """
    known = [(each.low, each.high) for each in measure.ranges]
    low, high = next((each for each in known if None not in each), (None, None))
    if it.value is None or (it.low is None and low is None):
        return None
    ends = [each for each in (it.value, it.low, it.high, low, high) if each is not None]
    top = 1.0 if it.unit == "share" else max(ends) * ROOM or 1.0

    def at(value: float | None) -> float | None:
        return None if value is None else round(max(0.0, min(1.0, value / top)) * WIDTH, 1)

    ends_at = (at(it.low), at(it.high), at(low), at(high))
    value = at(it.value)
    return Dot(
        value if value is not None else 0.0,
        ends_at[0],
        ends_at[1],
        _between(ends_at[0], ends_at[1]),
        ends_at[2],
        ends_at[3],
        _between(ends_at[2], ends_at[3]),
    )


def _between(low: float | None, high: float | None) -> float:
    return round(high - low, 1) if low is not None and high is not None else 0.0


def parts(talk: Talk) -> tuple[Part, ...]:
    """Return a talk in tenths of its words: the table behind the strip of who spoke when."""
    laid = Spoken(talk)
    missed = {(each.turn, each.start) for each in passed_over_in(talk)}
    total = max(1, sum(each.words for each in laid.sentences))
    rows: list[dict[str, int]] = [dict.fromkeys(("turn", "theirs", "ours", "asked", "missed"), 0)
                                  for _ in range(PARTS)]  # fmt: skip
    begun, said = set[int](), 0
    for each in laid.sentences:
        number = min(PARTS - 1, said * PARTS // total)
        row = rows[number]
        if number not in begun:
            row["turn"] = each.turn
            begun.add(number)
        if each.side is not Side.UNKNOWN:
            row["theirs" if each.side is Side.THEIRS else "ours"] += each.words
        row["asked"] += "question" in each.labels
        row["missed"] += (each.turn, each.start) in missed
        said += each.words
    return tuple(
        Part(
            turn_link(talk.id, row["turn"]),
            _("from turn %(n)s") % {"n": row["turn"]},
            row["theirs"],
            row["ours"],
            row["asked"],
            row["missed"],
        )
        for number, row in enumerate(rows)
        if number in begun
    )
