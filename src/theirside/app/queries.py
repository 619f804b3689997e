"""All reading from the store. What comes back are frozen values, never rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, QuerySet
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.rows import conversation_of, speaker_of, turn_of
from theirside.app.store import explained
from theirside.conversation import Conversation, Speaker
from theirside.errors import NotFoundError
from theirside.evidence import Annotation
from theirside.intake.us import Us
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """A person, in how many conversations they spoke and how often, and when last."""

    person: Person
    conversations: int
    turns: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class Talk:
    """A stored conversation, what the reader said of it, and which reader that was ("" if none)."""

    conversation: Conversation
    annotations: tuple[Annotation, ...]
    reader: str


@explained
def workspace_us() -> Us:
    """Return who we are; empty before ``init``."""
    row = models.Workspace.objects.first()
    if row is None:
        return Us()
    return Us(frozenset(row.domains), frozenset(row.addresses), frozenset(row.names))


@explained
def people() -> list[PersonSummary]:
    """Return everyone on their side, those heard last first."""
    persons = _persons(models.Person.objects.all())
    heard = {
        row["speaker__person"]: row
        for row in models.Turn.objects.filter(speaker__person__isnull=False)
        .values("speaker__person")
        .annotate(n=Count("pk"), talks=Count("conversation", distinct=True), last=Max("at"))
    }
    found = []
    for pk, person in persons.items():
        row = heard.get(pk)
        found.append(
            PersonSummary(person, row["talks"], row["n"], row["last"])
            if row
            else PersonSummary(person, 0, 0, None)
        )
    found.sort(key=lambda each: (each.person.name.casefold(), each.person.id))
    found.sort(key=lambda each: each.last_at.timestamp() if each.last_at else 0.0, reverse=True)
    return found


def _persons(rows: QuerySet[models.Person]) -> dict[int, Person]:
    """Return the persons by primary key, with two queries however many they are."""
    by_pk = {row.pk: row for row in rows}
    keys: dict[int, list[models.Key]] = {pk: [] for pk in by_pk}
    of_rows = models.Key.objects.filter(person__in=rows).order_by("pk")
    for key in of_rows.iterator(chunk_size=5000):
        keys[key.person_id].append(key)
    return {pk: _person(row, keys[pk]) for pk, row in by_pk.items()}


def _person(row: models.Person, keys: Iterable[models.Key]) -> Person:
    names: dict[str, str] = {}
    emails, phones = [], []
    for key in keys:
        kind, _, value = key.key.partition(":")
        if kind == "email" and "/" not in value:
            emails.append(key.value)
        elif kind == "phone" and "/" not in value:
            phones.append(key.value)
        elif kind != "id" and key.value:
            names.setdefault(key.value.casefold(), key.value)
    return Person(
        row.public, tuple(names.values()), tuple(emails), tuple(phones), row.company, row.role
    )


@explained
def conversation(key: str) -> Talk:
    """Return the conversation with exactly this id. Raises ``NotFoundError``."""
    found = _talks(models.Conversation.objects.filter(key=key))
    if not found:
        raise NotFoundError(f"{key}: no such conversation; `theirside status` tells what there is")
    return found[0]


@explained
def conversations_of(person: Person) -> list[Talk]:
    """Return the conversations in which a person spoke or was written to, the oldest first."""
    spoke = models.Turn.objects.filter(speaker__person__public=person.id)
    received = models.Recipient.objects.filter(speaker__person__public=person.id)
    pks = set(spoke.values_list("conversation_id", flat=True))
    pks |= set(received.values_list("turn__conversation_id", flat=True))
    return _talks(models.Conversation.objects.filter(pk__in=pks))


def _talks(rows: QuerySet[models.Conversation]) -> list[Talk]:
    """Return the conversations whole, with four queries however many they are."""
    of_rows = models.Turn.objects.filter(conversation__in=rows).select_related("speaker")
    turns: dict[int, list[models.Turn]] = {}
    for turn in of_rows.order_by("place", "pk"):
        turns.setdefault(turn.conversation_id, []).append(turn)
    to: dict[int, list[Speaker]] = {}
    recipients = models.Recipient.objects.filter(turn__conversation__in=rows)
    for recipient in recipients.select_related("speaker").order_by("turn_id", "place"):
        to.setdefault(recipient.turn_id, []).append(speaker_of(recipient.speaker))
    said: dict[int, list[models.Annotation]] = {}
    for row in models.Annotation.objects.filter(turn__conversation__in=rows).order_by("pk"):
        said.setdefault(row.turn_id, []).append(row)
    ordered = rows.order_by(Coalesce("started_at", "last_at"), "pk")
    return [_talk(row, turns.get(row.pk, []), to, said) for row in ordered]


def _talk(
    row: models.Conversation,
    turns: list[models.Turn],
    to: Mapping[int, list[Speaker]],
    said: Mapping[int, list[models.Annotation]],
) -> Talk:
    values = tuple(turn_of(turn, tuple(to.get(turn.pk, ()))) for turn in turns)
    annotations = tuple(
        Annotation(place, a.start, a.end, a.label, a.probability, a.reader, a.holder, a.due)
        for place, turn in enumerate(turns)
        for a in said.get(turn.pk, ())
    )
    return Talk(conversation_of(row, values), annotations, row.reader)
