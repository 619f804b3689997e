"""What was withdrawn stays withdrawn: the hashes that are left of it, and what they keep out.

Words are compared as words: case, marks and line breaks aside, so that a quote of them in another
mail is found as well. Fewer than ``FEW`` say nothing by themselves ("Short please"); these are
looked for only in the turn in which they stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b

from django.utils import timezone

from theirside.app import models
from theirside.app.blots import BLOT
from theirside.conversation import Conversation, Turn

FEW = 4
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_INK = re.compile(r"[^\n]")
Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Hashes:
    """The hashes of all that was withdrawn, how many words they were made of, and the salt."""

    digests: frozenset[str]
    lengths: tuple[int, ...]
    salt: str

    @classmethod
    def stored(cls) -> Hashes:
        """Return what is remembered of what was withdrawn."""
        rows = dict(models.Withdrawn.objects.values_list("digest", "words"))
        workspace = models.Workspace.objects.first() if rows else None
        salt = workspace.salt if workspace else ""
        return cls(frozenset(rows), tuple(sorted(set(rows.values()))), salt)

    def spans(self, text: str, turn: str = "") -> Spans:
        """Return where withdrawn words stand in a text; ``turn`` is the id of its turn."""
        found: Spans = []
        words = list(_WORD.finditer(text)) if self.digests and text else []
        told = [_plain(word.group()) for word in words]
        for length in self.lengths:
            for start in range(len(told) - length + 1):
                window = told[start : start + length]
                if _digest(window, self.salt, turn) in self.digests:
                    found.append((words[start].start(), words[start + length - 1].end()))
        return found


def remember_withdrawn(texts: Iterable[str], turn: str, salt: str) -> None:
    """Remember only the salted hashes of these texts; ``turn`` is where they stood."""
    every = ([_plain(word) for word in _WORD.findall(text)] for text in texts)
    models.Withdrawn.objects.bulk_create(
        (
            models.Withdrawn(digest=_digest(words, salt, turn), words=len(words), at=timezone.now())
            for words in every
            if words
        ),
        ignore_conflicts=True,
    )


def blotted(text: str, spans: Spans) -> str:
    """Return the text with these stretches made unreadable, every character at its place."""
    for start, end in spans:
        text = text[:start] + _INK.sub(BLOT, text[start:end]) + text[end:]
    return text


def without_withdrawn(conversation: Conversation) -> Conversation:
    """Return the conversation with what was withdrawn made unreadable."""
    hashes = Hashes.stored()
    if not hashes.digests:
        return conversation
    turns = tuple(_without(turn, hashes) for turn in conversation.turns)
    subject = blotted(conversation.subject, hashes.spans(conversation.subject))
    return replace(conversation, subject=subject, turns=turns)


def _without(turn: Turn, hashes: Hashes) -> Turn:
    return replace(
        turn,
        text=blotted(turn.text, hashes.spans(turn.text, turn.id)),
        original=blotted(turn.original, hashes.spans(turn.original, turn.id)),
    )


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'")


def _digest(words: list[str], salt: str, turn: str) -> str:
    told = " ".join(words) if len(words) >= FEW else f"{turn}\x1f{' '.join(words)}"
    return blake2b(told.encode(), key=salt.encode(), digest_size=32).hexdigest()
