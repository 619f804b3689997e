"""What sells something is found, and what only speaks of selling is not."""

from __future__ import annotations

import pytest

from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.serve.in_mind.selling import OUR_PRICE, OURS, Ourselves, Sign, signs, sold_in
from theirside.understand.offer import load_offer

LANTERN = load_offer(
    "name: Lantern\nprices:\n  - id: a\n    for: A harbour\n    price: 90 euros a month\n"
    "  - id: b\n    for: More\n    price: ask\n"
)


def holding(text: str, url: str = "") -> Thing:
    return Thing("x", ThingKind.NOTE, "A thing", text, url)


def as_thing(sign: Sign, text: str) -> Thing:
    return holding("", text) if sign.in_address else holding(text)


@pytest.mark.parametrize("sign", signs(), ids=lambda sign: sign.id)
def test_each_sign_fires_and_stays_silent_as_its_examples_say(sign: Sign) -> None:
    assert len(sign.fires) >= 2
    assert len(sign.silent) >= 2
    assert sign.why
    for text in sign.fires:
        assert sign.id in {each.sign for each in sold_in(as_thing(sign, text))}, text
    for text in sign.silent:
        assert sign.id not in {each.sign for each in sold_in(as_thing(sign, text))}, text


def test_what_was_found_is_said_with_its_words() -> None:
    [found] = sold_in(holding("A nice read. Book a  demo with us."))
    assert (found.sign, found.words) == ("demo", "Book a demo")
    assert found.why


def test_the_title_counts_too_and_each_sign_once() -> None:
    made = Thing("x", ThingKind.LINK, "Start your free trial", "Free trial. Free trial.")
    assert [each.sign for each in sold_in(made)] == ["trial"]


def test_our_name_our_price_and_our_domain_are_no_gift() -> None:
    ours = Ourselves.of(LANTERN, ["lantern.example"])
    assert ours.prices == ("90 euros a month",)
    assert [each.sign for each in sold_in(holding("How lantern does it."), ours)] == [OURS]
    assert OUR_PRICE in {each.sign for each in sold_in(holding("It is 90 euros a month."), ours)}
    [led] = sold_in(holding("A page.", "https://www.lantern.example/x"), ours)
    assert led.words == "lantern.example"


def test_a_name_within_another_word_is_not_ours() -> None:
    ours = Ourselves.of(LANTERN, ["lantern.example"])
    assert sold_in(holding("Lanternfish, and jack-o'-lanterns."), ours) == ()
    assert (
        sold_in(holding("See my-lantern.example."), Ourselves(domains=("lantern.example",))) == ()
    )


def test_without_an_offer_only_the_signs_count() -> None:
    assert Ourselves.of(None, ["b.example", "a.example"]).domains == ("a.example", "b.example")
    assert sold_in(holding("Lantern costs 90 euros.")) == ()
