"""All that understanding somebody takes, gathered; the understanding itself is worked out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from theirside.app import models
from theirside.app.queries.people import persons_of, row_of
from theirside.app.queries.talks import (
    Talk,
    conversations_of,
    talks_since,
    talks_with,
    talks_with_any_of,
)
from theirside.app.queries.workspace import workspace_us
from theirside.app.rows import speaker_of, time_of
from theirside.app.store import explained
from theirside.conversation import Conversation
from theirside.evidence import Annotation, Quote
from theirside.intake.us import Us
from theirside.understand.people import People, voice_keys
from theirside.understand.understanding import Judgement, Person, Status


@dataclass(frozen=True, slots=True)
class Inputs:
    """What ``theirside.understand.understand`` takes, to understand one person.

    ``people`` are all who take part in these conversations. ``unread`` counts the conversations
    among them that no reader has read since they changed.
    """

    person: Person
    people: People
    conversations: tuple[Conversation, ...]
    annotations: Mapping[str, tuple[Annotation, ...]]
    judgements: tuple[Judgement, ...]
    us: Us
    unread: int


@explained
def understanding_inputs(person: Person) -> Inputs:
    """Return all that is known of a person's talks. Raises ``NotFoundError`` if they are gone."""
    row_of(person)
    talks = conversations_of(person)
    people = _people_among(talks_with(person))
    return Inputs(
        person=people.by_id[person.id],
        people=people,
        conversations=tuple(talk.conversation for talk in talks),
        # An unread conversation is left out, so that understanding reads it itself.
        annotations={
            talk.conversation.id: (*talk.annotations, *talk.withheld)
            for talk in talks
            if talk.reader
        },
        judgements=tuple(judgements_of(person)),
        us=workspace_us(),
        unread=sum(not talk.reader for talk in talks),
    )


@explained
def people_met(person: Person | None = None) -> People:
    """Return everybody in the conversations that a person was part of, or in all of them."""
    return _people_among(None if person is None else talks_with(person))


@explained
def people_in(conversations: Collection[str]) -> People:
    """Return everybody in the conversations with these ids."""
    rows = models.Conversation.objects.filter(key__in=conversations)
    return _people_among(set(rows.values_list("pk", flat=True)))


@explained
def talks_and_people(since: date, only: Collection[str] | None = None) -> tuple[list[Talk], People]:
    """Return the conversations that went on after a day, or of unknown time, and who is in them.

    ``only`` are ids of people: then only the conversations that one of them was part of. It takes
    the same number of queries however many there are.
    """
    if only is None:
        return talks_since(since), people_met()
    pks = talks_with_any_of(only)
    return talks_since(since, pks), _people_among(pks)


def _people_among(talks: set[int] | None) -> People:
    """Return the people of these conversations, or of all, each voice led to its person."""
    turns = models.Turn.objects.filter(speaker__person__isnull=False)
    to = models.Recipient.objects.filter(speaker__person__isnull=False)
    if talks is not None:
        turns = turns.filter(conversation__in=talks)
        to = to.filter(turn__conversation__in=talks)
    voices = {
        *turns.values_list("speaker", "conversation__key"),
        *to.values_list("speaker", "turn__conversation__key"),
    }
    speakers = {row.pk: row for row in models.Speaker.objects.filter(pk__in={s for s, _ in voices})}
    rows = models.Person.objects.filter(pk__in={row.person_id for row in speakers.values()})
    persons = persons_of(rows)
    of_voice = {
        voice_keys(speaker_of(speakers[pk]), conversation)[0]: persons[person_pk].id
        for pk, conversation in voices
        if (person_pk := speakers[pk].person_id) is not None
    }
    keys: dict[str, list[str]] = {}
    for key in models.Key.objects.filter(person__in=persons).exclude(key__startswith="id:"):
        keys.setdefault(persons[key.person_id].id, []).append(key.key)
    ordered = sorted(persons.values(), key=lambda person: (person.name.casefold(), person.id))
    return People(
        persons=tuple(ordered),
        keys={person: tuple(found) for person, found in keys.items()},
        of_voice=of_voice,
        by_id={person.id: person for person in ordered},
    )


@explained
def judgements_of(person: Person) -> list[Judgement]:
    """Return what was confirmed, corrected or withdrawn of a person, the oldest first."""
    rows = models.Judgement.objects.filter(person__public=person.id).order_by("at", "pk")
    quotes = models.JudgementQuote.objects.filter(judgement__in=rows)
    by_judgement: dict[int, list[Quote]] = {}
    for row in quotes.select_related("turn__conversation").order_by("pk"):
        turn = row.turn
        by_judgement.setdefault(row.judgement_id, []).append(
            Quote(
                turn.conversation.key,
                turn.place,
                row.start,
                row.end,
                turn.text[row.start : row.end],
            )
        )
    return [
        Judgement(
            person=person.id,
            facet=row.facet,
            evidence=tuple(by_judgement.get(row.pk, ())),
            status=Status(row.status),
            text=row.text,
            at=time_of(row.at, 0),
        )
        for row in rows
    ]
