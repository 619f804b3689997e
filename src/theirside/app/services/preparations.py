"""Preparations kept: our wants and the questions, so that a talk can be held against them."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.people import row_of
from theirside.app.rows import clip, storable
from theirside.app.services.forgotten import silenced
from theirside.app.services.screening import refuse_special
from theirside.app.store import writing
from theirside.evidence import Quote
from theirside.purpose.wants import Preparation
from theirside.understand.understanding import Person


def keep_preparation(preparation: Preparation) -> None:
    """Keep our wants and the questions of a preparation, in place of that day's earlier one.

    Raises ``NotFoundError`` where the person is gone meanwhile, ``NotKeptError`` where a want of
    ours touches a special category.
    """
    refuse_special("what we want", *preparation.ours)
    with writing():
        person = row_of(preparation.person)
        person.preparations.filter(day=preparation.day).delete()
        row = models.Preparation.objects.create(
            person=person,
            day=preparation.day,
            # What we want may name somebody who was forgotten.
            wants=[storable(want) for want in silenced(preparation.ours)],
            at=timezone.now(),
        )
        for place, question in enumerate(preparation.questions):
            kept = models.PreparedQuestion.objects.create(
                preparation=row,
                place=place,
                name=clip(question.id, 128),
                facet=question.facet,
                text=storable(question.text),
                why=storable(question.why),
                weight=question.weight,
            )
            for quote in question.evidence:
                _keep_quote(kept, quote)


def _keep_quote(question: models.PreparedQuestion, quote: Quote) -> None:
    turn = models.Turn.objects.filter(
        conversation__key=quote.conversation, place=quote.turn
    ).first()
    if turn is not None:
        models.PreparedQuote.objects.create(
            question=question, turn=turn, start=quote.start, end=quote.end
        )


def drop_preparation(person: Person, day: date) -> bool:
    """Drop the preparation of a day; say whether there was one. Raises ``NotFoundError``."""
    with writing():
        dropped, _ = row_of(person).preparations.filter(day=day).delete()
    return bool(dropped)
