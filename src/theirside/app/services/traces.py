"""Whatever is left of somebody, looked for in every column of text of every table."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models as fields
from django.db.models import Field, Model, QuerySet

from theirside.app import models
from theirside.app.services.redaction import redacted, terms_of
from theirside.app.store import explained

_CHUNK = 1000
_OWN = frozenset({"Forgotten", "Workspace"})
"""Our own names and salted hashes: nothing of a customer's is ever written there."""


@explained
def traces_of(terms: Iterable[str]) -> list[str]:
    """Return where any of these names or addresses stands: ``turn 12: text``; empty if nowhere.

    Every column of text in every table is read through, so this takes a while on a large store.
    """
    wanted = terms_of(terms)
    return [
        f"{model._meta.model_name} {pk}: {name}"
        for model in _tables()
        for pk, name, text in _texts(model.objects.all())
        if wanted.search(text)
    ]


def blot(terms: re.Pattern[str], talks: set[int] | None = None) -> int:
    """Blot these terms out, in certain conversations or everywhere; return in how many places.

    Names that other people bear as their own are left to them.
    """
    count = 0
    for rows in _of_talks(talks) if talks is not None else _everywhere():
        for pk, name, text in list(_texts(rows)):
            if terms.search(text):
                _write(rows.model, pk, name, redacted(text, terms))
                count += 1
    return count


def _of_talks(talks: set[int]) -> list[QuerySet[Model]]:
    return [
        models.Conversation.objects.filter(pk__in=talks),
        models.Turn.objects.filter(conversation__in=talks),
        models.Annotation.objects.filter(turn__conversation__in=talks),
        models.Judgement.objects.filter(quotes__turn__conversation__in=talks).distinct(),
    ]


def _everywhere() -> list[QuerySet[Model]]:
    spared = {models.Key, models.Person, models.Speaker, models.Decision, models.ToldSide}
    return [model.objects.all() for model in _tables() if model not in spared]


def _tables() -> list[type[Model]]:
    return [
        model
        for model in apps.get_app_config("theirside").get_models()
        if model.__name__ not in _OWN
    ]


def _texts(rows: QuerySet[Model]) -> Iterator[tuple[int, str, str]]:
    """Yield primary key, column and text of each text that there is in these rows."""
    names = [each.attname for each in rows.model._meta.concrete_fields if _is_text(each)]
    if not names:
        return
    for pk, *values in rows.values_list("pk", *names).iterator(chunk_size=_CHUNK):
        for name, value in zip(names, values, strict=True):
            if value:
                yield pk, name, value if isinstance(value, str) else _as_text(value)


def _is_text(field: Field[object, object]) -> bool:
    return isinstance(field, fields.CharField | fields.TextField | fields.JSONField)


def _as_text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _write(model: type[Model], pk: int, name: str, text: str) -> None:
    field = model._meta.get_field(name)
    value = json.loads(text) if isinstance(field, fields.JSONField) else text
    model.objects.filter(pk=pk).update(**{name: value})
