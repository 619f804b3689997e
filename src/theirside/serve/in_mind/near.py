"""How near a thing is to what somebody said: by meaning, and by the rare words that both have.

The reader's embeddings of what customers say all lie in one corner, those of things in another;
taking away what anybody says, and what anything is about (``anybody.yaml``), leaves what tells them
apart. Likeness is counted in *spreads*: how far two sentences that have nothing to do with each
other are usually apart, measured on the same file, so that the unit is the same with every model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from theirside.intake.shelf.thing import Thing
from theirside.reader.split import spans
from theirside.understand.words import stems_of

if TYPE_CHECKING:
    import numpy as np

    from theirside.reader.encoder import Seeing

Nearness = Callable[[Sequence[str], Sequence[str]], Mapping[tuple[str, str], float]]
"""Gives how near each sentence of theirs is to each part of a thing, in spreads."""
PER_WORD = 0.5
"""What a shared rare word adds, in spreads; at most ``WORDS`` count."""
WORDS = 2
PARTS = 5
"""So many sentences of a thing, besides its title, are looked at: what it is about stands first."""


@lru_cache(maxsize=1)
def anybody() -> Mapping[str, tuple[str, ...]]:
    """Return what anybody ``says`` and what ``things`` are about, the shipped lists."""
    import yaml

    text = (files("theirside.serve.in_mind") / "anybody.yaml").read_text("utf-8")
    return {name: tuple(rows) for name, rows in yaml.safe_load(text).items()}


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Return the stems that are in anybody's mouth."""
    return frozenset().union(*(stems_of(text) for rows in anybody().values() for text in rows))


def shared_words(said: str, part: str) -> tuple[str, ...]:
    """Return the stems that a sentence and a part of a thing share, common ones left out."""
    return tuple(sorted((stems_of(said) & stems_of(part)) - _common()))


def parts_of(thing: Thing) -> tuple[str, ...]:
    """Return what a thing is matched by: its title, its first sentences, and both together."""
    first = [thing.text[start:end] for start, end in spans(thing.text[:4000])]
    told = [" ".join(each.split()) for each in first if len(each.split()) > 2][:PARTS]
    under = ", ".join(thing.tags)
    whole = " ".join([f"{thing.title}.", *told[:2], *([f"{under}."] if under else [])])
    return tuple(dict.fromkeys([thing.title, whole, *told]))


def by_words_only(_said: Sequence[str], _parts: Sequence[str]) -> Mapping[tuple[str, str], float]:
    """Tell no nearness by meaning."""
    return {}


def nearness_by(encoder: Seeing) -> Nearness:
    """Return what tells nearness by an encoder's embeddings; what it has seen it remembers."""
    seen: dict[str, np.ndarray] = {}

    def embedded(texts: Sequence[str]) -> np.ndarray:
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in seen]
        if new:
            seen.update(zip(new, encoder.see(new, [""] * len(new)).embeddings, strict=True))
        return np.stack([seen[text] for text in texts])

    @lru_cache(maxsize=1)
    def background() -> tuple[np.ndarray, np.ndarray, float]:
        says, things = (embedded(anybody()[name]) for name in ("says", "things"))
        apart = _units(says - says.mean(axis=0)) @ _units(things - things.mean(axis=0)).T
        return says.mean(axis=0), things.mean(axis=0), float(apart.std())

    def near(said: Sequence[str], parts: Sequence[str]) -> Mapping[tuple[str, str], float]:
        if not said or not parts:
            return {}
        says, things, spread = background()
        found = _units(embedded(said) - says) @ _units(embedded(parts) - things).T / spread
        return {
            (each, part): float(found[row, column])
            for row, each in enumerate(said)
            for column, part in enumerate(parts)
        }

    return near


def _units(rows: np.ndarray) -> np.ndarray:
    import numpy as np

    scaled: np.ndarray = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return scaled
