"""Text and Markdown files: one thing each, its title the first heading or the file's name.

Front matter (``title:``, ``url:``, ``tags:`` between lines of ``---``) is taken at its word. A file
that is nothing but an address is a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from theirside.intake.report import Report
from theirside.intake.shelf.entry import EMPTY, keep, name_as_title
from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.intake.source import Source
from theirside.intake.sources import STANDARD_INPUT

NAME = "text"
_ENDINGS = (".txt", ".text", ".md", ".markdown", ".mdown")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^#{1,3}[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)
_LINKED = re.compile(r"\[([^\]]*)\]\([^)\s]*\)")
_ADDRESS = re.compile(r"https?://\S+")


def recognises(source: Source) -> float:
    """Sure by the file's ending, where what is in it is text."""
    named = source.name.casefold().endswith(_ENDINGS) or source.name == STANDARD_INPUT
    return 0.3 if named and b"\x00" not in source.head else 0.0


def read(source: Source, report: Report) -> Iterator[Thing]:
    """Yield the note; one item."""
    text = source.text().strip()
    told = _front(text)
    body = _FRONT.sub("", text, count=1).strip() if told else text
    if not body and not told:
        report.skip(source.name, EMPTY)
        return
    heading = _HEADING.search(body)
    at_top = heading is not None and not body[: heading.start()].strip()
    if heading is not None and at_top:
        body = body[heading.end() :].strip()
    title = _text(told, "title") or (heading[1] if heading and at_top else "")
    url = _text(told, "url") or _text(told, "link") or _text(told, "source")
    lines = body.split()
    if not url and len(lines) == 1 and _ADDRESS.fullmatch(body):
        url, body = body, ""
    words = _LINKED.sub(r"\1", body)
    yield from keep(
        report,
        NAME,
        source.name,
        kind=ThingKind.LINK if url else ThingKind.NOTE,
        title=title or (name_as_title(source.name) if source.name != STANDARD_INPUT else ""),
        text=words,
        url=url if _ADDRESS.fullmatch(url) else "",
        tags=_tags(told),
        source=source.name,
    )


def _front(text: str) -> dict[str, Any]:
    found = _FRONT.match(text)
    if found is None:
        return {}
    import yaml

    try:
        data = yaml.safe_load(found[1])
    except yaml.YAMLError:
        return {}
    return data if isinstance(data, dict) else {}


def _text(told: dict[str, Any], name: str) -> str:
    value = told.get(name)
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _tags(told: dict[str, Any]) -> tuple[str, ...]:
    value = told.get("tags")
    if isinstance(value, str):
        return tuple(re.split(r"[,;]", value))
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
