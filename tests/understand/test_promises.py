"""Promises, ours and theirs."""

from __future__ import annotations

from datetime import date

from tests.understand.talks import DANA, PRIYA, SAM, day, mark, quoted, talk
from theirside.conversation import Channel, Conversation
from theirside.understand.people import people_in
from theirside.understand.promises import joined, promises_in
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise

OURS = "I'll send the list\nby Friday."
THEIRS = "I will ask our fitter."


def promises(person: str, *, to: bool = False) -> list[Promise]:
    one = talk(
        "a",
        (SAM, OURS),
        (DANA, THEIRS),
        (PRIYA, "Fine."),
        at=day(1),
        channel=Channel.MAIL,
        to=[PRIYA] if to else [],
    )
    people = people_in([one])
    marks = [
        mark(one, OURS, "promise", due=date(2026, 1, 9)),
        mark(one, OURS, "promise"),
        mark(one, THEIRS, "promise"),
    ]
    return promises_in(Talk.of(one, marks, people), people.find(person).id, people)


def test_both_sides_promises_are_kept_apart_with_their_day() -> None:
    ours, theirs = promises("dana@fernhill.example")

    assert (ours.by_us, ours.due, ours.text) == (
        True,
        date(2026, 1, 9),
        "I'll send the list by Friday.",
    )
    assert ours.evidence[0].text == OURS
    assert (theirs.by_us, theirs.due, theirs.at) == (False, None, day(1).replace(minute=1))


def test_another_persons_promise_is_not_theirs() -> None:
    assert [each.by_us for each in promises("priya@fernhill.example")] == [True]


def test_a_promise_of_ours_is_to_those_whom_the_mail_went_to() -> None:
    assert [each.by_us for each in promises("priya@fernhill.example", to=True)] == [True]
    assert [each.by_us for each in promises("dana@fernhill.example", to=True)] == [False]


def test_the_same_promised_again_is_one_promise_with_both_quotes() -> None:
    call = talk("b", (SAM, "I'll send the cards by Friday."), at=day(1))
    mail = talk("c", (SAM, "I'll send you the laminated cards by Friday."), at=day(2))
    friday, monday = date(2026, 1, 9), date(2026, 1, 12)

    def promise(one: Conversation, due: date | None, *, by_us: bool = True) -> Promise:
        words = one.turns[0].text
        return Promise(words, by_us, due, (quoted(one, words),), one.started_at)

    (found,) = joined([promise(call, friday), promise(mail, friday)])

    assert found.text == "I'll send the cards by Friday."
    assert [quote.conversation for quote in found.evidence] == ["b", "c"]
    assert len(joined([promise(call, friday), promise(mail, monday)])) == 2
    assert len(joined([promise(call, friday), promise(mail, friday, by_us=False)])) == 2


def test_what_is_done_in_the_same_call_is_no_promise() -> None:
    words = "Let me check the order for you."
    one = talk("a", (SAM, words), (DANA, "Thanks."), channel=Channel.CALL)
    people = people_in([one])
    dana = people.find("dana@fernhill.example").id

    assert promises_in(Talk.of(one, [mark(one, words, "promise")], people), dana, people) == []


def test_what_others_will_do_is_no_promise_of_theirs_but_may_be_one_of_ours() -> None:
    theirs, ours = "Marit will ring you on Friday.", "Jonas will ring you on Friday."
    one = talk("a", (DANA, theirs), (SAM, ours), (DANA, "My fitter will ring you."))
    people = people_in([one])
    marks = [mark(one, each.text, "promise") for each in one.turns]
    dana = people.find("dana@fernhill.example").id

    found = promises_in(Talk.of(one, marks, people), dana, people)
    assert [each.text for each in found] == [ours, "My fitter will ring you."]

    told = [mark(one, theirs, "promise", holder="Marit")]
    assert [each.text for each in promises_in(Talk.of(one, told, people), dana, people)] == [theirs]


def test_leave_taking_and_broken_off_words_promise_nothing() -> None:
    one = talk("a", (SAM, "Yeah, we'll…"), (DANA, "I'll see you all next week."))
    people = people_in([one])
    marks = [mark(one, each.text, "promise") for each in one.turns]

    dana = people.find("dana@fernhill.example").id
    assert promises_in(Talk.of(one, marks, people), dana, people) == []
