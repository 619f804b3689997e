"""Conversations found and listed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, BEN, SAM, call, mail, thread
from theirside.app import queries
from theirside.app.services import keep, record_import
from theirside.conversation import Conversation, Speaker
from theirside.errors import AmbiguousError, NotFoundError
from theirside.intake.report import Report

pytestmark = pytest.mark.usefixtures("store")


def talk(key: str, subject: str, hours: float = 0) -> Conversation:
    return thread(key, mail(f"<{key}@x>", ANNA, "Hello.", SAM, hours=hours), subject=subject)


def found(text: str) -> str:
    return queries.find_conversation(text).conversation.id


@pytest.mark.parametrize(
    "text", ["a1b2c3", "a1b", "Kühlkette", "kuhlkette", "KÜHLKETTE im", "sommer"]
)
def test_a_conversation_is_found_by_its_id_or_subject(text: str) -> None:
    keep(talk("a1b2c3", "Kühlkette im Sommer"))
    keep(talk("d4e5f6", "Alarms"))

    assert found(text) == "a1b2c3"


def test_a_whole_subject_is_preferred_to_a_part_of_one() -> None:
    keep(talk("t1", "Pricing"))
    keep(talk("t2", "Pricing of the cellar"))

    assert found("pricing") == "t1"


def test_several_are_answered_with_what_tells_them_apart() -> None:
    keep(talk("t1", "Alarms at night"))
    keep(talk("t2", "Alarms by day"))

    with pytest.raises(AmbiguousError) as caught:
        found("alarms")
    assert set(caught.value.candidates) == {
        "t1 (Alarms at night, 2026-03-02)",
        "t2 (Alarms by day, 2026-03-02)",
    }


@pytest.mark.parametrize("text", ["nothing like it", "", "  "])
def test_none_is_answered_with_that(text: str) -> None:
    keep(talk("t1", "Alarms"))
    with pytest.raises(NotFoundError):
        found(text)
    with pytest.raises(NotFoundError, match="no such conversation"):
        queries.conversation("t")


def test_summaries_come_the_newest_first_with_who_spoke() -> None:
    keep(talk("old", "Old"))
    keep(talk("new", "New", hours=5))
    keep(call("c1", (BEN, "Hello."), (SAM, "Hi."), (BEN, "So.")))

    listed = queries.conversations()
    assert [(each.id, each.turns) for each in listed] == [("new", 1), ("c1", 3), ("old", 1)]
    assert listed[1].speakers == ("Ben Okafor", "Sam Reed")


def test_a_conversation_without_any_time_comes_last() -> None:
    keep(talk("t1", "Dated"))
    keep(replace(call("c1", (Speaker("Room"), "Hello.")), started_at=None))

    assert [each.id for each in queries.conversations()] == ["t1", "c1"]
    assert [each.conversation for each in queries.unknown_speakers()] == ["c1"]


def test_a_persons_conversations_are_those_they_spoke_or_were_written_to_in() -> None:
    keep(talk("t1", "One"))
    keep(thread("t2", mail("<2@x>", SAM, "To you both.", ANNA, BEN, hours=1)))
    keep(thread("t3", mail("<3@x>", BEN, "Only me.", SAM, hours=2)))
    anna = queries.find_person("anna")

    assert [each.conversation.id for each in queries.conversations_of(anna)] == ["t1", "t2"]
    assert [each.id for each in queries.conversations(anna)] == ["t2", "t1"]


@pytest.mark.parametrize(
    "read",
    [
        queries.conversations,
        lambda: list(queries.all_talks()),
        queries.unknown_speakers,
        queries.proposals,
        lambda: queries.conversations_of(queries.find_person("anna")),
    ],
)
def test_reading_takes_as_many_queries_for_many_as_for_one(read: Callable[[], object]) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            read()
        return len(captured)

    keep(talk("t0", "Nought"))
    for_one = count()
    for number in range(1, 12):
        keep(talk(f"t{number}", f"Number {number}", hours=number))

    assert count() == for_one


def test_the_accounts_of_imports_add_up() -> None:
    report = Report(kept=2)
    report.skip("inbox.mbox#3", "bulk mail")
    record_import(["inbox.mbox"], report)

    [past] = queries.imports()
    assert (past.found, past.kept, len(past.skipped)) == (3, 2, 1)
    assert past.skipped == tuple(report.skipped)


def test_status_counts_what_there_is_and_what_waits() -> None:
    keep(talk("t1", "One"))
    keep(thread("t2", mail("<2@x>", ANNA, "Two.", SAM)), [], queries.status().reader)

    status = queries.status()
    assert (status.conversations, status.turns, status.people) == (2, 2, 1)
    assert (status.waiting, status.unknown, status.last_import) == (1, 0, None)
    assert status.size_bytes > 10_000
