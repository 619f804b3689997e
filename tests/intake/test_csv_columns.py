"""Columns are found whatever an export calls them, and the documented name wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Channel, Side
from theirside.intake.csv_columns import (
    ALIASES,
    channel,
    columns,
    delimiter,
    is_bot,
    side,
    split,
    word,
)


@pytest.mark.parametrize(
    "title",
    ["from_email", "From Email", "FromEmail", "FROM-EMAIL", "\ufefffrom email"],
)
def test_titles_are_compared_without_case_and_punctuation(title: str) -> None:
    assert columns([title]) == {"from_email": 0}


def test_unknown_titles_are_left_out_and_the_documented_name_wins() -> None:
    header = ["Score", "Content", "Text", "Body", "Sent At", "Name", "From"]
    assert columns(header) == {"text": 2, "date": 4, "from": 6}


def test_no_name_stands_for_two_columns() -> None:
    names = [word(name) for aliases in ALIASES.values() for name in aliases]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("value", "expected"),
    [("Email", Channel.MAIL), ("WhatsApp", Channel.CHAT), ("E-Mail", Channel.MAIL), ("fax", None)],
)
def test_channels_by_many_names(value: str, expected: Channel | None) -> None:
    assert channel(value) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *(("Inbound", Side.THEIRS), ("INCOMING_EMAIL", Side.THEIRS), ("End-user", Side.THEIRS)),
        *(("EMAIL", Side.OURS), ("admin", Side.OURS), ("FALSE", Side.OURS), ("?", Side.UNKNOWN)),
    ],
)
def test_sides_by_many_names(value: str, expected: Side) -> None:
    assert side(value) is expected


def test_bots_are_told() -> None:
    assert [is_bot(value) for value in ("Bot", "operator", "admin", "")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_columns(mark: str) -> None:
    assert delimiter(mark.join(["date", "from", "text", '"a, b; c"'])) == mark


@given(st.text(), st.sampled_from([",", ";"]))
def test_any_line_can_be_split(line: str, mark: str) -> None:
    assert all(isinstance(value, str) for value in split(line, mark))
    assert delimiter(line) in ",;\t|"
