"""A seller's own habits, measured over their own talks: what the other chair plays.

Where too little is measured, an even hand is played and it is said so; nothing is made up about how
somebody talks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from theirside.care.figure import Figure
from theirside.conversation import Channel, Side
from theirside.datafile import filled, made, texts
from theirside.purpose.chairs.hearing import Reply, hear_one
from theirside.purpose.chairs.state import State
from theirside.understand.talk import BACKCHANNEL_WORDS, Talk

MOST_TURNS = 300
"""Turns of ours, the newest, in which is looked for pressing: each takes a few milliseconds."""
_TALKED = frozenset({Channel.CALL, Channel.MEETING, Channel.CHAT, Channel.MAIL})


@dataclass(frozen=True, slots=True)
class HabitKind:
    """A habit that can be played; see the head of ``habits.yaml``."""

    id: str
    name: str
    instead: float
    says: str
    why: str
    measure: str = ""
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Habit:
    """A seller's habit: ``share`` (0..1) as measured, ``count`` out of ``of``; else ``instead``.

    ``measured`` is false where too little is known, and ``share`` is then an even hand.
    """

    kind: HabitKind
    share: float
    count: float
    of: float
    measured: bool

    @property
    def says(self) -> str:
        """Return the habit in plain words, with its value: ``has 71 % of the words``."""
        return self.kind.says.replace("{value}", f"{round(100 * self.share)} %")


@dataclass(frozen=True, slots=True)
class HabitData:
    """The whole data file: the habits, how little is too little, and phrases to fall back on."""

    kinds: tuple[HabitKind, ...]
    least: int
    phrases: Mapping[str, tuple[str, ...]]


@cache
def habit_data() -> HabitData:
    """Return the habits that can be played. Raises ``SettingsError`` for a file that is wrong."""
    return made(Path(__file__).parent / "habits.yaml", _habit_data)


def _habit_data(content: Mapping[str, Any]) -> HabitData:
    kinds = tuple(filled(HabitKind, each) for each in content["habits"])
    phrases = {key: texts(content["phrases"], key) for key in content["phrases"]}
    return filled(HabitData, content, beside=("habits",), kinds=kinds, phrases=phrases)


def measures_needed() -> list[str]:
    """Return the ids of the measures that habits are read from."""
    return [each.measure for each in habit_data().kinds if each.measure]


def habits_of(figures: Iterable[Figure], talks: Sequence[Talk]) -> tuple[Habit, ...]:
    """Return a seller's habits from the figures and the talks of theirs (the oldest first)."""
    by_measure = {each.measure: each for each in figures}
    ours = list(_our_turns(talks))[-MOST_TURNS:]
    counting = _countings()
    return tuple(
        _measured(kind, by_measure.get(kind.measure))
        if kind.measure
        else _counted(kind, *counting[kind.counted](ours))
        for kind in habit_data().kinds
    )


def habits_kept(kept: Mapping[str, tuple[float, float, float, bool]]) -> tuple[Habit, ...]:
    """Return habits as they were measured when a rehearsal began; those that are gone left out."""
    return tuple(Habit(kind, *kept[kind.id]) for kind in habit_data().kinds if kind.id in kept)


def _measured(kind: HabitKind, figure: Figure | None) -> Habit:
    if figure is None or figure.value is None:
        count, of = (figure.count, figure.of) if figure is not None else (0, 0)
        return Habit(kind, kind.instead, count, of, measured=False)
    return Habit(kind, figure.value, figure.count, figure.of, measured=True)


def _counted(kind: HabitKind, count: int, of: int) -> Habit:
    enough = of >= habit_data().least
    return Habit(kind, count / of if enough else kind.instead, count, of, measured=enough)


def _our_turns(talks: Iterable[Talk]) -> Iterable[Reply]:
    for talk in talks:
        if talk.conversation.channel not in _TALKED:
            continue
        for number, turn in enumerate(talk.conversation.turns):
            said = len(turn.text.split()) > BACKCHANNEL_WORDS
            if turn.speaker.side is Side.OURS and said:
                marks = [each for each in talk.annotations if each.turn == number]
                yield Reply.of(turn.text, marks, State(0, 0))


def _countings() -> Mapping[str, Callable[[Sequence[Reply]], tuple[int, int]]]:
    return {"asks": _asks, "doubles": _doubles, "presses": _presses}


def _asked(reply: Reply) -> int:
    return sum(bool(each.has(("question",))) for each in reply.sentences)


def _asks(ours: Sequence[Reply]) -> tuple[int, int]:
    return sum(bool(_asked(each)) for each in ours), len(ours)


def _doubles(ours: Sequence[Reply]) -> tuple[int, int]:
    asking = [_asked(each) for each in ours if _asked(each)]
    return sum(each > 1 for each in asking), len(asking)


def _presses(ours: Sequence[Reply]) -> tuple[int, int]:
    return sum(bool(hear_one("pressed", each)) for each in ours), len(ours)
