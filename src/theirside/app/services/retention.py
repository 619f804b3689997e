"""Retention: talks that ended long ago, erased when somebody confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from theirside.app import models
from theirside.app.services.forgetting import overwrite_freed
from theirside.app.services.removing import remove_people, remove_turns
from theirside.app.store import explained, writing


@dataclass(frozen=True, slots=True)
class Expired:
    """What went. ``overwritten`` says that the database file holds none of it any more."""

    turns: int
    conversations: int
    people: int
    overwritten: bool


@explained
def forget_talks_before(moment: datetime) -> Expired:
    """Erase the talks whose last turn was before this moment, and whoever was in no other."""
    with writing():
        old = models.Turn.objects.filter(conversation__last_at__lt=moment)
        turns, talks, people = remove_turns(old)
        gone = remove_people(people)
    return Expired(turns, talks, gone, overwrite_freed())
