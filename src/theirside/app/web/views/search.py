"""Search: what people said, found by its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import path

from theirside.app import queries
from theirside.app.queries import Found, Wanted
from theirside.conversation import Channel, Side
from theirside.errors import AmbiguousError, NotFoundError


@dataclass(frozen=True, slots=True)
class Asked:
    """The form as it was filled in; ``wrong`` says what of it made no sense."""

    q: str
    side: str
    channel: str
    person: str
    since: str
    until: str
    wrong: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return any((self.side, self.channel, self.person, self.since, self.until))

    def link(self, page: int) -> str:
        """Return where another page of the same is."""
        given = {name: getattr(self, name) for name in _FIELDS if getattr(self, name)}
        return "?" + urlencode({**given, "page": page})


_FIELDS = ("q", "side", "channel", "person", "since", "until")


def search(request: HttpRequest) -> HttpResponse:
    """Show what was found, a page at a time."""
    asked, wanted = _asked(request.GET)
    number = request.GET.get("page", "")
    page = int(number) if number.isdigit() and len(number) < 6 else 1
    found = queries.search(wanted, page) if wanted else Found((), 1, more=False)
    shown = {
        "asked": asked,
        "query": asked.q,
        "found": found,
        "before": asked.link(page - 1) if page > 1 else "",
        "further": asked.link(page + 1) if found.more else "",
        "channels": list(Channel),
    }
    return render(request, "search.html", shown)


def _asked(given: QueryDict) -> tuple[Asked, Wanted | None]:
    """Return the form, and what to look for; None where nothing can be looked for."""
    asked = Asked(*(given.get(name, "").strip() for name in _FIELDS))
    try:
        return asked, Wanted(
            asked.q,
            Side(asked.side) if asked.side in set(Side) else None,
            Channel(asked.channel) if asked.channel in set(Channel) else None,
            queries.find_person(asked.person).id if asked.person else "",
            date.fromisoformat(asked.since) if asked.since else None,
            date.fromisoformat(asked.until) if asked.until else None,
        )
    except (NotFoundError, AmbiguousError) as error:
        wrong = str(error)
    except ValueError:
        wrong = "A day looks like 2026-05-31."
    return replace(asked, wrong=wrong), None


urlpatterns = [path("", search, name="search")]
