"""Names as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.understand.names import company_of, fold, is_full, is_placeholder, name_lists, tidy


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Whitfield, Dana", "Dana Whitfield"),
        ("  Dana   Whitfield ", "Dana Whitfield"),
        ("'Dana Whitfield'", "Dana Whitfield"),
        ("Dana Whitfield (Fernhill)", "Dana Whitfield"),
        ("(Guest)", "(Guest)"),
        ("dana.whitfield@fernhill.example", "dana.whitfield@fernhill.example"),
        ("Whitfield, Dana, Ms", "Whitfield, Dana, Ms"),
        ("Whitfield,", "Whitfield,"),
        ("Dana Whitfield, Ph.D.", "Dana Whitfield, Ph.D."),
        ("Dana Whitfield, Jr.", "Dana Whitfield, Jr."),
    ],
)
def test_a_name_is_shown_as_it_is_spoken(written: str, shown: str) -> None:
    assert tidy(written) == shown


def test_names_are_compared_without_case_but_with_accents() -> None:
    assert fold("DANA Whitfield") == fold("dana whitfield")
    assert fold("José Lund") != fold("Jose Lund")


@pytest.mark.parametrize(
    "label", ["Speaker 1", "SPEAKER_02", "speaker-3", "Unknown", "", " ", "iPhone", "7", "Guest #2"]
)
def test_placeholders_name_nobody(label: str) -> None:
    assert is_placeholder(label)
    assert not is_full(label)


@pytest.mark.parametrize("name", ["Dana Whitfield", "Bo Li", "Jean-Luc Roy", "Ana de la Cruz"])
def test_two_words_are_a_full_name(name: str) -> None:
    assert is_full(name)
    assert not is_placeholder(name)


@pytest.mark.parametrize("name", ["Dana", "D. Whitfield", "dana@fernhill.example", "Dana 2 Room"])
def test_parts_addresses_and_rooms_are_none(name: str) -> None:
    assert not is_full(name)


def test_a_company_is_a_domain_that_is_not_a_mail_providers() -> None:
    assert company_of("dana@Fernhill.example") == "fernhill.example"
    assert company_of("dana@gmail.com") == ""


def test_the_lists_are_folded_and_sorted_where_they_are_long() -> None:
    lists = name_lists()

    assert all(name == name.casefold() for name in (*lists.placeholders, *lists.nicknames))
    assert all("." in domain and domain == domain.lower() for domain in lists.free_mail)
    assert lists.nicknames["bob"] & lists.nicknames["robert"]


@given(st.text(max_size=40))
def test_tidying_twice_changes_nothing_more_of_a_plain_name(name: str) -> None:
    plain = name.replace(",", " ").replace("(", " ").replace("[", " ").strip(" '\"")
    assert tidy(tidy(plain)) == tidy(plain)
