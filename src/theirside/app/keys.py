"""The keys by which one voice is known; see ``theirside.understand.people`` for their shapes."""

from __future__ import annotations

from hashlib import blake2b

from theirside.conversation import Speaker


def fold(name: str) -> str:
    """Return a name as it is compared."""
    return " ".join(name.split()).casefold()


def is_full(name: str) -> bool:
    """Say whether a name has at least two words of two letters and is not an address."""
    words = [word for word in fold(name).split() if len(word.strip(".")) > 1]
    return "@" not in name and len(words) >= 2 and not any(c.isdigit() for c in name)


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
        keys.append(f"label:{conversation}/{name}")
        if is_full(speaker.name):
            keys.append(f"name:{name}")
    return tuple(keys)
