"""What somebody's words under a statement say of it: yes, not quite, please don't keep this.

Precision before recall: a wrong "yes" falsifies the score, a wrong "don't keep" destroys what
cannot be brought back. Whatever is not plain is left to be asked. The words are data
(``verdicts.yaml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import made, texts
from theirside.serve.checkback.statement import Verdict

MOST_AFTER_YES = 12
"""Words behind a yes beyond which it may well take something back."""
_TRIMMED = " \t\"'“”‘’*_•·,;:.!–—-=>→"


@dataclass(frozen=True, slots=True)
class Words:
    """One pattern for each list of ``verdicts.yaml``, and its examples."""

    yes: re.Pattern[str]
    not_quite: re.Pattern[str]
    dont_keep: re.Pattern[str]
    hedge: re.Pattern[str]
    no_answer: re.Pattern[str]
    all_yes: re.Pattern[str]
    aside: re.Pattern[str]
    examples: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def words() -> Words:
    """Return the patterns. Read once."""
    return made(Path(__file__).parent / "verdicts.yaml", _words)


def _words(content: Mapping[str, Any]) -> Words:
    found = {name: _any(texts(content, name)) for name in content if name != "examples"}
    return Words(**found, examples=tuple(map(tuple, content["examples"])))


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(each.replace("['’]", "'").replace("'", "['’]") for each in patterns)
    return re.compile(f"(?:{joined})", re.IGNORECASE)


def verdict_of(text: str) -> tuple[Verdict, str] | None:
    """Return the verdict and how it really is ("" unless not quite); None where it is not plain."""
    said = " ".join(text.split()).strip(_TRIMMED)
    listed = words()
    if not said or listed.no_answer.match(said):
        return None
    if listed.dont_keep.fullmatch(said):
        return Verdict.DONT_KEEP, ""
    if found := listed.not_quite.match(said):
        # A mark at the end of what they wrote is theirs; those before it are ours to drop.
        rest = " ".join(text.split())
        rest = rest[rest.find(said) :][found.end() :].lstrip(_TRIMMED).strip()
        plain = rest and rest[-1] != "?" and not _asks_to_drop(rest)
        return (Verdict.NOT_QUITE, rest) if plain else None
    if found := listed.yes.match(said):
        rest = said[found.end() :]
        if len(rest.split()) > MOST_AFTER_YES or listed.hedge.search(rest):
            return None
        return Verdict.YES, ""
    return None


def _asks_to_drop(rest: str) -> bool:
    """Say whether a part of the words asks for the statement to be dropped."""
    parts = re.split(r"[.,;:!–—]+", rest)
    return any(words().dont_keep.fullmatch(part.strip()) for part in parts)


def is_yes_to_all(text: str) -> bool:
    """Say whether the whole of these words says yes to everything."""
    first, *more = [part for part in re.split(r"[.!\n]+", text) if part.strip()] or [""]
    rest_aside = all(is_aside(part) for part in more)
    return bool(words().all_yes.fullmatch(" ".join(first.split()).strip(_TRIMMED))) and rest_aside


def is_aside(text: str) -> bool:
    """Say whether these words only stand around an answer: a greeting, "see below", thanks."""
    said = " ".join(text.split()).strip(_TRIMMED)
    return not said or words().aside.fullmatch(said) is not None
