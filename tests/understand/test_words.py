"""What two sentences have in common."""

from __future__ import annotations

import pytest

from theirside.understand.words import (
    gist,
    is_changing,
    likeness,
    overlap,
    stem,
    stems_of,
    words_of,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("exports", "export"),
        ("exporting", "exported"),
        ("deliveries", "delivery"),
        ("stopping", "stops"),
        ("schedules", "scheduling"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("organ", "organise"), ("glass", "glad"), ("bus", "bad")]
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_words_are_folded_and_figures_are_whole() -> None:
    assert words_of("We don’t pay 40,000 EUR") == ["we", "dont", "pay", "40000", "eur"]
    assert words_of("40.000 and 3.5") == ["40000", "and", "3.5"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("by March", {"march"}),
        ("on the 3rd of May", {"3", "may"}),
        ("May I ask something?", set()),
        ("it may fail", set()),
        ("forty thousand of 40k", {"40", "40000"}),
        ("two vans and 2 lorries", {"2"}),
        ("in Q3", {"q3"}),
    ],
)
def test_figures_and_dates_are_kept_apart(text: str, values: set[str]) -> None:
    assert gist(text).values == values


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("We need the export.", False),
        ("We don't need the export.", True),
        ("It does not work without a network.", False),
        ("I hate phone calls.", True),
        ("I don't hate phone calls.", False),
        ("We can’t wait.", True),
    ],
)
def test_negation_is_counted(text: str, negated: bool) -> None:
    assert gist(text).negated is negated


@pytest.mark.parametrize(
    "text",
    [
        "Actually we need it by June.",
        "We no longer use the old depot.",
        "We’ve since moved to Oslo.",
        "The plan has changed.",
        "We now host it ourselves.",
        "I've decided to wait.",
        "We don't do it any more.",
    ],
)
def test_words_of_change_are_seen(text: str) -> None:
    assert is_changing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Right now it is slow.",
        "For now we wait.",
        "It now also fails on Mondays.",
        "Another depot has now the same trouble as well.",
        "We know the old depot.",
        "We need it by June.",
    ],
)
def test_what_only_looks_like_change_is_not_taken_for_it(text: str) -> None:
    assert not is_changing(text)


def test_short_sentences_are_compared_word_by_word() -> None:
    assert likeness(gist("We need it by March."), gist("We need it by June.")) == 1.0
    assert likeness(gist("We need the export."), gist("We need the report.")) == 0.0


def test_overlap_is_the_share_of_words_in_common() -> None:
    assert overlap(frozenset("abc"), frozenset("bcd")) == 0.5
    assert overlap(frozenset(), frozenset()) == 0.0


def test_stems_of_a_text_hold_its_figures() -> None:
    assert stems_of("Four vans by March") == {"4", "march", "van"}
