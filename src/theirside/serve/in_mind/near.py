"""How near a thing is to what somebody said: by meaning, and by the rare words that both have.

The reader's embeddings of what customers say all lie in one corner, those of things in another;
taking away what anybody says, and what anything is about (``anybody.yaml``), leaves what tells them
apart. A thing that is near to what anybody says, and a sentence that is near to anything, are near
to nothing: half of how near each is to its three nearest there is taken off (the correction of
Conneau et al., "Word Translation Without Parallel Data", ICLR 2018, called CSLS there). Nearness is
counted in *spreads*: how far apart two sentences that have nothing to do with each other usually
are, measured on the same lists, so that the unit means much the same with every model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from theirside.datafile import made, texts
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
NEIGHBOURS = 3
"""So many of the nearest on the lists say how near something is to anybody, or anything."""
FEWEST = 2
"""Content words that a sentence must have to be a reason: "we want it by March" tells nothing."""
REMEMBERED = 20_000
"""Parts of things whose embeddings are remembered at most: some 30 MB."""
PARTS = 5
"""So many sentences of a thing are looked at besides its title: what it is about stands first."""


@lru_cache(maxsize=1)
def anybody() -> Mapping[str, tuple[str, ...]]:
    """Return what anybody ``says`` and what ``things`` are about, the shipped lists."""
    return made(Path(__file__).parent / "anybody.yaml", _rows)


def _rows(content: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    return {
        "says": texts(content, "says"),
        "things": texts(content, "things"),
        "weak": tuple(content["weak"].split()),
    }


@lru_cache(maxsize=1)
def _weak() -> frozenset[str]:
    return frozenset().union(*map(stems_of, anybody()["weak"]))


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Return the stems that are in anybody's mouth."""
    return frozenset().union(*(stems_of(text) for rows in anybody().values() for text in rows))


def is_telling(said: str) -> bool:
    """Say whether a sentence has words enough to tell what it is about; numbers are none."""
    words = [word for word in stems_of(said) - _weak() if not word[0].isdigit()]
    return len(words) >= FEWEST


def shared_words(said: str, part: str) -> tuple[str, ...]:
    """Return the stems that a sentence and a part of a thing share, common ones left out."""
    return tuple(sorted((stems_of(said) & stems_of(part)) - _common() - _weak()))


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
    """Return what tells nearness by an encoder's embeddings.

    Those of things are remembered, so that a server need not see a whole shelf again for the next
    person; what people said is not.
    """
    seen: dict[str, np.ndarray] = {}

    def see(texts: Sequence[str]) -> np.ndarray:
        return encoder.see(texts, [""] * len(texts)).embeddings

    def remembered(texts: Sequence[str]) -> np.ndarray:
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in seen]
        if len(seen) + len(new) > REMEMBERED:
            seen.clear()
            new = list(dict.fromkeys(texts))
        if new:
            seen.update(zip(new, see(new), strict=True))
        return np.stack([seen[text] for text in texts])

    @lru_cache(maxsize=1)
    def lists() -> _Lists:
        return _Lists.of(*(see(anybody()[name]) for name in ("says", "things")))

    def near(said: Sequence[str], parts: Sequence[str]) -> Mapping[tuple[str, str], float]:
        if not said or not parts:
            return {}
        found = lists().nearness(see(said), remembered(parts))
        return {
            (each, part): float(found[row, column])
            for row, each in enumerate(said)
            for column, part in enumerate(parts)
        }

    return near


@dataclass(frozen=True, slots=True)
class _Lists:
    """What anybody says, and what anything is about, as embeddings: means, directions, spread."""

    mean_said: np.ndarray
    mean_things: np.ndarray
    said: np.ndarray
    things: np.ndarray
    spread: float

    @classmethod
    def of(cls, says: np.ndarray, things: np.ndarray) -> _Lists:
        mean_said, mean_things = says.mean(axis=0), things.mean(axis=0)
        said, about = _units(says - mean_said), _units(things - mean_things)
        return cls(mean_said, mean_things, said, about, float((said @ about.T).std()))

    def nearness(self, says: np.ndarray, parts: np.ndarray) -> np.ndarray:
        """Return how near each sentence (rows) is to each part of a thing (columns)."""
        one, other = _units(says - self.mean_said), _units(parts - self.mean_things)
        to_anything = _nearest(one @ self.things.T)[:, None]
        to_anybody = _nearest(other @ self.said.T)[None, :]
        found: np.ndarray = (one @ other.T - (to_anything + to_anybody) / 2) / self.spread
        return found


def _nearest(likeness: np.ndarray) -> np.ndarray:
    """Return for each row the mean of its nearest few."""
    import numpy as np

    found: np.ndarray = np.sort(likeness, axis=1)[:, -NEIGHBOURS:].mean(axis=1)
    return found


def _units(rows: np.ndarray) -> np.ndarray:
    import numpy as np

    scaled: np.ndarray = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return scaled
