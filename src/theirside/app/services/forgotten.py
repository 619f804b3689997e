"""Who was forgotten stays forgotten: the hashes that are left of them, and what they keep out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from hashlib import blake2b

from django.utils import timezone

from theirside.app import models
from theirside.app.blots import own_lines, redacted, terms_of
from theirside.app.rows import short
from theirside.app.services.workspace import workspace_row
from theirside.conversation import Conversation, Side, Speaker, Turn
from theirside.understand.people import voice_keys

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+\.\w+")


def remember_forgotten(keys: Iterable[str]) -> None:
    """Remember only the salted hashes of the addresses, phones and full names in these keys."""
    salt = workspace_row().salt
    models.Forgotten.objects.bulk_create(
        (
            models.Forgotten(digest=_digest(key, salt), at=timezone.now())
            for key in keys
            if key.startswith("label:") or (not key.startswith("id:") and "/" not in key)
        ),
        ignore_conflicts=True,
    )


def is_forgotten(keys: Iterable[str]) -> bool:
    """Say whether any of these keys is somebody's who was forgotten."""
    row = models.Workspace.objects.first()
    if row is None:
        return False
    digests = [_digest(key, row.salt) for key in keys]
    return models.Forgotten.objects.filter(digest__in=digests).exists()


def without_forgotten(conversation: Conversation) -> Conversation | None:
    """Return the conversation without the turns, names and words of people who were forgotten.

    None where nobody of their side remains in it.
    """
    digests = set(models.Forgotten.objects.values_list("digest", flat=True))
    if not digests:
        return conversation
    salt = workspace_row().salt
    everyone = dict.fromkeys(who for turn in conversation.turns for who in (turn.speaker, *turn.to))
    known_as = {who: _known_as(who, conversation.id) for who in everyone}
    gone = {
        who
        for who, key in known_as.items()
        if _digest(key, salt) in digests and not _is_anothers(key)
    }
    quoted = _quoted(conversation, digests, salt)
    if not gone and not quoted:
        return conversation
    remaining = [who for who in everyone if who not in gone]
    if gone and all(who.side is Side.OURS for who in remaining):
        return None
    terms = terms_of(
        [who.name for who in gone],
        [
            *quoted,
            *(who.email for who in gone),
            *(who.phone for who in gone),
            *own_lines(turn.text for turn in conversation.turns if turn.speaker in gone),
        ],
        parts=True,
    )
    return replace(
        conversation,
        subject=redacted(conversation.subject, terms),
        turns=tuple(
            _without(turn, gone, terms) for turn in conversation.turns if turn.speaker not in gone
        ),
    )


def _without(turn: Turn, gone: set[Speaker], terms: re.Pattern[str]) -> Turn:
    return replace(
        turn,
        text=redacted(turn.text, terms),
        to=tuple(who for who in turn.to if who not in gone),
        original="",
        apart=(),
    )


def _quoted(conversation: Conversation, digests: set[str], salt: str) -> set[str]:
    """Return the addresses of forgotten people that others quote."""
    texts = (text for turn in conversation.turns for text in (turn.text, turn.original))
    addresses = {address for text in texts if "@" in text for address in _ADDRESS.findall(text)}
    return {each for each in addresses if _digest(f"email:{each.casefold()}", salt) in digests}


def _known_as(who: Speaker, conversation: str) -> str:
    """Return the key that is remembered of such a speaker: the most general that they have."""
    return short(voice_keys(who, conversation)[-1], 640)


def _is_anothers(key: str) -> bool:
    """Say whether this is a name that somebody who is known bears too."""
    return key.startswith("name:") and models.Key.objects.filter(key=key).exists()


def _digest(key: str, salt: str) -> str:
    return blake2b(key.encode(), key=salt.encode(), digest_size=32).hexdigest()
