"""Shared word lists in patterns."""

from __future__ import annotations

import re

import pytest

from theirside.errors import SettingsError
from theirside.reader.words import expand, lists, parsed


def test_a_list_becomes_an_alternation_with_the_longest_first() -> None:
    pattern = re.compile(expand("^{KIN}"))
    assert "grandmother" in lists()["KIN"]
    match = pattern.match("grandmother")
    assert match is not None
    assert match[0] == "grandmother"


def test_lists_may_name_others_and_counts_stay_counts() -> None:
    assert "{" not in expand("{I} {VERY}tired").replace("{0,3}", "")
    assert expand(r"\w{2,4}") == r"\w{2,4}"


def test_an_unknown_list_is_named() -> None:
    with pytest.raises(SettingsError, match="NOBODY"):
        expand("{NOBODY}")


def test_words_that_yaml_takes_for_truth_values_stay_words() -> None:
    assert parsed("allows: [no, on, yes, 5]", "x.yaml") == {"allows": ["no", "on", "yes", "5"]}


@pytest.mark.parametrize("name", sorted(lists()))
def test_every_list_compiles(name: str) -> None:
    assert re.compile(expand(f"{{{name}}}"))
