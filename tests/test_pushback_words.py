"""Pushback in words."""

from __future__ import annotations

from theirside.care.pushed import After, Level, Pushed, Reason, Strength
from theirside.pushback_words import afterwards, source_of, title_of


def pushed(**more: object) -> Pushed:
    return Pushed("price", (), None, Strength(Level.FIRM), **more)  # type: ignore[arg-type]


def test_a_title_says_kind_firmness_and_whose_it_is() -> None:
    assert title_of(pushed()).endswith(", firm")
    assert "(our guess)" in title_of(pushed(guessed=True))
    assert title_of(pushed(holder="my boss")).endswith(", as they tell it of my boss")


def test_a_source_is_said_in_words_a_facet_by_its_name() -> None:
    assert source_of(Reason("misbelief", "", "", 1.0, ())) == "a belief that isn't so"
    assert source_of(Reason("taste", "", "", 1.0, ())) == "taste"


def test_every_outcome_has_its_words() -> None:
    assert afterwards(After.OPENED_UP) == "They opened up"
    assert len({afterwards(each) for each in After}) == len(After)
