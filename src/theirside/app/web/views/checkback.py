"""Checking back with somebody: composing the page, its link, and what they said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from theirside.app import queries, services
from theirside.app.answering import preview_of
from theirside.app.checkback import Made, judged_by, make_page
from theirside.app.web import customer_page
from theirside.app.web.checked_back import everybody, past_of, told_share
from theirside.errors import NotFoundError, NotKeptError
from theirside.serve.checkback.tones import tones
from theirside.understand.understanding import Person

DAYS = (7, 14, 30, 90)
USUAL = 30


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: how the page is to speak, who signs, a line of one's own, how long."""

    tone: str
    signed: str
    note: str
    days: int

    @classmethod
    def of(cls, request: HttpRequest) -> Wanted:
        """Return what a form says; what makes no sense counts as not said."""
        asked = request.POST
        tone, days = asked.get("tone", ""), asked.get("days", "")
        return cls(
            tone if tone in tones() else "",
            asked.get("signed", "").strip(),
            asked.get("note", "").strip(),
            int(days) if days in {str(each) for each in DAYS} else USUAL,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that could be made, as the customer would see it; or why there is none."""

    page: customer_page.Page | None
    tone: str = ""
    signed: str = ""
    why_not: str = ""
    wrong: str = ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def checkback(request: HttpRequest, key: str) -> HttpResponse:
    """Show the page that could be made, and those that were; make one when asked to."""
    person = queries.find_person(key)
    wanted = Wanted.of(request)
    made, draft = _drafted(person, wanted)
    if request.POST.get("do") == "make" and made is not None and not draft.wrong:
        services.keep_checkback(person, made.page)
        services.make_link(person, made.page.code, wanted.days)
        messages.success(request, _("The link is made. Nothing is sent: pass it on as you like."))
        return redirect("checkback", person.id)
    context = {
        "person": person,
        "tab": "checkback",
        "wanted": wanted,
        "draft": draft,
        "composing": request.method == "POST",
        "tones": list(tones()),
        "days": DAYS,
        "past": past_of(request, queries.checkbacks_of(person), queries.links_of(person)),
        "share": told_share(judged_by(person)),
        "everybody": told_share(everybody()),
    }
    return render(request, "checkback.html", context)


def _drafted(person: Person, wanted: Wanted) -> tuple[Made | None, Draft]:
    try:
        made = make_page(person, tone=wanted.tone, signed=wanted.signed, note=wanted.note)
    except NotFoundError as error:
        return None, Draft(None, why_not=str(error))
    except NotKeptError as error:
        return None, Draft(None, signed=wanted.signed, wrong=str(error))
    said = ", ".join(f"“{each}”" for each in made.sales_terms)
    wrong = _("%s: a word of ours, not of theirs. Say it plainly.") % said if said else ""
    until = timezone.now() + timedelta(days=wanted.days)
    page = customer_page.page_of(preview_of(made.page, person, until))
    return made, Draft(page, made.page.tone.id, made.page.signed, wrong=wrong)


@require_POST
def link_again(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """Make a new link to a check-back; the one before leads nowhere then."""
    person = queries.find_person(key)
    services.make_link(person, code, Wanted.of(request).days)
    messages.success(request, _("A new link is made; any before it leads nowhere now."))
    return redirect("checkback", person.id)


@require_POST
def close_link(request: HttpRequest, key: str, code: str) -> HttpResponse:
    """Close the link to a check-back."""
    person = queries.find_person(key)
    services.revoke_links(person, code)
    messages.success(request, _("The link is closed. Whoever opens it is told so, kindly."))
    return redirect("checkback", person.id)


urlpatterns = [
    path("<str:key>/check-back/", checkback, name="checkback"),
    path("<str:key>/check-back/<str:code>/link/", link_again, name="link_again"),
    path("<str:key>/check-back/<str:code>/close/", close_link, name="close_link"),
]
