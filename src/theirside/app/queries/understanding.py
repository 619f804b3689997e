"""All that understanding somebody takes, gathered; the understanding itself is worked out."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from theirside.app import models
from theirside.app.queries.people import persons_of, row_of
from theirside.app.queries.talks import (
    Talk,
    talks_of,
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
    return inputs_of_each([person])[0]


@explained
def inputs_of_each(people: Sequence[Person]) -> list[Inputs]:
    """Return the same of several people, in the order given, less those who are gone.

    It takes as many queries for many as for one.
    """
    ids = [person.id for person in people]
    there = models.TakingPart.objects.filter(person__public__in=ids)
    homes: dict[str, dict[str, int]] = {each: {} for each in ids}
    for person, key, pk in there.values_list("person__public", "conversation__key", "conversation"):
        homes[person][key] = pk
    every = {pk for talks in homes.values() for pk in talks.values()}
    talks = talks_of(models.Conversation.objects.filter(pk__in=every))
    met, judged, us = _Met.of(every), _judgements(ids), workspace_us()
    known = persons_of(models.Person.objects.filter(public__in=ids)).values()
    by_id = {person.id: person for person in known}
    return [
        _inputs(
            by_id[each],
            [talk for talk in talks if talk.conversation.id in homes[each]],
            met.people(homes[each]),
            judged.get(each, ()),
            us,
        )
        for each in ids
        if each in by_id
    ]


def _inputs(
    person: Person, talks: Sequence[Talk], people: People, judgements: Sequence[Judgement], us: Us
) -> Inputs:
    if person.id not in people.by_id:  # known from a contact card only
        people = People((person,), by_id={person.id: person})
    return Inputs(
        person=person,
        people=people,
        conversations=tuple(talk.conversation for talk in talks),
        # An unread conversation is left out, so that understanding reads it itself.
        annotations={
            talk.conversation.id: (*talk.annotations, *talk.withheld)
            for talk in talks
            if talk.reader
        },
        judgements=tuple(judgements),
        us=us,
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
    return _Met.of(talks).people()


@dataclass(frozen=True, slots=True)
class _Met:
    """Who was met in some talks: the voices heard in each, and whose these are.

    ``voices`` are (key of the voice, id of the conversation, primary key of the person).
    """

    voices: frozenset[tuple[str, str, int]]
    persons: Mapping[int, Person]
    keys: Mapping[int, tuple[str, ...]]

    @classmethod
    def of(cls, talks: set[int] | None) -> _Met:
        """Gather them from these conversations, by primary key, or from all; five queries."""
        turns = models.Turn.objects.filter(speaker__person__isnull=False)
        to = models.Recipient.objects.filter(speaker__person__isnull=False)
        if talks is not None:
            turns = turns.filter(conversation__in=talks)
            to = to.filter(turn__conversation__in=talks)
        heard = {
            *turns.values_list("speaker", "conversation__key"),
            *to.values_list("speaker", "turn__conversation__key"),
        }
        rows = models.Speaker.objects.filter(pk__in={speaker for speaker, _ in heard})
        speakers = {row.pk: row for row in rows}
        voices = frozenset(
            (voice_keys(speaker_of(speakers[pk]), conversation)[0], conversation, person)
            for pk, conversation in heard
            if (person := speakers[pk].person_id) is not None
        )
        of_voices = {person for *_, person in voices}
        persons = persons_of(models.Person.objects.filter(pk__in=of_voices))
        keys: dict[int, list[str]] = {}
        for key in models.Key.objects.filter(person__in=of_voices).exclude(key__startswith="id:"):
            keys.setdefault(key.person_id, []).append(key.key)
        return cls(voices, persons, {pk: tuple(found) for pk, found in keys.items()})

    def people(self, talks: Container[str] | None = None) -> People:
        """Return the people of these conversations, by id, or of all that were gathered."""
        voices = {
            voice: person
            for voice, talk, person in self.voices
            if person in self.persons and (talks is None or talk in talks)
        }
        pks = set(voices.values())
        found = [self.persons[pk] for pk in pks]
        ordered = sorted(found, key=lambda person: (person.name.casefold(), person.id))
        return People(
            persons=tuple(ordered),
            keys={self.persons[pk].id: self.keys[pk] for pk in pks if pk in self.keys},
            of_voice={voice: self.persons[pk].id for voice, pk in voices.items()},
            by_id={person.id: person for person in ordered},
        )


@explained
def judgements_of(person: Person) -> list[Judgement]:
    """Return what was confirmed, corrected or withdrawn of a person, the oldest first."""
    return _judgements([person.id]).get(person.id, [])


def _judgements(people: Collection[str]) -> dict[str, list[Judgement]]:
    """Return the same of several people, by id; two queries."""
    rows = models.Judgement.objects.filter(person__public__in=people).order_by("at", "pk")
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
    found: dict[str, list[Judgement]] = {}
    for each in rows.select_related("person"):
        judged = Judgement(
            person=each.person.public,
            facet=each.facet,
            evidence=tuple(by_judgement.get(each.pk, ())),
            status=Status(each.status),
            text=each.text,
            at=time_of(each.at, 0),
        )
        found.setdefault(judged.person, []).append(judged)
    return found
