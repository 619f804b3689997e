"""Required words: what they ask for, and above all that they never ask for too much."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theirside.reader.label import Way
from theirside.reader.required import required
from theirside.reader.tokens import tokens

SAID = {"the": 9, "is": 9, "a": 9, "not": 5}


def asked(regex: str) -> list[list[str]]:
    return [list(way) for way in required(regex, SAID)]


def fulfils(text: str, ways: tuple[Way, ...]) -> bool:
    words = tokens(text)
    return not ways or any(
        all(not words.isdisjoint(each.split(" ")) for each in way) for way in ways
    )


@pytest.mark.parametrize(
    ("regex", "sets"),
    [
        (r"\bthe oven is cold\b", [["cold", "oven", "is", "the"]]),
        (r"\bthe (?:oven|big slicer)\b", [["big oven", "oven slicer", "the"]]),
        (r"\bworr(?:y|ies|ied)\b", [["worried worries worry"]]),
        (r"\bcolou?r\b", [["color colour"]]),
        (r"\bre-?type\b", [["re retype", "retype type"]]),
        (r"\boven(?: is)?(?: not)?\b", [["oven"]]),
        (r"\b(?:very )*cold\b", [["cold"]]),
        (r"\b(?:very )+cold\b", [["cold", "very"]]),
        (r"\bcrash\w*", [["cras*"]]),
        (r"\bcrash", [["cras*"]]),
        (r"\bfor \d+ years\b", [["0", "for", "years"]]),
        (r"[$€] ?\d", [["$ €", "0"]]),
        (r"\bwhy\b.*\?", [["?", "why"]]),
        (r"(?<![\w'])(?:oven|big slicer)\b(?! shop)", [["oven"], ["big", "slicer"]]),
        (r"\bdoctor's\b", [["doctor", "s"]]),
    ],
)
def test_asks_for_the_words_without_which_nothing_matches(
    regex: str, sets: list[list[str]]
) -> None:
    assert [sorted(way) for way in asked(regex)] == [sorted(way) for way in sets]


@pytest.mark.parametrize(
    "regex",
    [
        "oven",  # "ovens", "woven"
        r"(?:oven)?",
        r"\b\w+ly\b",
        r"\b(?:oven|\w+)\b",
        r"(?!oven)",
        r"(?<=oven)",
        r"[^a-z]",
        r"\b(?:é|oven)\b",
        r"(?<![^\w])oven\b",
        r"(a)?(?(1)b|c)",
    ],
)
def test_asks_for_nothing_where_it_is_not_sure(regex: str) -> None:
    assert required(regex, SAID) == ()


def test_the_rarest_set_comes_first() -> None:
    assert asked(r"\bthe slow (?:oven|not)\b")[0][0] == "slow"


def test_a_choice_too_wide_to_be_spelt_out_asks_for_less() -> None:
    wide = "(?:a|e|i|o|u)" * 8
    assert asked(rf"\bx{wide}y (?:cold)\b") == [["cold"]]


Made = tuple[str, str]
"""A regular expression, and a text made to match it."""

PIECES: st.SearchStrategy[Made] = st.sampled_from(
    [(each, each) for each in ("oven", "cold", "OVEN", "is", "a", "7", "x", "'", "-", ",", "é")]
    + [(" ", " ")] * 6
    + [(r"\b", "")] * 3
    + [(r"\?", "?"), (r"\d", "3"), (r"\w+", "ovens"), (r"\w+", "a4"), (r"\w*", ""), (".", "x")]
    + [("[sz]", "Z"), ("[^a]", "b"), (r"[\w-]+", "e-oven"), (r"\s", " "), (r"\W", "_")]
    + [("(?! not)", ""), (r"(?<![\w'])", ""), (r"(?=[.,]|$)", ""), ("^", ""), ("$", "")]
    + [("s", "ſ"), ("i", "ı"), ("k", "\u212a"), ("[$€]", "€"), (r"[\W_]*", "_"), (r"\B", "")]
)


def one_of(made: list[Made]) -> Made:
    return f"(?:{'|'.join(regex for regex, _ in made)})", made[-1][1]


def repeated(made: Made, how: str, times: int) -> Made:
    return f"(?:{made[0]}){how}", made[1] * times


MADE = st.recursive(
    PIECES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=5).map(
            lambda row: ("".join(each[0] for each in row), "".join(each[1] for each in row))
        ),
        st.lists(inner, min_size=2, max_size=3).map(one_of),
        st.builds(repeated, inner, st.sampled_from(["?", "*", "{0,3}?"]), st.just(0)),
        st.builds(repeated, inner, st.sampled_from(["?", "*", "+", "{1,2}"]), st.just(1)),
        st.builds(repeated, inner, st.sampled_from(["*", "+", "{2}"]), st.just(2)),
    ),
    max_leaves=12,
)
AROUND = st.sampled_from(["", " ", "s", "x ", " ovens ", "'", "_", "7", "é", "\n"])


@settings(max_examples=400, deadline=None)
@given(MADE, AROUND, AROUND)
def test_what_matches_holds_the_required_words(made: Made, before: str, after: str) -> None:
    regex, text = made[0], before + made[1] + after
    if re.search(regex, text, re.IGNORECASE):
        assert fulfils(text, required(regex, SAID))
