"""The page's answer file: read whole, or refused with what is wrong."""

from __future__ import annotations

import json

import pytest

from tests.serve.checkback.pages import page, sent
from theirside.errors import IntakeError
from theirside.serve.checkback.answer_file import KIND, code_of, is_answer_file, read_answer_file
from theirside.serve.checkback.statement import Answer, Verdict


def saved(*answers: object, kind: str = KIND) -> str:
    return json.dumps({"kind": kind, "checkback": "7f3a2c91", "answers": answers})


def entry(number: object, answer: str, words: str = "") -> dict[str, object]:
    return {"number": number, "answer": answer, "words": words}


def test_answers_are_read() -> None:
    text = saved(entry(2, "not quite", " a third "), entry(1, "yes"), entry(4, "don't keep"))
    assert is_answer_file(text)
    assert code_of(text, "a.json") == "7f3a2c91"
    assert read_answer_file(text, sent(page()), "a.json").answers == (
        Answer(1, Verdict.YES),
        Answer(2, Verdict.NOT_QUITE, "a third"),
        Answer(4, Verdict.DONT_KEEP),
    )


def test_not_quite_without_words_is_asked() -> None:
    found = read_answer_file(saved(entry(2, "not quite")), sent(page()), "a.json")
    assert found.answers == ()
    assert [each.number for each in found.unclear] == [2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (saved(entry(9, "yes")), "statement 9"),
        (saved(entry(1, "yes"), entry(1, "yes")), "statement 1"),
        (saved(entry(1, "maybe")), "none of yes"),
        (saved("yes"), "none of yes"),
        (saved()[:-4], "no whole answer file"),
        (saved(kind="something"), "no answer file"),
        (json.dumps({"kind": KIND}), "holds no answers"),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(IntakeError, match=said):
        read_answer_file(text, sent(page()), "a.json")


def test_a_mail_is_no_answer_file() -> None:
    assert not is_answer_file("Hi Sam,\n1: yes")
