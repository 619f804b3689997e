"""Replies of real mail programs' shapes: every answer found, none under another statement."""

from __future__ import annotations

from email import message_from_bytes, policy

import pytest

from tests.serve.checkback.mail_programs import PROGRAMS, STYLES, reply
from tests.serve.checkback.pages import page, sent
from theirside.intake.mail.body import read_body
from theirside.intake.mail.reply import split
from theirside.serve.checkback.as_mail import as_mail
from theirside.serve.checkback.as_markdown import as_markdown
from theirside.serve.checkback.replies import code_in, read_reply
from theirside.serve.checkback.statement import Answer, Reply, Verdict

YES, NOT, DROP = Verdict.YES, Verdict.NOT_QUITE, Verdict.DONT_KEEP
ANSWERS = {
    1: "yes",
    2: "not quite: a third, and after the audit",
    4: "please don't keep this",
    5: "Yes, that's right.",
}
FOUND = (
    Answer(1, YES),
    Answer(2, NOT, "a third, and after the audit"),
    Answer(4, DROP),
    Answer(5, YES),
)


def read(text: str, tone: str = "warm") -> Reply:
    return read_reply(split(text), sent(page(tone)))


def read_mail(raw: bytes) -> Reply:
    _, words = read_body(raw)
    plain = "" if words.only_html else words.text
    return read_reply(split(plain, html=words.html), sent(page()))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("program", PROGRAMS)
def test_every_answer_is_found_and_none_under_another_statement(program: str, style: str) -> None:
    found = read_mail(reply(program, style, as_mail(page()), ANSWERS))
    assert found.answers == FOUND
    assert [each.text for each in found.unclear] == []


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_reply_that_only_quotes_says_nothing(program: str) -> None:
    found = read_mail(reply(program, "between", as_mail(page()), {}))
    assert found == Reply((), ())


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_code_is_found_in_what_is_quoted(program: str) -> None:
    raw = reply(program, "between", as_mail(page()), ANSWERS)
    _, words = read_body(raw)
    assert code_in(words.text) == "7f3a2c91"
    assert message_from_bytes(raw, policy=policy.default)["From"]


def test_the_mail_text_filled_in_is_an_answer() -> None:
    text = as_mail(page()).replace("Your answer: \n\n[2]", "Your answer: yes\n\n[2]")
    assert read(text).answers == (Answer(1, YES),)


def test_markdown_with_its_boxes_ticked_is_an_answer() -> None:
    text = as_markdown(page())
    first, second = text.index("- [ ] Yes"), text.index("[2]")
    text = text[:first] + "- [x] Yes" + text[first + 9 :]
    text = text[:second] + text[second:].replace("- [ ] Not quite: ", "- [x] Not quite: a third", 1)
    assert read(text).answers == (Answer(1, YES), Answer(2, NOT, "a third"))


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("1, 2 and 5: yes", (Answer(1, YES), Answer(2, YES), Answer(5, YES))),
        ("1-3 yes\n4: delete this please", (*(Answer(n, YES) for n in (1, 2, 3)), Answer(4, DROP))),
        ("No. 2: not quite, it is\nMarch 2027", (Answer(2, NOT, "it is March 2027"),)),
        ("#3 correct", (Answer(3, YES),)),
        ("[4] yes", (Answer(4, YES),)),
        ("Yes, all correct. Thanks!", tuple(Answer(n, YES) for n in range(1, 6))),
        ("yes to all", tuple(Answer(n, YES) for n in range(1, 6))),
    ],
)
def test_answers_by_number_above_the_quote(text: str, answers: tuple[Answer, ...]) -> None:
    found = read(text)
    assert found.answers == answers
    assert found.unclear == ()


@pytest.mark.parametrize(
    "text",
    [
        "Yes",
        "Looks mostly right to me, but the audit is in May.",
        "Not quite.",
        "Everything is right except 3",
        "9: yes",
        "1: yes, but only until March",
        "2: no",
        "1 and 2: not quite: it is March",
        "We met 2 weeks ago",
    ],
)
def test_what_is_not_plain_is_handed_back_and_never_guessed(text: str) -> None:
    found = read(text)
    assert found.answers == ()
    assert found.unclear


def test_two_answers_that_contradict_each_other_are_asked() -> None:
    text = "1: yes\n\n" + as_mail(page()).replace(
        "answer: \n\n[2]", "answer: please don't keep this\n\n[2]"
    )
    found = read(text)
    assert found.answers == ()
    assert [each.number for each in found.unclear] == [1]


def test_a_number_within_anothers_answer_is_asked() -> None:
    found = read(as_mail(page()).replace("answer: \n\n[2]", "answer: \n3: yes\n\n[2]"))
    assert found.answers == ()
    assert [(each.number, each.text) for each in found.unclear] == [(1, "3: yes")]


def test_our_words_changed_are_asked() -> None:
    text = as_mail(page()).replace("halve the waiting list", "end the waiting list")
    found = read(text)
    assert found.answers == ()
    assert [each.number for each in found.unclear] == [2]


def test_a_paragraph_behind_an_answer_is_not_taken_for_a_part_of_it() -> None:
    text = as_mail(page()).replace(
        "answer: \n\n[2]", "answer: not quite: the whole plant\n\nBy the way, call Priya.\n\n[2]"
    )
    found = read(text)
    assert found.answers == (Answer(1, NOT, "the whole plant"),)
    assert [each.text for each in found.unclear] == ["By the way, call Priya."]


def test_what_is_written_under_our_lists_belongs_to_no_statement() -> None:
    text = as_mail(page()).replace("year from now?", "year from now?\nyes, that the list is gone")
    found = read(text)
    assert found.answers == ()


def test_one_statement_alone_may_be_answered_without_its_number() -> None:
    made = page()
    alone = type(sent(made))(made.code, {1: made.statements[0].shown}, made.other_lines)
    assert read_reply(split("Yes, that's right"), alone).answers == (Answer(1, YES),)
