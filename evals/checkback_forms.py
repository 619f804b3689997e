"""Replies to a check-back in the forms that mail programs give them: whole mails, written here.

The shapes were read off real replies (``reply-parsing`` of the outside files, mailing lists): the
line above a quote and how it breaks, marks or none, boxes, rulers, encodings, flowed lines, spaces
that do not break, what a telephone signs. The words are ours and everybody in them is fictional.
"""

from __future__ import annotations

import base64
import quopri
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

ADDRESS = "sam@lantern.example"
NAME = "Sam Okoro"
Lines = Sequence[tuple[str, bool]]
"""The lines of a reply's lower part, each with whether it is theirs."""


@dataclass(frozen=True, slots=True)
class Form:
    """How one program writes: ``plain`` and ``html`` take what stands above and the lines below.

    ``head`` is the line above the quote, ``signed`` what the program adds under their words,
    ``flowed`` RFC 3676, ``hard`` that spaces before and after their words do not break.
    """

    name: str
    head: str
    plain: Callable[[Form, str, Lines], str] | None = None
    html: Callable[[Form, str, Lines], str] | None = None
    signed: str = ""
    width: int = 0
    encoding: str = "quoted-printable"
    charset: str = "utf-8"
    flowed: bool = False
    hard: bool = False


def mail(form: Form, above: str, lines: Lines) -> bytes:
    """Return the reply as a whole mail."""
    top = f"{above}\n\n{form.signed}".strip() if form.signed else above
    if form.hard:
        lines = [(text.replace(": ", ":\u00a0", 1) if own else text, own) for text, own in lines]
    parts = []
    if form.plain:
        more = "; format=flowed" if form.flowed else ""
        parts.append(_part(form, "plain", form.plain(form, top, lines), more))
    if form.html:
        parts.append(_part(form, "html", form.html(form, top, lines)))
    head = (
        b"From: Dana Whitfield <dana@fernhill.example>\r\nTo: Sam Okoro <sam@lantern.example>\r\n"
        b"Subject: Re: Did I understand you?\r\nDate: Thu, 12 Mar 2026 10:00:00 +0100\r\n"
        b"Message-ID: <reply@fernhill.example>\r\nMIME-Version: 1.0\r\n"
    )
    if len(parts) == 1:
        return head + parts[0]
    joined = b"".join(b"--=_b\r\n" + part + b"\r\n" for part in parts)
    return (
        head + b'Content-Type: multipart/alternative; boundary="=_b"\r\n\r\n' + joined + b"--=_b--"
    )


def _part(form: Form, kind: str, text: str, more: str = "") -> bytes:
    charset = form.charset
    try:
        raw = text.encode(charset)
    except UnicodeEncodeError:  # as programs do
        charset, raw = "utf-8", text.encode()
    if form.encoding == "base64":
        coded = base64.encodebytes(raw)
    elif form.encoding == "quoted-printable":
        coded = quopri.encodestring(raw)
    else:
        coded = raw
    head = (
        f'Content-Type: text/{kind}; charset="{charset}"{more}\r\n'
        f"Content-Transfer-Encoding: {form.encoding}\r\n\r\n"
    )
    return head.encode() + coded.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _marked(form: Form, top: str, lines: Lines) -> str:
    """Marks before every line of the quote; broken anew where the form has a width."""
    return _joined(top, form.head, "\n".join(_with_marks(form, lines)))


def _marked_head(form: Form, top: str, lines: Lines) -> str:
    """As Apple's programs: the line above the quote stands in it."""
    head = "".join(f"> {line}\n" for line in form.head.splitlines())
    return _joined(top, "", head + "> \n" + "\n".join(_with_marks(form, lines)))


def _with_marks(form: Form, lines: Lines) -> list[str]:
    made: list[str] = []
    for text, own in lines:
        parts = (textwrap.wrap(text, form.width) if form.width else []) or [text]
        for number, part in enumerate(parts):
            soft = " " if form.flowed and number < len(parts) - 1 else ""
            made.append(part + soft if own else f"> {part}".rstrip() + soft)
    return made


