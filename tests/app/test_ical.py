"""Calendar files: whatever is put in comes out as a calendar reads it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from theirside.app.ical import Lines, calendar_file, folded

AT = datetime(2026, 3, 4, 12, 30, tzinfo=timezone(timedelta(hours=2)))


def test_an_entry_comes_out_as_it_was_put_in() -> None:
    entry: Lines = [
        ("UID", "a@theirside"),
        ("SEQUENCE", 3),
        ("DTSTAMP", AT),
        ("DTSTART", date(2026, 3, 4)),
        ("SUMMARY", "Keep a promise; to Anna, Ben \\ Co"),
    ]
    made = Calendar.from_ical(calendar_file([entry], "VTODO"))
    [todo] = made.walk("VTODO")

    assert made["VERSION"] == "2.0"
    assert made["METHOD"] == "PUBLISH"
    assert (str(todo["UID"]), str(todo["SEQUENCE"])) == ("a@theirside", "3")
    assert todo.decoded("DTSTAMP") == AT.astimezone(UTC)
    assert todo.decoded("DTSTART") == date(2026, 3, 4)
    assert todo["SUMMARY"] == "Keep a promise; to Anna, Ben \\ Co"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=300))
def test_any_words_are_read_back_and_no_line_is_too_long(words: str) -> None:
    text = f"“{words}”\nsecond line"
    file = calendar_file([[("UID", "a"), ("DESCRIPTION", text)]], "VEVENT")
    [event] = Calendar.from_ical(file).walk("VEVENT")

    assert event["DESCRIPTION"] == text
    assert max(map(len, file.split(b"\r\n"))) <= 75


def test_a_character_is_never_torn_apart() -> None:
    line = "X" * 74 + "é" + "y" * 80

    assert folded(line).split(b"\r\n ")[0] == b"X" * 74
    assert folded(line).replace(b"\r\n ", b"").decode() == line
