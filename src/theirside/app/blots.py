"""Names and addresses made unreadable in text that stays, every character at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

BLOT = "█"
_OWN = 25
"""Characters from which a line is somebody's own and not just what anybody says."""
_BETWEEN = r"[\s.,_-]+"
_NOTHING = re.compile(r"(?!)")


def terms_of(
    names: Iterable[str], exact: Iterable[str] = (), *, parts: bool = False
) -> re.Pattern[str]:
    """Return what finds these names (as whole words, in any spacing and case) and exact strings.

    "Anna Bauer" is found as ``Bauer, Anna`` and ``anna_bauer.vtt`` too. With ``parts`` each word
    of a name is found as it is written: right in the talks that the person took part in, wrong
    elsewhere ("Will", "Rose").
    """
    wanted = {re.escape(text) for text in exact if text}
    for words in {tuple(name.split()) for name in names} - {()}:
        orders = (words, (words[-1], *words[:-1]))
        wanted.update(_whole(_BETWEEN.join(map(re.escape, order))) for order in orders)
        if parts:
            long = (word for word in words if len(word) > 2 and word[0].isupper())
            wanted.update(f"(?-i:{_whole(re.escape(word))})" for word in long)
    if not wanted:
        return _NOTHING
    return re.compile("|".join(sorted(wanted, key=len, reverse=True)), re.IGNORECASE)


def own_lines(texts: Iterable[str]) -> list[str]:
    """Return the lines that are long enough to be somebody's own, each once."""
    lines = (line.strip() for text in texts for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if len(line) >= _OWN))


def _whole(pattern: str) -> str:
    """Return the pattern where no letter or digit stands before or after it."""
    return rf"(?<![^\W_]){pattern}(?![^\W_])"


def redacted(text: str, terms: re.Pattern[str]) -> str:
    """Return the text with each of the terms blotted out, as long as it was."""
    return terms.sub(lambda found: BLOT * len(found.group()), text)
