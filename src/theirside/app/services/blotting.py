"""Names and words blotted out of what stays, wherever they stand."""

from __future__ import annotations

import json
import re

from django.db.models import JSONField, Model, QuerySet

from theirside.app import models
from theirside.app.blots import redacted
from theirside.app.queries.traces import rows_of, tables, texts
from theirside.app.rows import short
from theirside.app.services.gleaning import drop_gleaned_of

_KEY = "key"


def blot_talks(terms: re.Pattern[str], talks: set[int]) -> int:
    """Blot these terms out of these conversations; return in how many places."""
    judged = models.Judgement.objects.filter(quotes__turn__conversation__in=talks)
    judgements = models.Judgement.objects.filter(pk__in=judged.values("pk"))
    return (
        _blot(models.Conversation.objects.filter(pk__in=talks), terms)
        + _blot(models.Turn.objects.filter(conversation__in=talks), terms)
        + _blot(models.Annotation.objects.filter(turn__conversation__in=talks), terms)
        + _blot(models.Comment.objects.filter(turn__conversation__in=talks), terms)
        + _blot(judgements, terms)
        + _blot_preparations(terms, talks)
    )


def _blot_preparations(terms: re.Pattern[str], talks: set[int]) -> int:
    """Blot these terms out of what was prepared for those who took part in these conversations."""
    spoke = models.Speaker.objects.filter(turns__conversation__in=talks)
    received = models.Speaker.objects.filter(received__turn__conversation__in=talks)
    people = {*spoke.values_list("person", flat=True), *received.values_list("person", flat=True)}
    prepared = models.Preparation.objects.filter(person__in=people - {None})
    questions = models.PreparedQuestion.objects.filter(preparation__in=prepared.values("pk"))
    return _blot(prepared, terms) + _blot(questions, terms)


def blot_quoting(mention: re.Pattern[str], lines: re.Pattern[str]) -> int:
    """Where a turn mentions them, drop what it quotes and blot these lines; return the places.

    In a comment that mentions them, too, these lines go.
    """
    turns = models.Turn.objects.filter(pk__in=_mentioning(models.Turn, mention))
    comments = models.Comment.objects.filter(pk__in=_mentioning(models.Comment, mention))
    quoting = turns.exclude(original="").update(original="", apart=[])
    return quoting + _blot(turns, lines) + _blot(comments, lines)


def _mentioning(model: type[Model], mention: re.Pattern[str]) -> set[int]:
    return {pk for pk, _, text in texts(rows_of(model)) if mention.search(text)}


def blot_everywhere(terms: re.Pattern[str]) -> int:
    """Blot these terms out of the whole store, except of who other people are."""
    spared = {models.Key, models.Person, models.Speaker, models.Decision, models.ToldSide}
    return sum(_blot(rows_of(model), terms) for model in tables() if model not in spared)


def _blot(rows: QuerySet[Model], terms: re.Pattern[str]) -> int:
    found = [entry for entry in texts(rows) if terms.search(entry[2])]
    if rows.model is models.Turn:
        drop_gleaned_of({pk for pk, _, _ in found})
    for pk, column, text in found:
        rows_of(rows.model).filter(pk=pk).update(
            **{column: _clean(rows.model, column, text, terms)}
        )
    return len(found)


def _clean(model: type[Model], column: str, text: str, terms: re.Pattern[str]) -> object:
    if column == _KEY:  # a Message-ID that holds an address: another key, and as unique
        return short(f"forgotten~{text}", limit=len("forgotten~") + 33)
    blotted = redacted(text, terms)
    field = model._meta.get_field(column)  # noqa: SLF001
    return json.loads(blotted) if isinstance(field, JSONField) else blotted
