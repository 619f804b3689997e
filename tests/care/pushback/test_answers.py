"""How we answered: what we did, in order, with our own sentences."""

from __future__ import annotations

from tests.care.pushback.pushing import exchange, talk_of
from tests.understand.talks import DANA, SAM
from theirside.care.pushback.answers import answers_to
from theirside.understand.talk import Talk

DEAR = "That's far too dear for a choir."


def done(talk: Talk, kind: str = "price") -> list[str]:
    return [each.way for each in answers_to(talk, 0, kind)]


def test_several_ways_hold_in_the_order_in_which_they_came() -> None:
    talk = talk_of(
        (DANA, DEAR),
        (SAM, "That's a fair point."),
        (SAM, "What did you plan for?", "question.open"),
        (SAM, "The price is the same for ten singers.", "inform"),
    )
    assert done(talk) == ["acknowledged", "asked", "viewed"]


def test_the_order_is_ours_not_that_of_the_files() -> None:
    talk = talk_of(
        (DANA, DEAR),
        (SAM, "Quality has its price."),
        (SAM, "I'm sorry, in your place I'd ask too."),
    )
    assert done(talk) == ["defended", "acknowledged"]


def test_each_carries_the_sentence_and_not_the_whole_turn() -> None:
    talk = exchange(DEAR, "Hm. As I said on Monday, it is what it is. Anyway.")
    [found] = answers_to(talk, 0, "price")
    [quote] = found.evidence
    assert (found.way, quote.text) == ("defended", "As I said on Monday, it is what it is.")
    assert quote.stands_in(talk.conversation)


def test_an_understanding_that_is_taken_back_in_the_same_breath_is_a_defence() -> None:
    assert done(exchange(DEAR, "I understand that it seems dear, but it lasts.")) == ["defended"]


def test_a_trap_is_pressing_and_not_asking() -> None:
    talk = exchange(DEAR, "If I could take off a tenth, would you sign?", ["question.closed"])
    assert "pressed" in done(talk)


def test_news_of_something_else_ignores_it() -> None:
    talk = exchange(DEAR, "On Thursday our stand is in hall three.", ["inform"])
    [found] = answers_to(talk, 0, "price")
    assert found.way == "ignored"
    assert found.evidence[0].text == "On Thursday our stand is in hall three."


def test_one_word_of_theirs_is_enough_not_to_have_ignored_it() -> None:
    assert done(exchange(DEAR, "A choir is a choir.")) == []


def test_a_word_of_the_kind_is_enough_too() -> None:
    assert done(exchange(DEAR, "Well, the fee covers the winter.", ["inform"])) == ["viewed"]


def test_ourselves_counts_only_where_nothing_else_was_done() -> None:
    about_us = (SAM, "We are very proud of our prize.", "self_focus,inform")
    assert done(talk_of((DANA, DEAR), about_us)) == ["ourselves"]
    asked = (SAM, "What did you plan for?", "question.open")
    assert done(talk_of((DANA, DEAR), about_us, asked)) == ["asked"]


def test_without_an_answer_there_is_nothing() -> None:
    assert done(talk_of((DANA, DEAR))) == []


def test_only_what_follows_directly_is_an_answer() -> None:
    talk = talk_of(
        (DANA, DEAR),
        (SAM, "Hm, the choir."),
        (DANA, "Let us speak of the roof of the hall."),
        (SAM, "I'm sorry about the roof."),
    )
    assert done(talk) == []


def test_what_touches_a_special_category_is_not_quoted() -> None:
    talk = talk_of((DANA, DEAR), (SAM, "I'm sorry about your illness.", "special.health"))
    assert done(talk) == []
