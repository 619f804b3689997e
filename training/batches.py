"""Sentences to token numbers and targets, in batches of about equal length."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from theirside.reader.encoder import BEFORE_TOKENS, OWN_TOKENS, numbered
from training.contract import FAMILIES, Family, outputs, places
from training.said import Said


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence as the model takes it; ``split`` is where the words before it begin."""

    ids: list[int]
    split: int
    said: Said


@dataclass(frozen=True, slots=True)
class Batch:
    """Numbers for a step: (sentences, tokens), and (sentences, outputs) of targets and weights."""

    ids: Tensor
    parts: Tensor
    mask: Tensor
    target: Tensor
    weight: Tensor
    rows: list[int]


def encode(
    tokenizer: Tokenizer,
    said: Sequence[Said],
    limits: tuple[int, int] = (OWN_TOKENS, BEFORE_TOKENS),
) -> list[Encoded]:
    """Return the sentences as token numbers: the sentence, then the end of what was before."""
    texts, befores = [each.text for each in said], [each.before for each in said]
    pairs = numbered(tokenizer, texts, befores, limits)
    return [Encoded(ids, split, each) for (ids, split), each in zip(pairs, said, strict=True)]


def targets(
    said: Sequence[Said], families: tuple[Family, ...] = FAMILIES
) -> tuple[np.ndarray, np.ndarray]:
    """Return (sentences, outputs): 1 where a name holds; and 1 where it was judged."""
    target = np.zeros((len(said), outputs(families)), dtype=np.float32)
    weight = np.zeros_like(target)
    where = places(families)
    numbers = {f.name: {name: n for n, name in enumerate(f.names)} for f in families}
    for row, each in enumerate(said):
        for family, names in each.gold.items():
            start = where[family].start
            weight[row, where[family]] = 1.0
            for name in names:
                target[row, start + numbers[family][name]] = 1.0
            for name in each.open & numbers[family].keys():
                weight[row, start + numbers[family][name]] = 0.0
    return target, weight


def batches(
    encoded: Sequence[Encoded],
    tokens: int,
    rows: Sequence[int] | None = None,
    chance: random.Random | None = None,
) -> list[list[int]]:
    """Return the rows of batches of at most ``tokens`` tokens, padding included.

    ``rows`` says which sentences, each as often as it is named; all of them once otherwise.
    Shuffled by ``chance``, if there is one.
    Sentences are sorted by length within stretches, so that little is padded and batches still
    differ from round to round.
    """
    order = list(range(len(encoded)) if rows is None else rows)
    if chance:
        chance.shuffle(order)
    stretch = 4096 if chance else len(order) or 1
    ready: list[list[int]] = []
    for start in range(0, len(order), stretch):
        near = sorted(order[start : start + stretch], key=lambda row: len(encoded[row].ids))
        ready.extend(_filled(near, encoded, tokens))
    if chance:
        chance.shuffle(ready)
    return ready


def batch_of(
    rows: list[int], encoded: Sequence[Encoded], target: np.ndarray, weight: np.ndarray
) -> Batch:
    """Return the batch of those rows, padded to the longest of them."""
    length = max(len(encoded[row].ids) for row in rows)
    ids = np.zeros((len(rows), length), dtype=np.int64)
    parts, mask = np.zeros_like(ids), np.zeros_like(ids)
    for place, row in enumerate(rows):
        numbers = encoded[row].ids
        ids[place, : len(numbers)] = numbers
        mask[place, : len(numbers)] = 1
        parts[place, encoded[row].split : len(numbers)] = 1
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(parts),
        torch.from_numpy(mask),
        torch.from_numpy(target[rows]),
        torch.from_numpy(weight[rows]),
        rows,
    )


def _filled(rows: list[int], encoded: Sequence[Encoded], tokens: int) -> Iterator[list[int]]:
    chosen: list[int] = []
    for row in rows:
        if chosen and (len(chosen) + 1) * len(encoded[row].ids) > tokens:
            yield chosen
            chosen = []
        chosen.append(row)
    if chosen:
        yield chosen
