"""Changes of mind across facets: what was refused, and is welcome now."""

from __future__ import annotations

import pytest

from tests.understand.talks import heard
from theirside.understand.grouping import Group, groups_of
from theirside.understand.turning import turn_round

CLOUD_OUT = "Cloud is out for us."


def turned(*said: tuple[str, str]) -> dict[str, str]:
    """Return, of each sentence that was replaced, the words that took its place."""
    groups: list[Group] = groups_of(
        heard(words, number, facet) for number, (words, facet) in enumerate(said, 1)
    )
    turn_round(groups)
    return {
        group.heard[0].quote.text: group.replaced_by.heard[0].quote.text
        for group in groups
        if group.replaced_by is not None
    }


@pytest.mark.parametrize(
    ("then", "since"),
    [
        (CLOUD_OUT, "Cloud is fine for us now, as long as it is hosted in the EU."),
        (
            "Tablets are banned in the kitchen, full stop.",
            "We've changed the rule, tablets in a cover are ok in the kitchen from July.",
        ),
        ("We don't need contractors on it.", "I changed my mind about the contractors."),
    ],
)
def test_a_later_welcome_takes_back_the_refusal(then: str, since: str) -> None:
    assert turned((then, "constraint"), (since, "criterion")) == {then: since}


def test_every_time_it_was_refused_is_taken_back() -> None:
    since = "I have to correct this: cloud is fine for us now."
    again = "I repeat: cloud is out for us."
    found = turned((CLOUD_OUT, "constraint"), (again, "risk"), (since, "criterion"))
    assert set(found.values()) == {since}


@pytest.mark.parametrize(
    "since",
    [
        "The invoices are fine now.",
        "Cloud is fine for the others.",
        "Cloud is still not allowed now.",
        "We have changed the rule: cloud stays out.",
    ],
)
def test_what_is_about_something_else_or_refuses_again_takes_nothing_back(since: str) -> None:
    assert turned((CLOUD_OUT, "constraint"), (since, "criterion")) == {}


def test_the_older_never_takes_the_newers_place() -> None:
    fine = "Cloud is fine for us now."
    assert turned((fine, "criterion"), (CLOUD_OUT, "constraint")) == {}


def test_what_somebody_feels_or_stands_to_lose_is_not_taken_back() -> None:
    assert turned((CLOUD_OUT, "stake"), ("Cloud is fine for us now.", "criterion")) == {}


def test_a_long_refusal_is_not_taken_back_by_naming_one_thing_of_it() -> None:
    long = "Cloud, tablets, scanners, printers, cameras and radios are all out for us."
    assert turned((long, "constraint"), ("Tablets are fine now.", "criterion")) == {}
