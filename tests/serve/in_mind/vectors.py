"""A stand-in for the model, and nearness by hand: no test rests on what a model makes of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import numpy as np

from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.reader.encoder import Seen
from theirside.serve.in_mind.near import Nearness

SAID_AT = datetime(2026, 2, 2, 9, tzinfo=UTC)


class FewAxes:
    """Sees a text as the axes whose words it holds, and a little of its length."""

    version = "axes-1"
    names = ()
    axes = ("boat", "bread", "board", "winter")

    def __init__(self) -> None:
        self.asked: list[str] = []

    def see(self, texts: Sequence[str], befores: Sequence[str]) -> Seen:
        """Return one axis for each word of ``axes``, and one that every text has."""
        assert len(texts) == len(befores)
        self.asked.extend(texts)
        rows = [
            [*(float(axis in text.lower()) for axis in self.axes), 0.1 + len(text) % 7 / 50]
            for text in texts
        ]
        return Seen(np.zeros((len(texts), 0)), np.array(rows, dtype=np.float32))


def near_by(pairs: Mapping[tuple[str, str], float]) -> Nearness:
    """Return a nearness that knows beginnings: of what they said, and of a thing's title."""

    def near(said: Sequence[str], parts: Sequence[str]) -> Mapping[tuple[str, str], float]:
        return {
            (each, part): value
            for each in said
            for part in parts
            for (of, title), value in pairs.items()
            if each.startswith(of) and part == title
        }

    return near


def thing(title: str, text: str = "", **known: object) -> Thing:
    """Return a note called so, its id its title in small letters."""
    return Thing(title.casefold().replace(" ", "-"), ThingKind.NOTE, title, text, **known)  # type: ignore[arg-type]
