"""The words of a sentence, as the patterns' required words ask for them."""

from __future__ import annotations

import re

SIGNS = "$€£%?"
"""Characters that are words of their own."""
DIGIT = "0"
"""The word that stands for any digit."""
PREFIX = 4
"""Characters of a word that are kept where a pattern leaves its end open: ``cras*``."""

_TOKEN = re.compile(rf"[^\W_]+|[{re.escape(SIGNS)}]")
_ANY_DIGIT = re.compile(r"\d")
_SMALL = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "\u212a": "k"})
"""Letters that "i", "s" and "k" match where case is ignored, but whose small form is another."""


def tokens(text: str) -> set[str]:
    """Return the words of the text in small letters, the beginning of each, and ``0`` for a digit.

    A word is a run of letters and digits: "doctor's" is two, "40,000" is two.
    """
    if not text.isascii():
        text = text.translate(_SMALL)
    words = set(_TOKEN.findall(text.lower()))
    found = words | {f"{word[:PREFIX]}*" for word in words if len(word) >= PREFIX}
    if _ANY_DIGIT.search(text):
        found.add(DIGIT)
    return found
