"""Who was forgotten stays forgotten: the hashes that are left of them, and what they keep out.

Nothing is known of somebody forgotten but salted hashes of their addresses, phones and names. So
whatever comes in is held against those: speakers by their keys, texts by the addresses and the
sequences of two or three words in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import pairwise

from django.utils import timezone

from theirside.app import models
from theirside.app.blots import own_lines, redacted, terms_of
from theirside.app.rows import short
from theirside.conversation import Conversation, Side, Speaker, Turn
from theirside.understand.people import voice_keys

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+\.\w+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_KEY = 640


def remember_forgotten(keys: Iterable[str], salt: str) -> None:
    """Remember only the salted hashes of these keys: addresses, phones, full names, labels."""
    telling = {key for key in keys if key.startswith("label:") or "/" not in key}
    for words in [_words(key[5:]).split() for key in telling if key.startswith("name:")]:
        telling |= {f"words:{' '.join(each)}" for each in (words, [words[-1], *words[:-1]])}
    models.Forgotten.objects.bulk_create(
        (models.Forgotten(digest=_digest(key, salt), at=timezone.now()) for key in telling),
        ignore_conflicts=True,
    )


def is_forgotten(keys: Iterable[str]) -> bool:
    """Say whether any of these keys is somebody's who was forgotten."""
    known = _Hashes.stored()
    return any(known.hold(key) for key in keys)


def silenced(texts: Iterable[str]) -> list[str]:
    """Return the texts with addresses and full names of forgotten people blotted out."""
    known, given = _Hashes.stored(), list(texts)
    if not known.digests:
        return given
    terms = known.terms_in(given)
    return [redacted(text, terms) for text in given]


def without_forgotten(conversation: Conversation) -> Conversation | None:
    """Return the conversation without the turns, names and words of people who were forgotten.

    None where nobody of their side remains in it.
    """
    known = _Hashes.stored()
    if not known.digests:
        return conversation
    everyone = dict.fromkeys(who for turn in conversation.turns for who in (turn.speaker, *turn.to))
    gone = {who for who in everyone if known.hold(_known_as(who, conversation.id))}
    if gone and all(who in gone or who.side is Side.OURS for who in everyone):
        return None
    mentioned = known.mentioned(_texts(conversation))
    if not gone and not mentioned:
        return conversation
    exact = [
        *(who.email for who in gone),
        *(who.phone for who in gone),
        *own_lines(turn.text for turn in conversation.turns if turn.speaker in gone),
    ]
    near = terms_of([*(who.name for who in gone), *mentioned], exact, parts=bool(gone))
    return replace(
        conversation,
        subject=redacted(conversation.subject, near),
        source=redacted(conversation.source, near),
        turns=tuple(
            _without(turn, gone, near) for turn in conversation.turns if turn.speaker not in gone
        ),
    )


@dataclass(frozen=True, slots=True)
class _Hashes:
    """The hashes of everybody forgotten, and the salt that they were made with."""

    digests: frozenset[str]
    salt: str

    @classmethod
    def stored(cls) -> _Hashes:
        digests = frozenset(models.Forgotten.objects.values_list("digest", flat=True))
        workspace = models.Workspace.objects.first() if digests else None
        return cls(digests, workspace.salt) if workspace else cls(frozenset(), "")

    def hold(self, key: str) -> bool:
        """Say whether this key was forgotten, and is not a name that somebody known bears too."""
        if not self.digests or _digest(key, self.salt) not in self.digests:
            return False
        return not (key.startswith("name:") and models.Key.objects.filter(key=key).exists())

    def mentioned(self, texts: Iterable[str]) -> set[str]:
        """Return the addresses and full names of forgotten people that stand in these texts."""
        found: set[str] = set()
        for text in texts:
            if "@" in text:
                addresses = set(_ADDRESS.findall(text))
                found |= {each for each in addresses if self.hold(f"email:{each.casefold()}")}
            found |= {name for name in _sequences(text) if self._hold_words(name)}
        return found

    def _hold_words(self, name: str) -> bool:
        words = _words(name)
        return _digest(f"words:{words}", self.salt) in self.digests and not (
            models.Key.objects.filter(key=f"name:{words}").exists()
        )

    def terms_in(self, texts: Iterable[str]) -> re.Pattern[str]:
        """Return what finds whatever of forgotten people stands in these texts."""
        return terms_of(self.mentioned(texts))


def _texts(conversation: Conversation) -> Iterator[str]:
    yield from (conversation.subject, conversation.source)
    for turn in conversation.turns:
        yield from (turn.text, turn.original)


def _sequences(text: str) -> set[str]:
    """Return every two and three words that stand beside one another."""
    words = _WORD.findall(text)
    pairs = {f"{one} {other}" for one, other in pairwise(words)}
    return pairs | {" ".join(three) for three in zip(words, words[1:], words[2:], strict=False)}


def _words(name: str) -> str:
    """Return a name as its words alone: "Anna-Lena Bauer" is also "anna_lena.bauer"."""
    return " ".join(word.casefold() for word in _WORD.findall(name))


def _without(turn: Turn, gone: set[Speaker], terms: re.Pattern[str]) -> Turn:
    return replace(
        turn,
        text=redacted(turn.text, terms),
        to=tuple(who for who in turn.to if who not in gone),
        original="",
        apart=(),
    )


def _known_as(who: Speaker, conversation: str) -> str:
    """Return the key that is remembered of such a speaker: the most general that they have."""
    return short(voice_keys(who, conversation)[-1], _KEY)


def _digest(key: str, salt: str) -> str:
    return blake2b(key.encode(), key=salt.encode(), digest_size=32).hexdigest()
