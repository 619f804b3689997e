"""The customer faced: what each reply does, worked out by hand from the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.purpose.chairs.people import (
    ASKS,
    FEAR,
    HABIT,
    PAIN,
    PRICE,
    STAKE,
    call,
    dana,
    facing,
)
from theirside.purpose.chairs.sources import source_holds
from theirside.purpose.chairs.state import Card, Line, State, Step
from theirside.purpose.chairs.stepping import begin, ending, step

TODAY = "How do you go about it today?"
HARDEST = "What is the hardest part?"
HEAVY = "That is a heavy thing to carry."
TWICE = "No wonder you look twice."
PROUD = "We are proud of our forty modules."
SIGN = "You have to sign today."
CHANCE = "This is the last chance."


def played(card: Card, *replies: str) -> list[Step]:
    customer = facing(card)
    state, _ = customer.begin()
    steps = []
    for text in replies:
        steps.append(customer.step(state, text))
        state = steps[-1].state
    return steps


def said(step: Step) -> list[str]:
    return [line.text for line in step.lines]


def stood(steps: list[Step]) -> list[tuple[int, int]]:
    return [(each.state.trust, each.state.patience) for each in steps]


def test_it_begins_with_a_phrase_and_where_the_card_says() -> None:
    state, line = begin(dana())
    assert (state.trust, state.patience, line.phrase) == (3, 4, "hello")


def test_an_open_question_gets_what_fits_its_subject() -> None:
    """+1 trust for asking openly; a habit needs none."""
    [done] = played(dana(), TODAY)
    assert said(done) == [HABIT]
    assert (done.trust, done.patience, done.move) == (1, 0, "answer")


def test_what_lies_deep_is_not_told_to_a_stranger() -> None:
    """A stake needs trust 6; the question alone brings 3 to 4."""
    [done] = played(dana(STAKE), "What would it mean for you if it failed?")
    assert done.lines[0].phrase == "not_yet"
    assert done.state.told == ()


def test_acknowledging_opens_them_up_rung_by_rung() -> None:
    """3 + 1, + 2, + 2, + 2: trust for habit (0), pain (4), stake (6) and fear (7)."""
    steps = played(dana(), TODAY, HEAVY, TWICE, "You want to know before it burns.")
    assert [said(each)[0] for each in steps] == [HABIT, PAIN, STAKE, FEAR]
    assert [each.state.trust for each in steps] == [4, 6, 8, 9]
    assert [each.move for each in steps] == ["answer", "open", "open", "open"]


def test_pressing_closes_them_and_at_the_end_they_leave() -> None:
    """-2 and -2 each: from 3 and 4 to 1 and 2, then to 0 and 0."""
    steps = played(dana(), SIGN, CHANCE)
    assert stood(steps) == [(1, 2), (0, 0)]
    assert said(steps[0]) == [PRICE]
    assert (steps[1].move, steps[1].state.end) == ("leave", "left")


def test_without_pushback_of_theirs_a_phrase_holds_on() -> None:
    [done] = played(dana(HABIT), SIGN)
    assert (done.move, done.lines[0].phrase, done.lines[0].quote) == ("resist", "push", None)


def test_the_pushback_that_is_about_it_comes_first() -> None:
    trust = "I do not trust figures from a brochure."
    made = dana(HABIT)
    price = dana(PRICE).pushback[0]
    other = replace(price, id="ffff", text=trust, kind="trust")
    both = replace(made, pushback=(other, price))
    customer = facing(both, {"The price ends today, sign now.": ("press.urgency",)})
    state, _ = customer.begin()
    assert said(customer.step(state, "The price ends today, sign now.")) == [PRICE]


def test_talking_about_ourselves_tires_them() -> None:
    steps = played(dana(HABIT), PROUD, "We won a prize for them.")
    assert stood(steps) == [(3, 5), (3, 4)]


def test_what_mattered_passed_over_costs_both() -> None:
    """A pain is told at trust 5; then a boast: -1 -1 for passing over, -1 for ourselves."""
    steps = played(dana(HABIT, PAIN), TODAY, HEAVY, PROUD)
    assert said(steps[1]) == [PAIN]
    assert (steps[2].trust, steps[2].patience) == (-1, -2)
    assert [each.act for each in steps[2].heard] == ["passed_over", "ourselves"]


def test_they_ask_a_question_of_theirs_and_ask_again_when_it_is_dodged() -> None:
    steps = played(dana(HABIT, ASKS), PROUD, "We won a prize for them.", PROUD + " Yes, truly.")
    assert said(steps[1]) == [ASKS]
    assert steps[1].state.waiting == dana(HABIT, ASKS).questions[0].id

    again = played(dana(HABIT, ASKS), PROUD, "We won a prize for them.", "Do you have a wall?")[2]
    assert again.move == "again"
    assert again.lines[0].text.endswith(ASKS)
    assert again.lines[0].phrase == "again"
    assert "dodged" in [each.act for each in again.heard]


def test_an_honest_answer_settles_their_question() -> None:
    steps = played(
        dana(HABIT, ASKS), PROUD, "We won a prize for them.", "I'll ask them and write to you."
    )
    assert steps[2].state.waiting == ""
    assert {"answered", "offered"} <= {each.act for each in steps[2].heard}


def test_a_question_is_given_up_after_three_times() -> None:
    wall = "Do you have a wall?"
    steps = played(
        replace(dana(HABIT, ASKS), patience=10, trust=9),
        PROUD,
        "We won a prize for them.",
        wall,
        wall + " ",
        "Who decides?",
    )
    assert [each.move for each in steps[2:4]] == ["again", "again"]
    assert steps[4].state.waiting == ""


def test_what_is_not_known_is_said_so_and_becomes_a_question() -> None:
    [done] = played(dana(HABIT), "Who decides?")
    [note] = done.lines
    assert note.outside
    assert note.ask
    assert "Dana" in note.text
    assert (done.trust, done.patience) == (0, 0)


def test_asked_for_what_they_told_already_they_say_it_again() -> None:
    steps = played(dana(HABIT), TODAY, "How do you plan the rounds at the wall?")
    assert steps[1].lines[0].phrase == "told"
    assert steps[1].lines[0].text.endswith(HABIT)


def test_closed_questions_in_a_row_cost_patience() -> None:
    steps = played(dana(HABIT), "Do you have a wall?", "Who decides?")
    assert [each.patience for each in steps] == [0, -1]


def test_a_kind_sentence_said_twice_counts_once_and_tires() -> None:
    first, second = played(dana(HABIT), HEAVY, HEAVY)
    assert (first.trust, first.patience) == (2, 1)
    assert (second.trust, second.patience) == (0, -1)
    assert [each.act for each in second.heard] == ["repeated"]


def test_asked_for_a_next_step_they_say_yes_only_with_trust() -> None:
    early = played(dana(HABIT), "Can I see the pumps one morning?")[0]
    late = played(replace(dana(HABIT), trust=8), "Can I see the pumps one morning?")[0]
    assert "wanted" in [each.act for each in early.heard]
    assert (early.patience, late.patience) == (-1, 0)
    assert late.lines[0].phrase == "agree"


def test_one_reply_moves_either_by_three_at_most() -> None:
    text = f"{HEAVY} You want to know before it burns. I'll ask them and write to you."
    [done] = played(dana(HABIT), text)
    assert (done.trust, done.state.trust) == (3, 6)


def test_what_they_enjoy_is_told_only_to_whoever_asks() -> None:
    from tests.purpose.chairs.people import BOAT

    unasked = played(dana(BOAT), HEAVY)[0]
    assert unasked.move == "warm"
    customer = facing(dana(BOAT), {"What do you do in your spare time?": ("question.open",)})
    asked = customer.step(customer.begin()[0], "What do you do in your spare time?")
    assert said(asked) == [BOAT]


def test_it_ends_when_somebody_takes_their_leave() -> None:
    steps = played(replace(dana(HABIT), trust=5), TODAY, "Thank you for your time, goodbye.")
    assert (steps[1].move, steps[1].state.end) == ("part", "civil")


@pytest.mark.parametrize(
    ("trust", "patience", "end"),
    [(9, 0, "left"), (7, 1, "open"), (6, 5, "civil"), (4, 5, "civil"), (3, 9, "guarded")],
)
def test_how_a_talk_ends(trust: int, patience: int, end: str) -> None:
    assert ending(State(trust, patience, told=("a",))).id == end


def test_nobody_opened_up_who_told_nothing() -> None:
    assert ending(State(9, 9)).id == "civil"


def test_to_be_asked_to_go_on_is_no_question_for_the_real_person() -> None:
    made = replace(dana(HABIT), items=())
    customer = facing(made, {"Tell me more.": ("question.open",)})
    step = customer.step(customer.begin()[0], "Tell me more.")
    assert [each.ask for each in step.lines] == [""]


def test_an_ended_talk_and_an_empty_reply_are_refused() -> None:
    customer = facing(dana(HABIT))
    state, _ = customer.begin()
    with pytest.raises(ValueError, match="words"):
        customer.step(state, "  ")
    with pytest.raises(ValueError, match="ended"):
        step(customer.card, replace(state, end="left"), "Hello.", [])


def test_a_step_is_the_same_each_time() -> None:
    one, other = played(dana(), TODAY, SIGN), played(dana(), TODAY, SIGN)
    assert one == other


def test_every_line_has_a_source_that_holds() -> None:
    card = dana()
    talks = {"call": call()}
    replies = (TODAY, PROUD, "Do you have a wall?", HARDEST, SIGN, "Who decides?", CHANCE)
    lines = [begin(card)[1]]
    state = begin(card)[0]
    for text in replies:
        done = facing(card).step(state, text)
        lines += done.lines
        state = replace(done.state, patience=5, end="")
    assert len(lines) == 8
    assert all(source_holds(each, card, talks) for each in lines)


def test_a_line_without_a_source_does_not_hold() -> None:
    card, talks = dana(), {"call": call()}
    item = card.items[0]
    good = Line(item.text, item=item.id, quote=item.quote)
    assert source_holds(good, card, talks)
    assert not source_holds(replace(good, text="We write nothing."), card, talks)
    assert not source_holds(replace(good, item="0000"), card, talks)
    assert not source_holds(good, card, {"call": call(HABIT)} if item.quote.turn else {})
    assert not source_holds(Line("Something of my own."), card, talks)
    assert not source_holds(Line("Go on!", phrase="go_on"), card, talks)
    assert source_holds(Line("Go on.", phrase="go_on"), card, talks)
    assert not source_holds(Line("Go on.", phrase="go_on", outside=True), card, talks)
