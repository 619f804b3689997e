"""Who is whom, as the user decides it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.people import persons_of, row_of
from theirside.app.services.fits import move_fits
from theirside.app.services.heard import note_heard, note_where
from theirside.app.services.linking import free_id, keys_of
from theirside.app.services.shelf import move_shelf_answers
from theirside.app.services.waiting import look_anew_at
from theirside.app.store import writing
from theirside.errors import NotFoundError
from theirside.understand.names import fold, is_full
from theirside.understand.understanding import Person

MERGE = "merge"
SPLIT = "split"


def merge(person: Person, other: Person) -> Person:
    """Make two persons one, under the first one's id; whatever comes in later respects it.

    Raises ``NotFoundError``; ``ValueError`` where both are the same.
    """
    if person.id == other.id:
        raise ValueError("a person cannot be merged with themselves")
    with writing():
        first, second = row_of(person), row_of(other)
        _decide(MERGE, _best_key(first), _best_key(second))
        return absorb(first, second)


def absorb(first: models.Person, second: models.Person) -> Person:
    """Give the first all that is the second's; the second's id leads to the first from now on."""
    held = set(first.keys.values_list("key", flat=True))
    second.keys.exclude(key__in=held).update(person=first)
    models.Key.objects.create(person=first, key=f"id:{second.public}", value="")
    second.speakers.update(person=first)
    second.judgements.update(person=first)
    days = set(first.preparations.values_list("day", flat=True))
    second.preparations.exclude(day__in=days).update(person=first)
    switched = first.switches.values_list("rule", flat=True)
    second.switches.exclude(rule__in=list(switched)).update(person=first)
    move_fits(first, second)
    move_shelf_answers(first, second)
    second.checkbacks.update(person=first)
    second.ledger.update(person=first)
    second.noted.update(person=first)
    second.calendar_entries.update(person=first)
    second.rehearsals.update(person=first)
    second.not_today.update(person=first)
    look_anew_at(first)
    first.company, first.role = first.company or second.company, first.role or second.role
    first.save()
    second.delete()
    note_heard([first.pk])
    note_where([first.pk])
    return _value(first)


def split(person: Person, label: str) -> Person:
    """Take whoever goes by this address, phone, name or conversation id out of a person.

    They become a person of their own, which is returned, and are never joined with the first
    again by themselves. Raises ``NotFoundError`` naming what the person goes by, ``ValueError``
    where that is all that there is of the person.
    """
    with writing():
        row = row_of(person)
        speakers = list(row.speakers.order_by("pk"))
        leaving = [each for each in speakers if _goes_by(each, label)]
        own = _own_keys(row, label, leaving)
        if not leaving and not own:
            raise NotFoundError(f"{label!r} is not part of {person.name}: {_parts(row)}")
        if len(leaving) == len(speakers) and speakers:
            raise ValueError(f"{label!r} is all that is known of {person.name}")
        staying = [each for each in speakers if each not in leaving]
        new = models.Person.objects.create(public=free_id(own or [label]), company="")
        for each in leaving:
            each.person = new
            new.company = new.company or each.company
        if _domains(leaving) & _domains(staying):  # colleagues: the card's company is both's
            new.company = row.company
        new.save()
        models.Speaker.objects.bulk_update(leaving, ["person"])
        _divide_keys(row, new, own, staying)
        look_anew_at(row)
        note_heard([row.pk, new.pk])
        note_where([row.pk, new.pk])
        _decide(SPLIT, _best_key(row), own[0])
        return _value(new)


def _domains(speakers: Iterable[models.Speaker]) -> set[str]:
    return {each.email.rpartition("@")[2] for each in speakers} - {""}


def _goes_by(speaker: models.Speaker, label: str) -> bool:
    wanted = fold(label)
    return wanted in {fold(speaker.name), speaker.email, speaker.phone, fold(speaker.scope)} - {""}


def _own_keys(row: models.Person, label: str, leaving: Iterable[models.Speaker]) -> list[str]:
    """Return the keys that go with the leaving, the particular ones first."""
    keys = [key for speaker in leaving for key in keys_of(speaker)]
    keys += [f"name:{fold(each.name)}" for each in leaving if is_full(each.name)]
    wanted = fold(label)
    of_label = row.keys.filter(key__in=[f"email:{wanted}", f"phone:{wanted}"])
    keys += of_label.values_list("key", flat=True)
    return list(dict.fromkeys(keys))


def _divide_keys(
    row: models.Person,
    new: models.Person,
    own: Sequence[str],
    staying: Sequence[models.Speaker],
) -> None:
    """Move the keys that only the leaving have; copy the names that both go by."""
    kept = {key for speaker in staying for key in keys_of(speaker)}
    kept |= {f"name:{fold(each.name)}" for each in staying if is_full(each.name)}
    for key in row.keys.filter(key__in=own):
        if key.key not in kept:
            key.person = new
            key.save()
        elif key.key.startswith("name:") or "/" in key.key:
            models.Key.objects.create(person=new, key=key.key, value=key.value)


def _parts(row: models.Person) -> str:
    values = row.keys.exclude(value="").values_list("value", flat=True)
    return ", ".join(dict.fromkeys(values.order_by("pk")))


def _best_key(row: models.Person) -> str:
    """Return the key that tells most: an address, a phone, a name, a label."""
    kinds = ("email", "phone", "name", "label", "contact")
    keys = row.keys.exclude(key__startswith="id:").values_list("key", flat=True)
    ranked = sorted(keys, key=lambda key: ("/" in key, kinds.index(key.partition(":")[0]), key))
    return ranked[0] if ranked else f"id:{row.public}"


def _decide(kind: str, first: str, second: str) -> None:
    models.Decision.objects.create(kind=kind, first=first, second=second, at=timezone.now())


def _value(row: models.Person) -> Person:
    return persons_of(models.Person.objects.filter(pk=row.pk))[row.pk]
