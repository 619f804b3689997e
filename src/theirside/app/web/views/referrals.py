"""Referrals: who recommended us to whom, whom we recommended, and thanks owed."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from theirside.app import services
from theirside.app.referrals import Referrals, find_referral, referrals_page
from theirside.app.web.asking import number_in
from theirside.app.web.showing import ShownQuote, day, quote
from theirside.ledger_words import recommendation
from theirside.serve.ledger.referral import Named, Referral


@dataclass(frozen=True, slots=True)
class Shown:
    """One referral in a sentence, with the words that it rests on."""

    id: str
    sentence: str
    words: str
    quote: ShownQuote | None
    how: str
    thanks: ShownQuote | None
    people: tuple[Named, ...]


@require_safe
def referrals(request: HttpRequest) -> HttpResponse:
    """List them a page at a time, the newest first, and of these first those that owe thanks."""
    page = referrals_page(number_in(request, "page", 1))
    found = page.them
    received = [each for each in found.received if not each.owes_thanks]
    parts = [
        {"id": "owed", "name": _("Thanks owed"), "rows": _shown(found.owed, found)},
        {"id": "received", "name": _("We were recommended"), "rows": _shown(received, found)},
        {"id": "given", "name": _("We recommended"), "rows": _shown(found.given, found)},
    ]
    context = {
        "tab": "referrals",
        "parts": [each for each in parts if each["rows"]],
        "page": {"page": page.page, "pages": page.pages},
        "left": page.left,
    }
    return render(request, "referrals.html", context)


def _shown(every: tuple[Referral, ...] | list[Referral], found: Referrals) -> list[Shown]:
    talks = found.conversations
    return [
        Shown(
            each.id,
            recommendation(each) + ".",
            each.text,
            quote(each.evidence[0], talks) if each.evidence else None,
            _how(each),
            quote(each.thanks, talks) if each.thanks else None,
            tuple(one for one in (each.by, each.whom, each.to) if one.person),
        )
        for each in reversed(every)
    ]


def _how(each: Referral) -> str:
    parts = []
    if not each.evidence:
        how = _("added by hand") if each.id else _("decided on a fit")
        parts.append(f"{how}, {day(each.on)}")
    if each.thanked:
        parts.append(_("you thanked for it"))
    return " · ".join(parts)


@require_POST
def referral(request: HttpRequest, number: str) -> HttpResponse:
    """Note that somebody was thanked, or that it is no referral."""
    found = find_referral(number)
    if request.POST.get("do") == "strike":
        services.strike_referral(found)
        messages.success(request, _("Struck. It stays out of here."))
    else:
        services.thank_for_referral(found)
        messages.success(request, _("Noted: you thanked for it."))
    return redirect("referrals")


urlpatterns = [
    path("", referrals, name="referrals"),
    path("<str:number>/", referral, name="referral"),
]
