"""Role-play in two chairs as a chat: face a customer, or sit in their chair and meet oneself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries, rehearsing, services
from theirside.app.web import showing
from theirside.app.web.views.looked_back import looked_back
from theirside.app.web.worded import worded
from theirside.conversation import Conversation
from theirside.errors import AmbiguousError, NotFoundError
from theirside.purpose.chairs.data import start
from theirside.purpose.chairs.session import Chair, Exchange, Rehearsal
from theirside.purpose.chairs.state import called
from theirside.purpose.chairs.voice import Plain
from theirside.understand.understanding import Person

LITTLE = 8
"""Fewer things known of somebody than this are little to rehearse with."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """Something said in the play; ``outside`` is a note beside it, with what is worth asking."""

    text: str
    outside: bool
    ask: str
    quote: showing.ShownQuote | None


@dataclass(frozen=True, slots=True)
class ShownExchange:
    """What the user said, and what was said to it."""

    number: int
    reply: str
    lines: tuple[ShownLine, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A rehearsal as a chat. ``name`` is who sits in the other chair."""

    code: str
    person: Person
    seller: bool
    name: str
    exchanges: tuple[ShownExchange, ...]
    trust: int
    patience: int
    told: int
    ended: str
    over: bool


@dataclass(frozen=True, slots=True)
class Kept:
    """A rehearsal in the list of those that are kept."""

    code: str
    person: Person
    seller: bool
    day: str
    replies: int
    ended: str


def role_play(request: HttpRequest) -> HttpResponse:
    """Ask whom with and in which chair; list what is kept."""
    to = request.GET.get("to", "").strip()
    kept = [_kept(each) for each in rehearsing.past()[:50]]
    context = {"kept": kept, "to": to, "tab": "role_play", "known": queries.has_people()}
    return render(request, "role_play.html", context)


def _kept(each: Rehearsal) -> Kept:
    seller = each.chair is Chair.SELLER
    return Kept(
        each.code,
        each.person,
        seller,
        showing.day(each.at),
        each.replies,
        _ends().get(each.end, ""),
    )


def _ends() -> Mapping[str, str]:
    return {each.id: worded(each.says) for each in start().ends}


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begin a rehearsal."""
    to = request.POST.get("to", "").strip()
    chair = Chair.CUSTOMER if request.POST.get("chair") == "customer" else Chair.SELLER
    try:
        person = queries.find_person(to)
        begun = rehearsing.begin(person, chair, seed=len(rehearsing.past(person)))
    except (AmbiguousError, NotFoundError) as error:
        messages.error(request, str(error) if to else _("Say with whom: a name will do."))
        return redirect("role_play")
    return redirect("rehearsal", begun.code)


def rehearsal(request: HttpRequest, code: str) -> HttpResponse:
    """Show a rehearsal as it stands."""
    return render(request, "rehearsal.html", {"page": _page(queries.rehearsal(code))})


@require_POST
def say(request: HttpRequest, code: str) -> HttpResponse:
    """Take it one exchange further."""
    text = request.POST.get("text", "").strip()
    part = "HX-Request" in request.headers
    try:
        after = rehearsing.reply(code, text)
    except ValueError:
        after = queries.rehearsal(code)
        if not part:
            messages.error(request, _("Say something first; or end it."))
    if part:
        return render(request, "parts/rehearsing.html", {"page": _page(after)})
    return redirect("rehearsal", after.code)


@require_POST
def end(_request: HttpRequest, code: str) -> HttpResponse:
    """End it where it stands, and look back."""
    found = queries.rehearsal(code)
    if not found.end:
        rehearsing.end(found)
    return redirect("look_back", found.code)


@require_POST
def go_on(_request: HttpRequest, code: str) -> HttpResponse:
    """Take up again what was left."""
    return redirect("rehearsal", rehearsing.resume(code).code)


@require_POST
def erase(request: HttpRequest, code: str) -> HttpResponse:
    """Erase it for good."""
    found = queries.rehearsal(code)
    services.erase_rehearsal(found.code)
    messages.success(request, _("Erased: the rehearsal with %(who)s.") % {"who": found.person.name})
    return redirect("role_play")


def look_back(request: HttpRequest, code: str) -> HttpResponse:
    """Show a rehearsal looked back on."""
    found = rehearsing.look_back(code)
    over = bool(found.rehearsal.end)
    return render(request, "looked_back.html", {"page": looked_back(found), "over": over})


def _page(it: Rehearsal) -> Page:
    seller = it.chair is Chair.SELLER
    keys = {
        line.quote.conversation
        for each in it.exchanges
        for line in each.lines
        if line.quote is not None
    }
    talks = {each.conversation.id: each.conversation for each in queries.talks_with_ids(list(keys))}
    return Page(
        it.code,
        it.person,
        seller,
        called(it.person) if seller else _("The seller, who talks as we do"),
        tuple(_exchanges(it, talks)),
        it.state.trust,
        it.state.patience,
        len(it.state.told),
        _ends().get(it.end, ""),
        bool(it.end),
    )


def _exchanges(it: Rehearsal, talks: Mapping[str, Conversation]) -> Iterator[ShownExchange]:
    for number, each in enumerate(it.exchanges):
        yield ShownExchange(number, each.reply, tuple(_lines(it, each, talks)))


def _lines(
    it: Rehearsal, exchange: Exchange, talks: Mapping[str, Conversation]
) -> Iterator[ShownLine]:
    voice = Plain()
    for line in exchange.lines:
        quote = showing.quote(line.quote, talks) if line.quote is not None else None
        yield ShownLine(voice.speak(it.state, line), line.outside, line.ask, quote)


urlpatterns = [
    path("", role_play, name="role_play"),
    path("begin/", begin, name="begin_rehearsal"),
    path("<str:code>/", rehearsal, name="rehearsal"),
    path("<str:code>/say/", say, name="say_in_rehearsal"),
    path("<str:code>/end/", end, name="end_rehearsal"),
    path("<str:code>/on/", go_on, name="resume_rehearsal"),
    path("<str:code>/erase/", erase, name="erase_rehearsal"),
    path("<str:code>/back/", look_back, name="look_back"),
]
