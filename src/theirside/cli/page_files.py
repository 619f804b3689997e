"""A page as a file: Markdown, or one self-contained HTML page that prints on one sheet of A4.

The HTML fetches nothing and runs nothing. Whatever people wrote is escaped; it can't become markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from theirside.cli.page import Line, Page, Section, Voice, print_page
from theirside.cli.printing import harmless, paragraph, print_json

STYLE = Path(__file__).with_name("page.css")
ROOMY = 120
"""Rows from which a page is set in smaller print, so that it stays one sheet of A4."""
ROW = 55
"""Characters of a printed row, of which there are two columns."""
_MARKUP = re.compile(r"([\\`*_\[\]<>#|])")
_NO_SCRIPTS = "default-src 'none'; style-src 'unsafe-inline'"


def as_markdown(page: Page) -> str:
    """Return a page as Markdown: their words as quotes, notes beneath."""
    parts = [f"# {_plain(page.title)}", *(_plain(line) for line in page.under)]
    for section in page.shown:
        parts.append(f"## {_plain(section.title)}")
        rows = [_item(line) for line in section.lines]
        parts.append("\n".join(rows) if rows else f"*{_plain(section.empty)}*")
    return "\n\n".join(parts) + "\n"


def _item(line: Line) -> str:
    label = f"**{_plain(line.label)}** " if line.label else ""
    mark = f"{line.mark} " if line.mark else ""
    notes = [f"  <br>{_plain(note)}" for note in (line.beneath, *line.notes) if note]
    return "\n".join([f"- {mark}{label}{_plain(line.text)}", *notes])


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", harmless(" ".join(text.split())))


def as_html(page: Page) -> str:
    """Return a page as HTML: one file, no scripts, nothing fetched, one sheet of A4 in print."""
    title = _escaped(page.title)
    under = "".join(f"<p class=under>{_escaped(line)}</p>" for line in page.under)
    body = "\n".join(_section(each) for each in page.shown)
    return (
        f'<!doctype html>\n<html lang="en"{_dense(page)}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_NO_SCRIPTS}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{title}</title>\n<style>\n{STYLE.read_text('utf-8')}</style>\n</head>\n<body>\n"
        f"<main>\n<header><h1>{title}</h1>{under}</header>\n"
        f"<div class=sections>\n{body}\n</div>\n</main>\n</body>\n</html>\n"
    )


def _dense(page: Page) -> str:
    """Return the mark of a page that needs smaller print to fit on one sheet."""
    rows = sum(2 + sum(map(_rows_of, each.lines)) for each in page.shown)
    return " class=dense" if rows > ROOMY else ""


def _rows_of(line: Line) -> int:
    """Return about how many printed rows a line takes."""
    texts = (line.label, line.text, line.beneath, *line.notes)
    return sum(1 + len(text) // ROW for text in texts if text)


def _section(section: Section) -> str:
    rows = "".join(_rows(section))
    return f"<section>\n<h2>{_escaped(section.title)}</h2>\n{rows}</section>"


def _rows(section: Section) -> Iterator[str]:
    if not section.lines:
        yield f"<p class=empty>{_escaped(section.empty)}</p>\n"
        return
    yield "<ul>\n"
    for line in section.lines:
        yield _row(line)
    yield "</ul>\n"


def _row(line: Line) -> str:
    mark = f"<span class=mark>{_escaped(line.mark)}</span> " if line.mark else ""
    label = f"<span class=label>{_escaped(line.label)}</span> " if line.label else ""
    tag = "q" if line.voice is not Voice.TOOL and line.text.startswith("“") else "span"
    words = line.text.removeprefix("“").removesuffix("”") if tag == "q" else line.text
    guess = " guess" if line.mark == "≈" else ""
    beneath = f"<span class=beneath>{_escaped(line.beneath)}</span>" if line.beneath else ""
    notes = "".join(f"<small>{_escaped(note)}</small>" for note in line.notes)
    said = f"<{tag} class=words>{_escaped(words)}</{tag}>"
    return f'<li class="{line.voice}{guess}">{label}{mark}{said}{beneath}{notes}</li>\n'


def _escaped(text: str) -> str:
    return escape(harmless(" ".join(text.split())))


def show(page: Page, form: dict[str, Any] | None, html: Path | None, md: Path | None) -> None:
    """Write a page to the files that are asked for, and print it, or its JSON form if given."""
    for path, text in ((html, as_html), (md, as_markdown)):
        if path is not None:
            path.write_text(text(page), encoding="utf-8")
    if form is not None:
        print_json(form)
        return
    print_page(page)
    written = [str(path) for path in (html, md) if path is not None]
    if written:
        paragraph("")
        paragraph("Written: " + ", ".join(written), style="dim", hang=2)
