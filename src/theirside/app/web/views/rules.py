"""Settings: the rules of the review, switched on and off for everybody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from theirside.app import queries, services
from theirside.app.access import Right, require
from theirside.care.review.rule import Rule
from theirside.care.review.rule import rules as known
from theirside.care.review.silence import is_on

NAMES: Mapping[str, str | Promise] = {
    "closing": gettext_lazy("closing"),
    "gift": gettext_lazy("gift"),
    "plain": gettext_lazy("plain"),
    "pressure": gettext_lazy("pressure"),
    "respect": gettext_lazy("respect"),
    "them": gettext_lazy("them"),
}
"""The packs that ship."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A rule and whether it is on."""

    rule: Rule
    on: bool


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack with its rules."""

    id: str
    name: str
    rules: tuple[Shown, ...]

    @property
    def on(self) -> int:
        """How many of its rules are on."""
        return sum(each.on for each in self.rules)


def rules(request: HttpRequest) -> HttpResponse:
    """List the packs with their rules."""
    require(Right.SETTINGS)
    switches = queries.switches()
    shown = [Shown(each, is_on(each.id, each.on, switches)) for each in known().values()]
    packs = [
        Pack(pack, str(NAMES.get(pack, pack)), tuple(of))
        for pack, of in groupby(shown, key=lambda each: each.rule.pack)
    ]
    return render(request, "rules.html", {"packs": packs})


@require_POST
def switch_rule(request: HttpRequest) -> HttpResponse:
    """Switch a rule or a pack for everybody."""
    require(Right.SETTINGS)
    name = request.POST.get("rule", "")
    on = request.POST.get("on") == "yes"
    if "." not in name:  # a pack: what was said of single rules of it gives way
        for each in known().values():
            if each.pack == name:
                services.switch_back(each.id)
    services.switch(name, on=on)
    return redirect(f"{reverse('rules')}#p-{name.partition('.')[0]}")


urlpatterns = [path("", rules, name="rules"), path("switch/", switch_rule, name="switch_rule")]
