"""Codes of sentences as the store lays them down: 64 bytes each, with the sentence's place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from theirside.reader.coded import BYTES, Coded, apart

if TYPE_CHECKING:
    import numpy as np


def row_type() -> np.dtype[np.void]:
    """Return how a coded sentence lies: its turn's primary key, its place in it, its code."""
    import numpy as np

    return np.dtype([("turn", "<i8"), ("start", "<u4"), ("end", "<u4"), ("code", "u1", (BYTES,))])


def packed(coded: Coded, turns: Sequence[int]) -> bytes:
    """Return a conversation's codes as they are stored; ``turns`` are its turns' primary keys."""
    import numpy as np

    rows = np.zeros(len(coded.places), dtype=row_type())
    if coded.places:
        places = np.array(coded.places)
        rows["turn"] = np.array(turns)[places[:, 0]]
        rows["start"], rows["end"] = places[:, 1], places[:, 2]
        rows["code"] = np.frombuffer(coded.codes, dtype=np.uint8).reshape(-1, BYTES)
    return rows.tobytes()


def nearest(parts: Iterable[bytes], code: np.ndarray, most: int) -> np.ndarray:
    """Return of all these coded sentences those nearest to a code, the nearest first.

    ``parts`` are stored codes, each of one or many conversations; no more than one of them and
    ``most`` sentences are held at a time.
    """
    import numpy as np

    best = np.zeros(0, dtype=row_type())
    distances = np.zeros(0, dtype=np.uint16)
    for part in parts:
        rows = np.frombuffer(part, dtype=row_type())
        best = np.concatenate([best, rows])
        distances = np.concatenate([distances, apart(rows["code"], code)])
        if len(best) > most:
            kept = np.argpartition(distances, most)[:most]
            best, distances = best[kept], distances[kept]
    order = np.lexsort((best["start"], best["turn"], distances))
    found: np.ndarray = best[order]
    return found
