"""What takes long and is asked for again: kept until something that it rests on changes.

It lies in the memory of one process, for each who looks their own, and is never written anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from threading import Lock
from time import monotonic
from typing import Generic, TypeVar

from theirside.app.viewing import Viewer, viewer

V = TypeVar("V")
State = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Kept(Generic[V]):
    """A result, from which state of the store, and when (monotonic seconds)."""

    value: V
    state: State
    at: float


class Remembered(Generic[V]):
    """The latest few results, ``most`` at most, none older than so many seconds."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._kept: dict[tuple[Viewer | None, Hashable], _Kept[V]] = {}
        self._lock = Lock()

    def __call__(self, key: Hashable, state: State, make: Callable[[], V]) -> V:
        """Return what was kept under a key for whoever looks, or make it and keep it.

        ``state`` is all that the result rests on: it holds as long as that is the same.
        """
        whose = (viewer(), key)
        with self._lock:
            kept = self._kept.get(whose)
        now = monotonic()
        if kept is None or kept.state != state or now - kept.at > self._seconds:
            kept = _Kept(make(), state, now)
        with self._lock:
            self._kept.pop(whose, None)
            self._kept[whose] = kept
            if len(self._kept) > self._most:
                del self._kept[next(iter(self._kept))]
        return kept.value
