"""One talk laid out for counting: its sentences with their labels, its words, its times.

Worked out once and looked at by every measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from theirside.care.timing import gapless, undated, unstarted, untimed
from theirside.conversation import Channel, Side, Turn
from theirside.evidence import Annotation, Quote
from theirside.reader.split import spans
from theirside.understand.awaited import Awaited
from theirside.understand.talk import BACKCHANNEL_WORDS, Talk
from theirside.understand.words import stems_of

UNKNOWN_WORDS = 0.05
"""Share of the words whose side may be unknown before counting by sides would mislead."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: its place, whose it is, and its labels, each with the groups it is in."""

    turn: int
    start: int
    end: int
    side: Side
    text: str
    words: int
    labels: frozenset[str]


@dataclass(slots=True)
class Earlier:
    """What earlier talks of the same run left open: our promises, by the person they are to."""

    promises: dict[str, list[Awaited]] = field(default_factory=dict)
    overdue: set[Quote] = field(default_factory=set)


class Spoken:
    """A talk, ready to be counted. ``doubt`` says why its sides are not to be trusted, if so."""

    def __init__(self, talk: Talk, earlier: Earlier | None = None, doubt: str = "") -> None:
        self.talk = talk
        self.earlier = earlier if earlier is not None else Earlier()
        self.turns: tuple[Turn, ...] = talk.conversation.turns
        self.in_mail = talk.conversation.channel is Channel.MAIL
        self.sides: tuple[Side, ...] = tuple(turn.speaker.side for turn in self.turns)
        self._doubt = doubt

    @property
    def waiting(self) -> list[Awaited]:
        """Our promises of earlier talks to those who are present, each once."""
        some = (self.earlier.promises.get(who, ()) for who in sorted(self.talk.present))
        return list({each.promise.evidence[0]: each for one in some for each in one}.values())

    def remember(self, waiting: Awaited) -> None:
        """Keep a promise of this talk for later talks with those who are present."""
        for who in self.talk.present:
            self.earlier.promises.setdefault(who, []).append(waiting)

    def forget(self, waiting: Awaited) -> None:
        """Let go of a promise that was kept, or told of."""
        place = waiting.promise.evidence[0]
        for some in self.earlier.promises.values():
            some[:] = [each for each in some if each.promise.evidence[0] != place]

    @cached_property
    def words(self) -> tuple[int, ...]:
        """How many words each turn has."""
        return tuple(len(turn.text.split()) for turn in self.turns)

    @cached_property
    def sentences(self) -> tuple[Said, ...]:
        """Every sentence in the order they were said."""
        return tuple(each for said in self.by_turn for each in said)

    @cached_property
    def by_turn(self) -> tuple[tuple[Said, ...], ...]:
        """The sentences of each turn."""
        marks: dict[int, list[Annotation]] = {}
        for each in self.talk.annotations:
            marks.setdefault(each.turn, []).append(each)
        return tuple(
            _said(number, turn, marks.get(number, ())) for number, turn in enumerate(self.turns)
        )

    @cached_property
    def stems(self) -> tuple[frozenset[str], ...]:
        """The content stems of each sentence, in the order of the sentences."""
        return tuple(stems_of(each.text) for each in self.sentences)

    def lacks(self, need: str) -> str:
        """Say why a talk can't give what a measure needs; "" where it can."""
        found: str = getattr(self, f"_without_{need}")
        return found

    @cached_property
    def _without_ours(self) -> str:
        """Say why it can't be told what we said; "" where it can."""
        if self._doubt:
            return self._doubt
        total = sum(self.words)
        if self.words_of(Side.UNKNOWN) > UNKNOWN_WORDS * total:
            who = {turn.speaker.label for turn in self.turns if turn.speaker.side is Side.UNKNOWN}
            names = ", ".join(sorted(who)[:3]) + (" and others" if len(who) > 3 else "")
            return f"whose side {names} is on is not known"
        return "" if self.words_of(Side.OURS) else "nobody of ours says anything there"

    @cached_property
    def _without_sides(self) -> str:
        """Say why the two sides can't be held against each other; "" where they can."""
        if self._without_ours:
            return self._without_ours
        return "" if self.words_of(Side.THEIRS) else "nobody of theirs says anything there"

    @cached_property
    def _without_starts(self) -> str:
        return unstarted(self.turns)

    @cached_property
    def _without_times(self) -> str:
        return untimed(self.turns)

    @cached_property
    def _without_gaps(self) -> str:
        return gapless(self.turns)

    @cached_property
    def _without_dates(self) -> str:
        return undated(self.turns)

    def words_of(self, side: Side) -> int:
        """Return how many words a side says."""
        return sum(n for s, n in zip(self.sides, self.words, strict=True) if s is side)

    def seconds(self, turn: int) -> float:
        """Return how long a turn took; 0 where that is not known."""
        start, end = self.turns[turn].start, self.turns[turn].end
        return max(0.0, end - start) if start is not None and end is not None else 0.0

    def is_backchannel(self, turn: int) -> bool:
        """Say whether a turn is at most "mm-hm, right": it takes nobody's turn."""
        return self.words[turn] <= BACKCHANNEL_WORDS and "?" not in self.turns[turn].text

    def quote(self, said: Said) -> Quote | None:
        """Return a sentence as a quote; None where it may not be shown."""
        place = Quote(self.talk.id, said.turn, said.start, said.end, said.text)
        return place if self.talk.may_show(place) else None


def _said(number: int, turn: Turn, marks: Sequence[Annotation]) -> tuple[Said, ...]:
    side, text = turn.speaker.side, turn.text
    return tuple(
        Said(number, start, end, side, said, len(said.split()), _labels(marks, start, end))
        for start, end in spans(text)
        for said in (text[start:end],)
    )


def _labels(marks: Sequence[Annotation], start: int, end: int) -> frozenset[str]:
    """Return the labels of a sentence and of the groups they are in: question.open, question."""
    found: set[str] = set()
    for each in marks:
        if each.start < end and start < each.end and not (each.holder and _is_felt(each.label)):
            found.update((each.label, each.label.partition(".")[0]))
    return frozenset(found)


def _is_felt(label: str) -> bool:
    """Say whether a label is of a feeling, which of another is not the speaker's."""
    return label.startswith("feeling.") or label == "facet.feeling"
