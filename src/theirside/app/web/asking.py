"""What a request asks for, where senseless answers are passed over."""

from __future__ import annotations

from django.http import HttpRequest

_LONGEST = 8
"""Digits of a number; what is longer is nobody's page or turn."""


def number_in(request: HttpRequest, name: str, otherwise: int = 0) -> int:
    """Return a whole number from 0 that the query names, ``otherwise`` where it names none."""
    text = request.GET.get(name, "")
    return int(text) if text.isdecimal() and len(text) <= _LONGEST else otherwise
