"""A thing is tidy, has a title, and the same id each time it is read."""

from __future__ import annotations

import pytest

from theirside.intake.shelf.thing import LONGEST_TEXT, LONGEST_TITLE, ThingKind, thing

NOTE, LINK = ThingKind.NOTE, ThingKind.LINK


def test_an_address_is_the_same_thing_under_any_title() -> None:
    one = thing(LINK, "Bees", "", "https://a.example/bees?utm_source=x")
    other = thing(LINK, "The bee year", "Month by month.", "https://a.example/bees")
    assert one.id == other.id
    assert one.url == "https://a.example/bees"


def test_a_note_is_the_same_thing_by_its_words() -> None:
    assert thing(NOTE, "Bees", "In May.").id == thing(NOTE, " bees ", "in may.\n").id
    assert thing(NOTE, "Bees", "In May.").id != thing(NOTE, "Bees", "In June.").id


def test_without_a_title_the_first_words_are_it() -> None:
    assert thing(NOTE, "", "\nBees swarm. Then they rest.").title == "Bees swarm."
    long = thing(NOTE, "", " ".join(f"w{n}" for n in range(30)))
    assert long.title == "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 …"


def test_what_is_too_long_is_cut() -> None:
    made = thing(NOTE, "x" * 300, "y" * (LONGEST_TEXT + 5))
    assert len(made.title) == LONGEST_TITLE
    assert made.title.endswith("…")
    assert len(made.text) == LONGEST_TEXT


def test_tags_stand_once_and_empty_ones_nowhere() -> None:
    assert thing(NOTE, "a", tags=("to  give", "", "to give", " ")).tags == ("to give",)


def test_nothing_makes_no_thing() -> None:
    with pytest.raises(ValueError, match="neither"):
        thing(NOTE, "  ", "\n")
    with pytest.raises(ValueError, match="address"):
        thing(LINK, "a", "", "mailto:x@a.example")
