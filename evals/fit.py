"""How well what matters most to somebody is told from their words alone.

``python -m evals.fit DATA/casino``: in each talk of CaSiNo (Chawla et al., NAACL 2021; CC BY 4.0,
github.com/kushalchawla/CaSiNo) two campers share out food, water and firewood, and each said
beforehand which of them matters most to them. ``theirside.serve.priorities.rank``, which knows
nothing of camping and was fitted to none of these answers, reads one side's words (not the deals
that they click together) and names the first. Chance is one in three.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.scores import wilson
from theirside.serve.priorities import Option, rank

OPTIONS = (
    Option("Food", ("food", "meal", "snack", "eat", "hungry")),
    Option("Water", ("water", "drink", "thirsty", "hydrated")),
    Option("Firewood", ("firewood", "wood", "fire", "cold", "warm")),
)
"""The three things, and everyday words for needing them: what an offer's ``words`` are to us."""
LOOKED_AT = (1, 2, 3, 4, 5, None)
"""So many of a side's messages are read; None is all."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a talk: what they wrote, and their own order of the three things."""

    talk: int
    said: tuple[str, ...]
    order: tuple[str, str, str]


def sides_in(path: Path) -> Iterator[Side]:
    """Yield both sides of each talk in a file of the data set. Raises ``OSError``, ``KeyError``."""
    for talk in json.loads(path.read_text(encoding="utf-8")):
        for name, who in sorted(talk["participant_info"].items()):
            value = who["value2issue"]
            yield Side(
                talk["dialogue_id"],
                tuple(_said(talk["chat_logs"], name)),
                (value["High"], value["Medium"], value["Low"]),
            )


def _said(log: Sequence[dict[str, Any]], name: str) -> Iterator[str]:
    """Yield what one side wrote; deals that were clicked together are not words."""
    for each in log:
        if each["id"] == name and not each["task_data"]:
            yield each["text"]


def order_told(said: Sequence[str]) -> tuple[str, ...]:
    """Return the three things, what matters most by these words first."""
    return tuple(each.id for each in rank(said, OPTIONS))


@dataclass(frozen=True, slots=True)
class Score:
    """How often the first was right, and the whole order, of ``size`` sides."""

    size: int
    first: int
    order: int

    def row(self, name: str) -> str:
        """Return a line of the table: shares with their 95% intervals (Wilson)."""
        return f"| {name} | {_share(self.first, self.size)} | {_share(self.order, self.size)} |"


def _share(right: int, size: int) -> str:
    low, high = wilson(right, size)
    return f"{right / max(size, 1):.3f} ({low:.3f} to {high:.3f})"


def score(sides: Sequence[Side], messages: int | None) -> Score:
    """Return how often the order is told rightly from a side's first so many messages."""
    told = [order_told(side.said[:messages]) for side in sides]
    return Score(
        len(sides),
        sum(order[0] == side.order[0] for order, side in zip(told, sides, strict=True)),
        sum(order == side.order for order, side in zip(told, sides, strict=True)),
    )


def main() -> None:
    """Print the table for one split."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("data", type=Path, help="the folder of CaSiNo's split")
    asked.add_argument("--split", default="test", choices=["train", "valid", "test"])
    chosen = asked.parse_args()
    sides = list(sides_in(chosen.data / f"casino_{chosen.split}.json"))
    print(f"{len(sides)} sides of {len(sides) // 2} talks, split {chosen.split}\n")
    print("| what is read | first of three right | whole order right |\n|---|---|---|")
    print("| nothing (chance) | 0.333 | 0.167 |")
    for messages in LOOKED_AT:
        name = "all that they wrote" if messages is None else f"their first {messages} messages"
        print(score(sides, messages).row(name))


if __name__ == "__main__":
    main()
