"""JSON from other people's programs, asked for leniently: a field that is wrong is not there.

What a call tool exports today has other fields tomorrow, and a strange value beside the words is
no reason to lose the words. Only a file that is no JSON at all is refused.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from theirside.errors import IntakeError
from theirside.intake.clock import CLOCK, moment, seconds
from theirside.intake.source import Source

LARGEST_BYTES = 512 * 1024 * 1024
"""The longest file that is parsed whole."""
DEEPEST = 12
"""How deep ``objects_in`` looks into a file."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS_FROM = 100_000_000_000
"""A number of this size or more cannot be seconds since 1970 (that would be the year 5138)."""


def parsed(source: Source) -> object:
    """Return a file's JSON; of several values, one a line, their list.

    Raises ``IntakeError`` where it is not JSON or too long.
    """
    if source.path.stat().st_size > LARGEST_BYTES:
        raise IntakeError(source.name, "too long for one JSON file: split it")
    text = source.text()
    whole = parsed_text(text)
    if whole is not None:
        return whole
    each = [parsed_text(line) for line in text.split("\n") if line.strip()]
    if each and all(value is not None for value in each):
        return each
    raise IntakeError(source.name, "not valid JSON")


def parsed_text(text: str) -> object:
    """Return the JSON value that a text holds; ``None`` where it holds none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def fields(value: object) -> Mapping[str, object]:
    """Return the value if it is an object, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def items(value: object) -> list[object]:
    """Return the value if it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def objects(value: object) -> list[Mapping[str, object]]:
    """Return the objects of a list."""
    return [item for item in items(value) if isinstance(item, Mapping)]


def text(value: Mapping[str, object], *names: str) -> str:
    """Return the first of the named fields that holds text; numbers count where all else fails."""
    for name in names:
        found = value.get(name)
        if isinstance(found, str) and found.strip():
            return found
    for name in names:
        found = value.get(name)
        if isinstance(found, int | float) and not isinstance(found, bool):
            return str(found)
    return ""


def number(value: Mapping[str, object], *names: str) -> float | None:
    """Return the first of the named fields that is a finite number; ``"0:12"`` is 12."""
    for name in names:
        found = value.get(name)
        if isinstance(found, str):
            found = _number_in(found.strip())
        if isinstance(found, int | float) and not isinstance(found, bool):
            try:
                if math.isfinite(found):
                    return float(found)
            except OverflowError:
                continue
    return None


def time(value: Mapping[str, object], *names: str) -> datetime | None:
    """Return the first of the named fields that is a time: ISO 8601, or seconds or milliseconds."""
    for name in names:
        found = value.get(name)
        if isinstance(found, str) and not re.fullmatch(r"\d+(?:\.\d+)?", found.strip()):
            exact = moment(found)
            if exact is not None:
                return exact
            continue
        since = number(value, name)
        if since is not None and since > 0:
            since = since / 1000 if since >= _MILLISECONDS_FROM else since
            try:
                return _EPOCH + timedelta(seconds=since)
            except OverflowError:
                continue
    return None


def objects_in(value: object, depth: int = DEEPEST) -> Iterator[Mapping[str, object]]:
    """Yield every object in the value, the outer before the inner, in their order."""
    if isinstance(value, Mapping):
        yield value
        inside: list[object] = list(value.values())
    elif isinstance(value, list):
        inside = value
    else:
        return
    if depth > 0:
        for each in inside:
            if isinstance(each, Mapping | list):
                yield from objects_in(each, depth - 1)


def _number_in(text: str) -> float | None:
    if re.fullmatch(CLOCK, text):
        return seconds(text)
    if re.fullmatch(r"-?\d{1,18}(?:\.\d{1,18})?s?", text):
        return float(text.rstrip("s"))
    return None
