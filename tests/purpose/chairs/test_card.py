"""What a customer can say: their own words, what still holds, and how deep it lies."""

from __future__ import annotations

from dataclasses import replace

from tests.purpose.chairs.people import (
    ASKS,
    BOAT,
    FEAR,
    HABIT,
    PAIN,
    PRICE,
    STAKE,
    call,
    dana,
    marks_of,
    understood,
)
from tests.understand.talks import DANA, PRIYA, SAM, day, mark, talk
from theirside.conversation import Channel, Conversation
from theirside.evidence import Annotation
from theirside.purpose.chairs.card import card
from theirside.purpose.chairs.state import Card
from theirside.understand import understand
from theirside.understand.people import people_in
from theirside.understand.talk import Talk
from theirside.understand.understanding import Judgement, Status


def of(conversation: Conversation, *marks: Annotation, judged: tuple[Judgement, ...] = ()) -> Card:
    people = people_in([conversation])
    found = understand([conversation], {conversation.id: marks}, people=people, judgements=judged)
    [about] = [each for each in found if each.person.name == "Dana Whitfield"]
    return card(about, [Talk.of(conversation, marks, people)])


def test_each_thing_lies_on_its_rung_and_is_a_quote_that_stands() -> None:
    made = dana()
    assert [(each.rung, each.text) for each in made.items if each.text != BOAT] == [
        (0, HABIT),
        (1, PAIN),
        (2, STAKE),
        (3, FEAR),
    ]
    for each in (*made.items, *made.pushback, *made.questions):
        assert each.quote.stands_in(call())
        assert each.text == each.quote.text


def test_pushback_and_questions_are_kept_apart() -> None:
    made = dana()
    assert [(each.kind, each.text) for each in made.pushback] == [("price", PRICE)]
    assert [each.text for each in made.questions] == [ASKS]


def test_what_is_known_shifts_where_they_begin() -> None:
    """Nobody answered her question and she pushed back: patience 6 - 1 - 1, trust 3."""
    made = dana()
    assert [each.id for each in made.shifts] == ["unanswered", "pushed"]
    assert (made.trust, made.patience) == (3, 4)
    assert (dana(HABIT).trust, dana(HABIT).patience) == (3, 6)


def test_the_seed_shuffles_what_lies_equally_deep_and_nothing_else() -> None:
    orders = {tuple(each.text for each in dana(seed=seed).items) for seed in range(8)}
    assert len(orders) == 2
    assert {order[2:] for order in orders} == {(PAIN, STAKE, FEAR)}


def test_ids_are_hashes_that_stay_the_same() -> None:
    assert {e.id for e in dana(seed=1).items} == {e.id for e in dana(seed=2).items}
    assert all(set(e.id) <= set("0123456789abcdef") for e in dana().items)


def test_what_somebody_else_says_of_them_is_not_theirs_to_say() -> None:
    made = talk("t", (PRIYA, "Dana hates the wall with the rounds."), (DANA, HABIT), at=day(3))
    marks = [mark(made, "Dana hates the wall with the rounds.", "facet.pain", holder="Dana")]
    found = of(made, *marks, mark(made, HABIT, "facet.habit"))
    assert [each.text for each in found.items] == [HABIT]


def test_words_that_lean_on_the_sentence_before_bring_it_with_them() -> None:
    said = "A pump stood still all night. Then it was my fault again."
    made = talk("t", (DANA, said), at=day(3), channel=Channel.CALL)
    [item] = of(made, mark(made, "Then it was my fault again.", "facet.stake")).items
    assert item.text == said


def test_nothing_of_a_special_category_is_brought_with_them() -> None:
    said = "My knee was operated in May. Then it was my fault again."
    made = talk("t", (DANA, said), at=day(3), channel=Channel.CALL)
    special = mark(made, "My knee was operated in May.", "special")
    [item] = of(made, special, mark(made, "Then it was my fault again.", "facet.stake")).items
    assert item.text == "Then it was my fault again."


def test_one_sentence_of_two_facets_is_one_thing_as_deep_as_the_deeper() -> None:
    made = talk("t", (DANA, PAIN), at=day(3))
    [item] = of(made, mark(made, PAIN, "facet.habit"), mark(made, PAIN, "facet.stake")).items
    assert sorted(item.facets) == ["habit", "stake"]
    assert item.rung == 2


def test_a_glad_feeling_is_told_sooner_than_a_fear() -> None:
    glad, sad = "I am so happy with the new pumps.", "I am afraid of every night shift."
    made = talk("t", (DANA, glad), (SAM, "Mm."), (DANA, sad), at=day(3))
    found = of(
        made,
        mark(made, glad, "facet.feeling"),
        mark(made, glad, "feeling.pleased"),
        mark(made, sad, "facet.feeling"),
        mark(made, sad, "feeling.worried"),
    )
    assert [(each.facets, each.rung) for each in found.items] == [
        (("gladness",), 1),
        (("feeling",), 3),
    ]


def test_what_was_withdrawn_is_gone_and_what_was_corrected_is_said_as_it_was_set_right() -> None:
    made = call(HABIT, PAIN)
    understanding, talks = understood(HABIT, PAIN)
    habit, pain = sorted(understanding.current, key=lambda each: each.facet)
    judged = (
        Judgement(habit.person, "habit", habit.evidence, Status.WITHDRAWN),
        Judgement(pain.person, "pain", pain.evidence, Status.CORRECTED, "Only at night."),
    )
    [found] = understand(
        [made], {made.id: marks_of(made)}, people=people_in([made]), judgements=judged
    )
    made_card = card(found, talks)
    [item] = made_card.items
    assert (item.text, item.corrected) == ("Only at night.", True)
    assert [each.id for each in made_card.shifts] == ["confirmed"]
    assert made_card.trust == 4


def test_questions_that_mean_nothing_by_themselves_are_not_asked() -> None:
    made = talk("t", (DANA, "And then?"), (SAM, "Mm."), (DANA, ASKS), at=day(3))
    marks = [mark(made, words, "question.open") for words in ("And then?", ASKS)]
    assert [each.text for each in of(made, *marks).questions] == [ASKS]


def test_somebody_of_whom_nothing_is_known_has_nothing_to_say() -> None:
    understanding, talks = understood(HABIT)
    made = card(replace(understanding, observations=()), talks)
    assert (made.items, made.pushback, made.questions) == ((), (), ())
