"""Conversations: all of them, the newest first, and looking for some."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from theirside.app import queries
from theirside.app.queries import ListedTalk, Search
from theirside.app.web.asking import number_in
from theirside.app.web.showing import day
from theirside.app.web.talking import channel_words
from theirside.conversation import Channel, Side


@dataclass(frozen=True, slots=True)
class Entry:
    """One conversation in the list; ``unknown`` names those whose side is not known."""

    link: str
    name: str
    when: str
    kind: str
    theirs: str
    ours: str
    unknown: str
    turns: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few that can be chosen."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows; ``before`` and ``after`` are links, "" where there is no page."""

    entries: tuple[Entry, ...]
    search: Search
    whom: str
    channels: tuple[Choice, ...]
    told: str
    number: int
    pages: int
    before: str
    after: str


def conversations(request: HttpRequest) -> HttpResponse:
    """List the conversations that were looked for."""
    asked = _asked(request)
    leaf = queries.leaf(asked, number_in(request, "page", 1))
    page = Page(
        tuple(_entry(each) for each in leaf.found),
        asked,
        leaf.person or asked.person,
        tuple(Choice(each, channel_words(each), each == asked.channel) for each in Channel),
        ngettext("%(n)s conversation", "%(n)s conversations", leaf.total)
        % {"n": f"{leaf.total:,}"},
        leaf.number,
        leaf.pages,
        _link(asked, leaf.number - 1) if leaf.number > 1 else "",
        _link(asked, leaf.number + 1) if leaf.number < leaf.pages else "",
    )
    return render(request, "conversations.html", {"page": page})


def _asked(request: HttpRequest) -> Search:
    asked = request.GET
    channel = asked.get("channel", "")
    return Search(
        channel=Channel(channel) if channel in set(Channel) else None,
        person=asked.get("with", "").strip()[:200],
        text=asked.get("about", "").strip()[:200],
        unknown=asked.get("sides") == "unknown",
    )


def _link(asked: Search, number: int) -> str:
    told = {
        "channel": asked.channel or "",
        "with": asked.person,
        "about": asked.text,
        "sides": "unknown" if asked.unknown else "",
        "page": str(number),
    }
    return "?" + urlencode({name: value for name, value in told.items() if value})


def _entry(each: ListedTalk) -> Entry:
    names = {side: _few(each.speakers.get(side, ())) for side in Side}
    turns = ngettext("%(n)s turn", "%(n)s turns", each.turns) % {"n": f"{each.turns:,}"}
    kind = channel_words(each.channel)
    return Entry(
        link=reverse("conversation", args=[each.id]),
        name=each.subject or _unnamed(each),
        when=day(each.at),
        kind=kind,
        theirs=names[Side.THEIRS],
        ours=names[Side.OURS],
        unknown=names[Side.UNKNOWN],
        turns=turns,
    )


def _unnamed(each: ListedTalk) -> str:
    """Return what to call a conversation without a subject: by its kind and whom it was with."""
    whom = _few((*each.speakers.get(Side.THEIRS, ()), *each.speakers.get(Side.UNKNOWN, ())))
    kind = channel_words(each.channel)
    return _("%(kind)s with %(whom)s") % {"kind": kind, "whom": whom} if whom else kind


def _few(names: tuple[str, ...], most: int = 3) -> str:
    """Return names in a row, the first few of many."""
    shown = ", ".join(names[:most])
    more = len(names) - most
    return _("%(names)s and %(n)s more") % {"names": shown, "n": more} if more > 0 else shown


urlpatterns = [path("", conversations, name="conversations")]
