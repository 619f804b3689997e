"""Inside a vCon: wrappings, parties, bodies, indexes."""

from __future__ import annotations

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Side, Speaker
from theirside.intake.vcon_parts import Opened, Who, body_of, indexes, is_compact, opened, people_of


def based(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def test_wrappings_are_told_apart() -> None:
    inside = {"uuid": "é?>"}
    assert opened(inside) == Opened(inside)
    assert opened({"payload": based(inside), "signatures": []}) == Opened(inside, signed=True)
    assert opened({"payload": inside, "signature": "x"}) == Opened(inside, signed=True)
    assert opened(f"eyJhIjoxfQ.{based(inside)}.c2ln") == Opened(inside, signed=True)
    assert opened({"ciphertext": "x"}).encrypted
    assert opened("eyJhIjoxfQ.a.b.c.d").encrypted
    assert opened({"payload": "!", "signature": "x"}) == Opened({}, signed=True)
    assert opened(None) == Opened({})


def test_compact_serializations_are_known() -> None:
    assert is_compact("eyJhIjoxfQ.e30.c2ln")
    assert is_compact("eyJhIjoxfQ..b.c.d")
    assert not is_compact("eyJhIjoxfQ")
    assert not is_compact("a.b.c")


@pytest.mark.parametrize(
    ("part", "body"),
    [
        ({"body": "a"}, "a"),
        ({"body": "a", "encoding": "none"}, "a"),
        ({"body": "YQ", "encoding": "base64url"}, "a"),
        ({"body": "_-8=", "encoding": "base64url"}, "\ufffd\ufffd"),
        ({"body": "a", "encoding": "base64url"}, "a"),
        ({"body": {"a": 1}, "encoding": "json"}, {"a": 1}),
        ({"body": '{"a": 1}', "encoding": "json"}, {"a": 1}),
        ({"body": "a", "encoding": "json"}, "a"),
        ({}, None),
    ],
)
def test_bodies_are_decoded(part: dict[str, object], body: object) -> None:
    assert body_of(part) == body


def test_parties_are_speakers() -> None:
    parties = [
        {"name": "anonymous", "tel": "tel:+1-555-0100"},
        {"name": "Bo Li | Larkspur", "mailto": "mailto:Bo@Larkspur.example?subject=x"},
        {"name": "Kim", "email": "kim@larkspur.example", "org": "Larkspur", "role": "Customer"},
        "broken",
    ]
    assert people_of({"parties": parties}) == (
        Speaker(phone="+15550100"),
        Speaker("Bo Li", email="bo@larkspur.example", company="Larkspur"),
        Speaker("Kim", email="kim@larkspur.example", company="Larkspur", side=Side.THEIRS),
        Speaker(),
    )
    assert people_of({"parties": None}) == ()


def test_labels_find_their_party_only_where_it_is_certain() -> None:
    agents = [{"name": "Dana", "role": "agent"}, {"name": "Kim", "role": "agent"}]
    who = Who({"parties": [*agents, {"name": "Bo Li", "meta": {"role": "customer"}}]})
    assert who("bo li").name == who("Customer").name == who("Customer (Bo)").name == "Bo Li"
    assert who("Agent") == Speaker("Agent")  # two of them
    assert who("0") == who("Speaker 0") == who("SPEAKER_00") == Speaker("Speaker 0")
    assert who("Customer 2") == Speaker("Customer 2")
    assert who("") == Speaker()
    assert who("Somebody Else") == Speaker("Somebody Else")


def test_a_broken_party_does_not_shift_the_others() -> None:
    who = Who({"parties": [None, {"name": "Bo Li", "role": "customer"}]})
    assert who("customer").name == "Bo Li"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, [0]),
        ([0, 1], [0, 1]),
        ([[1], None, [0, 2]], [1, 0, 2]),
        (True, []),
        ("0", []),
        (None, []),
    ],
)
def test_indexes_are_one_or_many(value: object, expected: list[int]) -> None:
    assert list(indexes(value)) == expected


@given(st.text())
def test_any_text_is_opened_or_empty(text: str) -> None:
    assert isinstance(opened(text).vcon, dict)
    assert body_of({"body": text, "encoding": "base64url"}) is not None
