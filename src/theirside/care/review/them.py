"""Whom a draft is for: what is understood of them, and what stands open between us."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from theirside.conversation import Conversation, Side, Turn
from theirside.understand.understanding import Understanding


@dataclass(frozen=True)
class Them:
    """One person as a review needs them.

    ``talks`` are the conversations with them; ``today`` is the day on which the draft would go out:
    by it a promise is due.
    """

    understanding: Understanding
    talks: Sequence[Conversation] = field(repr=False)
    today: date

    def uses(self, words: str) -> bool:
        """Say whether somebody of their side said these words (or one word) in a talk with us."""
        return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", self._said) is not None

    @cached_property
    def _said(self) -> str:
        return "\n".join(
            turn.text.casefold()
            for talk in self.talks
            for turn in talk.turns
            if turn.speaker.side is Side.THEIRS
        )

    def turn(self, conversation: str, number: int) -> Turn | None:
        """Return a turn of one of the talks, if it is there."""
        talk = next((each for each in self.talks if each.id == conversation), None)
        return talk.turns[number] if talk and 0 <= number < len(talk.turns) else None
