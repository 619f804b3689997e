"""One talk laid out for counting: its sentences with their labels, its words, its times.

Worked out once and looked at by every measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from theirside.conversation import Channel, Side, Turn
from theirside.evidence import Annotation, Quote
from theirside.reader.split import spans
from theirside.understand.talk import BACKCHANNEL_WORDS, Talk

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


class Spoken:
    """A talk, ready to be counted."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.turns: tuple[Turn, ...] = talk.conversation.turns
        self.in_mail = talk.conversation.channel is Channel.MAIL
        self.sides: tuple[Side, ...] = tuple(turn.speaker.side for turn in self.turns)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """How many words each turn has."""
        return tuple(len(turn.text.split()) for turn in self.turns)

    @cached_property
    def sentences(self) -> tuple[Said, ...]:
        """Every sentence in the order they were said."""
        marks: dict[int, list[Annotation]] = {}
        for each in self.talk.annotations:
            marks.setdefault(each.turn, []).append(each)
        return tuple(
            Said(
                number,
                start,
                end,
                self.sides[number],
                turn.text[start:end],
                len(turn.text[start:end].split()),
                _labels(marks.get(number, ()), start, end),
            )
            for number, turn in enumerate(self.turns)
            for start, end in spans(turn.text)
        )

    @cached_property
    def by_turn(self) -> tuple[tuple[Said, ...], ...]:
        """The sentences of each turn."""
        found: list[list[Said]] = [[] for _ in self.turns]
        for each in self.sentences:
            found[each.turn].append(each)
        return tuple(map(tuple, found))

    @cached_property
    def unclear(self) -> str:
        """Say why sides can't be told apart here; "" where they can."""
        total = sum(self.words)
        of = {side: sum(w for s, w in zip(self.sides, self.words, strict=True) if s is side)
              for side in Side}  # fmt: skip
        if of[Side.UNKNOWN] > UNKNOWN_WORDS * total:
            who = {turn.speaker.label for turn in self.turns if turn.speaker.side is Side.UNKNOWN}
            names = ", ".join(sorted(who)[:3]) + (" and others" if len(who) > 3 else "")
            return f"whose side {names} is on is not known"
        if not of[Side.OURS]:
            return "nobody of ours says anything here"
        if not of[Side.THEIRS]:
            return "nobody of theirs says anything here"
        return ""

    @cached_property
    def untimed(self) -> str:
        """Say why turns can't be timed; "" where every turn of words has a start and an end."""
        asked = [turn for turn in self.turns if turn.text.strip()]
        if any(turn.start is None for turn in asked):
            return "the source has no times"
        if any(turn.end is None for turn in asked):
            return "the source says when turns begin, not when they end"
        return ""

    @cached_property
    def undated(self) -> str:
        """Say that turns have no day and time; "" where all have."""
        return "" if all(turn.at for turn in self.turns) else "the source has no dates"

    def lacks(self, need: str) -> str:
        """Say why a talk can't give what a measure needs; "" where it can."""
        return {"sides": self.unclear, "times": self.untimed, "dates": self.undated}[need]

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


def _labels(marks: list[Annotation] | tuple[()], start: int, end: int) -> frozenset[str]:
    """Return the labels of a sentence and of the groups they are in: question.open, question."""
    found: set[str] = set()
    for each in marks:
        if each.start < end and start < each.end and not (each.holder and _is_felt(each.label)):
            found.update((each.label, each.label.partition(".")[0]))
    return frozenset(found)


def _is_felt(label: str) -> bool:
    """Say whether a label is of a feeling, which of another is not the speaker's."""
    return label.startswith("feeling.") or label == "facet.feeling"
