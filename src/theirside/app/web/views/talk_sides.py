"""Whose side the speakers of a conversation are on, and setting it right."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from theirside.app import queries
from theirside.app.swapped import seems_to_sell, swapped_in
from theirside.app.telling_sides import tell_sides
from theirside.app.web.talk_head import head
from theirside.conversation import Side


def sides(request: HttpRequest, key: str) -> HttpResponse:
    """Show whose side everybody is on; take what was told."""
    it = head(queries.window(key, most=0), "sides")
    if request.method == "POST":
        told = {
            each.name: Side(asked)
            for each in it.voices
            if (asked := request.POST.get(f"side-{each.number}", "")) in set(Side)
        }
        everywhere = request.POST.get("everywhere") == "yes"
        changed = {
            each.name: told[each.name]
            for each in it.voices
            if each.name in told and told[each.name] is not each.side
        }
        others = tell_sides(key, changed, everywhere=everywhere) if changed else 0
        messages.success(request, _told(changed, others))
        return redirect("conversation", key)
    return render(request, "sides.html", {"it": it, **_doubt(key)})


def swapped(request: HttpRequest, key: str) -> HttpResponse:
    """Say whether the two speakers look swapped, or who seems to sell: loaded into the talk."""
    it = head(queries.window(key, most=0), "sides")
    return render(request, "parts/swapped.html", {"it": it, **_doubt(key)})


def _doubt(key: str) -> dict[str, object]:
    talk = queries.conversation(key).conversation
    found = swapped_in(talk) if key not in queries.sides_told_in([key]) else None
    return {"swapped": found, "seller": seems_to_sell(talk)}


def _told(changed: dict[str, Side], others: int) -> str:
    if not changed:
        return _("Nothing was changed.")
    words = {
        Side.OURS: _("%(who)s is one of us"),
        Side.THEIRS: _("%(who)s is on their side"),
        Side.UNKNOWN: _("whose side %(who)s is on is not known"),
    }
    told = ", ".join(words[side] % {"who": who} for who, side in changed.items())
    more = ngettext(
        "%(n)s other conversation will be read again.",
        "%(n)s other conversations will be read again.",
        others,
    )
    said = _("Noted: %(told)s. The talk was read again.") % {"told": told}
    return f"{said} {more % {'n': f'{others:,}'}}" if others else said


urlpatterns = [
    path("<path:key>/sides/", sides, name="sides"),
    path("<path:key>/swapped/", swapped, name="swapped"),
]
