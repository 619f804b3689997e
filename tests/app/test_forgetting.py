"""Forgetting: nothing of a person is left in any table or in the file, and nobody else suffers."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests.app.talks import ANNA, BEN, SAM, call, mail, said, thread
from theirside.app import models, queries
from theirside.app.places import Database
from theirside.app.services import (
    Forgotten,
    Kept,
    forget,
    judge,
    keep,
    keep_contacts,
    record_import,
)
from theirside.app.store import close_store, open_store
from theirside.conversation import Contact, Side, Speaker
from theirside.errors import NotFoundError
from theirside.evidence import quote
from theirside.intake.report import Report
from theirside.understand.understanding import Observation, Status

pytestmark = pytest.mark.usefixtures("store")

SECRET = "Our brewmaster drinks and I may lose the lease over it."
ALONE = thread("alone", mail("<1@x>", ANNA, SECRET, SAM), mail("<2@x>", SAM, "I see.", ANNA))
SHARED = thread(
    "shared",
    mail("<3@x>", ANNA, "The alarms wake us every single night.", SAM, BEN, hours=1),
    mail(
        "<4@x>",
        BEN,
        "As Anna says:\nThe alarms wake us every single night.\nCan you help?",
        SAM,
        ANNA,
        hours=2,
        original="Can you help?\n\nOn Monday Anna Bauer <anna@brauhaus.example> wrote:\n> Alarms",
    ),
    mail("<5@x>", SAM, "Dear Anna, dear Ben, we can.", BEN, ANNA, hours=3),
    subject="Alarms at night (Anna Bauer)",
)
ELSEWHERE = thread("elsewhere", mail("<6@x>", BEN, "Ask Anna Bauer. Anna and Will know.", SAM))
TERMS = ("anna@brauhaus.example", "Anna Bauer")


def fill() -> None:
    keep(ALONE, [said(0, SECRET)], "test-1")
    keep(SHARED, [said(0, "The alarms"), said(1, "As Anna says")], "test-1")
    keep(ELSEWHERE, [said(0, "Ask Anna", "facet.habit")], "test-1")
    report = Report(kept=3)
    report.skip("a mail of anna@brauhaus.example", "bulk mail")
    record_import(["inbox.mbox"], report)


def forget_anna() -> Forgotten:
    return forget(queries.find_person("anna bauer"))


def everything() -> str:
    return "\n".join(
        repr(row)
        for model in (models.Turn, models.Conversation, models.Speaker, models.Key, models.Import)
        for row in model.objects.values()
    )


def test_no_table_holds_anything_of_them() -> None:
    fill()
    assert queries.traces_of(TERMS)

    forgotten = forget_anna()

    assert forgotten.traces == ()
    assert queries.traces_of(TERMS) == []
    assert "brewmaster" not in everything()
    assert "alarms wake us" not in everything()
    assert "Anna" not in everything().replace("Anna and Will", "")
    with pytest.raises(NotFoundError):
        queries.find_person("anna")


def test_it_says_what_it_erased() -> None:
    fill()
    forgotten = forget_anna()

    assert (forgotten.person, forgotten.conversations) == ("Anna Bauer", 1)
    assert (forgotten.turns, forgotten.annotations) == (2, 2)
    assert "2 turns that they spoke or wrote" in forgotten.lines()


def test_a_conversation_with_nobody_else_goes_as_a_whole() -> None:
    fill()
    forget_anna()

    assert {each.id for each in queries.conversations()} == {"shared", "elsewhere"}


def test_others_keep_their_words_at_their_places() -> None:
    fill()
    forget_anna()

    talk = queries.conversation("shared")
    first, second = talk.conversation.turns
    assert len(first.text) == len(SHARED.turns[1].text)
    assert first.text.startswith("As ████ says:\n██████")
    assert first.text.endswith("\nCan you help?")
    assert second.text == "Dear ████, dear Ben, we can."
    assert first.original == ""
    assert [each.turn for each in talk.annotations] == [0]
    assert talk.conversation.subject == "Alarms at night (██████████)"


def test_a_first_name_is_left_alone_where_they_took_no_part() -> None:
    fill()
    forget_anna()

    [turn] = queries.conversation("elsewhere").conversation.turns
    assert turn.text == "Ask ██████████. Anna and Will know."


def test_whoever_quotes_them_elsewhere_quotes_them_no_longer() -> None:
    fill()
    passed_on = mail(
        "<11@x>",
        BEN,
        "This came from Anna Bauer:\nThe alarms wake us every single night.\nSad.",
        SAM,
        original="This came from her. > The alarms wake us every single night. (Anna Bauer)",
    )
    keep(thread("passed-on", passed_on))

    forget_anna()

    [turn] = queries.conversation("passed-on").conversation.turns
    assert turn.original == ""
    assert "alarms" not in turn.text
    assert turn.text.endswith("\nSad.")
    assert len(turn.text) == len(passed_on.text)


def test_files_that_are_named_after_them_are_not_named_any_more() -> None:
    fill()
    keep(replace(ELSEWHERE, id="e2", source="notes/Bauer_Anna-2026.txt", turns=()))
    record_import(["calls/anna-bauer.vtt"], Report())

    forget_anna()

    assert queries.conversation("e2").conversation.source == "notes/██████████-2026.txt"
    assert queries.imports()[0].sources == ("calls/██████████.vtt",)


def test_a_namesake_keeps_their_name() -> None:
    fill()
    keep(thread("n", mail("<7@x>", replace(ANNA, email="anna@other.example"), "I am Anna.", SAM)))

    forgotten = forget(queries.find_person("anna@brauhaus.example"))

    assert forgotten.traces == ()
    assert queries.find_person("anna bauer").emails == ("anna@other.example",)
    [turn] = queries.conversation("n").conversation.turns
    assert (turn.text, turn.speaker.name) == ("I am Anna.", "Anna Bauer")


def test_judgements_of_others_stay_and_theirs_go() -> None:
    fill()
    for person, key, turn in (("anna bauer", "shared", 0), ("ben", "shared", 1)):
        found = queries.find_person(person)
        words = quote(queries.conversation(key).conversation, turn, 0, 8)
        observation = Observation("o", found.id, "pain", "", (words,), Status.HEARD, 0.9)
        judge(observation, Status.CORRECTED, "Anna Bauer said so")

    assert forget_anna().judgements == 1

    [kept] = queries.judgements_of(queries.find_person("ben"))
    assert kept.text == "██████████ said so"
    assert kept.evidence[0].turn == 0


def test_adding_the_same_again_does_not_bring_them_back() -> None:
    fill()
    forget_anna()

    assert keep(ALONE) is Kept.FORGOTTEN
    keep(SHARED, [said(0, "The alarms"), said(1, "As Anna says")], "test-1")
    keep_contacts([Contact("Anna Bauer", ("anna@brauhaus.example",))])

    assert queries.traces_of(TERMS) == []
    assert [turn.id for turn in queries.conversation("shared").conversation.turns] == [
        "<4@x>",
        "<5@x>",
    ]


def test_a_new_mail_in_which_others_quote_them_comes_in_without_them() -> None:
    fill()
    forget_anna()
    quoting = mail(
        "<8@x>",
        BEN,
        "See what anna@brauhaus.example wrote.",
        SAM,
        original="See.\n> Anna Bauer <anna@brauhaus.example>: alarms wake us",
    )

    assert keep(thread("new", quoting), [said(0, "See")], "test-1") is Kept.NEW

    assert queries.traces_of(TERMS) == []
    assert queries.conversation("new").annotations[0].turn == 0


def test_annotations_stay_with_their_turns_when_forgotten_turns_are_left_out() -> None:
    fill()
    forget_anna()
    grown = thread(
        "grown",
        mail("<9@x>", ANNA, "Me again.", SAM, BEN),
        mail("<10@x>", BEN, "And me.", SAM, hours=1),
    )

    keep(grown, [said(0, "Me"), said(1, "And me")], "test-1")

    talk = queries.conversation("grown")
    assert [(turn.text) for turn in talk.conversation.turns] == ["And me."]
    assert [(each.turn, each.end) for each in talk.annotations] == [(0, len("And me"))]


def test_somebody_heard_only_by_name_stays_forgotten_too() -> None:
    talk = call("c1", (Speaker("Dana Whitfield", side=Side.THEIRS), "We are broke."), (SAM, "Oh."))
    keep(talk)
    forget(queries.find_person("dana"))

    assert keep(replace(talk, id="c2")) is Kept.FORGOTTEN
    assert queries.traces_of(["Dana Whitfield"]) == []


def test_somebody_heard_only_by_a_label_stays_forgotten_in_their_conversation() -> None:
    talk = call("c1", (Speaker("Dana", side=Side.THEIRS), "We are broke."), (SAM, "Oh."))
    keep(talk)
    forget(queries.find_person("dana"))

    assert keep(talk) is Kept.FORGOTTEN
    assert keep(replace(talk, id="c2")) is Kept.NEW


def test_what_comes_in_later_does_not_name_them() -> None:
    fill()
    forget_anna()
    named = replace(ELSEWHERE, id="late", source="Anna_Bauer.txt", subject="Re: anna bauer")
    asked = mail("<12@x>", BEN, "Has Anna\nBauer called? Anna Bauers has not.", SAM, original="x")
    keep(replace(named, turns=(asked,)))
    report = Report()
    report.skip("calls/anna-bauer.vtt:3", "empty")
    record_import(["calls/anna-bauer.vtt"], report)

    talk = queries.conversation("late").conversation
    assert talk.turns[0].text == "Has ██████████ called? Anna Bauers has not."
    assert (talk.source, talk.subject) == ("██████████.txt", "Re: ██████████")
    assert queries.imports()[0].sources == ("calls/██████████.vtt",)
    assert queries.imports()[0].skipped[0].item == "calls/██████████.vtt:3"
    assert queries.traces_of(TERMS) == []


def test_a_namesake_who_is_known_is_not_taken_for_the_forgotten() -> None:
    fill()
    keep(thread("n", mail("<7@x>", replace(ANNA, email="anna@other.example"), "Hello.", SAM)))
    forget(queries.find_person("anna@brauhaus.example"))

    assert keep(call("c1", (Speaker("Anna Bauer", side=Side.THEIRS), "Hello."))) is Kept.NEW


def test_an_answer_that_repeats_their_lines_comes_back_without_them() -> None:
    fill()
    forget_anna()
    models.Conversation.objects.all().delete()

    keep(SHARED)

    first = queries.conversation("shared").conversation.turns[0]
    assert first.text == "As ████ says:\n" + "█" * 38 + "\nCan you help?"


def test_it_is_erased_also_where_the_file_cannot_be_rewritten(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    if store.path is None:
        pytest.skip("the files of PostgreSQL are its server's matter")
    monkeypatch.setattr("theirside.app.places.BUSY_SECONDS", 0.05)
    open_store()
    fill()
    with sqlite3.connect(store.path) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM theirside_turn").fetchone()
        forgotten = forget_anna()
    other.close()

    assert not forgotten.overwritten
    assert forgotten.traces == ()
    assert "run again" in forgotten.lines()[-1]


def test_the_hash_that_remains_differs_from_store_to_store() -> None:
    fill()
    forget_anna()
    first = set(models.Forgotten.objects.values_list("digest", flat=True))
    models.Forgotten.objects.all().delete()
    models.Workspace.objects.all().delete()
    fill()
    forget_anna()

    assert first.isdisjoint(models.Forgotten.objects.values_list("digest", flat=True))


def test_the_file_holds_no_byte_of_them(store: Database) -> None:
    if store.path is None:
        pytest.skip("the files of PostgreSQL are its server's matter")
    fill()
    assert b"brewmaster" in file_bytes(store.path)

    forgotten = forget_anna()

    assert forgotten.overwritten
    left = file_bytes(store.path)
    assert b"Can you help?" in left
    for word in (b"brewmaster", b"anna@brauhaus.example", b"Anna Bauer", b"alarms wake us"):
        assert word not in left
    close_store()


def file_bytes(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in path.parent.glob(path.name + "*"))
