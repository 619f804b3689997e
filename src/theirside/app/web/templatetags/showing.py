"""Filters that say things as people write them."""

from __future__ import annotations

from collections.abc import Mapping

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from theirside.app.web.showing import day as day_in_words
from theirside.intake.shelf.thing import ThingKind

register = template.Library()
register.filter("day", day_in_words)

KINDS: Mapping[str, str | Promise] = {
    ThingKind.NOTE: _("note"),
    ThingKind.LINK: _("link"),
    ThingKind.ARTICLE: _("article"),
}


@register.filter
def thing_kind(kind: str) -> str:
    """Return what a thing on the shelf is, in the page's language."""
    return str(KINDS.get(kind, kind))
