"""Judgements: what somebody says of an observation, kept by the words that it rests on."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.people import row_of
from theirside.app.rows import storable
from theirside.app.services.screening import refuse_special
from theirside.app.store import writing
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.understand.understanding import Judgement, Observation, Person, Status


def judge(observation: Observation, status: Status, text: str = "") -> Judgement:
    """Keep what was said of an observation; ``text`` is the statement as it should be.

    It takes the place of what was said before of the same words. ``HEARD`` takes a judgement
    back. Raises ``NotFoundError`` where the person or the quoted words are gone meanwhile, and
    ``ValueError`` where the text does not go with the status, ``NotKeptError`` where it touches a
    special category.
    """
    if bool(text.strip()) != (status is Status.CORRECTED):
        raise ValueError("a correction needs the corrected statement, and only a correction")
    refuse_special("the correction", text)
    with writing():
        person = row_of(Person(observation.person, (observation.person,)))
        turns = [turn_of(quote) for quote in observation.evidence]
        now = timezone.now()
        _drop_earlier(person, observation.facet, zip(turns, observation.evidence, strict=True))
        if status is not Status.HEARD:
            row = models.Judgement.objects.create(
                person=person,
                facet=observation.facet,
                status=status,
                text=storable(text.strip()),
                at=now,
            )
            models.JudgementQuote.objects.bulk_create(
                models.JudgementQuote(judgement=row, turn=turn, start=quote.start, end=quote.end)
                for turn, quote in zip(turns, observation.evidence, strict=True)
            )
    return Judgement(
        observation.person, observation.facet, observation.evidence, status, text.strip(), now
    )


def turn_of(quote: Quote) -> models.Turn:
    """Return the turn that a quote stands in. Raises ``NotFoundError`` where it is gone."""
    turns = models.Turn.objects.filter(conversation__key=quote.conversation, place=quote.turn)
    for turn in turns:
        if turn.text[quote.start : quote.end] == quote.text:
            return turn
    raise NotFoundError(
        f"{quote.conversation}, turn {quote.turn}: the quoted words are not there any more; "
        "the conversation has changed meanwhile, so look at the brief again"
    )


def _drop_earlier(
    person: models.Person, facet: str, quoted: Iterable[tuple[models.Turn, Quote]]
) -> None:
    for turn, quote in quoted:
        models.Judgement.objects.filter(
            person=person,
            facet=facet,
            quotes__turn=turn,
            quotes__start__lt=quote.end,
            quotes__end__gt=quote.start,
        ).delete()
