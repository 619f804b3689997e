"""The settings of giving: shipped, overruled line by line, and refused where they make no sense."""

from __future__ import annotations

import pytest

from theirside.errors import SettingsError
from theirside.serve.in_mind.pace import pace_of, usual_pace


def test_what_a_workspace_does_not_say_stays() -> None:
    found = pace_of("days_between: 90\nenough: 2\n", "in-mind.yaml")
    assert (found.days_between, found.enough) == (90, 2.0)
    assert found.most_people == usual_pace().most_people


def test_an_empty_file_says_nothing() -> None:
    assert pace_of("# nothing yet\n", "in-mind.yaml") == usual_pace()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("days_beetween: 3", "days_beetween is no setting; there are days_between"),
        ("days_between: often", "days_between is a whole number from 0 up, not 'often'"),
        ("days_between: 2.5", "a whole number"),
        ("most_people: -1", "from 0 up"),
        ("most_people: yes", "a whole number"),
        ("enough: near", "enough is a number"),
        ("- days_between", "lines such as"),
        ("a: [", "line 1: not YAML"),
    ],
)
def test_a_line_that_is_wrong_is_named_with_its_file(text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=r"in-mind\.yaml") as error:
        pace_of(text, "in-mind.yaml")
    assert told in str(error.value)
