"""A label's worst mistakes, in words that may be shown: those of openly licensed sets only."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

import numpy as np

from evals.judged import Judged
from training.said import Said

SHOWN = {
    "p4g": "Persuasion for Good",
    "casino": "CaSiNo",
    "email": "e-mail intent",
    "talk": "invented talk",
}
"""The sets whose licence lets their text be shown, and the talks that were written for us."""
EACH = 4
_LONGEST = 240
_BEFORE = 120
_PRIVATE = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\+?\d(?:[\d ()/-]){6,}\d")
_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~$-])")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A sentence read wrongly: what the model gave it, 0..1, and whether a pattern fired."""

    said: Said
    chance: float
    by_pattern: bool


def source(said: Said) -> str:
    """Return the name of the set that a sentence comes from, or nothing if it may not be shown."""
    return SHOWN.get(said.id.partition(":")[0], "")


def worst(label: Judged, fires: bool) -> tuple[list[Mistake], list[Mistake]]:
    """Return one label's surest false alarms and its most missed sentences.

    Of a label that does not fire by default, those that it would make if it did. What the reader
    leaves alone on purpose is no mistake.
    """
    fired = (label.shipped if fires else label.alone)[:, 0] > 0
    holds, chances = label.holds[:, 0] > 0, label.chances[:, 0]
    shown = np.array([bool(source(each)) for each in label.said], dtype=bool) & ~label.special
    order = np.argsort(-chances, kind="stable")

    def of(rows: np.ndarray) -> list[Mistake]:
        return [
            Mistake(label.said[row], float(chances[row]), bool(label.patterns[row, 0]))
            for row in rows
        ]

    alarms = [row for row in order if shown[row] and fired[row] and not holds[row]]
    misses = [row for row in order[::-1] if shown[row] and holds[row] and not fired[row]]
    return of(np.array(alarms[:EACH], dtype=int)), of(np.array(misses[:EACH], dtype=int))


def printed(mistake: Mistake) -> str:
    """Return a mistake as an item of a list. Raises ``ValueError`` for text not to be shown."""
    said = mistake.said
    if not source(said):
        raise ValueError(f"{said.id}: the text of this set may not be shown.")
    lines = said.before.splitlines()
    before = f"(“{_plain(lines[-1], _BEFORE, last=True)}”) " if lines else ""
    pattern = ", by a pattern" if mistake.by_pattern else ""
    chance = f"{mistake.chance:.2f}".removeprefix("0")
    return f"- {before}“{_plain(said.text, _LONGEST)}” *{chance}{pattern}; {source(said)}*"


def _plain(text: str, longest: int, last: bool = False) -> str:
    """Return text that Markdown leaves as it is, cut to length, addresses and numbers out."""
    text = _PRIVATE.sub("…", " ".join(text.split()))
    if len(text) > longest:
        text = f"…{text[-longest:].lstrip()}" if last else f"{text[:longest].rstrip()}…"
    return _MARKS.sub(r"\\\1", html.escape(text, quote=False))
