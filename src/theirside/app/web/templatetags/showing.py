"""Filters that say things as people write them."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from theirside.app.web.commanded import pressed
from theirside.app.web.points import POINTS
from theirside.app.web.showing import day as day_in_words
from theirside.app.web.showing import kind_of
from theirside.app.web.worded import worded
from theirside.intake.shelf.thing import ThingKind

register = template.Library()
register.filter("day", day_in_words)
register.filter("kind_of_talk", kind_of)
register.filter("worded", worded)

KINDS: Mapping[str, str | Promise] = {
    ThingKind.NOTE: _("note"),
    ThingKind.LINK: _("link"),
    ThingKind.ARTICLE: _("article"),
}


@register.filter
def thing_kind(kind: str) -> str:
    """Return what a thing on the shelf is, in the page's language."""
    return str(KINDS.get(kind, kind))


@register.filter
def commands(text: str) -> SafeString:
    """Return words of ours in which `a command in such marks` leads to its page.

    They are in the page's language; all is escaped.
    """
    parts = worded(str(text)).split("`")
    pieces = zip(parts[::2], [*parts[1::2], ""], strict=False)
    shown = ((plain, pressed(code) if code else "") for plain, code in pieces)
    return format_html_join("", "{}{}", shown)


@register.filter
def point(code: str) -> str:
    """Return what a point of the practice is called."""
    return str(POINTS.get(code, code))
