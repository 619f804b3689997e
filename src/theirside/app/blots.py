"""Names and addresses made unreadable in text that stays, every character at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLOT = "█"
_NOTHING = re.compile(r"(?!)")


def terms_of(
    names: Iterable[str], exact: Iterable[str] = (), *, parts: bool = False
) -> re.Pattern[str]:
    """Return what finds these names (as whole words, in any spacing and case) and exact strings.

    With ``parts`` each word of a name is found too, as it is written: right in the talks that
    the person took part in, wrong elsewhere ("Will", "Rose").
    """
    wanted = {re.escape(text) for text in exact if text}
    for name in {" ".join(name.split()) for name in names} - {""}:
        words = name.split()
        wanted.add(r"\b" + r"\s+".join(map(re.escape, words)) + r"\b")
        if parts:
            wanted.update(
                rf"\b(?-i:{re.escape(word)})\b"
                for word in words
                if len(word) > 2 and word[0].isupper()
            )
    if not wanted:
        return _NOTHING
    return re.compile("|".join(sorted(wanted, key=len, reverse=True)), re.IGNORECASE)


def redacted(text: str, terms: re.Pattern[str]) -> str:
    """Return the text with each of the terms blotted out, as long as it was."""
    return terms.sub(lambda found: BLOT * len(found.group()), text)
