"""Joining voices into persons: a union-find that keeps apart what the user has split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


class Groups:
    """Groups of voices. ``keys`` gives the keys of each voice, by the voice's own first key."""

    def __init__(self, keys: Mapping[str, Sequence[str]], key_of_id: Mapping[str, str]) -> None:
        self._key_of_id = key_of_id
        self._bearers: dict[str, set[str]] = {}
        for voice, its_keys in keys.items():
            for key in its_keys:
                self._bearers.setdefault(key, set()).add(voice)
        self._members: dict[str, set[str]] = {voice: {voice} for voice in keys}
        self._group: dict[str, str] = {voice: voice for voice in keys}
        self._apart: list[tuple[set[str], set[str]]] = []

    def voices(self, key_or_id: str) -> set[str]:
        """Return the voices that bear a key, or the key whose id this is."""
        return self._bearers.get(self._key_of_id.get(key_or_id, key_or_id), set())

    def keep_apart(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Never join what bears the second of a pair with the rest of what bears the first."""
        for first, second in pairs:
            leaving = self.voices(second)
            self._apart.append((self.voices(first) - leaving, set(leaving)))

    def are_apart(self, first: Iterable[str], second: Iterable[str]) -> bool:
        """Say whether a split stands between any of these voices and any of those."""
        ones, others = set(first), set(second)
        return any(
            (stay & ones and leave & others) or (stay & others and leave & ones)
            for stay, leave in self._apart
        )

    def join(self, first: str, second: str) -> bool:
        """Join the groups of all voices that bear either key; say whether they are one now."""
        voices = sorted(self.voices(first) | self.voices(second))
        return all(self.join_voices(voices[0], voice) for voice in voices)

    def join_voices(self, one: str, other: str) -> bool:
        """Join two voices' groups unless a split stands between; say whether they are one now."""
        kept, gone = sorted((self._group[one], self._group[other]))
        if kept == gone:
            return True
        if self._apart and self.are_apart(self._members[kept], self._members[gone]):
            return False
        moved = self._members.pop(gone)
        self._members[kept] |= moved
        for voice in moved:
            self._group[voice] = kept
        return True

    def group_of(self, voice: str) -> str:
        """Return the name of the voice's group: its alphabetically first voice."""
        return self._group[voice]

    def members(self) -> list[list[str]]:
        """Return all groups, each sorted, in the order of their first voices."""
        return [sorted(self._members[name]) for name in sorted(self._members)]