def _unmarked(form: Form, top: str, lines: Lines) -> str:
    """As Outlook: nothing but a header tells where the quote begins."""
    return _joined(top, form.head, "\n".join(text for text, _ in lines))


def _joined(top: str, head: str, below: str) -> str:
    return "\n\n".join(part for part in (top, head, below) if part) + "\n"


def _divs(text: str) -> str:
    return "".join(f"<div>{_spaced(line) or '<br>'}</div>" for line in text.splitlines())


def _spaced(text: str) -> str:
    return escape(text).replace("\u00a0", "&nbsp;")


def _boxed(opening: str, above: str) -> Callable[[Form, str, Lines], str]:
    """As Gmail, Apple Mail, Thunderbird: boxes around the quote, their words between them."""

    def made(form: Form, top: str, lines: Lines) -> str:
        parts, inside = [opening], True
        for text, own in lines:
            if own == inside:
                parts.append("</blockquote>" if inside else opening)
                inside = not inside
            parts.append(f"<div>{_spaced(text) or '<br>'}</div>")
        boxes = "".join((*parts, "</blockquote>" if inside else ""))
        head = above.replace("HEAD", escape(form.head).replace("\n", " "))
        return f'<html><body><div dir="ltr">{_divs(top)}</div><br>{head}{boxes}</body></html>'

    return made


def _word(form: Form, top: str, lines: Lines) -> str:
    """As Outlook with Word: paragraphs, fields in bold, a line above them, no box."""

    def para(text: str) -> str:
        return f"<p class=MsoNormal>{_spaced(text) or '&nbsp;'}<o:p></o:p></p>"

    fields = "<br>".join(
        f"<b>{escape(name)}:</b>{escape(value)}"
        for name, _, value in (line.partition(":") for line in form.head.splitlines())
    )
    ruled = "<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'>"
    head = f"<div>{ruled}<p class=MsoNormal>{fields}<o:p></o:p></p></div></div>"
    above = "".join(para(line) for line in top.splitlines())
    below = "".join(para(text) for text, _ in lines)
    return (
        f"<html><body lang=EN-GB><div class=WordSection1>{above}{head}{below}</div></body></html>"
    )


def _outlook_web(form: Form, top: str, lines: Lines) -> str:
    """As Outlook on the web and on telephones: a ruler and a named box, then paragraphs."""
    fields = escape(form.head.split("\n", 1)[1]).replace("\n", "<br>")
    below = "".join(f"<p>{_spaced(text) or '<br>'}</p>" for text, _ in lines)
    return (
        f'<html><body dir="ltr">{_divs(top)}<div id="appendonsend"></div>'
        f'<hr style="display:inline-block;width:98%" tabindex="-1">'
        f'<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri">{fields}</font><div>&nbsp;</div>'
        f"</div><div>{below}</div></body></html>"
    )


def _word_plain(form: Form, top: str, lines: Lines) -> str:
    """As Outlook with Word writes the plain text beside it: a blank line after every line."""
    return _joined(top, form.head, "\n\n".join(text for text, _ in lines if text))


_FIELDS = (
    f"From: {NAME} <{ADDRESS}>\nSent: Wednesday, 11 March 2026 09:14\n"
    "To: Dana Whitfield <dana@fernhill.example>\nSubject: Did I understand you?"
)
_GERMAN = (
    f"Von: {NAME} <{ADDRESS}>\nGesendet: Mittwoch, 11. März 2026 09:14\n"
    "An: Dana Whitfield <dana@fernhill.example>\nBetreff: Did I understand you?"
)
_RULE = "________________________________\n"
_GMAIL = '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex;border-left:1px #ccc solid">'
_GMAIL_ABOVE = '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">HEAD<br></div></div>'
_CITE = '<blockquote type="cite">'
_AT = "Wed, 11 Mar 2026 at 09:14"

