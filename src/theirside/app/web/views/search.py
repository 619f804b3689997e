"""Search: what people said, found by its words or by its meaning."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from theirside.app import queries
from theirside.app.queries import By, Found, Hit, Wanted
from theirside.app.web.tasks import read_again
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
    by: str
    wrong: str = ""

    @property
    def narrowed(self) -> bool:
        """Whether any filter is set."""
        return any((self.side, self.channel, self.person, self.since, self.until, self.by))

    def link(self, page: int) -> str:
        """Return where another page of the same is."""
        return self._link(page=page)

    @property
    def whole(self) -> str:
        """Where what says it in other words is looked for, too."""
        return self._link(whole="yes")

    def _link(self, **more: object) -> str:
        given = {name: getattr(self, name) for name in _FIELDS if getattr(self, name)}
        return "?" + urlencode({**given, **more})


@dataclass(frozen=True, slots=True)
class Group:
    """Hits that were found in one way; ``title`` is "" where nothing else was found."""

    title: str
    under: str
    hits: tuple[Hit, ...]


_FIELDS = ("q", "side", "channel", "person", "since", "until", "by")


def search(request: HttpRequest) -> HttpResponse:
    """Show what was found, a page at a time.

    What has the words is there at once; what says it in other words takes longer, and is fetched
    by the page itself.
    """
    asked, wanted = _asked(request.GET)
    number = request.GET.get("page", "")
    page = int(number) if number.isdigit() and len(number) < 6 else 1
    is_later = bool(wanted and wanted.by_meaning and page == 1 and "whole" not in request.GET)
    if wanted and is_later:
        wanted = replace(wanted, words_only=True)
    found = queries.search(wanted, page) if wanted else Found((), 1, more=False)
    words, meant = _groups(found, is_later=is_later)
    shown = {
        "asked": asked,
        "query": asked.q,
        "found": found,
        "words": words,
        "meant": meant,
        "later": asked.whole if is_later else "",
        "kept": [(name, getattr(asked, name)) for name in _FIELDS if getattr(asked, name)],
        "before": asked.link(page - 1) if page > 1 else "",
        "further": asked.link(page + 1) if found.more else "",
        "channels": list(Channel),
    }
    return render(request, "search.html", shown)


def _groups(found: Found, *, is_later: bool) -> tuple[Group, Group]:
    """Return what has the words, and what says it in other words."""
    words = tuple(hit for hit in found.hits if hit.by is By.WORDS)
    meant = tuple(hit for hit in found.hits if hit.by is By.MEANING)
    if meant and meant[0].sure:
        title, under = _("In other words"), _("Found by meaning, the nearest first.")
    else:
        title = _("What comes nearest")
        under = _("Nobody said quite that. Found by meaning, and perhaps wide of it.")
    title_of_words = _("With these words") if meant or is_later else ""
    return Group(title_of_words, "", words), Group(title, under, meant)


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
            words_only=asked.by == By.WORDS,
        )
    except (NotFoundError, AmbiguousError) as error:
        wrong = str(error)
    except ValueError:
        wrong = "A day looks like 2026-05-31."
    return replace(asked, wrong=wrong), None


@require_POST
def make_ready(request: HttpRequest) -> HttpResponse:
    """Let what search by meaning lacks be coded in the background."""
    read_again.enqueue()
    messages.success(request, _("That is being done beside your work; it takes a while."))
    asked = _asked(request.POST)[0]
    return redirect(reverse("search") + asked.link(1))


urlpatterns = [
    path("", search, name="search"),
    path("ready/", make_ready, name="make_ready"),
]
