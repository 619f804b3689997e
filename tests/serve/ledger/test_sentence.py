"""One sentence: what it gives and asks, by its words and by what a reader marked."""

from __future__ import annotations

import pytest

from theirside.serve.ledger.entry import Column
from theirside.serve.ledger.sentence import Found, found_in


def test_a_sentence_may_give_and_ask() -> None:
    text = "I've marked the three clauses for you, could you send me the plans?"
    assert list(found_in(text, by_us=True)) == [
        Found(Column.GIFT, "knowledge"),
        Found(Column.ASK, "data"),
    ]


def test_what_no_kind_says_is_found_where_a_reader_marked_it() -> None:
    text = "Yesterday's loaves are on the bench outside."
    assert list(found_in(text, by_us=True)) == []
    assert list(found_in(text, by_us=True, marked={"gift"})) == [Found(Column.GIFT, "help")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Comments by the 14th would let us keep the date.", "reply"),
        ("Bring a photo of the stairs along.", "data"),
        ("A signature on page three is all that is missing.", "decision"),
        ("Cancel it.", "help"),
    ],
)
def test_what_a_reader_marked_is_sorted_by_its_words(text: str, kind: str) -> None:
    assert list(found_in(text, by_us=True, marked={"ask"})) == [Found(Column.ASK, kind)]


def test_what_sells_is_no_gift_unless_a_reader_says_so() -> None:
    text = "I can lend you one with the contract."
    assert list(found_in(text, by_us=True)) == []
    assert list(found_in(text, by_us=True, marked={"gift"})) == [Found(Column.GIFT, "help", True)]


def test_without_a_contract_nothing_is_sold() -> None:
    text = "I can lend you tags for two vans without a contract."
    assert list(found_in(text, by_us=True)) == [Found(Column.GIFT, "help", True)]


def test_an_offer_in_the_form_of_a_question_is_no_ask() -> None:
    text = "Would it help if the app told you?"
    assert list(found_in(text, by_us=True, marked={"ask"})) == []


def test_what_hangs_on_an_if_is_no_gift_but_for_the_polite_ones() -> None:
    given = "I'll put in a word for you."
    assert list(found_in(f"If we sign on Friday, {given}", by_us=True)) == []
    found = list(found_in(f"If you like, {given}", by_us=True))
    assert found == [Found(Column.GIFT, "referral", True)]


def test_a_gift_that_was_given_is_not_only_offered() -> None:
    text = "I've told him you may call."
    assert list(found_in(text, by_us=True)) == [Found(Column.GIFT, "introduction")]


def test_what_is_quoted_or_denied_is_none() -> None:
    assert list(found_in('She wrote "could we meet on Friday".', by_us=True)) == []
    assert list(found_in("I never told Ingrid about you.", by_us=True)) == []


def test_a_line_break_within_a_sentence_hides_nothing() -> None:
    assert list(found_in("Could\nwe  meet\non Friday?", by_us=True)) == [
        Found(Column.ASK, "meeting")
    ]


def test_some_words_are_a_gift_only_where_we_say_them() -> None:
    text = "The survey is free of charge."
    assert list(found_in(text, by_us=True)) == [Found(Column.GIFT, "help")]
    assert list(found_in(text, by_us=False)) == []
