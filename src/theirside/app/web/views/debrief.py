"""A talk held against what was prepared for it: whose wants it served, what is new. Printable."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from theirside.app import queries
from theirside.app.debriefing import debriefed, whose_side
from theirside.app.web.debriefed import Debriefed, DebriefSection
from theirside.app.web.showing import day
from theirside.app.web.talk_head import Head, head
from theirside.errors import NotFoundError
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows; ``person`` is None where nobody on their side spoke."""

    head: Head
    person: Person | None
    others: tuple[Person, ...]
    against: str
    sections: tuple[DebriefSection, ...]


def debrief(request: HttpRequest, key: str) -> HttpResponse:
    """Show the debrief of a conversation, from the side of who was asked for."""
    it = head(queries.window(key, most=0), "debrief")
    try:
        whom, others = whose_side(key, request.GET.get("for", ""))
    except NotFoundError:
        return render(request, "debrief.html", {"page": Page(it, None, (), "", ())})
    made, known = debriefed(queries.conversation(key).conversation, whom)
    kept = made.prepared
    against = (
        _("held against the preparation for %(day)s") % {"day": day(kept.day)}
        if kept is not None
        else _("nothing was prepared for it")
    )
    worded = Debriefed(made, {each.id: each for each in known.conversations})
    page = Page(it, whom, others, against, worded.sections())
    return render(request, "debrief.html", {"page": page})


urlpatterns = [path("<path:key>/debrief/", debrief, name="debrief")]
