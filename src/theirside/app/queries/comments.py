"""Comments on turns read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from theirside.app import models
from theirside.app.store import explained


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on turn ``turn`` (from 0) of a conversation.

    ``author`` is the account that wrote it, ``name`` how they are shown; ``changed_at`` is None
    where it still reads as it did ``at`` first.
    """

    id: int
    conversation: str
    turn: int
    author: str
    name: str
    text: str
    at: datetime
    changed_at: datetime | None = None


@explained
def comments_in(conversation: str, *, first: int = 0, end: int | None = None) -> list[Comment]:
    """Return the comments on turns ``[first, end)`` of a conversation, in the order of the talk."""
    rows = models.Comment.objects.filter(
        turn__conversation__key=conversation, turn__place__gte=first
    )
    if end is not None:
        rows = rows.filter(turn__place__lt=end)
    return [_comment(row) for row in rows.select_related("turn__conversation").order_by(*_ORDER)]


@explained
def comments_of(conversations: Iterable[str]) -> dict[str, list[Comment]]:
    """Return the comments in these conversations, by conversation."""
    rows = models.Comment.objects.filter(turn__conversation__key__in=list(conversations))
    found: dict[str, list[Comment]] = {}
    for row in rows.select_related("turn__conversation").order_by(*_ORDER):
        found.setdefault(row.turn.conversation.key, []).append(_comment(row))
    return found


_ORDER = ("turn__place", "at", "pk")


def _comment(row: models.Comment) -> Comment:
    turn = row.turn
    return Comment(
        row.pk,
        turn.conversation.key,
        turn.place,
        row.author,
        row.name,
        row.text,
        row.at,
        row.changed_at,
    )
