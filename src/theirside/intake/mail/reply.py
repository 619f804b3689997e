"""Which text of a mail is new: what its sender wrote now, apart from what they repeat.

A mail is mostly repetition: the quoted thread below the reply, the header above the quote, the
signature, the notice that lawyers asked for. A quote that is taken for its forwarder's own words
puts a statement into the wrong mouth, so everything that is not new is kept apart (never thrown
away: ``Body.original`` has it all), and everything that may be a real sentence stays.

Libraries were measured first (``evals/replies.py``, bodies recovered exactly, on talon's and
crisp's fixtures): mail-parser-reply 57%, email-reply-parser 54%, quotequail 50%, talon 66% (and it
fails on HTML from Word with today's lxml); this room 98%. None keeps offsets, so none is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from theirside.conversation import Apart, ApartKind
from theirside.intake.mail.disclaimer import mark_notices
from theirside.intake.mail.glued import unglued
from theirside.intake.mail.html import Page, to_page
from theirside.intake.mail.languages import lexicon
from theirside.intake.mail.lines import Line, to_lines
from theirside.intake.mail.markup import HINTS, Role
from theirside.intake.mail.quoting import mark_quotes
from theirside.intake.mail.signature import mark_signature
from theirside.intake.mail.signoff import Sender

_TAGGED = re.compile(r"\s{0,200}<(?:!doctype|html|head|body|div|p|table|span|meta|style)\b", re.I)
_LONGEST_HEADER = 6
"""Lines beyond which people have written into what their program meant for a reply header."""
_LONGEST_SIGNATURE = 30
_MUCH_LESS = 5
"""How many times more words HTML must hold for the plain text to be a mere stand-in for it."""


@dataclass(frozen=True, slots=True)
class Body:
    """One mail's body, its new text told from the rest.

    ``text`` is the new text as its sender wrote it, trimmed; empty when the mail holds nothing
    but repetition. ``original`` is the whole decoded body with ``\\n`` line ends, and ``apart``
    the stretches of ``original`` that are not new: sorted, disjoint, whole lines.
    """

    text: str
    original: str
    apart: tuple[Apart, ...]


def split(text: str, *, html: str = "", sender_name: str = "", sender_email: str = "") -> Body:
    """Tell the new text of a mail from what it repeats.

    ``text`` is the text/plain part and ``html`` the text/html part, either may be empty;
    ``sender_name`` and ``sender_email`` help to recognise a signature. The plain text is read
    unless it is missing, a mere stand-in, or lacks a quote or signature that the HTML marks.
    """
    sender = Sender.of(sender_name, sender_email)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if _TAGGED.match(plain):
        html, plain = html or plain, ""
    if not plain.strip():
        return _read_page(to_page(html), sender) if html.strip() else Body("", plain, ())
    plain = unglued(plain, lexicon())
    body = _read(to_lines(plain), plain, sender)
    if not html or _has_quotes(body):
        return body
    if HINTS.search(html) or len(html) > 20 * len(plain) + 2000:
        page = to_page(html)
        other = _read_page(page, sender)
        if (
            _has_quotes(other)
            or len(page.text) > _MUCH_LESS * len(plain)
            or (len(other.apart) > len(body.apart))
        ):
            return other
    return body


def _has_quotes(body: Body) -> bool:
    kinds = {part.kind for part in body.apart}
    return bool(kinds & {ApartKind.QUOTED, ApartKind.FORWARDED})


def _read_page(page: Page, sender: Sender) -> Body:
    """Read rendered HTML, with its own marks taken for quote marks where it has them."""
    lines = to_lines(page.text)
    rest: int | None = None
    for number in page.ruled:
        if number < len(lines):
            lines[number].ruled = True
    for mark in page.marks:
        if mark.role is Role.REST:
            rest = mark.first if rest is None else min(rest, mark.first)
            continue
        for line in lines[mark.first : mark.last]:
            if mark.role is Role.QUOTE:
                line.depth = line.depth or 1
            elif mark.role is Role.HEADER:
                line.heads = mark.last - mark.first <= _LONGEST_HEADER
            elif mark.role is Role.INDENT:
                line.indented = True
            elif mark.role is Role.SIGNATURE and mark.last - mark.first <= _LONGEST_SIGNATURE:
                line.kind = ApartKind.SIGNATURE
    return _read(lines, page.text, sender, rest=rest)


def _read(lines: list[Line], original: str, sender: Sender, *, rest: int | None = None) -> Body:
    words = lexicon()
    mark_quotes(lines, words, rest=rest)
    mark_notices(lines, words)
    mark_signature(lines, words, sender)
    kept: list[str] = []
    apart: list[Apart] = []
    for line in lines:
        if line.kind is None:
            if line.text.strip() or (kept and kept[-1].strip()) or not apart:
                kept.append(line.text)
        elif apart and apart[-1].end == line.start and apart[-1].kind is line.kind:
            apart[-1] = Apart(line.kind, apart[-1].start, line.end)
        elif line.end > line.start:
            apart.append(Apart(line.kind, line.start, line.end))
    return Body("\n".join(kept).strip(), original, tuple(apart))
