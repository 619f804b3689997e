"""Undoing an import: what it brought goes again, and nothing else.

What cannot be undone: parts of a mail thread that it joined stay one thread, sides that its mails
told stay told, and what a contact card added to somebody known stays.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.db.models import QuerySet
from django.utils import timezone

from theirside.app import models
from theirside.app.services.removing import remove_people, remove_turns
from theirside.app.store import writing
from theirside.app.viewing import seen_by
from theirside.errors import NotFoundError

AT_ONCE = 100
"""Talks that one transaction takes back."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back. ``shared`` counts the talks that stay because a colleague's are, too."""

    turns: int
    conversations: int
    people: int
    shared: int


def undo_import(number: int, tell: Callable[[int, int], None] = lambda _done, _of: None) -> Undone:
    """Take back what one of one's own imports brought. Raises ``NotFoundError``.

    So many talks at a time are one transaction, after which ``tell`` is told how many turns are
    done, of how many. Whatever ends it in between, calling it again goes on where it was.
    """
    with writing():
        account = _account(number)
        with seen_by(None):
            shared = _let_go(account)
            of = _brought(account, shared).count()
    done = Undone(0, 0, 0, len(shared))
    tell(0, of)
    while True:
        with writing(), seen_by(None):  # what a colleague holds must be seen to be left alone
            part = _some_back(_account(number), shared)
        if part is None:
            break
        done = replace(done, turns=done.turns + part[0], conversations=done.conversations + part[1])
        tell(done.turns, max(of, done.turns))
    return replace(done, people=_finish(number))


def _account(number: int) -> models.Import:
    account = models.Import.objects.filter(pk=number, undone_at=None).first()
    if account is None:
        raise NotFoundError(f"{number}: no import of yours that could be undone")
    return account


def _brought(account: models.Import, shared: set[int]) -> QuerySet[models.Turn]:
    return models.Turn.objects.filter(brought__report=account).exclude(conversation__in=shared)


def _some_back(account: models.Import, shared: set[int]) -> tuple[int, int] | None:
    """Take some talks back; return how many turns and whole talks went, None if none was left."""
    brought = _brought(account, shared)
    talks = brought.order_by("conversation").values_list("conversation_id", flat=True)
    some = list(talks.distinct()[:AT_ONCE])
    if not some:
        return None
    turns, gone, _ = remove_turns(brought.filter(conversation__in=some))
    return turns, gone


def _finish(number: int) -> int:
    """Remove whom it made known and of whom nothing is left; note that it is undone."""
    with writing():
        account = _account(number)
        with seen_by(None):
            known = models.Person.objects.filter(brought__report=account)
            people = remove_people(list(known.values_list("pk", flat=True)))
            account.undone_at = timezone.now()
            account.save(update_fields=["undone_at"])
    return people


def _let_go(account: models.Import) -> set[int]:
    """Return the talks that colleagues hold, too, having let go of them."""
    if account.member_id is None:
        return set()
    brought = models.Turn.objects.filter(brought__report=account)
    talks = brought.order_by().values("conversation_id")
    held = models.Holding.objects.filter(conversation__in=talks)
    shared = set(held.exclude(member=account.member_id).values_list("conversation_id", flat=True))
    held.filter(member=account.member_id, conversation__in=shared).delete()
    return shared
