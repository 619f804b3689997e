"""JSON of others: what is wrong is not there, and only what is no JSON is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.errors import IntakeError
from theirside.intake.loose_json import (
    fields,
    items,
    number,
    objects,
    objects_in,
    parsed,
    parsed_text,
    text,
    time,
)
from theirside.intake.source import Source


def source(tmp_path: Path, content: str) -> Source:
    path = tmp_path / "x.json"
    path.write_text(content)
    return Source("x.json", path)


def test_a_file_is_one_value_or_one_a_line(tmp_path: Path) -> None:
    assert parsed(source(tmp_path, '{"a": 1}')) == {"a": 1}
    assert parsed(source(tmp_path, '{"a": 1}\n\n{"a": 2}\n')) == [{"a": 1}, {"a": 2}]


@pytest.mark.parametrize("content", ["", "{", '{"a": 1}\n{', "[" * 100_000])
def test_what_is_no_json_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(IntakeError, match=r"x\.json: not valid JSON"):
        parsed(source(tmp_path, content))


def test_fields_are_asked_for_by_type() -> None:
    held = {"a": " ", "b": "x", "n": 3, "t": True, "s": "0:12", "e": "4.5s", "i": float("inf"),
            "h": 10**400, "l": [1, {"c": 1}, None]}  # fmt: skip
    assert text(held, "a", "b") == "x"
    assert text(held, "n") == "3"
    assert text(held, "t", "zz") == ""
    assert number(held, "zz", "n") == 3
    assert number(held, "s") == 12
    assert number(held, "e") == 4.5
    assert [number(held, name) for name in ("i", "t", "b", "h")] == [None] * 4
    assert objects(held["l"]) == [{"c": 1}]
    assert (fields(held["l"]), items(held)) == ({}, [])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-02-17T14:03:12Z", "2026-02-17T14:03:12+00:00"),
        (1771336992000, "2026-02-17T14:03:12+00:00"),
        (1771336992, "2026-02-17T14:03:12+00:00"),
        ("1771336992", "2026-02-17T14:03:12+00:00"),
        ("soon", None),
        (0, None),
        (1e300, None),
        (None, None),
        (True, None),
    ],
)
def test_times_are_iso_or_seconds_or_milliseconds(value: object, expected: str | None) -> None:
    found = time({"at": value}, "zz", "at")
    assert (found.isoformat() if found else None) == expected


def test_objects_are_found_at_any_depth_the_outer_first() -> None:
    data = {"a": [{"b": 1}, [{"c": {"d": 2}}]]}
    assert list(objects_in(data)) == [data, {"b": 1}, {"c": {"d": 2}}, {"d": 2}]
    assert list(objects_in(data, depth=1)) == [data]
    assert list(objects_in("text")) == []


@given(st.text())
def test_any_text_parses_or_is_none(content: str) -> None:
    try:
        json.loads(content)
    except ValueError:
        assert parsed_text(content) is None
    else:
        assert parsed_text(content) is not None or content.strip() == "null"
