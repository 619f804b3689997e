"""Holding what ``--json`` prints to its schema, and every quote to its place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

SCHEMA = json.loads(
    (files("theirside.schemas") / "theirside.schema.json").read_text(encoding="utf-8")
)


def fits(form: str, value: Any) -> None:
    """Fail unless the value is of this form."""
    schema = {**SCHEMA, "$ref": f"#/$defs/{form}"}
    Draft202012Validator(schema).validate(value)


def quotes_in(value: Any) -> Iterator[Mapping[str, Any]]:
    """Yield every quote that stands anywhere in a form."""
    if isinstance(value, dict):
        if set(value) == {"conversation", "turn", "start", "end", "quote"}:
            yield value
        for each in value.values():
            yield from quotes_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from quotes_in(each)
