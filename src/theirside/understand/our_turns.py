"""Our turns, found again by the words in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from theirside.conversation import Side
from theirside.understand.talk import Talk
from theirside.understand.words import enough_of, gist, words_of

_LETTERS = 4
"""Words are looked up by so many letters; to find and stem every sentence of ours takes long."""


class OurTurns:
    """Our turns in the talks with one person; indexed when first asked."""

    def __init__(self, talks: Sequence[Talk]) -> None:
        self._talks = talks
        self._turns: list[tuple[Talk, int]] = []
        self._index: dict[str, set[int]] = {}

    def with_words_of(self, text: str) -> Iterator[tuple[Talk, int]]:
        """Yield our turns that may have enough of a text's content words to take it up."""
        if not self._turns:
            self._fill()
        stems = gist(text).stems
        beginnings = {stem[:_LETTERS] for stem in stems}
        # Two stems may begin alike, so that a turn with both counts once.
        enough = enough_of(len(stems)) - (len(stems) - len(beginnings))
        common = Counter(place for each in beginnings for place in self._index.get(each, ()))
        for place in sorted(place for place, count in common.items() if count >= enough):
            yield self._turns[place]

    def _fill(self) -> None:
        for talk in self._talks:
            for number, turn in enumerate(talk.conversation.turns):
                if turn.speaker.side is Side.OURS:
                    for word in set(words_of(turn.text)):
                        self._index.setdefault(word[:_LETTERS], set()).add(len(self._turns))
                    self._turns.append((talk, number))
