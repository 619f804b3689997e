"""A quote in the talk around it: in place where it was opened, or as a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app import queries
from theirside.app.web.showing import day, turn_link
from theirside.conversation import Side
from theirside.in_words import clock

SHOWN = 320
"""Characters of a turn that are shown before and after the quote, and of the turns around it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a turn: ``kind`` is ``quoted``, ``withheld``, ``cut`` or empty."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """A turn near a quote."""

    who: str
    when: str
    ours: bool
    quoted: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The talk around a quote."""

    title: str
    link: str
    turns: tuple[ShownTurn, ...]


def around(request: HttpRequest, key: str, turn: int, start: int, end: int) -> HttpResponse:
    """Show the talk around a quote."""
    found = queries.talk_around(key, turn)
    title = f"{found.channel} “{found.subject}”" if found.subject else str(found.channel)
    moment = next((each.at for each in found.turns if each.place == turn), None)
    page = Page(
        ", ".join(filter(None, (title, day(moment or found.started_at)))),
        turn_link(key, turn),
        tuple(_shown(each, turn, start, end) for each in found.turns),
    )
    template = "parts/around.html" if "HX-Request" in request.headers else "around.html"
    return render(request, template, {"page": page})


def _shown(turn: queries.NearTurn, place: int, start: int, end: int) -> ShownTurn:
    if turn.place == place:
        window = (max(0, start - SHOWN), end + SHOWN)
        quoted = (start, end)
    else:  # the end of what went before, the beginning of what came after
        size = len(turn.text)
        window = (max(0, size - SHOWN), size) if turn.place < place else (0, SHOWN)
        quoted = (0, 0)
    return ShownTurn(
        turn.speaker.label,
        clock(turn.start) or (f"{turn.at:%H:%M}" if turn.at else ""),
        turn.speaker.side is Side.OURS,
        turn.place == place,
        tuple(pieces(turn.text, window, quoted, turn.withheld)),
    )


def pieces(
    text: str,
    window: tuple[int, int],
    quoted: tuple[int, int],
    withheld: tuple[tuple[int, int], ...],
) -> Iterator[Piece]:
    """Yield a turn's text in pieces: cut to the window at spaces, what is withheld left out."""
    first, last = _at_spaces(text, window)
    if quoted[0] < quoted[1]:
        first, last = min(first, quoted[0]), max(last, quoted[1])
    marks = sorted([(*quoted, "quoted"), *((start, end, "withheld") for start, end in withheld)])
    if first > 0:
        yield Piece("", "cut")
    at = first
    for begins, ends, kind in marks:
        start, end = max(begins, at), min(ends, last)
        if start >= end:
            continue
        if start > at:
            yield Piece(text[at:start])
        yield Piece("" if kind == "withheld" else text[start:end], kind)
        at = end
    if at < last:
        yield Piece(text[at:last])
    if last < len(text):
        yield Piece("", "cut")


def _at_spaces(text: str, window: tuple[int, int]) -> tuple[int, int]:
    """Return the window, drawn in to where words begin and end."""
    first, last = max(0, window[0]), min(len(text), window[1])
    if first > 0:
        space = text.find(" ", first)
        first = space + 1 if 0 <= space < last else first
    if last < len(text):
        space = text.rfind(" ", first, last)
        last = space if space > first else last
    return first, last


urlpatterns = [
    path("<path:key>/<int:turn>/<int:start>-<int:end>/", around, name="around"),
]
