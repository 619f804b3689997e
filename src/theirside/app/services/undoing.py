"""Undoing an import: what it brought goes again, and nothing else.

What cannot be undone: parts of a mail thread that it joined stay one thread, sides that its mails
told stay told, and what a contact card added to somebody known stays.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from theirside.app import models
from theirside.app.services.removing import remove_people, remove_turns
from theirside.app.store import writing
from theirside.app.viewing import seen_by
from theirside.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back. ``shared`` counts the talks that stay because a colleague's are, too."""

    turns: int
    conversations: int
    people: int
    shared: int


def undo_import(number: int) -> Undone:
    """Take back what one of one's own imports brought. Raises ``NotFoundError``."""
    with writing():
        account = models.Import.objects.filter(pk=number, undone_at=None).first()
        if account is None:
            raise NotFoundError(f"{number}: no import of yours that could be undone")
        with seen_by(None):  # what a colleague holds must be seen to be left alone
            undone = _take_back(account)
            account.undone_at = timezone.now()
            account.save(update_fields=["undone_at"])
    return undone


def _take_back(account: models.Import) -> Undone:
    brought = models.Turn.objects.filter(brought__report=account)
    shared = _let_go(account, set(brought.values_list("conversation_id", flat=True)))
    made_known = list(
        models.Person.objects.filter(brought__report=account).values_list("pk", flat=True)
    )
    turns, talks, _ = remove_turns(brought.exclude(conversation__in=shared))
    return Undone(turns, talks, remove_people(made_known), len(shared))


def _let_go(account: models.Import, talks: set[int]) -> set[int]:
    """Return the talks that colleagues hold, too, having let go of them."""
    if account.member_id is None:
        return set()
    held = models.Holding.objects.filter(conversation__in=talks)
    shared = set(held.exclude(member=account.member_id).values_list("conversation_id", flat=True))
    held.filter(member=account.member_id, conversation__in=shared).delete()
    return shared
