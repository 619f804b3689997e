"""What every page knows: the places of the frame, and which one this is."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the rail: the name of its page, its words, its icon, and the paths under it."""

    name: str
    words: str | Promise
    icon: str
    under: tuple[str, ...]


PLACES = (
    Place("today", _("Today"), "today", ()),
    Place("people", _("People"), "people", ("/people/", "/companies/")),
    Place("conversations", _("Conversations"), "conversations", ("/conversations/",)),
    Place("purpose", _("Purpose"), "purpose", ("/purpose/",)),
    Place("serve", _("Serve"), "serve", ("/serve/",)),
)


def frame(request: HttpRequest) -> dict[str, object]:
    """Return the rail's places and the one that the page belongs to."""
    here = next(
        (each.name for each in PLACES if request.path.startswith(each.under or ("//",))),
        "today" if request.path == "/" else _apart(request.path),
    )
    theme = request.COOKIES.get("theme", "")
    return {
        "places": PLACES,
        "here": here,
        "theme": theme if theme in {"light", "dark"} else "",
    }


def _apart(path: str) -> str:
    """Return the place of a page that no entry of the rail's list leads to."""
    return next((name for name in ("settings", "add") if path.startswith(f"/{name}/")), "")
