"""Shared word lists in patterns and cues."""

from __future__ import annotations

import re

import pytest

from theirside.errors import SettingsError
from theirside.reader.words import expand, lists, parsed, phrases


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
    with pytest.raises(SettingsError, match="I"):
        phrases("{I}")


def test_a_cue_is_a_phrase_or_the_literal_beginning_of_a_lists_entries() -> None:
    assert phrases("In Place") == ["in place"]
    grow = phrases("{GROW}")
    assert "get rid of" in grow
    assert not any("(" in phrase for phrase in grow)


def test_words_that_yaml_takes_for_truth_values_stay_words() -> None:
    assert parsed("cues: [no, on, yes, 5]", "x.yaml") == {"cues": ["no", "on", "yes", "5"]}


@pytest.mark.parametrize("name", sorted(lists()))
def test_every_list_compiles(name: str) -> None:
    assert re.compile(expand(f"{{{name}}}"))
