"""Talks that ended long ago: which they are, before anybody erases them."""

from __future__ import annotations

from datetime import datetime

from theirside.app import models
from theirside.app.store import explained


@explained
def talks_before(
    moment: datetime, most: int = 50, *, named: bool = True
) -> tuple[int, list[tuple[str, datetime]]]:
    """Return how many talks ended before this moment, and the oldest: subject or kind, and day.

    Without ``named`` it is the kind alone: what talks are called is for who holds them.
    """
    rows = models.Conversation.objects.filter(last_at__lt=moment)
    shown = rows.order_by("last_at", "pk").values_list("subject", "channel", "last_at")[:most]
    return rows.count(), [
        ((subject if named else "") or channel, at) for subject, channel, at in shown if at
    ]
