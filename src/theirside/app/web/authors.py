"""Who is looking: under which name what they write is kept."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Author:
    """The account that writes, and how it is shown to others ("" where there are no others)."""

    account: str
    name: str


def author_of(request: HttpRequest) -> Author:
    """Return who is looking."""
    user = request.user
    return Author(user.get_username(), user.get_full_name() or user.get_short_name() or "")
