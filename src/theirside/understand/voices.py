"""Voices: each way in which somebody appears in conversations and address books.

A voice has keys. A key names it and never changes:

    email:dana@x.example                an address
    email:dana@x.example/dana whitfield an address as used under one display name (shared mailbox)
    phone:+4791234567                   a phone
    name:dana whitfield                 a full name without address, in whatever conversation
    label:CONVERSATION/dana             any other label, in its one conversation
    contact:dana whitfield              a contact card that has neither address nor phone
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

from theirside.conversation import Contact, Conversation, Side, Speaker
from theirside.understand.names import fold, is_full, tidy
from theirside.understand.understanding import Person


def id_of(key: str) -> str:
    """Return the id (8 hexadecimal digits) that a key gives."""
    return blake2b(key.encode(), digest_size=4).hexdigest()


def voice_keys(speaker: Speaker, conversation: str) -> tuple[str, ...]:
    """Return the keys under which a speaker is known, the most particular first."""
    name = fold(speaker.name)
    keys: list[str] = []
    for kind, value in (("email", speaker.email.casefold()), ("phone", speaker.phone)):
        if value:
            keys += [f"{kind}:{value}/{name}", f"{kind}:{value}"]
    if not keys:
        # A full name gets two keys: where several known people bear it, only the label tells.
        keys.append(f"label:{conversation}/{name}")
        if is_full(speaker.name):
            keys.append(f"name:{name}")
    return tuple(keys)


@dataclass(slots=True)
class Voice:
    """One way in which somebody appears: their keys, and what the source says of them."""

    keys: tuple[str, ...]
    names: Counter[str] = field(default_factory=Counter)
    companies: Counter[str] = field(default_factory=Counter)
    role: str = ""


_CARD = 1_000_000
"""What a contact card says of a name or company outweighs any number of display names."""


def voices_of(
    conversations: Iterable[Conversation],
) -> tuple[dict[str, Voice], dict[str, set[str]]]:
    """Return the voices by their first keys, and the first keys heard in each conversation."""
    voices: dict[str, Voice] = {}
    together: dict[str, set[str]] = {}
    for conversation in conversations:
        heard = Counter(
            speaker for turn in conversation.turns for speaker in (turn.speaker, *turn.to)
        )
        for speaker, times in heard.items():
            if speaker.side is not Side.THEIRS:
                continue
            keys = voice_keys(speaker, conversation.id)
            voice = voices.setdefault(keys[0], Voice(keys))
            together.setdefault(conversation.id, set()).add(keys[0])
            voice.keys = tuple(dict.fromkeys((*voice.keys, *keys)))
            if speaker.name:
                voice.names[tidy(speaker.name)] += times
            if speaker.company:
                voice.companies[speaker.company] += times
    return voices, together


def card_of(person: Person) -> Contact:
    return Contact(
        person.names[0] if person.names else "",
        person.emails,
        person.phones,
        person.company,
        person.role,
    )


def add_card(voices: dict[str, Voice], card: Contact) -> list[str]:
    """Enter a contact card as voices, one for each address and phone; return their first keys."""
    name = fold(card.name)
    reached = [f"email:{email.casefold()}" for email in card.emails]
    reached += [f"phone:{phone}" for phone in card.phones]
    keys = [(f"{key}/{name}", key) for key in reached]
    if not keys:
        keys = [(f"contact:{name}", f"name:{name}")] if is_full(card.name) else []
    for pair in keys:
        voice = voices.setdefault(pair[0], Voice(pair))
        if card.name and "@" not in card.name:
            voice.names[tidy(card.name)] += _CARD
        if card.company:
            voice.companies[card.company] += _CARD
        voice.role = max(voice.role, card.role)
    return [first for first, _ in keys]
