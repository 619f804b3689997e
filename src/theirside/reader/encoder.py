"""The trained model at work: sentences in, logits and embeddings out, from one file of bytes.

The file is checked by its digest when it is opened. Sentences of the same number of tokens are
read together, so nothing is padded; a sentence's figures are the same to the last bit whatever is
read beside it. Cores share the work by sentences, not within one. Safe to share between threads.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from theirside.errors import SettingsError

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    import numpy as np
    import onnxruntime
    import tokenizers

FOLDER = Path(__file__).with_name("model")
MODEL, TOKENIZER, ABOUT = "reader.onnx", "tokenizer.json", "about.json"
OWN_TOKENS, BEFORE_TOKENS = 64, 40
_CHARACTERS = 7.5
"""What a token can take up at most, give or take; what is further back need not be looked at."""
_MOST, _FEWEST = 320, 80
"""Tokens that one thread reads at once: few enough that what is made of them stays near the
processor and that no thread waits long for another, and worth the call."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the model makes of sentences: (sentences, outputs) and (sentences, 384), float32."""

    logits: np.ndarray
    embeddings: np.ndarray


class Seeing(Protocol):
    """What the model is to those who use it; a test puts something smaller in its place."""

    @property
    def version(self) -> str:
        """What annotations of this model are marked with."""
        ...

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the outputs, in their order."""
        ...

    def see(self, texts: Sequence[str], befores: Sequence[str]) -> Seen:
        """Return logits and embeddings of the sentences, each with what was said before it."""
        ...


class Encoder:
    """The shipped model. Its files are opened, and checked, when the first sentence is read."""

    def __init__(self, folder: Path = FOLDER, threads: int = 0) -> None:
        """Take the model of a folder; ``threads`` 0 means as many as there are cores.

        Raises ``SettingsError`` when there is no model; ``see`` does so when one of its files is
        missing or is not the one it should be.
        """
        self.about = _about(folder)
        self._folder, self._threads = folder, threads or _cores()
        self._pooled: tuple[int, ThreadPoolExecutor] | None = None

    @cached_property
    def _tokenizer(self) -> tokenizers.Tokenizer:
        from tokenizers import Tokenizer

        return Tokenizer.from_buffer(_checked(self._folder / TOKENIZER, self.about["tokenizer"]))

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        options.enable_cpu_mem_arena = False
        return onnxruntime.InferenceSession(
            _checked(self._folder / MODEL, self.about["model"]),
            options,
            providers=["CPUExecutionProvider"],
        )

    def _pool(self) -> ThreadPoolExecutor:
        """Return the threads that share the work; a process that was forked off has none yet."""
        if self._pooled is None or self._pooled[0] != os.getpid():
            from concurrent.futures import ThreadPoolExecutor

            self._pooled = os.getpid(), ThreadPoolExecutor(self._threads, "theirside-reader")
        return self._pooled[1]

    @property
    def version(self) -> str:
        """What annotations of this model are marked with, e.g. ``model-1.3fa2c0``."""
        return f"{self.about['version']}.{self.about['model'][:6]}"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the outputs, in their order."""
        return tuple(self.about["outputs"])

    def see(self, texts: Sequence[str], befores: Sequence[str]) -> Seen:
        """Return logits and embeddings of the sentences, each with what was said before it.

        The first 64 tokens of a sentence count and the last 40 of what was before it. Raises
        ``SettingsError`` when a file of the model is missing or is not the one it should be.
        """
        import numpy as np

        numbered = list(self.numbered(texts, befores))
        logits = np.zeros((len(texts), len(self.names)), dtype=np.float32)
        embeddings = np.zeros((len(texts), self.about["width"]), dtype=np.float32)

        def read(rows: list[int]) -> None:
            tokens = np.array([numbered[row][0] for row in rows], dtype=np.int64)
            splits = np.array([numbered[row][1] for row in rows])
            places = np.arange(tokens.shape[1])
            parts = (places[None, :] >= splits[:, None]).astype(np.int64)
            logits[rows], embeddings[rows] = session.run(
                ["logits", "embedding"], {"ids": tokens, "parts": parts}
            )

        session = self._session
        self._shared(read, list(_parts([len(ids) for ids, _ in numbered], self._threads)))
        return Seen(logits, embeddings)

    def _shared(self, read: Callable[[list[int]], None], parts: list[list[int]]) -> None:
        threads = min(self._threads, len(parts))
        if threads <= 1:
            for rows in parts:
                read(rows)
            return
        for _ in self._pool().map(read, parts):
            pass

    def numbered(
        self, texts: Sequence[str], befores: Sequence[str]
    ) -> Iterator[tuple[list[int], int]]:
        """Yield each sentence's token numbers and where those of the words before it begin."""
        return numbered(self._tokenizer, texts, befores)


@cache
def default_encoder() -> Seeing:
    """Return the shipped model; opened once, shared by all."""
    return Encoder()


def numbered(
    tokenizer: tokenizers.Tokenizer,
    texts: Sequence[str],
    befores: Sequence[str],
    limits: tuple[int, int] = (OWN_TOKENS, BEFORE_TOKENS),
) -> Iterator[tuple[list[int], int]]:
    """Yield token numbers: the sentence, then the end of what was before it, as one row.

    ``limits`` is how many tokens of each count.
    """
    longest, furthest = limits
    characters = int(furthest * _CHARACTERS)
    first, last = (tokenizer.token_to_id(name) or 0 for name in ("[CLS]", "[SEP]"))
    ends = [before[-characters:] for before in befores]
    own = tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)
    others = tokenizer.encode_batch_fast(ends, add_special_tokens=False)
    for mine, other in zip(own, others, strict=True):
        ids: list[int] = [first, *mine.ids[:longest], last]
        split = len(ids)
        if other.ids:
            ids += [*other.ids[-furthest:], last]
        yield ids, split


def _cores() -> int:
    """Return how many cores we may use."""
    if hasattr(os, "sched_getaffinity"):  # not on macOS
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _parts(lengths: Sequence[int], threads: int) -> Iterator[list[int]]:
    """Yield the numbers of sentences that are read at once, all of one length; longest first."""
    tokens = min(_MOST, max(_FEWEST, sum(lengths) // (2 * threads)))
    by_length: dict[int, list[int]] = {}
    for row, length in enumerate(lengths):
        by_length.setdefault(length, []).append(row)
    for length in sorted(by_length, reverse=True):
        size = max(1, tokens // length)
        for start in range(0, len(by_length[length]), size):
            yield by_length[length][start : start + size]


def _about(folder: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"The reader's model is not at {folder} ({error}). Install Theirside again."
        ) from error
    return content


def _checked(path: Path, digest: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SettingsError(
            f"The reader's model lacks {path} ({error}). Install Theirside again."
        ) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise SettingsError(
            f"{path} is not the file that it should be: it was damaged or exchanged. "
            "Install Theirside again."
        )
    return content
