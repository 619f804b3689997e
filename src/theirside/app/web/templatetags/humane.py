"""Numbers as people read them."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def grouped(number: int | None) -> str:
    """Return 12345 as ``12,345``."""
    return f"{number or 0:,}"


@register.filter
def unlocalized(number: int | None) -> str:
    """Return a number as an attribute takes it."""
    return str(number or 0)
