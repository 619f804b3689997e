"""Columns are found whatever an export calls them, and the documented name wins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.csv_columns import ALIASES, CHANNELS, SIDES, columns, delimiter, split, word


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
    names = [name for aliases in ALIASES.values() for name in aliases]
    assert len(names) == len(set(names))
    assert all(name == word(name) for name in [*names, *CHANNELS, *SIDES])


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_makes_columns(mark: str) -> None:
    assert delimiter(mark.join(["date", "from", "text", '"a, b; c"'])) == mark


@given(st.text(), st.sampled_from([",", ";"]))
def test_any_line_can_be_split(line: str, mark: str) -> None:
    assert all(isinstance(value, str) for value in split(line, mark))
    assert delimiter(line) in ",;\t|"
