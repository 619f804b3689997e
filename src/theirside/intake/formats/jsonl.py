"""Theirside's own form: one conversation a line, or one JSON file with one or a list of them.

What ``theirside convert`` writes and what any other tool can produce; ``jsonl_form`` has the
fields. Lines are read one at a time; a bad line costs that line.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from theirside.conversation import Conversation
from theirside.errors import IntakeError
from theirside.intake.format import Options
from theirside.intake.jsonl_form import from_dict
from theirside.intake.lines import lines
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "jsonl"

WHOLE_BYTES = 512 * 1024 * 1024
"""A JSON file that is not one conversation a line is parsed whole, up to this size."""


def recognises(source: Source) -> float:
    """Certain where a line is an object with turns; likely where only the words are there."""
    text = source.head_text.lstrip("\ufeff \n\t")
    if not text.startswith(("{", "[")) or '"turns"' not in text:
        return 0.0
    for line in text.split("\n"):
        data = _parsed(line)
        if isinstance(data, dict) and isinstance(data.get("turns"), list):
            return 1.0
    return 0.8 if '"speaker"' in text or '"email"' in text else 0.4


def read(source: Source, report: Report, options: Options) -> Iterator[Conversation]:
    """Yield the conversations; a line or list entry that is not one is skipped with the reason."""
    del options
    if _is_whole(source):
        entries: Iterator[tuple[str, object]] = _whole(source)
    else:
        entries = _by_line(source)
    for item, data in entries:
        if data is None:
            report.skip(item, "not valid JSON")
            continue
        try:
            conversation = from_dict(data, item)
        except IntakeError as error:
            report.skip(item, error.reason)
            continue
        report.keep(NAME)
        yield replace(
            conversation,
            source=conversation.source or source.name,
            format=conversation.format or NAME,
        )


def _is_whole(source: Source) -> bool:
    """Say whether the file is one JSON value over several lines, not one value a line."""
    first = next((line.strip() for line in source.head_text.split("\n") if line.strip()), "")
    if first.startswith("["):
        return True
    cut = len(first) > len(source.head) // 2  # a first line that the head may not hold whole
    return _parsed(first) is None and not first.endswith("}") and not cut


def _by_line(source: Source) -> Iterator[tuple[str, object]]:
    for number, line in enumerate(lines(source), start=1):
        if line.strip():
            yield f"{source.name}:{number}", _parsed(line)


def _whole(source: Source) -> Iterator[tuple[str, object]]:
    if source.path.stat().st_size > WHOLE_BYTES:
        raise IntakeError(source.name, "too long for one JSON value: write one a line")
    data = _parsed(source.text())
    if data is None:
        raise IntakeError(source.name, "not valid JSON")
    if isinstance(data, list):
        yield from ((f"{source.name}#{n}", entry) for n, entry in enumerate(data, start=1))
    else:
        yield source.name, data


def _parsed(text: str) -> object:
    """Parse JSON; ``None`` where it is none."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
