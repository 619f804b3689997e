"""A conversation: the talk as a talk, with what the reader heard in its margin."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.moments import moments_of_conversation
from theirside.app.sharing import shared_by_me
from theirside.app.web.asking import number_in
from theirside.app.web.authors import author
from theirside.app.web.kinds import Chosen, Meaning, choices, meanings, shown_kinds
from theirside.app.web.moments_shown import ShownMoment, shown_moments
from theirside.app.web.showing import TURNS
from theirside.app.web.strip import Strip, strip
from theirside.app.web.talk_head import Head, head
from theirside.app.web.talking import ShownTurn, shown_turns

AT_ONCE = 400
"""Turns of a talk up to which its moments come with the page; a longer one's come after it."""
MOMENTS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """A turn, and the moments that begin with it."""

    turn: ShownTurn
    moments: tuple[ShownMoment, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows. ``waiting``: its moments are still to be looked for.

    ``earlier`` and ``later`` are links to the turns before and after, "" where there are none.
    """

    head: Head
    rows: tuple[Row, ...]
    moments: tuple[ShownMoment, ...]
    waiting: bool
    unread: bool
    kinds: tuple[Chosen, ...]
    meanings: tuple[Meaning, ...]
    strip: Strip | None
    first: int
    last: int
    total: int
    earlier: str
    later: str
    me: str


def conversation(request: HttpRequest, key: str) -> HttpResponse:
    """Show one conversation, of a long one the stretch that was asked for."""
    number = number_in(request, "at")
    it = queries.window(key, number // TURNS * TURNS, TURNS)
    if number and not it.turns:
        return redirect("conversation", key)
    wanted = shown_kinds(request)
    waiting = it.total > AT_ONCE and "moments" not in request.GET
    found = [] if waiting else moments_of_conversation(key, MOMENTS)
    shown = shown_moments(found, shared_by_me(key) if found else ())
    turns, labels = shown_turns(
        it,
        wanted,
        [quote for each in found for quote in each.evidence],
        queries.comments_in(key, first=it.first, end=it.end),
    )
    here = reverse("conversation", args=[key])
    page = Page(
        head=head(it, "conversation"),
        rows=tuple(
            Row(each, tuple(one for one in shown if one.place == each.place)) for each in turns
        ),
        moments=shown,
        waiting=waiting,
        unread=not it.reader,
        kinds=choices(wanted),
        meanings=meanings(labels),
        strip=strip(key, queries.stretches(key)),
        first=it.first,
        last=it.end - 1,
        total=it.total,
        earlier=f"{here}?at={it.first - TURNS}" if it.first else "",
        later=f"{here}?at={it.end}" if it.end < it.total else "",
        me=author().account,
    )
    return render(request, "conversation.html", {"page": page})


@require_POST
def read_now(_request: HttpRequest, key: str) -> HttpResponse:
    """Read a conversation that no reader has read yet."""
    from theirside.reader import default_reader

    services.reread(default_reader(), only=queries.window(key, most=0).id)
    return redirect("conversation", key)


urlpatterns = [
    path("<path:key>/read/", read_now, name="read_now"),
    path("<path:key>/", conversation, name="conversation"),
]
