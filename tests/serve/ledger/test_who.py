"""Whom a name means, and how sure that is."""

from __future__ import annotations

import pytest

from tests.understand.talks import DANA, PRIYA, said, talk
from theirside.serve.ledger.referral import Named
from theirside.serve.ledger.who import Who, is_ours
from theirside.understand.people import people_in

PEOPLE = people_in(
    [talk("t", (DANA, "a"), (PRIYA, "b"), (said("Ben Adair"), "c"), (said("Ben Roth"), "d"))]
)
WHO = Who(PEOPLE)
OURS = ["Sam Okoro", ""]


@pytest.mark.parametrize(
    ("name", "shown", "known", "sure"),
    [
        ("Dana Whitfield", "Dana Whitfield", True, True),
        ("Dana Whitfield of Fernhill", "Dana Whitfield", True, True),
        ("Dana W", "Dana Whitfield", True, True),
        ("Dana", "Dana Whitfield", True, False),
        ("Dana Moe", "Dana Moe", False, True),
        ("Ben", "Ben", False, True),
        ("Ben Roth's", "Ben Roth", True, True),
        ("my sister", "my sister", False, True),
        ("Ingrid", "Ingrid", False, True),
    ],
)
def test_a_name_means_at_most_one_person(name: str, shown: str, known: bool, sure: bool) -> None:
    found = WHO.named(name)
    assert (found.name, bool(found.person), found.sure) == (shown, known, sure)


def test_nobody_means_themselves() -> None:
    assert WHO.named("Dana", but=PEOPLE.find("dana").id) == Named("Dana")


def test_ours_are_known_by_full_and_first_name() -> None:
    assert is_ours("Sam Okoro", OURS)
    assert is_ours("Sam", OURS)
    assert not is_ours("Dana", OURS)
    assert not is_ours("", OURS)


def test_a_stranger_mentioned_is_found_where_there_is_only_one() -> None:
    dana = PEOPLE.find("dana")
    assert WHO.mentioned("There was Ben.", but=dana) == Named()
    assert WHO.mentioned("Priya was there.", but=PEOPLE.find("ben adair")).name == "Priya Nair"
    assert WHO.mentioned("Nobody.", but=dana) == Named()
