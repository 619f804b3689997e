"""Gifts and asks found in talks: whose, when, counted once, set right, struck."""

from __future__ import annotations

from datetime import date

from tests.understand.talks import DANA, PRIYA, SAM, day, mark, quoted, talk
from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.serve.ledger.entry import Column, Entry, Mark
from theirside.serve.ledger.finding import entries_by_person, entries_in
from theirside.understand.people import people_in
from theirside.understand.talk import Talk

PLANS = "Could you send me the plans?"
MEET = "Could we meet on Friday?"
LIST = "Here is the checklist that our own surveyors use."


def found(
    *conversations: Conversation,
    said: tuple[Annotation, ...] = (),
    marks: tuple[Mark, ...] = (),
    name: str = "Dana Whitfield",
    struck: bool = False,
) -> list[Entry]:
    people = people_in(conversations)
    talks = [Talk.of(each, said, people) for each in conversations]
    return entries_in(talks, people.find(name).id, people, marks, struck=struck)


def told(entries: list[Entry]) -> list[tuple[str, str, bool]]:
    return [(str(each.column), each.kind, each.by_us) for each in entries]


def test_both_sides_have_both_columns() -> None:
    it = talk("t", (SAM, f"{LIST} {MEET}"), (DANA, PLANS), (DANA, "I gave Ingrid your number."))
    assert told(found(it)) == [
        ("gift", "knowledge", True),
        ("ask", "meeting", True),
        ("ask", "data", False),
        ("gift", "referral", False),
    ]


def test_each_stands_on_its_words_and_its_day() -> None:
    it = talk("t", (DANA, "Hello. " + PLANS), at=day(5))
    [entry] = found(it)
    assert entry.evidence == (quoted(it, PLANS),)
    assert entry.evidence[0].stands_in(it)
    assert entry.on == date(2026, 1, 5)
    assert entry.text == PLANS
    assert not entry.typed


def test_in_one_turn_what_is_of_one_kind_counts_once_with_all_its_words() -> None:
    it = talk("t", (SAM, f"{MEET} What day suits you? {PLANS}"), (DANA, "Hm."))
    meeting, data = found(it)
    assert [each.text for each in meeting.evidence] == [MEET, "What day suits you?"]
    assert data.kind == "data"


def test_what_is_asked_again_later_is_asked_again() -> None:
    assert told(found(talk("t", (SAM, MEET), (DANA, "Perhaps."), (SAM, MEET)))) == [
        ("ask", "meeting", True),
        ("ask", "meeting", True),
    ]


def test_a_gift_held_out_and_then_given_is_one_with_both_quotes() -> None:
    held_out = "I'll send you the study on cold rooms."
    given = "Here is the study on cold rooms."
    [entry] = found(talk("a", (SAM, held_out), (DANA, "Yes please."), at=day(1)))
    assert entry.offered
    [entry] = found(
        talk("a", (SAM, held_out), (DANA, "Yes."), at=day(1)),
        talk("b", (SAM, given), (DANA, "Thanks."), at=day(9)),
    )
    assert not entry.offered
    assert [each.text for each in entry.evidence] == [held_out, given]
    assert (entry.text, entry.on) == (given, date(2026, 1, 9))


def test_ours_is_for_whom_it_is_addressed_to() -> None:
    it = talk("t", (DANA, "Hello."), (PRIYA, "Hello."), (SAM, MEET))
    assert told(found(it)) == told(found(it, name="Priya Nair")) == [("ask", "meeting", True)]
    only = talk("t", (SAM, MEET), to=[PRIYA])
    both = (only, talk("u", (DANA, "Hello.")))
    assert found(*both) == []
    assert told(found(*both, name="Priya Nair")) == [("ask", "meeting", True)]


def test_everybody_at_once_comes_to_the_same() -> None:
    it = talk("t", (DANA, PLANS), (PRIYA, "Hello."), (SAM, MEET))
    people = people_in([it])
    every = entries_by_person([Talk.of(it, (), people)], people)
    for name in ("Dana Whitfield", "Priya Nair"):
        assert every[people.find(name).id] == found(it, name=name)


def test_a_reader_marks_what_no_kind_knows_and_a_view_of_another_is_none() -> None:
    it = talk("t", (DANA, "Cancel it."))
    assert found(it) == []
    assert told(found(it, said=(mark(it, "Cancel it.", "ask"),))) == [("ask", "help", False)]
    assert found(it, said=(mark(it, "Cancel it.", "ask", holder="my boss"),)) == []


def test_nothing_of_a_special_category_is_shown() -> None:
    it = talk("t", (DANA, PLANS))
    assert found(it, said=(mark(it, PLANS, "special"),)) == []


def test_what_was_struck_stays_out_whatever_a_later_reading_says() -> None:
    it = talk("t", (DANA, f"{PLANS} I gave Ingrid your number."))
    strike = Mark("ask", quoted(it, PLANS), struck=True)
    again = (mark(it, PLANS, "ask"),)
    assert told(found(it, said=again, marks=(strike,))) == [("gift", "referral", False)]
    assert told(found(it, marks=(strike,), struck=True)) == [("ask", "data", False)]


def test_a_mark_on_a_part_of_the_words_holds_for_a_newer_reader_s_sentence() -> None:
    it = talk("t", (DANA, PLANS))
    assert found(it, marks=(Mark("ask", quoted(it, "send me the plans"), struck=True),)) == []


def test_a_mark_of_one_column_leaves_the_other() -> None:
    both = "I've marked the three clauses for you, could you send me the plans?"
    it = talk("t", (SAM, both), (DANA, "Yes."))
    left = found(it, marks=(Mark("gift", quoted(it, both), struck=True),))
    assert told(left) == [("ask", "data", True)]


def test_kind_and_weight_are_set_right() -> None:
    it = talk("t", (DANA, PLANS))
    [entry] = found(it, marks=(Mark("ask", quoted(it, PLANS), kind="reply", weight=2.0),))
    assert (entry.kind, entry.weight, entry.corrected) == ("reply", 2.0, True)


def test_an_id_stays_however_much_comes_in_beside_it() -> None:
    [alone] = found(talk("t", (DANA, PLANS)))
    beside = found(talk("s", (DANA, MEET), at=day(1)), talk("t", (DANA, PLANS)))
    assert alone.id in {each.id for each in beside}
    assert len({each.id for each in beside}) == 2
    assert alone.column is Column.ASK
