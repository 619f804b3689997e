"""Statements that somebody judged one by one, and what they say of a reader.

``judged_statements.tsv`` holds identifiers, verdicts and short reasons, and nobody's words, so that
it may stand in the repository whatever was read. A statement is true where somebody who reads the
talk would say, of these words in this place, that it holds; in doubt it is false.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.scores import Array, interval
from theirside.errors import SettingsError

JUDGED = Path(__file__).with_name("judged_statements.tsv")
_HEADER = "statement\tverdict\treason"
_INDEX = re.compile(r"^#(\d+) (\S+)")
_VERDICT = re.compile(r"^(\d+)\t(true|false)(?:\t(.*))?$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a statement holds, and in a few words why."""

    holds: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Of some statements: how many there are, and of those that were judged, which hold."""

    shown: int
    held: tuple[bool, ...]

    @property
    def unjudged(self) -> int:
        """How many nobody has judged yet."""
        return self.shown - len(self.held)

    def share(self) -> str:
        """Return the share of the judged that hold, with its 95% interval over resamples."""
        if not self.held:
            return "–"
        held: Array = np.array(self.held, dtype=float)
        low, high = interval(lambda drawn: float(held[drawn].mean()), len(held))
        return f"{held.mean():.3f} [{low:.3f}, {high:.3f}]"


def tally(shown: Collection[str], verdicts: Mapping[str, Verdict]) -> Tally:
    """Count the statements with these identifiers."""
    return Tally(
        len(shown), tuple(verdicts[each].holds for each in sorted(shown) if each in verdicts)
    )


def read_judged(path: Path = JUDGED) -> dict[str, Verdict]:
    """Return what was judged, by the statement's identifier; nothing where there is no file."""
    if not path.exists():
        return {}
    rows = path.read_text(encoding="utf-8").splitlines()[1:]
    return {name: Verdict(said == "true", why) for name, said, why in (r.split("\t") for r in rows)}


def write_judged(verdicts: Mapping[str, Verdict], path: Path = JUDGED) -> None:
    """Write what was judged, sorted, so that a difference shows only what is new."""
    rows = [
        f"{name}\t{'true' if each.holds else 'false'}\t{each.reason}"
        for name, each in sorted(verdicts.items())
    ]
    path.write_text("\n".join((_HEADER, *rows)) + "\n", encoding="utf-8")


def numbered(sheet: str) -> dict[int, str]:
    """Return the identifiers of a written sheet by their numbers."""
    found = (_INDEX.match(line) for line in sheet.splitlines())
    return {int(match[1]): match[2] for match in found if match}


def verdicts_in(lines: Iterable[str], numbers: Mapping[int, str]) -> dict[str, Verdict]:
    """Return the verdicts that stand in lines ``number<TAB>true|false<TAB>reason``.

    Other lines count for nothing. Raises ``SettingsError`` for a number that the sheet has not.
    """
    found: dict[str, Verdict] = {}
    for line in lines:
        match = _VERDICT.match(line.rstrip("\r\n"))
        if match is None:
            continue
        if int(match[1]) not in numbers:
            raise SettingsError(f"There is no statement {match[1]} in that list: {line.strip()}")
        reason = " ".join((match[3] or "").split())
        found[numbers[int(match[1])]] = Verdict(match[2] == "true", reason)
    return found
