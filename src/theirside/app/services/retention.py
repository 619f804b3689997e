"""Retention: talks that ended long ago, erased when somebody confirms it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from theirside.app import models
from theirside.app.services.forgetting import overwrite_freed
from theirside.app.services.removing import remove_people, remove_turns
from theirside.app.store import explained, writing

AT_ONCE = 100
"""Talks that one transaction erases."""


@dataclass(frozen=True, slots=True)
class Expired:
    """What went. ``overwritten`` says that the database file holds none of it any more."""

    turns: int
    conversations: int
    people: int
    overwritten: bool


@explained
def forget_talks_before(
    moment: datetime,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
    *,
    last: int | None = None,
) -> Expired:
    """Erase the talks whose last turn was before this moment, and whoever was in no other.

    None that came in after the talk with the primary key ``last`` goes. So many talks at a time are
    one transaction, after which ``tell`` is told how many are done, of how many.
    """
    old = models.Turn.objects.filter(conversation__last_at__lt=moment)
    if last is not None:
        old = old.filter(conversation__lte=last)
    talks = old.order_by("conversation").values_list("conversation_id", flat=True).distinct()
    of, looked, turns, gone, people = talks.count(), 0, 0, 0, 0
    while some := list(talks[:AT_ONCE]):
        tell(looked, of)
        with writing():
            spoken, whole, known = remove_turns(old.filter(conversation__in=some))
            people += remove_people(known)
        turns, gone = turns + spoken, gone + whole
        looked += len(some)
    tell(looked, max(of, looked))
    return Expired(turns, gone, people, overwrite_freed())


def last_talk() -> int:
    """Return the primary key of the talk that came in last; 0 where there is none."""
    return models.Conversation.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
