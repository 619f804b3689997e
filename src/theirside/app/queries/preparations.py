"""Preparations read back."""

from __future__ import annotations

from theirside.app import models
from theirside.app.store import explained
from theirside.evidence import Quote
from theirside.purpose.wants import Prepared
from theirside.understand.understanding import Person, Question


@explained
def preparations_of(person: Person) -> list[Prepared]:
    """Return what was prepared for talks with a person, the earliest day first."""
    rows = models.Preparation.objects.filter(person__public=person.id).order_by("day")
    questions: dict[int, list[Question]] = {}
    quotes = _quotes(person)
    asked = models.PreparedQuestion.objects.filter(preparation__in=rows).order_by("place")
    for row in asked:
        questions.setdefault(row.preparation_id, []).append(
            Question(
                row.name, row.facet, row.text, row.why, row.weight, tuple(quotes.get(row.pk, ()))
            )
        )
    return [
        Prepared(person.id, row.day, tuple(row.wants), tuple(questions.get(row.pk, ())))
        for row in rows
    ]


def _quotes(person: Person) -> dict[int, list[Quote]]:
    rows = models.PreparedQuote.objects.filter(question__preparation__person__public=person.id)
    found: dict[int, list[Quote]] = {}
    for row in rows.select_related("turn__conversation").order_by("pk"):
        turn, words = row.turn, slice(row.start, row.end)
        quote = Quote(turn.conversation.key, turn.place, row.start, row.end, turn.text[words])
        found.setdefault(row.question_id, []).append(quote)
    return found
