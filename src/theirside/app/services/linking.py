"""Speakers joined to people as they come in, where it is certain who they are.

The rules are those of ``theirside.understand.people``, applied to the few speakers of one
conversation with two queries instead of to everything that was ever said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from theirside.app import models
from theirside.app.rows import clip, short, speaker_of
from theirside.app.services.bringing import note_person
from theirside.app.services.heard import note_heard, note_where
from theirside.conversation import Side
from theirside.understand.names import fold, is_full, tidy
from theirside.understand.people import id_of, voice_keys

_KEY = 640


def link(rows: Iterable[models.Speaker]) -> None:
    """Join every speaker on their side who has no person yet to one, made where none fits."""
    loose = [row for row in rows if row.side == Side.THEIRS and row.person_id is None]
    if not loose:
        return
    voices = [_Voice.of(row) for row in loose]
    known = _Known.of({key for voice in voices for key in (*voice.keys, voice.full_name)})
    for voice in voices:
        voice.row.person = known.person_of(voice) or known.new_person(voice)
        known.learn(voice, voice.row.person)
    for voice in voices:
        models.Speaker.objects.filter(pk=voice.row.pk).update(person=voice.row.person)
    known.save()
    people = {voice.row.person_id for voice in voices}
    note_heard(people)
    note_where(people)


def keys_of(row: models.Speaker) -> tuple[str, ...]:
    """Return the keys of a stored speaker, the most particular first."""
    return tuple(short(key, _KEY) for key in voice_keys(speaker_of(row), row.scope))


@dataclass(slots=True)
class _Voice:
    row: models.Speaker
    keys: tuple[str, ...]
    full_name: str

    @classmethod
    def of(cls, row: models.Speaker) -> _Voice:
        keys = keys_of(row)
        return cls(row, keys, f"name:{fold(row.name)}" if is_full(row.name) else "")

    @property
    def reached(self) -> bool:
        """Whether the source gives an address or a phone."""
        return bool(self.row.email or self.row.phone)


@dataclass(slots=True)
class _Known:
    """The people who bear any of the keys in question, and the keys learnt meanwhile."""

    bearers: dict[str, dict[int, models.Person]]
    reachable: set[int]
    learnt: list[models.Key]

    @classmethod
    def of(cls, keys: Iterable[str]) -> _Known:
        bearers: dict[str, dict[int, models.Person]] = {}
        rows = models.Key.objects.filter(key__in=[key for key in keys if key])
        for row in rows.select_related("person"):
            bearers.setdefault(row.key, {})[row.person_id] = row.person
        people = {each for group in bearers.values() for each in group}
        reached = Q(key__startswith="email:") | Q(key__startswith="phone:")
        reachable = models.Key.objects.filter(reached, person__in=people)
        pks = set(reachable.values_list("person_id", flat=True)) if people else set()
        return cls(bearers, pks, [])

    def person_of(self, voice: _Voice) -> models.Person | None:
        """Return the one person who this certainly is."""
        for key in voice.keys:
            found = list(self.bearers.get(key, {}).values())
            if len(found) == 1:
                return found[0]
        if voice.reached and voice.full_name:
            # Somebody heard by full name only, and the one bearer of that name: their address.
            found = list(self.bearers.get(voice.full_name, {}).values())
            if len(found) == 1 and found[0].pk not in self.reachable:
                return found[0]
        return None

    def new_person(self, voice: _Voice) -> models.Person:
        best = voice.keys[-1]
        if best.startswith("name:") and self.bearers.get(best):
            best = voice.keys[0]  # several bear this name, so the name tells nobody apart
        person = models.Person.objects.create(
            public=free_id([best, *voice.keys]), company=voice.row.company
        )
        note_person(person)
        return person

    def learn(self, voice: _Voice, person: models.Person) -> None:
        """Note the voice's keys as the person's, so that the next voice finds them."""
        if voice.reached:
            self.reachable.add(person.pk)
        if voice.row.company and not person.company:
            person.company = voice.row.company
            person.save(update_fields=["company"])
        for key in dict.fromkeys((*voice.keys, voice.full_name)):
            if key and person.pk not in self.bearers.setdefault(key, {}):
                self.bearers[key][person.pk] = person
                value = shown_value(key, voice.row.name)
                self.learnt.append(models.Key(person=person, key=key, value=value))

    def save(self) -> None:
        models.Key.objects.bulk_create(self.learnt, ignore_conflicts=True)


def shown_value(key: str, name: str) -> str:
    """Return what to show for a key: the address or phone itself, or the name as written."""
    kind, _, value = key.partition(":")
    return clip(value) if kind in {"email", "phone"} and "/" not in value else clip(tidy(name))


def free_id(keys: Sequence[str]) -> str:
    """Return the short id of the first key whose id is nobody's yet."""
    ids, number = [id_of(key) for key in keys], 1
    while True:
        rows = models.Person.objects.filter(public__in=ids)
        taken = set(rows.values_list("public", flat=True))
        for each in ids:
            if each not in taken:
                return each
        number += 1
        ids = [id_of(f"{keys[0]} {number}")]
