"""Referrals of stored people: found, typed, from decisions on fits; thanks and striking kept."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from tests.app.stored import anna, ben
from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import models
from theirside.app.ledger import ledger_of, ledgers
from theirside.app.referrals import find_referral, referrals, referrals_page
from theirside.app.services import (
    add_to_ledger,
    decide_fit,
    keep,
    strike_from_ledger,
    strike_referral,
    thank_for_referral,
)
from theirside.errors import NotFoundError
from theirside.serve.fit import Decision
from theirside.serve.ledger.entry import Column
from theirside.serve.ledger.referral import Referral

pytestmark = pytest.mark.usefixtures("store", "unread")

FROM = "Anna Bauer told me about you."
ON = date(2026, 3, 9)


def fill() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, "Good morning.", SAM)))
    keep(thread("t2", mail("<2@x>", BEN, FROM, SAM)))


def test_both_see_it_and_their_words_come_along() -> None:
    fill()
    for person in (None, anna(), ben()):
        it = referrals(person)
        [one] = it.received
        assert (one.by.person, one.to.person) == (anna().id, ben().id)
        assert one.evidence[0].stands_in(it.conversations["t2"])
        assert it.owed == (one,)
        assert it.given == ()


def test_it_is_a_gift_in_the_ledger_of_whoever_recommended_us() -> None:
    fill()
    [gift] = ledger_of(anna()).entries
    assert (gift.column, gift.kind, gift.by_us, gift.text) == ("gift", "referral", False, FROM)
    [stands] = ledgers()
    assert (stands.person, stands.entries) == (anna(), (gift,))
    assert ledger_of(ben()).entries == ()


def test_struck_in_the_ledger_it_is_struck_everywhere() -> None:
    fill()
    strike_from_ledger(ledger_of(anna()).entries[0])
    assert referrals().found == ()
    assert ledger_of(anna()).entries == ()


def test_thanks_and_striking_are_kept() -> None:
    fill()
    [one] = referrals().found
    assert find_referral(one.id[:6]) == one
    thank_for_referral(one)
    assert referrals().owed == ()
    assert referrals().found[0].thanked
    strike_referral(one)
    assert referrals().found == ()
    with pytest.raises(NotFoundError, match="at the end of each"):
        find_referral(one.id)


def test_our_thanks_in_a_talk_are_seen() -> None:
    fill()
    keep(thread("t3", mail("<3@x>", SAM, "Anna, thank you for the recommendation.", ANNA, hours=9)))
    for person in (None, anna(), ben()):
        [one] = referrals(person).found
        assert one.thanks is not None
        assert not one.owes_thanks


def test_typed_ones_go_both_ways_and_can_be_thanked_for() -> None:
    fill()
    add = add_to_ledger
    told = add(anna(), Column.GIFT, "referral", "at the fair", by_us=False, on=ON, named="Ines")
    add(anna(), Column.GIFT, "referral", "to the guild", by_us=True, on=ON, named="the guild")
    add(anna(), Column.GIFT, "introduction", "by mail", by_us=True, on=ON, named="Rolf Enger")
    add(anna(), Column.GIFT, "time", "an hour", by_us=True, on=ON)
    it = referrals()
    assert [each.to.name for each in it.received] == ["Ben Okafor", "Ines"]
    assert [(e.whom.name, e.to.name) for e in it.given] == [
        ("Anna Bauer", "the guild"),
        ("Rolf Enger", "Anna Bauer"),
    ]
    thank_for_referral(find_referral(told.id))
    assert [each.to.name for each in referrals().owed] == ["Ben Okafor"]
    strike_referral(find_referral(told.id))
    assert not models.LedgerEntry.objects.filter(code=told.id).exists()


def test_where_somebody_was_pointed_is_a_recommendation_of_ours() -> None:
    fill()
    decide_fit("Ben Okafor", [ben()], Decision.NOT_US, "no sensors", pointed_to="Nightbell")
    [one] = referrals(ben()).given
    assert (one.by.us, one.whom.name, one.to.person, one.id) == (True, "Nightbell", ben().id, "")
    assert referrals(anna()).given == ()


def read_by_pages(size: int) -> list[Referral]:
    """Return what stands on the pages, one after the other."""
    first = referrals_page(1, size)
    rest = [referrals_page(number, size) for number in range(2, first.pages + 1)]
    assert [each.page for each in rest] == list(range(2, first.pages + 1))
    assert referrals_page(first.pages + 1, size).them == referrals_page(first.pages, size).them
    return [one for each in (first, *rest) for one in each.them.found]


def in_order(found: Iterable[Referral]) -> list[Referral]:
    return sorted(found, key=repr)


@pytest.mark.parametrize("size", [1, 2, 3, 40])
def test_the_pages_together_hold_everything_once(size: int) -> None:
    told = [
        mail("<1@x>", ANNA, "Good morning.", SAM),
        *(
            mail(f"<{day}@x>", ANNA, "I told Ben Okafor about you.", SAM, hours=24 * day)
            # 61 to 90 days after the first, each within 60 of one before: whose is it?
            for day in (0, 50, 61, 100, 150, 300)
        ),
    ]
    keep(thread("t1", *told))
    keep(thread("t2", mail("<b@x>", BEN, FROM, SAM, hours=24 * 40)))
    both = "Anna Bauer told me about you. I told Ines Moor about you."
    keep(thread("t3", mail("<c@x>", BEN, both, SAM, hours=24 * 120)))
    days = [date(2025, 12, 1), date(2026, 2, 1), date(2026, 4, 20), date(2026, 6, 1)]
    for day in days:
        add_to_ledger(
            anna(), Column.GIFT, "referral", "by phone", by_us=False, on=day, named="Ines Moor"
        )
    decide_fit("Ben Okafor", [ben()], Decision.NOT_US, "no sensors", pointed_to="Nightbell")
    decide_fit("Anna Bauer", [anna()], Decision.NOT_US, "no sensors", pointed_to="Nightbell")

    every = referrals()

    assert len(every.found) > 8
    assert in_order(read_by_pages(size)) == in_order(every.found)


def test_two_tellings_across_a_page_border_are_one_on_the_page_of_the_first() -> None:
    said = "I told Ben Okafor about you."
    keep(
        thread("t1", mail("<1@x>", ANNA, said, SAM), mail("<2@x>", ANNA, said, SAM, hours=24 * 59))
    )

    newer, older = (referrals_page(number, 1) for number in (1, 2))

    assert (newer.pages, newer.them.found) == (2, ())
    [one] = older.them.found
    assert [quote.turn for quote in one.evidence] == [0, 1]
