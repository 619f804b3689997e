"""Which lines of a mail repeat another one: quoted lines, what stands below a header, forwards.

Three ways of quoting are told apart. Lines with quote marks (or that the mail's HTML marks as a
quote) are quoted one by one, so that answers written between them stay. Below a header without
such lines everything is quoted. Below a forward everything is forwarded.
"""

from __future__ import annotations

import re

from theirside.conversation import ApartKind
from theirside.intake.mail.headers import Header, header_at, is_forward
from theirside.intake.mail.languages import Lexicon
from theirside.intake.mail.lines import Line, next_written

_CODE = re.compile(r"[(\[=]|^(?:import|from|print|del|def|for|with)\b")
_ELISION = re.compile(r"\W{0,3}(?:\.{2,}|…|snip|cut|schnipp|coupé)\W{0,3}", re.IGNORECASE)
_NEAR = 4
"""Lines below a thin header within which the quote has to begin."""
_WRAPS_AT = 70
"""Characters at which programs wrap lines, cutting the end of a quoted one off its quote mark."""


def mark_quotes(lines: list[Line], words: Lexicon, *, rest: int | None = None) -> None:
    """Set ``kind`` on the lines that are quoted, forwarded, or a header above such lines.

    ``rest`` is the line from which on the mail's HTML says that everything is quoted.
    """
    _spare_code(lines)
    _join_wrapped(lines)
    position = 0
    while position < len(lines):
        if rest is not None and position >= rest:
            _mark(lines, position, len(lines), ApartKind.QUOTED)
            break
        line = lines[position]
        if line.depth:
            position = _quote(lines, position, words)
            continue
        header = header_at(lines, position, words) if line.bare else None
        if header is None:
            position += 1
            continue
        position = _follow(lines, header)
    _join_blanks(lines)


def _quote(lines: list[Line], first: int, words: Lexicon) -> int:
    """Mark the quoted lines from ``first`` on; return the line behind them.

    Programs put a forward into a quote too: where their HTML does so, it is a forward.
    """
    last = first
    while last < len(lines) and lines[last].depth:
        last += 1
    marked = lines[first].text.lstrip()[:1] in {">", "＞", "&"}
    forwards = not marked and is_forward(lines[first].bare, words)
    _mark(lines, first, last, ApartKind.FORWARDED if forwards else ApartKind.QUOTED)
    return last


def _follow(lines: list[Line], header: Header) -> int:
    """Mark a header and what it announces; return the line at which reading goes on."""
    below = next_written(lines, header.last)
    _believe_indent(lines, below)
    while below < len(lines) and _ELISION.fullmatch(lines[below].bare) and not lines[below].depth:
        below = next_written(lines, below + 1)
    quoted = below < len(lines) and lines[below].depth > 0
    if header.forwards:
        _mark(lines, header.first, len(lines), ApartKind.FORWARDED)
        return len(lines)
    if header.weak and not (quoted and below - header.last <= _NEAR):
        return header.first + 1
    _mark(lines, header.first, header.last, ApartKind.HEADER)
    if quoted:
        elided = [line for line in lines[header.last : below] if line.bare]
        _mark(elided, 0, len(elided), ApartKind.QUOTED)
        return below
    _mark(lines, header.last, len(lines), ApartKind.QUOTED)
    return len(lines)


def _believe_indent(lines: list[Line], below: int) -> None:
    """Take an indented stretch below a header for the quote that the header announces."""
    while below < len(lines) and (lines[below].indented or not lines[below].bare):
        lines[below].depth = lines[below].depth or int(lines[below].indented)
        below += 1


def _mark(lines: list[Line], first: int, last: int, kind: ApartKind) -> None:
    for line in lines[first:last]:
        line.kind = kind


def _spare_code(lines: list[Line]) -> None:
    """Take the depth from marks that quote nothing: ``>>> x`` at a prompt, ``>`` closing a link."""
    position = 0
    while position < len(lines):
        if not lines[position].depth:
            position += 1
            continue
        first = position
        while position < len(lines) and lines[position].depth:
            position += 1
        above = lines[first - 1] if first else None
        run = lines[first:position]
        if _is_prompt(run):
            _spare(run)
        elif _is_open_link(lines[max(first - 2, 0) : first]) and run[0].text.startswith(">"):
            _spare(run[:1])
        elif len(run) == 1 and run[0].text.startswith(">From ") and not _announces(above):
            _spare(run)


def _spare(lines: list[Line]) -> None:
    for line in lines:
        line.depth = 0
        line.bare = line.text.strip()[:600]


def _is_prompt(run: list[Line]) -> bool:
    """Tell whether lines are typed at a prompt (``>>> x``, ``IDL> x``) rather than quoted."""
    code = sum(bool(_CODE.search(line.bare)) for line in run)
    if all(line.text.startswith(">>>") and line.depth == 3 for line in run):
        return code > 0
    return 2 * code >= len(run) and all(line.text.lstrip()[:1].isupper() for line in run)


def _announces(above: Line | None) -> bool:
    return above is not None and above.bare.endswith(":")


def _is_open_link(above: list[Line]) -> bool:
    """Tell whether a ``<`` is still open at the end of the lines above."""
    if not above or above[-1].depth:
        return False
    text = above[-1].bare
    if above[0].bare.endswith("<") and not above[0].depth:
        text = f"<{text}" if len(above) > 1 else text
    opened = text.rfind("<")
    return opened > text.rfind(">") and len(text[opened + 1 :].split()) <= 1


def _join_wrapped(lines: list[Line]) -> None:
    """Count the cut-off end of a quoted line as quoted too."""
    for above, line, below in zip(lines, lines[1:], lines[2:], strict=False):
        if (
            above.depth
            and below.depth
            and not line.depth
            and line.bare[:1].islower()
            and not above.bare.endswith(("?", ":"))
            and len(above.text) + len(line.bare.split(" ", 1)[0]) >= _WRAPS_AT
            and len(line.bare) < len(above.text)
        ):
            line.depth = above.depth


def _join_blanks(lines: list[Line]) -> None:
    """Let blank lines between kept-apart ones belong to the part above them."""
    position = 0
    while position < len(lines):
        below = next_written(lines, position)
        above = lines[position - 1].kind if position else None
        if above is not None and (below == len(lines) or lines[below].kind is not None):
            for line in lines[position:below]:
                line.kind = line.kind or above
        position = below + 1
