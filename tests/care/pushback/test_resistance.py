"""Every pushback of a person looked at closely."""

from __future__ import annotations

from dataclasses import replace

from tests.care.pushback.pushing import Line, marked, talk_of
from tests.understand.talks import DANA, PRIYA, SAM, day
from theirside.care import pushback
from theirside.care.pushback.pushed import After, Level, Pushed
from theirside.care.pushback.reasons import Grounds
from theirside.care.pushback.resistance import resistance_in, resistance_of
from theirside.understand import understand
from theirside.understand.people import people_in
from theirside.understand.talk import Talk

DEAR = "That's far too dear for us."
LINES: tuple[Line, ...] = (
    (DANA, "If it fails I explain it to the board.", "facet.stake"),
    (DANA, DEAR, "pushback.price"),
    (SAM, "That's a fair point."),
    (SAM, "What did you plan for?", "question.open"),
    (DANA, "Nine hundred, that's all there is in the fund.", "facet.constraint"),
    (SAM, "I see."),
    (DANA, "So it's simply too expensive.", "pushback.price"),
)


def of(*lines: Line, name: str = "Dana") -> list[Pushed]:
    talk, marks = marked(*lines)
    people = people_in([talk])
    [it] = understand([talk], {talk.id: marks}, people=people, person=name)
    return resistance_of(it, [Talk.of(talk, marks, people)])


def test_the_whole_of_one_pushback() -> None:
    first, _ = of(*LINES)
    assert (first.kind, first.strength.level, first.at) == ("price", Level.FIRM, day(1))
    assert [each.text for each in first.reply] == [
        "That's a fair point.",
        "What did you plan for?",
    ]
    assert [each.way for each in first.answers] == ["acknowledged", "asked"]
    assert [each.what for each in first.afterwards] == [After.OPENED_UP, After.REPEATED]
    assert [each.source for each in first.reasons] == ["constraint", "stake"]
    assert first.responses[0].id == "price.budget-told"
    assert not first.guessed


def test_the_last_one_was_answered_by_nobody() -> None:
    _, last = of(*LINES)
    assert (last.reply, last.answers, last.afterwards) == ((), (), ())


def test_every_quote_stands_verbatim_at_its_place() -> None:
    talk, _ = marked(*LINES)
    for each in of(*LINES):
        quotes = [*each.evidence, *each.reply]
        quotes += [sign.evidence for sign in each.strength.signs]
        quotes += [quote for answer in each.answers for quote in answer.evidence]
        quotes += [quote for outcome in each.afterwards for quote in outcome.evidence]
        quotes += [quote for reason in each.reasons for quote in reason.evidence]
        quotes += [quote for response in each.responses for quote in response.evidence]
        assert all(quote.stands_in(talk) for quote in quotes)


def test_whose_view_it_is_is_told_where_it_is_another_s() -> None:
    talk, marks = marked((DANA, "My boss finds it too dear.", "pushback.price"))
    marks = [replace(each, holder="My boss") for each in marks]
    people = people_in([talk])
    [it] = understand([talk], {talk.id: marks}, people=people)
    [found] = resistance_of(it, [Talk.of(talk, marks, people)])
    assert found.holder == "My boss"


def test_each_has_their_own() -> None:
    lines = (*LINES, (PRIYA, "And not this year anyway.", "pushback.timing"))
    assert [each.kind for each in of(*lines, name="Priya")] == ["timing"]
    assert [each.kind for each in of(*lines)] == ["price", "price"]


def test_a_conversation_that_is_not_at_hand_is_left_out() -> None:
    talk, marks = marked(*LINES)
    [it] = understand([talk], {talk.id: marks})
    assert resistance_of(it, []) == []


def test_words_just_said_have_a_kind_reasons_and_responses_and_no_answer_yet() -> None:
    said = talk_of((DANA, DEAR, "pushback.price,pushback.timing"))
    found = resistance_in(said, None, at=day(3))
    assert [each.kind for each in found] == ["price", "timing"]
    assert found[0].at == day(3)
    assert (found[0].reply, found[0].reasons) == ((), ())
    assert found[0].questions
    assert found[0].responses


def test_a_guess_is_used_only_where_nothing_is_sure() -> None:
    sure = talk_of((DANA, DEAR, "pushback.price"))
    unsure = talk_of((DANA, DEAR))
    guess = marked((DANA, DEAR, "pushback.trust"))[1]
    assert [(e.kind, e.guessed) for e in resistance_in(sure, None, guesses=guess)] == [
        ("price", False)
    ]
    assert [(e.kind, e.guessed) for e in resistance_in(unsure, None, guesses=guess)] == [
        ("trust", True)
    ]
    assert resistance_in(unsure, None) == []


def test_who_said_it_is_known_so_there_are_reasons() -> None:
    talk, marks = marked(LINES[0], key="b")
    people = people_in([talk])
    [it] = understand([talk], {talk.id: marks})
    grounds = Grounds.of(it, [Talk.of(talk, marks, people)])
    [found] = resistance_in(talk_of((DANA, DEAR, "pushback.price")), grounds, at=day(3))
    assert [each.text for each in found.reasons] == ["If it fails I explain it to the board."]


def test_who_asks_to_be_left_alone_is_asked_nothing() -> None:
    [found] = resistance_in(talk_of((DANA, "Stop calling us.", "pushback.brush_off")), None)
    assert found.questions == ()
    assert [each.id for each in found.responses] == ["brush_off.stop"]


def test_the_room_s_public_name() -> None:
    assert pushback.resistance_of is resistance_of
    assert pushback.__all__ == ["resistance_of"]
    assert not hasattr(pushback, "resistance_off")
