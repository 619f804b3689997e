"""Who spoke when, as a strip that leads into the talk: drawn here, so that it needs no script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from theirside.app.queries import Stretch
from theirside.app.web.showing import turn_link
from theirside.conversation import Side

WIDTH = 1000
LEAST = 5
"""Units of the strip's width below which neighbouring turns of a side become one bar."""
LANES = {Side.THEIRS: 2, Side.OURS: 18, Side.UNKNOWN: 34}


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of one side's, in units of the strip; ``link`` leads to its ``turn``."""

    turn: int
    link: str
    x: float
    y: int
    width: float
    side: Side


@dataclass(frozen=True, slots=True)
class Strip:
    """The bars, how high the strip is, and the shares of the sides in whole per cent."""

    bars: tuple[Bar, ...]
    height: int
    theirs: int
    ours: int
    unknown: int
    timed: bool


def strip(conversation: str, found: Sequence[Stretch]) -> Strip | None:
    """Return the strip of a talk: by the clock where every turn has its times, else by length.

    None where there is nothing to see: fewer than four turns.
    """
    if len(found) < 4:
        return None
    timed = all(each.start is not None and each.end is not None for each in found)
    spans = _by_clock(found) if timed else _by_length(found)
    whole = max((end for _, end in spans), default=0.0) or 1.0
    bars: dict[Side, list[Bar]] = {}
    said = dict.fromkeys(Side, 0.0)
    for number, (each, (start, end)) in enumerate(zip(found, spans, strict=True)):
        said[each.side] += end - start
        x, width = start / whole * WIDTH, max(1.0, (end - start) / whole * WIDTH)
        lane = bars.setdefault(each.side, [])
        last = lane[-1] if lane else None
        if last is not None and x + width - last.x < LEAST:
            lane[-1] = replace(last, width=round(max(last.width, x + width - last.x), 1))
        else:
            link = turn_link(conversation, number)
            y = LANES[each.side]
            lane.append(Bar(number, link, round(x, 1), y, round(width, 1), each.side))
    total = sum(said.values()) or 1.0
    return Strip(
        tuple(sorted((bar for lane in bars.values() for bar in lane), key=lambda bar: bar.turn)),
        LANES[Side.UNKNOWN] + (14 if Side.UNKNOWN in bars else -2),
        round(said[Side.THEIRS] / total * 100),
        round(said[Side.OURS] / total * 100),
        round(said[Side.UNKNOWN] / total * 100),
        timed,
    )


def _by_clock(found: Sequence[Stretch]) -> list[tuple[float, float]]:
    return [(each.start or 0.0, max(each.start or 0.0, each.end or 0.0)) for each in found]


def _by_length(found: Sequence[Stretch]) -> list[tuple[float, float]]:
    spans, at = [], 0.0
    for each in found:
        spans.append((at, at + each.characters))
        at += each.characters
    return spans
