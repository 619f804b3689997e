"""Beliefs that a fact contradicts."""

from __future__ import annotations

import pytest

from tests.understand.talks import observed
from theirside.understand.misbeliefs import is_about, misbeliefs_in, says
from theirside.understand.offer import Fact, Offer

OFFLINE = Fact(
    "offline",
    "The app works without a network.",
    ("network", "offline"),
    ("doesn't work without network", "needs wifi", "/needs? an? (internet )?connection/"),
)
PHONES = Fact("phones", "One phone a shift is enough.", ("phone",), ("one phone each",))
OFFER = Offer("Lantern", facts=(OFFLINE, PHONES))


def contradicted(belief: str) -> list[str]:
    return [each.fact for each in misbeliefs_in([observed("belief", belief)], OFFER)]


@pytest.mark.parametrize(
    "belief",
    [
        "As far as I know your app doesn't work without a network.",
        "It won't work without any network at all, I hear.",
        "Your app needs wifi in every hall.",
        "I'm not keen, because it needs wifi.",
        "It needs an internet connection to start.",
        "The app doesn't work offline, without a network.",
    ],
)
def test_a_belief_that_says_what_isnt_so_is_found_with_the_fact(belief: str) -> None:
    assert contradicted(belief) == [OFFLINE.statement]


@pytest.mark.parametrize(
    "belief",
    [
        "Your app works without a network.",
        "It doesn't need wifi, I hear.",
        "You need a good network of friends.",
        "We work with a network of fitters.",
        "The phone is always in the office.",
        "The app is made for big plants.",
    ],
)
def test_a_belief_that_is_so_or_about_something_else_is_left_alone(belief: str) -> None:
    assert contradicted(belief) == []


def test_a_phrase_of_small_words_counts_as_a_whole() -> None:
    assert contradicted("Everybody needs one phone each.") == [PHONES.statement]


def test_only_beliefs_are_held_against_the_facts() -> None:
    assert misbeliefs_in([observed("criterion", "It must not need wifi.")], OFFER) == []
    assert misbeliefs_in([observed("pain", "Our tool needs wifi.")], OFFER) == []


def test_the_plain_opposite_of_a_fact_is_a_misbelief_without_any_phrase() -> None:
    fact = Fact("record", "The app records where the vans are.", ("vans",))

    (found,) = misbeliefs_in(
        [observed("belief", "The app never records where the vans are.")], Offer("x", facts=(fact,))
    )

    assert found.evidence[0].text == "The app never records where the vans are."


def test_words_must_be_in_order_and_close_together() -> None:
    assert says("you charge us for each user", "charge for user")
    assert not says("a user may charge his phone for an hour", "charge for user")
    far = "you charge for the visit and the tags and the training of a single new user"
    assert not says(far, "charge per user account")


def test_a_text_is_about_a_topic_when_it_has_all_words_of_one_phrase() -> None:
    assert is_about("No signal in the freezer halls", ["freezer hall"])
    assert not is_about("The hall is empty", ["freezer hall", " "])
