"""How we showed up in one conversation: every figure open to its definition and its sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app import queries
from theirside.app.access import Right, may
from theirside.app.measuring import measured
from theirside.app.web.charts import who_spoke_when
from theirside.app.web.measured import Group, Part, Words, groups, names, parts, words
from theirside.app.web.showing import turn_link
from theirside.app.web.talk_head import Head, head
from theirside.conversation import Side
from theirside.understand.feelings import passed_over_in

AT_ONCE = 400
"""Turns up to which a talk is counted before the page comes; a longer one's figures come after."""


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page shows; ``waiting``: a long talk is still to be counted."""

    head: Head
    waiting: bool
    groups: tuple[Group, ...] = ()
    doubt: str = ""
    chart: dict[str, Any] | None = None
    told: str = ""
    parts: tuple[Part, ...] = ()
    missed: tuple[Words, ...] = ()
    known: bool = False
    off: tuple[str, ...] = ()


def talk_measures(request: HttpRequest, key: str) -> HttpResponse:
    """Show the measures of one conversation."""
    it = queries.window(key, most=0)
    top = head(it, "talk_measures")
    if it.total > AT_ONCE and "count" not in request.GET:
        return render(request, "talk_measures.html", {"page": Page(top, waiting=True)})
    found = measured(key)
    talk = found.talk
    sided = any(talk.side(number) is not Side.UNKNOWN for number in range(len(talk.speakers)))
    chart = who_spoke_when(talk, lambda turn: turn_link(key, turn)) if it.total > 1 else None
    page = Page(
        head=top,
        waiting=False,
        groups=groups(found),
        doubt=found.doubt,
        chart=chart,
        told=str(chart["description"]) if chart else "",
        parts=parts(talk),
        missed=words(passed_over_in(talk), talk.conversation),
        known=sided,
        off=names(found.off),
    )
    context = {"page": page, "off": page.off, "may_set": may(Right.SETTINGS)}
    return render(request, "talk_measures.html", context)


urlpatterns = [path("<path:key>/measures/", talk_measures, name="talk_measures")]
