"""The shared word lists of the labels: ``{BOSS}`` in a pattern stands for a list in the data.

A list in ``labels/words.yaml`` becomes one alternation, a string a piece of a pattern; either may
name others.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from theirside import datafile
from theirside.errors import SettingsError
from theirside.reader.kept import LABELS, kept

LISTS = "words.yaml"

_NAME = re.compile(r"\{([A-Z][A-Z_]*)\}")


@cache
def lists() -> dict[str, list[str] | str]:
    """Return the shared word lists and pattern pieces by name."""
    ready = kept()
    if ready is not None:
        return dict(ready["words"])
    path = LABELS / LISTS
    return parsed(path.read_text(encoding="utf-8"), datafile.name_of(path))


def parsed(text: str, name: str) -> dict[str, Any]:
    """Return a data file's mapping. All scalars stay text, so that the word "no" stays a word."""
    content = datafile.parsed(text, name, as_text=True)
    if not isinstance(content, dict):
        raise SettingsError(f"{name}: fields with a name should stand here; compare a sibling")
    return content


@cache
def _piece(name: str) -> str:
    content = lists().get(name)
    if content is None:
        raise SettingsError(f"No word list is called {{{name}}}; see labels/words.yaml.")
    if isinstance(content, str):
        return expand(content)
    return "(?:" + "|".join(expand(each) for each in sorted(content, key=len, reverse=True)) + ")"


def expand(pattern: str) -> str:
    """Return the pattern with every ``{NAME}`` replaced by its list."""
    return _NAME.sub(lambda match: _piece(match[1]), pattern)
