"""Labels are judged over the whole file: people who take turns, not any word before a colon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.labels import can_be_a_label, is_named, labels_in


def names(*lines: str) -> set[str]:
    return set(labels_in(lines).names)


def test_where_every_line_has_a_label_all_of_them_count() -> None:
    lines = [
        "nixo: hey",
        "Dana Whitfield: hi",
        "ben from larkspur: yes",
        "jvn | Base: so: it goes",
    ] * 9
    assert names(*lines, "yhl125: once") == {
        "nixo",
        "Dana Whitfield",
        "ben from larkspur",
        "jvn | Base",
        "yhl125",
    }


def test_people_whose_names_are_words_are_people() -> None:
    people = ["So Young Kim", "An Nguyen", "He Jiankui", "A. Weber", "My Tran", "You Li"]
    lines = [f"{name}: yes" for name in people] * 2
    assert names(*lines[:8], "and on", "and on", "and on", *lines) == set(people)
    assert all(can_be_a_label(name) for name in people)
    assert names(*["Dana: a", "Bo: b", "c"] * 3, "So Dana: what now") == {"Dana", "Bo"}


def test_a_tools_labels_count_however_odd() -> None:
    lines = ["🦊 fox: hey", "so: what", "me: this", "what?!: no", "the <b> team: x", "Dana: y"] * 2
    assert names(*lines) == {"🦊 fox", "so", "me", "what?!", "the <b> team", "Dana"}
    assert names(*lines, *lines, "Note: recorded") == names(*lines)


def test_where_lines_go_on_without_one_a_label_must_look_like_a_name() -> None:
    lines = ["Dana: hi", "and then", "the point is: this", "Bo Li: so", "now", "Dana: yes", "ok",
             "Kim Oduya: no", "really", "Bo Li: well"]  # fmt: skip
    assert names(*lines) == {"Dana", "Bo Li", "Kim Oduya"}


def test_captions_without_speakers_have_none() -> None:
    lines = ["we begin", "Question: what now", "Step One: go", "so it ends", "Paris: a city"] * 2
    assert names(*lines, *["and on it goes"] * 12) == set()


@pytest.mark.parametrize(
    "line",
    [
        "So: here is the thing",
        "https://larkspur.example: down",
        "At 10:30 we go",
        "Wait, what: no",
        "He said. Then: no",
        "Note: closed",
        "Budget: 10k",
        "Really?: yes",
        "10: ten",
        "one two three four five six seven eight nine: ten",
    ],
)
def test_colons_in_talk_are_no_labels(line: str) -> None:
    found = labels_in(["Dana: a", "Bo: b", "Dana: c", "Bo: d", line, "and", "so on"])
    assert found.names == {"Dana", "Bo"}
    assert found.split(line) == ("", line)


@pytest.mark.parametrize(
    ("line", "label", "text"),
    [
        ("Dana: hi", "Dana", "hi"),
        ("Dana:", "Dana", ""),
        (">> Dana: hi", "Dana", "hi"),
        ("- Dana: hi", "Dana", "hi"),
        ("[Dana]: hi", "Dana", "hi"),
        ("Dana : hi: there", "Dana", "hi: there"),
        ("Dana：hi", "Dana", "hi"),
        ("+1 415-555-0134: hi", "+1 415-555-0134", "hi"),
        ("Anna de la Cruz, PhD: hi", "Anna de la Cruz, PhD", "hi"),
        ("O'Neil-Smith Jr.: hi", "O'Neil-Smith Jr.", "hi"),
        ("李雷：你好", "李雷", "你好"),
        ("Dr. Weber: hi", "Dr. Weber", "hi"),
        ("vitalik.eth: hi", "vitalik.eth", "hi"),
    ],
)
def test_labels_are_found_in_every_writing(line: str, label: str, text: str) -> None:
    assert labels_in([line] * 3).split(line) == (label, text)


def test_share_and_repeats_are_counted() -> None:
    found = labels_in(["Dana: a", "Bo: b", "Dana: c", "d"])
    assert (found.repeated, found.share) == (1, 0.75)
    assert labels_in([]).share == 0


def test_capitals_make_a_name_where_a_script_has_them() -> None:
    assert is_named("Dana van der Berg")
    assert is_named("田中")
    assert not is_named("dana whitfield")
    assert not is_named("The point is")
    assert not can_be_a_label("")


@given(st.lists(st.text(), max_size=8))
def test_splitting_loses_nothing_but_the_label(lines: list[str]) -> None:
    found = labels_in(lines)
    for line in lines:
        label, text = found.split(line)
        assert line.endswith(text)
        assert not label or label in found.names
