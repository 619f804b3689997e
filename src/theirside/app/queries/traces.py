"""Whatever is left of somebody, looked for in every column of text of every table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.db import models as fields
from django.db.models import Field, Model, QuerySet

from theirside.app.blots import terms_of
from theirside.app.store import explained

_CHUNK = 1000
_OURS = frozenset({"forgotten", "withdrawn", "workspace"})
"""Our own names, and salted hashes: nothing of a customer's is ever written there."""


@explained
def traces_of(terms: Iterable[str]) -> list[str]:
    """Return where any of these names or addresses stands: ``turn 12: text``; empty if nowhere.

    Every column of text in every table is read through, so this takes a while on a large store.
    """
    wanted = terms_of(terms)
    return [
        f"{name_of(model)} {pk}: {column}"
        for model in tables()
        for pk, column, text in texts(rows_of(model))
        if wanted.search(text)
    ]


def tables() -> list[type[Model]]:
    """Return every table in which something of a customer's may stand."""
    every = apps.get_app_config("theirside").get_models()
    return [model for model in every if name_of(model) not in _OURS]


def name_of(model: type[Model]) -> str:
    """Return a table's short name: ``turn``."""
    return str(model._meta.model_name)  # noqa: SLF001 - Django's documented way to a model's shape


def rows_of(model: type[Model]) -> QuerySet[Model]:
    """Return all rows of a table."""
    return QuerySet(model)


def texts(rows: QuerySet[Model]) -> Iterator[tuple[int, str, str]]:
    """Yield primary key, column and text of each text that there is in these rows."""
    shape = rows.model._meta  # noqa: SLF001
    names = [each.attname for each in shape.concrete_fields if _is_text(each)]
    if not names:
        return
    for pk, *values in rows.values_list("pk", *names).iterator(chunk_size=_CHUNK):
        for name, value in zip(names, values, strict=True):
            if value:
                yield pk, name, value if isinstance(value, str) else as_text(value)


def _is_text(field: Field[object, object]) -> bool:
    return isinstance(field, fields.CharField | fields.TextField | fields.JSONField)


def as_text(value: object) -> str:
    """Return a JSON column's value as the text that it is searched as."""
    return json.dumps(value, ensure_ascii=False)
