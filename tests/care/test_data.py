"""Opening this room's data files, and what is said of one that is not as it should be."""

from __future__ import annotations

import pytest

from theirside.care.data import contents, misshapen, pattern, words


def test_every_file_of_a_folder_comes_by_name() -> None:
    names = [name for name, _ in contents("wording")]
    assert names == ["wording/stronger.yaml", "wording/weaker.yaml"]


@pytest.mark.parametrize("text", ["It's dear", "it’s dear", "Well, it's DEAR."])
def test_a_pattern_finds_either_apostrophe_in_any_case(text: str) -> None:
    found = pattern(["it's dear"])
    assert found is not None
    assert found.search(text)


def test_a_pattern_begins_where_a_word_does() -> None:
    found = pattern(["dear"])
    assert found is not None
    assert not found.search("endear")


def test_of_nothing_there_is_no_pattern() -> None:
    assert pattern([]) is None


def test_a_text_where_a_list_should_be_is_an_error() -> None:
    assert words({"says": ["a", "b"]}, "says") == ("a", "b")
    assert words({}, "says") == ()
    with pytest.raises(TypeError, match="says"):
        words({"says": "a"}, "says")
    with pytest.raises(TypeError, match="says"):
        words({"says": [1]}, "says")


def test_the_error_names_the_file_and_the_remedy() -> None:
    error = misshapen("ways/asked.yaml", KeyError("name"))
    assert str(error) == "care/ways/asked.yaml: missing or misshapen: 'name'; compare a sibling"
