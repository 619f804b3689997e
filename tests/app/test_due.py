"""What is due in the store: the same number of queries for all, marks that last, and the feed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app import queries, services
from theirside.app.calendar import feed
from theirside.app.due import due, everything_due
from theirside.app.places import Database
from theirside.app.promising import (
    add_comeback,
    add_promise,
    comebacks,
    mark_comeback,
    mark_promise,
    promises,
)
from theirside.app.viewing import Role, seen_by
from theirside.errors import NotFoundError
from theirside.evidence import Annotation
from theirside.serve.due import DueKind
from theirside.serve.noted import Said
from theirside.understand.understanding import Person

PROMISE = "I'll send you the drawing of the cellar by Friday."
ASK = "Ask me again in May."
TODAY = date(2026, 3, 4)
FRIDAY = date(2026, 3, 6)


def keep(number: int = 0, *, reader: str = "test-1") -> None:
    """Keep a thread in which we promise something and they say when to come back."""
    talk = thread(
        f"t{number}",
        mail(f"a{number}", ANNA, ASK, SAM),
        mail(f"b{number}", SAM, PROMISE, ANNA, BEN, hours=1),
    )
    promise = Annotation(1, 0, len(PROMISE), "promise", 0.8, reader, due=FRIDAY)
    services.keep(talk, [said(0, ASK, "ask", reader), promise], reader)


def anna() -> Person:
    return queries.find_person("anna")


def test_the_list_tells_what_is_due_and_what_is_later(store: Database) -> None:
    keep()
    found = due(TODAY)
    [promise] = found.items
    assert (promise.kind, promise.on) == (DueKind.OUR_PROMISE, FRIDAY)
    assert promise.subject == "Anna Bauer and Ben Okafor"
    assert found.later == 1
    assert promise.evidence[0].conversation in found.talks
    both = due(TODAY, date(2026, 5, 1)).items
    assert [each.kind for each in both] == [DueKind.OUR_PROMISE, DueKind.COME_BACK]
    assert due(FRIDAY + timedelta(days=1)).overdue[0].id == promise.id


def test_it_takes_the_same_number_of_queries_however_much_there_is(store: Database) -> None:
    counts = []
    for number in (1, 6):
        for each in range(number):
            keep(each)
        with CaptureQueriesContext(
            connection,
        ) as ran:
            due(TODAY)
        counts.append(len(ran))
    assert counts[0] == counts[1]


def test_what_was_said_after_the_day_is_not_known_on_it(store: Database) -> None:
    keep()
    assert due(date(2026, 3, 1)).items == ()


def test_a_mark_survives_a_newer_reading_and_can_be_taken_back(store: Database) -> None:
    keep()
    [one] = promises(TODAY)[0]
    marked = mark_promise(one.id[:5], Said.KEPT, TODAY, FRIDAY)
    assert (marked.standing, marked.by, marked.on) == ("kept", "hand", FRIDAY)
    keep(reader="test-2")
    assert promises(TODAY)[0][0].standing == "kept"
    assert due(TODAY).items == ()
    assert mark_promise(one.id, None, TODAY).standing == "due"
    assert mark_promise(one.id, Said.LET_GO, TODAY).standing == "let go"


def test_a_number_that_there_is_not_is_told(store: Database) -> None:
    keep()
    with pytest.raises(NotFoundError, match="'zz': nothing has this number"):
        mark_promise("zz", Said.KEPT, TODAY)


def test_a_come_back_is_put_off_and_done(store: Database) -> None:
    keep()
    [one] = comebacks(TODAY)[0]
    assert one.on == date(2026, 5, 1)
    assert mark_comeback(one.id, Said.PUT_OFF, TODAY, date(2026, 6, 1)).on == date(2026, 6, 1)
    assert mark_comeback(one.id, Said.DONE, TODAY).standing == "done"
    assert [each.kind for each in due(TODAY, date(2026, 7, 1)).items] == [DueKind.OUR_PROMISE]


def test_what_is_noted_by_hand_stands_beside_what_was_read(store: Database) -> None:
    keep()
    noted = add_promise(anna(), "the list of spare parts", FRIDAY, by_us=False)
    add_comeback(anna(), "the beer fair", date(2026, 3, 10))
    found = {each.text: each for each in due(TODAY).items}
    assert found["the list of spare parts"].kind is DueKind.THEIR_PROMISE
    assert found["the beer fair"].on == date(2026, 3, 10)
    assert mark_promise(noted.id, Said.KEPT, TODAY, FRIDAY).standing == "kept"
    with pytest.raises(ValueError, match="a few words"):
        add_promise(anna(), "  ", None, by_us=True)


def test_who_is_forgotten_leaves_none_of_it(store: Database) -> None:
    keep()
    add_promise(anna(), "the list for Anna Bauer", FRIDAY, by_us=True)
    mark_promise(promises(TODAY)[0][0].id, Said.KEPT, TODAY)
    feed(TODAY)
    everything = queries.export_person(anna())
    assert [each["text"] for each in everything["noted"]] == ["the list for Anna Bauer"]
    assert services.forget(anna()).traces == ()
    assert queries.noted() == []


def test_two_who_become_one_keep_their_notes(store: Database) -> None:
    keep()
    ben = queries.find_person("ben")
    add_promise(ben, "the list", FRIDAY, by_us=True)
    one = services.merge(anna(), ben)
    assert [each.person for each in queries.noted()] == [one.id]


def events(file: bytes) -> dict[str, dict[str, str]]:
    """Return what a calendar reads: by number, sequence, day, status, summary and description."""
    calendar = Calendar.from_ical(file)
    return {
        str(each["UID"]): {
            "sequence": str(each["SEQUENCE"]),
            "day": each.decoded("DTSTART").isoformat(),
            "status": str(each["STATUS"]),
            "summary": str(each["SUMMARY"]),
            "description": str(each.get("DESCRIPTION", "")),
        }
        for each in calendar.walk()
        if each.name in ("VEVENT", "VTODO")
    }


def test_the_feed_keeps_numbers_counts_changes_and_cancels_what_is_done(store: Database) -> None:
    keep()
    first = events(feed(TODAY))
    assert sorted(each["summary"] for each in first.values()) == [
        "Come back to Anna Bauer",
        "Keep a promise to Anna Bauer and Ben Okafor",
    ]
    assert {each["sequence"] for each in first.values()} == {"0"}
    assert events(feed(TODAY)) == first
    [one] = comebacks(TODAY)[0]
    mark_comeback(one.id, Said.PUT_OFF, TODAY, date(2026, 6, 1))
    moved = events(feed(TODAY))
    assert set(moved) == set(first)
    [changed] = [uid for uid in first if moved[uid] != first[uid]]
    assert (moved[changed]["day"], moved[changed]["sequence"]) == ("2026-06-01", "1")
    mark_comeback(one.id, Said.DONE, TODAY)
    gone = events(feed(TODAY))[changed]
    assert (gone["status"], gone["sequence"]) == ("CANCELLED", "2")
    mark_comeback(one.id, None, TODAY)
    back = events(feed(TODAY))[changed]
    assert (back["status"], back["sequence"], back["day"]) == ("CONFIRMED", "3", "2026-05-01")


def test_their_words_stay_out_unless_the_workspace_says_otherwise(store: Database) -> None:
    keep()
    assert ASK.encode() not in feed(TODAY)
    assert b"drawing" not in feed(TODAY)
    services.set_calendar_words(shown=True)
    told = " ".join(each["description"] for each in events(feed(TODAY)).values())
    assert ASK.rstrip(".") in told


def test_tasks_where_a_calendar_knows_them(store: Database) -> None:
    keep()
    calendar = Calendar.from_ical(feed(TODAY, todos=True))
    tasks = [each for each in calendar.walk() if each.name == "VTODO"]
    assert [str(each["STATUS"]) for each in tasks] == ["NEEDS-ACTION", "NEEDS-ACTION"]


def test_how_long_until_forgotten_is_set_in_one_place(store: Database) -> None:
    keep()
    services.set_forgotten_after(5)
    [one] = promises(FRIDAY + timedelta(days=6))[0]
    assert one.standing == "forgotten"
    with pytest.raises(ValueError, match="between 1 and 365"):
        services.set_forgotten_after(0)


def test_a_feed_without_words_opens_no_talk_once_they_were_looked_at(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep()
    add_comeback(anna(), "the beer fair", date(2026, 3, 10))
    first = events(feed(TODAY))
    assert sorted(each["day"] for each in first.values()) == sorted(
        each.on.isoformat() for each in everything_due(TODAY)[0] if each.on is not None
    )

    def opened(*_: object) -> None:
        raise AssertionError("a talk was opened")

    monkeypatch.setattr("theirside.app.waiting.people_with_talks", opened)
    monkeypatch.setattr("theirside.app.due.people_with_talks", opened)

    assert events(feed(TODAY)) == first


def test_a_feed_takes_the_same_number_of_queries_however_much_there_is(store: Database) -> None:
    counts = []
    for number in (1, 6):
        for each in range(number):
            keep(each)
        feed(TODAY)
        with CaptureQueriesContext(connection) as ran:
            feed(TODAY)
        counts.append(len(ran))
    assert counts[0] == counts[1]


def test_of_a_colleagues_talk_with_somebody_i_know_nothing_is_told(store: Database) -> None:
    keep()
    services.keep(thread("mine", mail("m", ANNA, "Good morning.", SAM)), [], "test-1")
    days = []
    for number, talk in enumerate(("t0", "mine"), start=1):
        services.come_in(services.invite(f"m{number}@ours.example", Role.SELLER).id, number)
        who = queries.viewer_of(number)
        services.hold([talk], who)
        with seen_by(who):
            days.append(sorted(each["day"] for each in events(feed(TODAY)).values()))
    assert days == [["2026-03-06", "2026-05-01"], []]
