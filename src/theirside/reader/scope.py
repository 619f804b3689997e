"""What surrounds a match and changes what it means: negation, ifs, questions, irony.

Each guard answers whether it holds for a match at ``[start, end)`` of a sentence. The words are in
``labels/words.yaml``; only where in the sentence they count is decided here.
"""

from __future__ import annotations

import re
from functools import cache

from theirside.reader.words import expand

_BREAK = r"[,;:–—()]|\bbut\b|\bbecause\b|\bso\b|\bthough\b"
_NEAR = 40
"""Characters before a match in which a negation reaches it."""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(expand(pattern), re.IGNORECASE)


def holds(guard: str, text: str, start: int, end: int) -> bool:
    """Say whether the guard of that name holds for the match."""
    return _GUARDS[guard](text, start, end)


def _negated(text: str, start: int, end: int) -> bool:
    del end
    before = text[max(0, start - _NEAR) : start]
    breaks = list(_compiled(_BREAK).finditer(before))
    clause = before[breaks[-1].end() :] if breaks else before
    return _compiled("{NEGATION}").search(clause) is not None


def _hypothetical(text: str, start: int, end: int) -> bool:
    return bool(
        _compiled("{HYPOTHETICAL}").search(text, 0, start)
        or _compiled("{HYPOTHETICAL_AFTER}").search(text, end)
    )


def _question(text: str, start: int, end: int) -> bool:
    del start, end
    return text.rstrip("\"')]} ").endswith("?") or bool(_compiled("{INVERTED}").match(text))


def _quoted(text: str, start: int, end: int) -> bool:
    del end
    before = text[:start]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _ironic(text: str, start: int, end: int) -> bool:
    del start, end
    return _compiled("{IRONY}").search(text) is not None


def _polite(text: str, start: int, end: int) -> bool:
    near = text[max(0, start - _NEAR) : end]
    formula = _compiled("{POLITE}").search(near)
    return formula is not None and not re.search(r"\bbut\b|[.;]", near[formula.end() :])


_GUARDS = {
    "negated": _negated,
    "hypothetical": _hypothetical,
    "question": _question,
    "quoted": _quoted,
    "ironic": _ironic,
    "polite": _polite,
}
