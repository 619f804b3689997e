"""Replies as mail programs write them, made from the text that was sent.

Three programs, each in the way that it quotes: Gmail (marks in the plain text, a box in the HTML,
lines broken at 76), Outlook (a header of From/Sent/To/Subject, and everything below it unmarked),
Apple Mail (a ``cite`` box, marks in the plain text). Three ways of answering: above the quote by
number, between the quoted lines, and on our own lines behind "Your answer:".
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from email.message import EmailMessage
from html import escape

PROGRAMS = ("gmail", "gmail-html", "outlook", "outlook-html", "apple", "apple-html", "thunderbird")
STYLES = ("top", "between", "in-place")


def reply(program: str, style: str, sent: str, answers: Mapping[int, str]) -> bytes:
    """Return the reply as a mail."""
    lines = _between(sent, answers, in_place=style == "in-place") if style != "top" else None
    above = "\n".join(f"{number}: {text}" for number, text in answers.items())
    top = (
        f"Hi Sam,\n\n{above}\n\nBest,\nDana" if style == "top" else "Hi Sam, my answers are below."
    )
    quoted = lines or [(line, False) for line in sent.splitlines()]
    name, _, form = program.partition("-")
    mail = EmailMessage()
    mail["From"] = "Dana Whitfield <dana@fernhill.example>"
    mail["To"] = "Sam Okoro <sam@lantern.example>"
    mail["Subject"] = "Re: Did you understand me?"
    mail["Date"] = "Thu, 12 Mar 2026 10:00:00 +0100"
    mail["Message-ID"] = "<reply@fernhill.example>"
    if form:
        mail.set_content(_HTML[name](top, quoted), subtype="html")
    else:
        mail.set_content(_PLAIN[name](top, quoted))
    return mail.as_bytes()


Lines = list[tuple[str, bool]]
"""The lines of a reply's lower part, each with whether it is theirs."""


def _between(sent: str, answers: Mapping[int, str], *, in_place: bool) -> Lines:
    made: Lines = []
    number = 0
    for line in sent.splitlines():
        if line.startswith("["):
            number = int(line[1 : line.index("]")])
        is_label = line.startswith("Your answer:")
        if is_label and number in answers:
            made += (
                [(f"{line}{answers[number]}", False)]
                if in_place
                else [(line, False), ("", True), (answers[number], True), ("", True)]
            )
        else:
            made.append((line, False))
    return made


def _marked(lines: Lines, width: int = 0) -> str:
    made: list[str] = []
    for line, theirs in lines:
        parts = textwrap.wrap(line, width) if width and not theirs else [line]
        made += [part if theirs else f"> {part}".rstrip() for part in parts or [""]]
    return "\n".join(made)


def _gmail(top: str, lines: Lines) -> str:
    said = "On Wed, 11 Mar 2026 at 09:14, Sam Okoro <sam@lantern.example> wrote:"
    return f"{top}\n\n{said}\n\n{_marked(lines, 74)}\n"


def _outlook(top: str, lines: Lines) -> str:
    head = (
        "________________________________\nFrom: Sam Okoro <sam@lantern.example>\n"
        "Sent: Wednesday, 11 March 2026 09:14\nTo: Dana Whitfield <dana@fernhill.example>\n"
        "Subject: Did I understand you?\n"
    )
    return f"{top}\n\n{head}\n" + "\n".join(line for line, _ in lines) + "\n"


def _apple(top: str, lines: Lines) -> str:
    said = "> On 11 Mar 2026, at 09:14, Sam Okoro <sam@lantern.example> wrote:\n> "
    return f"{top}\n\n{said}\n{_marked(lines)}\n"


def _thunderbird(top: str, lines: Lines) -> str:
    said = "On 11/03/2026 09:14, Sam Okoro wrote:"
    return (
        f"{said}\n{_marked(lines, 70)}\n"
        if any(t for _, t in lines)
        else (f"{top}\n\n{said}\n{_marked(lines, 70)}\n")
    )


def _divs(text: str) -> str:
    return "".join(f"<div>{escape(line) or '<br>'}</div>" for line in text.splitlines())


def _boxes(lines: Lines, opening: str) -> str:
    """Return quoted lines in boxes, and theirs between the boxes."""
    made, inside = [opening], True
    for line, theirs in lines:
        if theirs == inside:
            made.append("</blockquote>" if inside else opening)
            inside = not inside
        made.append(f"<div>{escape(line) or '<br>'}</div>")
    return "".join((*made, "</blockquote>" if inside else ""))


def _gmail_html(top: str, lines: Lines) -> str:
    said = "On Wed, 11 Mar 2026 at 09:14, Sam Okoro &lt;sam@lantern.example&gt; wrote:"
    boxes = _boxes(lines, '<blockquote class="gmail_quote" style="margin:0 0 0 .8ex">')
    return (
        f'<div dir="ltr">{_divs(top)}</div><br><div class="gmail_quote">'
        f'<div dir="ltr" class="gmail_attr">{said}<br></div>{boxes}</div>'
    )


def _outlook_html(top: str, lines: Lines) -> str:
    def para(line: str) -> str:
        return f'<p class="MsoNormal">{escape(line) or "&nbsp;"}<o:p></o:p></p>'

    head = (
        '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm">'
        '<p class="MsoNormal"><b>From:</b> Sam Okoro &lt;sam@lantern.example&gt; <br>'
        "<b>Sent:</b> 11 March 2026 09:14<br><b>To:</b> Dana Whitfield<br>"
        "<b>Subject:</b> Did I understand you?</p></div></div>"
    )
    above = "".join(para(line) for line in top.splitlines())
    below = "".join(para(line) for line, _ in lines)
    return f'<html><body><div class="WordSection1">{above}{head}{below}</div></body></html>'


def _apple_html(top: str, lines: Lines) -> str:
    said = "On 11 Mar 2026, at 09:14, Sam Okoro &lt;sam@lantern.example&gt; wrote:"
    boxes = _boxes(lines, '<blockquote type="cite">')
    return f"<html><body>{_divs(top)}<div><br><div>{said}</div><br>{boxes}</div></body></html>"


_PLAIN = {
    "gmail": _gmail,
    "outlook": _outlook,
    "apple": _apple,
    "thunderbird": _thunderbird,
}
_HTML = {"gmail": _gmail_html, "outlook": _outlook_html, "apple": _apple_html}
