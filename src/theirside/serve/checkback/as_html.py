"""A check-back as one HTML file: nothing is fetched, nothing is sent, and no script is needed.

Answers are given on paper, by mail (a link with the numbers to fill in), or ticked and saved as a
file, which is the only thing that the small script at its end does.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from importlib.resources import files

from theirside.serve.checkback.statement import Page, Statement, Verdict

ANSWERS = (
    (Verdict.YES, "Yes"),
    (Verdict.NOT_QUITE, "Not quite …"),
    (Verdict.DONT_KEEP, "Please don’t keep this"),
)


def as_html(page: Page) -> str:
    """Return the whole page."""
    css, script = _shipped("page.css"), _shipped("page.js")
    return "\n".join(
        (
            "<!doctype html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">',
            '<meta name="robots" content="noindex">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{_said(page.tone.subject)}</title>",
            f"<style>\n{css}</style>",
            "</head>",
            f'<body data-checkback="{escape(page.code)}">',
            *_body(page),
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        )
    )


def _shipped(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _policy(script: str) -> str:
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "form-action 'none'; base-uri 'none'"
    )


def _body(page: Page) -> Iterator[str]:
    yield "<main>"
    yield f"<h1>{_said(page.tone.subject)}</h1>"
    yield f"<p>{_said(page.hello)}</p>"
    yield f"<p>{_said(page.tone.intro)}</p>"
    if page.note:
        yield f"<p>{_said(page.note)}</p>"
    yield f'<p class="how">{_said(page.tone.how)}</p>'
    for title, found in page.sections:
        yield f'<section><h2>{_said(title)}</h2><ol class="statements">'
        for each in found:
            yield from _statement(each)
        yield "</ol></section>"
    for title, lines in page.lists:
        items = "".join(f"<li>{_led(line)}</li>" for line in lines)
        yield f'<section><h2>{_said(title)}</h2><ul class="plain">{items}</ul></section>'
    yield '<div class="closing">'
    yield f"<p>{_said(page.tone.closing)}</p>"
    yield f'<p>{_said(page.tone.regards)}</p><p class="signed">{_said(page.signed)}</p>'
    yield f'<div class="send">{_mail_link(page)}'
    yield '<button id="save" type="button" hidden>Save my answers as a file</button></div>'
    yield f'<p class="mark">{_said(page.mark)}</p></div></main>'


def _statement(each: Statement) -> Iterator[str]:
    number = each.number
    words = f'<span class="lead">You said:</span> <span class="theirs">“{_said(each.words)}”</span>'
    said = words if each.quoted else _said(each.words)
    yield f'<li><span class="number">{number}</span><div><p class="said">{said}</p>'
    yield f'<fieldset data-number="{number}"><legend>Statement {number}: is that so?</legend>'
    for verdict, label in ANSWERS:
        kind = verdict.replace(" ", "-").replace("'", "")
        yield (
            f'<label class="{kind}"><input type="radio" name="s{number}" '
            f'value="{escape(verdict)}"> {label}</label>'
        )
    yield (
        f'<div class="words"><textarea aria-label="Statement {number}: how it really is" '
        'placeholder="How it really is"></textarea></div></fieldset></div></li>'
    )


def _led(line: str) -> str:
    """Return a line with its lead ("You asked:") set apart from the words."""
    lead, mark, words = line.partition(": “")
    if not mark:
        return _said(line)
    return f'<span class="lead">{_said(lead)}:</span> “{_said(words)}'


def _mail_link(page: Page) -> str:
    """Return a link that opens a mail with the numbers to fill in; works without any script."""
    numbers = "\n".join(f"{each.number}: " for each in page.statements)
    body = f"{numbers}\n\n{page.mark}\n"
    subject = f"Re: {page.tone.subject}"
    address = _percent(page.address, keep="@")
    target = f"mailto:{address}?subject={_percent(subject)}&body={_percent(body)}"
    return f'<a href="{escape(target)}">Answer by mail</a>'


def _said(text: str) -> str:
    """Return text for the page, with the apostrophes that belong into print."""
    return escape(re.sub(r"(?<=\w)'(?=\w)", "’", text), quote=False)


def _percent(text: str, keep: str = "") -> str:
    """Return text for a link, percent-encoded as RFC 3986 has it (2.1, 2.3)."""
    plain = f"-._~{keep}"
    return "".join(
        sign if sign.isascii() and (sign.isalnum() or sign in plain) else f"%{ord(sign):02X}"
        for sign in text.encode().decode("latin-1")
    )
