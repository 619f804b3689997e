"""The one thing that rooms without a language know of languages: which sentences pages show."""

from __future__ import annotations


def to_translate(text: str) -> str:
    """Return a constant sentence as it is.

    It is a sign for ``scripts/messages.py``, which gathers it for translators; a page looks it up
    where it shows it.
    """
    return text
