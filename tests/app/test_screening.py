"""Nothing that is typed is kept where it touches a special category, and no message repeats it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.app.talks import ANNA, SAM, mail, said, thread
from theirside.app import models, queries
from theirside.app.checkback import typed_answer
from theirside.app.places import Database
from theirside.app.services import (
    decide_fit,
    judge,
    keep,
    keep_checkback,
    keep_preparation,
    take_answers,
)
from theirside.errors import NotKeptError
from theirside.evidence import quote
from theirside.purpose.wants import Preparation
from theirside.serve.checkback.statement import (
    Answer,
    Page,
    Section,
    Statement,
    Unclear,
    Verdict,
)
from theirside.serve.checkback.tones import tones
from theirside.serve.fit import Decision
from theirside.understand.understanding import Observation, Person, Status

GOAL = "We want fewer night shifts."
ASK = mail("<1@x>", ANNA, GOAL, SAM)
ILL = "Only in June, Anna is off for surgery"
CODE = "0badcafe"


def anna() -> Person:
    return queries.find_person("anna")


def observed() -> Observation:
    words = quote(queries.conversation("t1").conversation, 0, 0, len(GOAL))
    return Observation("o1", anna().id, "goal", words.text, (words,), Status.HEARD, 0.9)


def page(code: str = CODE, note: str = "") -> Page:
    goal = Statement(1, Section.MATTERS, GOAL, False, "o1", "goal", 0.9, observed().evidence)
    return Page(code, "Anna", "Sam", "", tones()["warm"], (goal,), note=note)


def prepared() -> Preparation:
    ours = ("agree on a day", ILL)
    return Preparation(anna(), date(2026, 3, 1), (), None, ours, (), (), (), ())


WAYS: dict[str, Callable[[], object]] = {
    "a correction": lambda: judge(observed(), Status.CORRECTED, ILL),
    "an answer": lambda: take_answers(CODE, [Answer(1, Verdict.NOT_QUITE, ILL)]),
    "a note": lambda: keep_checkback(anna(), page("12345678", ILL)),
    "a reason": lambda: decide_fit("Anna", [anna()], Decision.NOT_NOW, ILL),
    "a place": lambda: decide_fit("Anna", [anna()], Decision.NOT_US, "x", pointed_to=ILL),
    "a want": lambda: keep_preparation(prepared()),
}


@pytest.fixture
def kept(store: Database) -> Database:
    keep(thread("t1", ASK), [said(0, GOAL)], "test-1")
    keep_checkback(anna(), page())
    return store


@pytest.mark.parametrize("way", WAYS)
def test_no_way_of_typing_keeps_it(
    kept: Database, way: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    with pytest.raises(NotKeptError, match="which is never kept") as raised:
        WAYS[way]()
    assert "surgery" not in f"{raised.value}{caplog.text}"
    assert not models.Judgement.objects.exists()
    assert not models.FitDecision.objects.exists()
    assert not models.Preparation.objects.exists()
    assert [each.code for each in queries.checkbacks_of(anna())] == [CODE]
    assert [each.status for each in queries.checkbacks_of(anna())[0].statements] == [None]
    if kept.path is not None:
        files = [file for file in kept.path.parent.iterdir() if file.is_file()]
        assert files
        assert not any(b"surgery" in file.read_bytes() for file in files)


def test_one_answer_of_that_kind_keeps_back_the_others_of_the_same_call(kept: Database) -> None:
    with pytest.raises(NotKeptError, match="the answer to statement 1"):
        take_answers(CODE, [Answer(1, Verdict.NOT_QUITE, ILL), Answer(1, Verdict.YES)])
    assert not models.Judgement.objects.exists()


def test_what_is_typed_is_an_answer_or_says_why_not() -> None:
    assert typed_answer(1, "not quite: in June") == Answer(1, Verdict.NOT_QUITE, "in June")
    assert typed_answer(1, "hm") == Unclear(
        "hm", "it is not plain which of the three answers this is", 1
    )
    found = typed_answer(1, f"not quite: {ILL}")
    assert isinstance(found, Unclear)
    assert found.text == ""
    assert "never kept" in found.why
