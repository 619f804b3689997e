"""A check-back as the text of a mail: to be sent, and answered line by line."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.serve.checkback.statement import Page


def as_mail(page: Page) -> str:
    """Return the text of the mail; its subject is the page's ``tone.subject``."""
    return "\n".join(_lines(page)).rstrip() + "\n"


def _lines(page: Page) -> Iterator[str]:
    yield from (page.hello, "", page.tone.intro, "")
    if page.note:
        yield from (page.note, "")
    yield from (page.tone.how, "")
    for title, found in page.sections:
        yield from ("", title, "")
        for each in found:
            yield from (f"[{each.number}] {each.shown}", f"{page.tone.label} ", "")
    for title, lines in page.lists:
        yield from ("", title, "", *(f"- {line}" for line in lines), "")
    yield from (page.tone.closing, "", page.tone.regards, page.signed, "", page.mark)
