"""Words of the data files that pages show, for translators; ``messages.py`` gathers them.

Only what stands on a page is listed. What is meant to be said to a customer (questions, answers to
pushback, a check-back's sentences) stays in the language of the talks, and so do sources.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[1] / "src" / "theirside"
SHOWN: Mapping[str, tuple[str, ...]] = {
    "care/measures": ("name", "group", "definition", "formula", "things", "why"),
    "care/moments": ("name", "why", "talk_about"),
    "care/pushback/kinds": ("name", "bears.why"),
    "care/pushback/toolkit": (
        "responses.name",
        "responses.fits",
        "responses.false_when",
    ),
    "care/pushback/ways": ("name",),
    "care/pushback/wording": ("why",),
    "care/review/packs": ("name", "message", "why", "better"),
    "purpose/chairs/acts": ("name",),
    "purpose/chairs/start.yaml": ("ends.says",),
    "purpose/deck": ("title", "do", "purpose", "how", "wrong_when", "afterwards"),
    "purpose/signs": ("says",),
    "purpose/team/experiments": ("title", "do", "how", "wrong_when", "look_back"),
    "purpose/team/questions.yaml": ("text",),
    "reader/labels": ("name", "definition", "why"),
    "serve/come_back.yaml": ("why",),
    "serve/ledger/kinds": ("name",),
    "serve/waiting.yaml": ("why",),
    "serve/checkback/tones.yaml": ("id",),
    "understand/facets": ("id", "name", "heading", "questions.why"),
    "understand/situations.yaml": ("why",),
}
"""Folders and files, and the fields in them; ``a.b`` is the field b of what is listed under a."""
WITH_GAPS = {"care/review/packs"}
"""Where the gaps are filled after the words were looked up; elsewhere what has gaps is left out."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def words() -> Iterator[tuple[Path, str, str]]:
    """Yield each file, the entry and field, and the words; those with gaps to fill are left out."""
    for place, fields in SHOWN.items():
        path = DATA / place
        for file in [path] if path.is_file() else sorted(path.rglob("*.yaml")):
            content = yaml.load(file.read_text("utf-8"), _LOADER)  # noqa: S506 - our own files
            for entry in content if isinstance(content, list) else [content]:
                for field in fields:
                    for text in _under(entry, field.split(".")):
                        if text and (place in WITH_GAPS or "{" not in text):
                            yield file, f"{entry.get('id', file.stem)}, {field}", text
                        if field == "things":
                            yield file, f"{entry['id']}, one of them", _one(text)


def _one(things: str) -> str:
    """Return the singular, as ``care.told`` says it."""
    return things.removesuffix("es" if things.endswith("ches") else "s")


def _under(entry: Any, names: list[str]) -> Iterator[str]:
    if isinstance(entry, list):
        for each in entry:
            yield from _under(each, names)
    elif isinstance(entry, dict) and names:
        yield from _under(entry.get(names[0]), names[1:])
    elif isinstance(entry, str) and not names:
        yield entry
