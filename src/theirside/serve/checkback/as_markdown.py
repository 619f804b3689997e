"""A check-back as Markdown: to print, to paste, or to fill in with an x."""

from __future__ import annotations

import re
from collections.abc import Iterator

from theirside.serve.checkback.statement import Page

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
ANSWERS = ("Yes", "Not quite: ", "Please don't keep this")


def as_markdown(page: Page) -> str:
    """Return the page as Markdown; each statement has its three answers as boxes to tick."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield from (f"# {page.tone.subject}", "", _safe(page.hello), "", _safe(page.tone.intro), "")
    if page.note:
        yield from (_safe(page.note), "")
    yield from (_safe(page.tone.how), "")
    for title, found in page.sections:
        yield from (f"## {title}", "")
        for each in found:
            yield from (f"**[{each.number}]** {_safe(each.shown)}", "")
            yield from (f"- [ ] {answer}" for answer in ANSWERS)
            yield ""
    for title, lines in page.lists:
        yield from (f"## {title}", "", *(f"- {_safe(line)}" for line in lines), "")
    yield from (_safe(page.tone.closing), "", f"{page.tone.regards}  ", _safe(page.signed), "")
    yield page.mark


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
