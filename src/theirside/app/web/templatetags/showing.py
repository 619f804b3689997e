"""Filters that say things as people write them."""

from __future__ import annotations

from datetime import date, datetime

from django import template

register = template.Library()


@register.filter
def day(moment: datetime | date | None) -> str:
    """Return a day as people write it: ``12 Mar 2026``; empty for None."""
    return f"{moment.day} {moment:%b %Y}" if moment is not None else ""
