"""Keeping the shelf, and what was given from it."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.people import row_of
from theirside.app.rows import clip, storable
from theirside.app.services.forgotten import silenced
from theirside.app.services.withdrawn import Hashes, blotted
from theirside.app.store import explained, writing
from theirside.evidence import Quote
from theirside.intake.shelf.thing import Thing
from theirside.serve.in_mind.given import Answer
from theirside.understand.understanding import Person


@explained
def keep_thing(thing: Thing, *, anyway: bool = False) -> bool:
    """Put a thing on the shelf; say whether it is new there. What it says of itself is renewed.

    Names of people who were forgotten, and words that were withdrawn, are kept out of it.
    """
    named = silenced([thing.title, thing.text, thing.url, thing.source, *thing.tags])
    title, text, url, source, *tags = _without_withdrawn(named)
    told = {
        "kind": thing.kind,
        "title": clip(title),
        "text": storable(text),
        "url": storable(url),
        "tags": [storable(tag) for tag in tags],
        "source": storable(source),
        "anyway": anyway,
    }
    with writing():
        _, is_new = models.ShelfThing.objects.update_or_create(
            key=thing.id,
            defaults=told,
            create_defaults={**told, "added_at": timezone.now()},
        )
    return is_new


def _without_withdrawn(texts: Iterable[str]) -> list[str]:
    hashes = Hashes.stored()
    return [blotted(text, hashes.spans(text)) for text in texts]


@explained
def remove_thing(thing: Thing) -> bool:
    """Take a thing off the shelf; say whether it was there. To whom it was given stays known."""
    with writing():
        gone, _ = models.ShelfThing.objects.filter(key=thing.id).delete()
    return bool(gone)


@explained
def answer_thing(
    person: Person,
    thing: Thing,
    answer: Answer,
    *,
    facet: str = "",
    evidence: Iterable[Quote] = (),
) -> None:
    """Keep that a thing was given to a person or never is to be, in place of what was kept.

    Raises ``NotFoundError`` where the person is gone meanwhile.
    """
    quote = next(iter(evidence), None)
    with writing():
        turn = _turn_of(quote) if quote else None
        models.ShelfAnswer.objects.update_or_create(
            person=row_of(person),
            thing=thing.id,
            defaults={
                "title": clip(thing.title),
                "kind": thing.kind,
                "answer": answer,
                "facet": facet,
                "turn": turn,
                "start": quote.start if quote and turn else 0,
                "end": quote.end if quote and turn else 0,
                "at": timezone.now(),
            },
        )


def _turn_of(quote: Quote) -> models.Turn | None:
    return models.Turn.objects.filter(
        conversation__key=quote.conversation, place=quote.turn
    ).first()


def move_shelf_answers(first: models.Person, second: models.Person) -> None:
    """Let what was given to the second have been given to the first, who is the same person."""
    known = first.shelf_answers.values_list("thing", flat=True)
    second.shelf_answers.exclude(thing__in=list(known)).update(person=first)
