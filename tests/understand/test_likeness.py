"""Who is likely one: proposed, with the reason, and only where it fits nobody else."""

from __future__ import annotations

import pytest

from tests.understand.talks import DANA, PRIYA, said, talk
from theirside.conversation import Channel, Speaker
from theirside.understand.likeness import how_it_fits
from theirside.understand.people import people_in


def proposals(*together: Speaker) -> list[tuple[str, str, str]]:
    people = people_in(
        [
            talk("a", (DANA, "Hi.")),
            talk("b", *((who, "Hi.") for who in together), channel=Channel.CALL),
        ]
    )
    return [(each.first.name, each.second.name, each.reason) for each in people.proposals]


@pytest.mark.parametrize(
    ("label", "why"),
    [
        ("Dana", "fits only"),
        ("Whitfield", "fits only"),
        ("D. Whitfield", "with an initial"),
        ("Dana W.", "with an initial"),
        ("Dana Whitfeld", "a few letters"),
        ("Danna Whitfield", "a few letters"),
    ],
)
def test_a_short_or_misheard_name_is_proposed_with_the_reason(label: str, why: str) -> None:
    (found,) = proposals(said(label), PRIYA)

    assert set(found[:2]) == {label, "Dana Whitfield"}
    assert why in found[2]
    assert label in found[2]


def test_a_nickname_is_proposed() -> None:
    robert = Speaker("Robert Hall", "rh@fernhill.example", side=DANA.side)

    (found,) = proposals(said("Bob Hall"), robert)

    assert found[2] == (
        "“Bob Hall” is short for the first name of Robert Hall in the same conversation."
    )


@pytest.mark.parametrize("label", ["Speaker 1", "iPhone", "Guest", "Mo", "Nair Whitfield"])
def test_placeholders_and_other_names_are_not(label: str) -> None:
    assert proposals(said(label), PRIYA) == []


def test_a_first_name_that_fits_two_is_not_proposed() -> None:
    other = Speaker("Dana Prior", "prior@fernhill.example", side=DANA.side)

    assert not any("“Dana”" in reason for *_, reason in proposals(said("Dana"), PRIYA, other))


def test_alone_in_a_call_a_first_name_that_fits_one_of_all_is_a_weak_proposal() -> None:
    (found,) = proposals(said("Dana"))

    assert found[2] == "Of everybody known, “Dana” fits only Dana Whitfield."


def test_the_same_name_with_two_addresses_is_proposed() -> None:
    private = Speaker("Dana Whitfield", "dana.whitfield@gmail.com", side=DANA.side)

    (found,) = proposals(private)

    assert found[2] == "Both are called Dana Whitfield, with two addresses."


def test_the_likeliest_come_first() -> None:
    people = people_in(
        [
            talk("a", (DANA, "Hi."), (PRIYA, "Hi.")),
            talk("b", (said("Dana W."), "Hi."), (PRIYA, "Hi.")),
            talk("c", (said("Danna Whitfield"), "Hi."), (PRIYA, "Hi.")),
        ]
    )

    likelihoods = [each.likelihood for each in people.proposals]
    assert likelihoods == sorted(likelihoods, reverse=True)
    assert len(likelihoods) >= 2


def test_equal_names_are_no_short_form() -> None:
    assert how_it_fits("Dana Whitfield", "dana whitfield") is None
    assert how_it_fits("", "dana whitfield") is None
