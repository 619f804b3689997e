"""Check-backs in the store: kept, answered, exported, forgotten; withdrawn words are nowhere."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app import models, queries
from theirside.app.services import (
    forget,
    keep,
    keep_checkback,
    keep_preparation,
    merge,
    take_answers,
)
from theirside.app.services.checking_back import Taken
from theirside.errors import NotFoundError
from theirside.evidence import quote
from theirside.purpose.wants import Preparation
from theirside.serve.checkback.statement import Answer, Page, Section, Statement, Verdict
from theirside.serve.checkback.tones import tones
from theirside.understand.understanding import Question, Status

pytestmark = pytest.mark.usefixtures("store")

SECRET = "My own job hangs on the brewhouse being quiet at night."
GOAL = "We want fewer night shifts before the summer."
SHORT = "Short mails please."
ASK = mail("<1@x>", ANNA, f"{SECRET}\n{GOAL}\n{SHORT}", SAM)
REPLY = mail(
    "<2@x>",
    SAM,
    "Thank you, I noted it.",
    ANNA,
    hours=1,
    original="Thank you, I noted it.\n\n"
    "> My own job hangs on the\n> brewhouse being quiet at night.\n",
)
PLACES = [(words, ASK.text.index(words)) for words in (SECRET, GOAL, SHORT)]
CODE = "0badcafe"
TURNED = "Your own job hangs on the brewhouse being quiet at night."


def kept(code: str = CODE) -> Page:
    read = [replace(said(0, words), start=start, end=start + len(words)) for words, start in PLACES]
    keep(thread("t1", ASK, REPLY), read, "test-1")
    talk = queries.conversation("t1").conversation

    def statement(number: int, words: str, shown: str) -> Statement:
        start = ASK.text.index(words)
        place = quote(talk, 0, start, start + len(words))
        section, probability = Section.MATTERS, 0.5 + number / 10
        return Statement(number, section, shown, False, f"o{number}", "goal", probability, (place,))

    page = Page(
        code,
        "Anna",
        "Sam Okoro",
        "",
        tones()["warm"],
        (statement(1, SECRET, TURNED), statement(2, GOAL, GOAL), statement(3, SHORT, SHORT)),
    )
    keep_checkback(queries.find_person("anna"), page)
    return page


def answer(*answers: Answer) -> Taken:
    return take_answers(CODE, answers)


def everything() -> str:
    tables = (
        models.Turn, models.Conversation, models.Annotation, models.Judgement, models.Checkback,
        models.CheckbackStatement, models.Import, models.Withdrawn,
    )  # fmt: skip
    return "\n".join(repr(row) for model in tables for row in model.objects.values())


def plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z]+", text.casefold().replace("\\n", " ")))


def test_a_check_back_comes_back_as_it_was_sent() -> None:
    kept()
    [past] = queries.checkbacks_of(queries.find_person("anna"))
    assert (past.code, past.seller, past.tone) == (CODE, "Sam Okoro", "warm")
    assert [(each.number, each.shown, each.status) for each in past.statements] == [
        (1, TURNED, None),
        (2, GOAL, None),
        (3, SHORT, None),
    ]
    assert queries.sent_of(CODE).statements[2] == GOAL


def test_a_yes_and_a_not_quite_become_judgements_of_the_quoted_words() -> None:
    kept()
    done = answer(Answer(1, Verdict.YES), Answer(2, Verdict.NOT_QUITE, "No night shifts at all"))
    assert (done.confirmed, done.corrected, done.withdrawn) == (1, 1, 0)
    found = queries.judgements_of(queries.find_person("anna"))
    assert [(each.status, each.text, each.evidence[0].text) for each in found] == [
        (Status.CONFIRMED, "", SECRET),
        (Status.CORRECTED, "No night shifts at all", GOAL),
    ]


def test_what_is_withdrawn_is_nowhere_in_the_database() -> None:
    kept()
    done = answer(Answer(1, Verdict.DONT_KEEP))
    assert done.traces == ()
    left = plain(everything())
    assert "job hangs on" not in left
    assert "brewhouse being quiet" not in left
    [turn, reply] = queries.conversation("t1").conversation.turns
    assert len(turn.text) == len(ASK.text)
    assert turn.text.endswith(f"\n{GOAL}\n{SHORT}")
    assert reply.original.count("\n") == REPLY.original.count("\n")


def test_what_is_withdrawn_is_in_no_byte_of_a_sqlite_file() -> None:
    from theirside.app.places import database

    path = database().path
    kept()
    done = answer(Answer(1, Verdict.DONT_KEEP))
    if path is not None:
        assert done.overwritten
        files = [path, *path.parent.glob(f"{path.name}-*")]
        assert not any(b"brewhouse" in file.read_bytes() for file in files)


def test_what_is_withdrawn_is_in_no_log(caplog: pytest.LogCaptureFixture) -> None:
    kept()
    caplog.set_level(0)  # whatever anybody logs, down to the last detail
    with pytest.raises(NotFoundError) as raised:
        answer(Answer(1, Verdict.DONT_KEEP), Answer(9, Verdict.YES))
    done = answer(Answer(1, Verdict.DONT_KEEP))
    with pytest.raises(NotFoundError) as again:
        answer(Answer(1, Verdict.YES))
    told = plain(f"{caplog.text} {raised.value} {again.value} {done!r}")
    assert "job hangs on" not in told
    assert "brewhouse" not in told


def test_what_is_withdrawn_is_not_exported_but_that_it_was() -> None:
    kept()
    answer(Answer(1, Verdict.DONT_KEEP))
    exported = queries.export_person(queries.find_person("anna"))
    assert "brewhouse" not in json.dumps(exported)
    first = exported["checkbacks"][0]["statements"][0]
    assert (first["status"], first["shown"], first["text"]) == ("withdrawn", "", "")


def test_the_same_words_in_a_later_import_stay_out() -> None:
    kept()
    answer(Answer(1, Verdict.DONT_KEEP))
    again = mail("<9@x>", BEN, f"As Anna wrote: {SECRET.upper()} Right?", SAM, ANNA)
    ours = mail("<10@x>", SAM, f"Hi Anna,\n[1] {TURNED}\nYour answer:", ANNA)
    keep(thread("t2", again))
    keep(thread("t3", ours))
    assert "brewhouse" not in plain(everything())


def test_few_words_are_erased_where_they_stood_and_not_elsewhere() -> None:
    kept()
    keep(thread("t2", mail("<9@x>", BEN, "Short mails please. Thank you.", SAM)))
    answer(Answer(3, Verdict.DONT_KEEP))
    assert "Short" not in queries.conversation("t1").conversation.turns[0].text
    assert "Short mails" in queries.conversation("t2").conversation.turns[0].text
    keep(thread("t1", ASK, REPLY, mail("<3@x>", SAM, "One more.", ANNA, hours=2)))
    assert "Short" not in queries.conversation("t1").conversation.turns[0].text


def test_nothing_withdrawn_is_read_again_or_judged() -> None:
    kept()
    answer(Answer(1, Verdict.YES))
    answer(Answer(1, Verdict.DONT_KEEP))
    assert queries.judgements_of(queries.find_person("anna")) == []
    talk = queries.conversation("t1")
    texts = [talk.conversation.turns[0].text[each.start : each.end] for each in talk.annotations]
    assert texts == [GOAL, SHORT]
    with pytest.raises(NotFoundError, match="withdrawn, for good"):
        answer(Answer(1, Verdict.YES))


def test_what_was_prepared_because_of_withdrawn_words_goes_too() -> None:
    kept()
    talk, anna = queries.conversation("t1").conversation, queries.find_person("anna")

    def asked(name: str, words: str) -> Question:
        start = ASK.text.index(words)
        place = quote(talk, 0, start, start + len(words))
        return Question(name, "stake", f"What of {name}?", "it matters", 0.9, (place,))

    questions = (asked("quiet", SECRET), asked("shifts", GOAL))
    keep_preparation(Preparation(anna, date(2025, 3, 4), (), None, (), (), questions, (), ()))
    answer(Answer(1, Verdict.DONT_KEEP))
    [prepared] = queries.preparations_of(anna)
    assert [each.id for each in prepared.questions] == ["shifts"]


def test_forgetting_silences_what_was_checked_back_with_others_from_their_words() -> None:
    kept()
    told = mail("<9@x>", BEN, "Anna will leave us in May.", SAM, ANNA)
    keep(thread("t2", told))
    place = quote(queries.conversation("t2").conversation, 0, 0, len(told.text))
    said_by_ben = Statement(1, Section.MATTERS, told.text, False, "o9", "goal", 0.9, (place,))
    page = Page("0ddba11f", "Anna", "Sam Okoro", "", tones()["warm"], (said_by_ben,))
    keep_checkback(queries.find_person("anna"), page)
    forget(queries.find_person("ben"))
    shown = {
        past.code: [each.shown for each in past.statements]
        for past in queries.checkbacks_of(queries.find_person("anna"))
    }
    assert shown == {"0ddba11f": [""], CODE: [TURNED, GOAL, SHORT]}


def test_an_answer_to_no_statement_keeps_nothing_at_all() -> None:
    kept()
    with pytest.raises(NotFoundError, match="no statement 7"):
        answer(Answer(1, Verdict.YES), Answer(7, Verdict.YES))
    assert queries.judgements_of(queries.find_person("anna")) == []
    with pytest.raises(NotFoundError, match="no check-back"):
        take_answers("ffffffff", [Answer(1, Verdict.YES)])


def test_forgetting_takes_check_backs_along() -> None:
    kept()
    forget(queries.find_person("anna"))
    assert models.Checkback.objects.count() == 0
    assert models.CheckbackStatement.objects.count() == 0


def test_merging_takes_check_backs_along() -> None:
    kept()
    keep(thread("t2", mail("<9@x>", BEN, "Hello.", SAM)))
    whole = merge(queries.find_person("ben"), queries.find_person("anna"))
    assert [each.code for each in queries.checkbacks_of(whole)] == [CODE]


def test_judged_statements_are_counted_once_with_how_sure_we_were() -> None:
    kept()
    answer(Answer(1, Verdict.YES), Answer(2, Verdict.NOT_QUITE, "None at all"))
    answer(Answer(2, Verdict.YES))
    found = {
        (each.person, each.seller, each.probability, each.status)
        for each in queries.judged_statements()
    }
    assert found == {
        ("Anna Bauer", "Sam Okoro", 0.6, Status.CONFIRMED),
        ("Anna Bauer", "Sam Okoro", 0.7, Status.CONFIRMED),
    }


def test_a_turn_keeps_its_length_and_its_other_words(store: object) -> None:
    kept()
    answer(Answer(2, Verdict.DONT_KEEP))
    turn, _ = queries.conversation("t1").conversation.turns
    assert turn.text.startswith(SECRET)
    assert "█" in turn.text