FORMS = (
    Form("Gmail, plain", f"On {_AT}, {NAME} <{ADDRESS}> wrote:", _marked, width=72),
    Form("Gmail, broken line", f"On {_AT}, {NAME} <\n{ADDRESS}> wrote:", _marked, width=72),
    Form(
        "Gmail",
        f"On {_AT}, {NAME} <{ADDRESS}> wrote:",
        _marked,
        _boxed(_GMAIL, _GMAIL_ABOVE),
        width=72,
    ),
    Form(
        "Gmail, HTML alone",
        f"On {_AT}, {NAME} <{ADDRESS}> wrote:",
        html=_boxed(_GMAIL, _GMAIL_ABOVE),
        encoding="base64",
    ),
    Form(
        "Gmail, German",
        f"Am Mi., 11. März 2026 um 09:14 Uhr schrieb {NAME} <\n{ADDRESS}>:",
        _marked,
        width=72,
        encoding="base64",
    ),
    Form(
        "Gmail, Android",
        f"On Wed, 11 Mar 2026, 09:14 {NAME}, <{ADDRESS}> wrote:",
        _marked,
        width=72,
    ),
    Form("Outlook", _FIELDS, _word_plain, _word, charset="windows-1252"),
    Form("Outlook, HTML alone", _FIELDS, html=_word, hard=True),
    Form("Outlook, plain", f"-----Original Message-----\n{_FIELDS}", _unmarked, encoding="8bit"),
    Form("Outlook, marks", f"-----Original Message-----\n{_FIELDS}", _marked, width=72),
    Form("Outlook, German", _GERMAN, _unmarked),
    Form("Outlook on the web", _RULE + _FIELDS, _unmarked, _outlook_web),
    Form("Outlook on the web, HTML alone", _RULE + _FIELDS, html=_outlook_web, hard=True),
    Form(
        "Outlook, iOS",
        _RULE + _FIELDS,
        _unmarked,
        signed="Get Outlook for iOS<https://aka.ms/o0ukef>",
    ),
    Form(
        "Apple Mail",
        f"On 11 Mar 2026, at 09:14, {NAME} <{ADDRESS}> wrote:",
        _marked_head,
        _boxed(_CITE, "<div>HEAD</div><br>"),
        hard=True,
    ),
    Form(
        "Apple Mail, new",
        f"On Mar 11, 2026, at 9:14\u202fAM, {NAME} <{ADDRESS}> wrote:",
        _marked_head,
    ),
    Form(
        "Apple Mail, French", f"Le 11 mars 2026 à 09:14, {NAME} <{ADDRESS}> a écrit :", _marked_head
    ),
    Form(
        "iPhone",
        f"On 11 Mar 2026, at 09:14, {NAME} <{ADDRESS}> wrote:",
        _marked_head,
        signed="Sent from my iPhone",
    ),
    Form(
        "iPhone, HTML alone",
        f"On 11 Mar 2026, at 09:14, {NAME} <{ADDRESS}> wrote:",
        html=_boxed(_CITE, "HEAD<br><br>"),
        signed="Sent from my iPhone",
        hard=True,
    ),
    Form("Thunderbird", f"On 11/03/2026 09:14, {NAME} wrote:", _marked, width=72, flowed=True),
    Form(
        "Thunderbird, HTML",
        f"On 11/03/2026 09:14, {NAME} wrote:",
        html=_boxed(_CITE, '<div class="moz-cite-prefix">HEAD<br></div>'),
        encoding="8bit",
    ),
    Form(
        "Samsung",
        f"-------- Original message --------\nFrom: {NAME} <{ADDRESS}> \n"
        "Date: 11/03/2026 09:14 (GMT+01:00) \nTo: Dana Whitfield <dana@fernhill.example> \n"
        "Subject: Did I understand you? ",
        _unmarked,
        encoding="base64",
        signed="Sent from my Galaxy",
    ),
    Form(
        "Yahoo",
        f"On Wednesday, March 11, 2026 at 09:14:02 AM GMT+1, {NAME} <{ADDRESS}> wrote:",
        _unmarked,
    ),
    Form(
        "Proton", f"On Wednesday, March 11th, 2026 at 9:14 AM, {NAME} <{ADDRESS}> wrote:", _marked
    ),
    Form("Zoho", f"---- On Wed, 11 Mar 2026 09:14:02 +0100 {ADDRESS} wrote ----", _unmarked),
)
"""One for every way of a program that differs in what a reader has to tell."""
