"""Stand-in until the real splitting of replies lands."""

from __future__ import annotations

from dataclasses import dataclass

from theirside.conversation import Apart


@dataclass(frozen=True, slots=True)
class Body:
    """What a message says: its new text, the whole, and the stretches kept apart."""

    text: str
    original: str
    apart: tuple[Apart, ...] = ()


def split(text: str, *, html: str = "", sender_name: str = "", sender_email: str = "") -> Body:
    """Return the text unchanged."""
    del html, sender_name, sender_email
    return Body(text.strip(), text)
