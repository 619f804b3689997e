"""Contact cards: what an address book knows of people, taken over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db.models import Q

from theirside.app import models
from theirside.app.queries.workspace import workspace_us
from theirside.app.rows import clip, short
from theirside.app.services.bringing import note_person
from theirside.app.services.forgotten import is_forgotten
from theirside.app.services.linking import free_id
from theirside.app.services.people import SPLIT, absorb
from theirside.app.store import writing
from theirside.conversation import Contact, Speaker
from theirside.intake.sides import is_ours
from theirside.intake.us import Us
from theirside.understand.names import fold, is_full, tidy

_KEY = 640


def keep_contacts(contacts: Iterable[Contact]) -> None:
    """Take over what contact cards say: which addresses are one person's, names, company, role.

    Cards of ours and of people who were forgotten are passed over; what the user has split stays
    split. Whoever is not known yet is remembered without a conversation.
    """
    with writing():
        us = workspace_us()
        for contact in contacts:
            if not _is_ours(contact, us) and not is_forgotten(_keys(contact)):
                _keep(contact)


def _is_ours(contact: Contact, us: Us) -> bool:
    cards = [Speaker(contact.name), *(Speaker(email=each.lower()) for each in contact.emails)]
    return any(is_ours(each, us) for each in cards)


def _keys(contact: Contact) -> list[str]:
    """Return the keys that a card gives, the full name last."""
    keys = [f"email:{email.casefold()}" for email in contact.emails]
    keys += [f"phone:{phone}" for phone in contact.phones]
    keys += [f"name:{fold(contact.name)}"] if is_full(contact.name) else []
    return [short(key, _KEY) for key in keys]


def _keep(contact: Contact) -> None:
    keys = _keys(contact)
    if not keys:
        return
    reached = [key for key in keys if not key.startswith("name:")]
    found = list(
        models.Person.objects.filter(keys__key__in=reached or keys).distinct().order_by("pk")
    )
    if not reached and len(found) > 1:
        return  # a bare name that several people bear tells nothing of any of them
    row = found[0] if found else _new(keys)
    if len(found) > 1 and _are_apart(reached):
        return
    for other in found[1:]:
        absorb(row, other)
    _learn(row, contact, keys)


def _new(keys: Sequence[str]) -> models.Person:
    row = models.Person.objects.create(public=free_id(keys))
    note_person(row)
    return row


def _are_apart(keys: Sequence[str]) -> bool:
    split_here = Q(kind=SPLIT) & (Q(first__in=keys) | Q(second__in=keys))
    return models.Decision.objects.filter(split_here).exists()


def _learn(row: models.Person, contact: Contact, keys: Iterable[str]) -> None:
    values = {f"email:{email.casefold()}": email.lower() for email in contact.emails}
    values |= {f"phone:{phone}": phone for phone in contact.phones}
    models.Key.objects.bulk_create(
        (
            models.Key(person=row, key=key, value=clip(values.get(key, tidy(contact.name))))
            for key in keys
        ),
        ignore_conflicts=True,
    )
    row.company = row.company or clip(contact.company)
    row.role = row.role or clip(contact.role)
    row.save()
