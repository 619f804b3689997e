"""Opening the data files of this room: what experts edit, one entry a file or a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

from theirside.errors import SettingsError

MISSHAPEN = (AttributeError, KeyError, TypeError, ValueError, re.error)
"""What reading a data file raises that is not as it should be."""


def contents(folder: str) -> Iterator[tuple[str, Any]]:
    """Yield ``toolkit/price.yaml`` and what stands in it, for each file of a folder, by name."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = (files("theirside.care") / folder).iterdir()
    for file in sorted(found, key=lambda each: each.name):
        if file.name.endswith(".yaml"):
            yield f"{folder}/{file.name}", yaml.load(file.read_text("utf-8"), loader)  # noqa: S506


def misshapen(file: str, error: Exception) -> SettingsError:
    """Return the error for a data file that is not as it should be."""
    return SettingsError(f"care/{file}: missing or misshapen: {error}; compare a sibling")


def pattern(says: Sequence[str]) -> re.Pattern[str] | None:
    """Return one pattern that finds any of these, whatever the case; None where there are none.

    An apostrophe stands for a curly one too. Each begins where a word does.
    """
    if not says:
        return None
    joined = "|".join(each.replace("'", "['’]") for each in says)
    return re.compile(rf"(?<![\w'’])(?:{joined})", re.IGNORECASE)


def words(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of texts; empty where the file has none. Raises ``TypeError`` otherwise."""
    found = data.get(key, ())
    if isinstance(found, str) or not all(isinstance(each, str) for each in found):
        raise TypeError(f"{key} is a list of texts")
    return tuple(found)
