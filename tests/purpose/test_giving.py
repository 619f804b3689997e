"""What we could give: answers, facts, our word kept, help that we offered; nothing that sells."""

from __future__ import annotations

import pytest

from tests.purpose.understood import known, ready
from tests.understand.talks import DANA, SAM, day, mark, observed, quoted, talk
from theirside.evidence import Quote
from theirside.purpose.giving import fact_on, gifts_for, is_told
from theirside.purpose.offering import is_offer_of_help, phrases_of_help
from theirside.purpose.wants import GiftKind, Owed
from theirside.understand.offer import Capability, Fact, Limit, Offer
from theirside.understand.understanding import Hole, Misbelief, Promise

FACT = "The copy in Frankfurt is deleted thirty days after a customer leaves."
OFFER = Offer(
    "Ambleround",
    capabilities=(Capability("vans", "Plans vehicle checks.", ("vans",)),),
    limits=(Limit("sensors", "It reads no sensors.", ("alarm", "sensors")),),
    facts=(Fact("copy", FACT, ("copy", "leave")),),
)
SAID = talk(
    "said",
    (DANA, "How long is the copy kept after we leave? And who calls at night?"),
    (SAM, "I could introduce you to a plant that runs with ammonia."),
    (DANA, "Your servers are in the States."),
    at=day(20),
)


def said(words: str) -> tuple[Quote, ...]:
    return (quoted(SAID, words),)


def test_an_unanswered_question_is_answered_with_the_fact_where_one_is_sure() -> None:
    places = said("How long is the copy kept after we leave?") + said("And who calls at night?")
    gifts = gifts_for(known(unanswered=places), [], [], OFFER)
    assert [(each.kind, each.fact) for each in gifts] == [
        (GiftKind.ANSWER, FACT),
        (GiftKind.ANSWER, ""),
    ]


def test_one_word_in_common_makes_no_fact_an_answer() -> None:
    assert fact_on("Who can leave early today?", OFFER) == ""
    assert fact_on("How long is the copy kept after we leave?", None) == ""


def test_a_hole_that_is_an_unanswered_question_too_is_given_once() -> None:
    places = said("How long is the copy kept after we leave?")
    hole = Hole("How long is the copy kept", "They asked.", places)
    gifts = gifts_for(known(unanswered=places, holes=(hole,)), [], [], OFFER)
    assert [each.kind for each in gifts] == [GiftKind.ANSWER]


def test_a_belief_is_set_right_until_we_have_told_them() -> None:
    words = said("Your servers are in the States.")
    wrong = Misbelief("b", "All records are kept in Oslo with a copy in Frankfurt.", words)
    told = talk("t", (SAM, "The records lie in Oslo, a copy in Frankfurt."), at=day(21))
    early = talk("e", (SAM, "The records lie in Oslo, a copy in Frankfurt."), at=day(2))
    [gift, _] = gifts_for(known(misbeliefs=(wrong,)), [ready(SAID)], [], OFFER)
    assert (gift.kind, gift.fact) == (GiftKind.REPAIR, wrong.fact)
    assert is_told(wrong, [ready(SAID), ready(told)])
    assert not is_told(wrong, [ready(early), ready(SAID)])


def test_a_gift_that_we_promised_is_ours_to_give() -> None:
    words = said("I could introduce you to a plant that runs with ammonia.")
    promise = Promise(words[0].text, True, None, words, day(20))
    gifts = gifts_for(known(), [ready(SAID)], [Owed(promise, late=False)], OFFER)
    assert [each.kind for each in gifts] == [GiftKind.OWED]


def test_a_promise_that_is_no_gift_is_none() -> None:
    words = said("And who calls at night?")
    promise = Promise(words[0].text, True, None, words, day(20))
    gifts = gifts_for(known(), [ready(SAID)], [Owed(promise, late=False)], OFFER)
    assert [each.kind for each in gifts] == [GiftKind.OFFERED]


def test_what_we_offered_is_found_by_its_words_or_by_the_reader() -> None:
    [by_words] = gifts_for(known(), [ready(SAID)], [], None)
    assert by_words.words == "I could introduce you to a plant that runs with ammonia."
    lent = talk("l", (SAM, "Our trailer stands here till Tuesday."), (DANA, "Fine."), at=day(22))
    gift = mark(lent, "Our trailer stands here till Tuesday.", "gift")
    assert gifts_for(known(), [ready(lent)], [], None) == []
    assert [each.kind for each in gifts_for(known(), [ready(lent, gift)], [], None)] == [
        GiftKind.OFFERED
    ]


def test_what_the_offer_does_not_do_is_said_and_what_it_does_is_not_sold() -> None:
    wants = (
        observed("goal", "I want an alarm that wakes me at night.", 1),
        observed("pain", "The checks of the vans are forgotten.", 2),
    )
    gifts = gifts_for(known(observations=wants), [], [], OFFER)
    assert [(each.kind, each.fact) for each in gifts] == [(GiftKind.LIMIT, "It reads no sensors.")]


@pytest.mark.parametrize("sentence", phrases_of_help()["examples"]["fires"])
def test_an_offer_of_help_is_found(sentence: str) -> None:
    assert is_offer_of_help(sentence)


@pytest.mark.parametrize("sentence", phrases_of_help()["examples"]["silent"])
def test_a_sale_and_other_words_are_no_offer_of_help(sentence: str) -> None:
    assert not is_offer_of_help(sentence)
