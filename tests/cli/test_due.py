"""``due``: a short list with why and their words, and a calendar file."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.conftest import DANA, NORA, Run, mail
from tests.cli.forms import fits, quotes_in


def add(theirside: Run, tmp_path: Path) -> None:
    """Bring in a thread with a promise of ours and when they want to be asked again."""
    folder = tmp_path / "mails"
    folder.mkdir()
    words = "Please do not hurry. Ask me again in May."
    (folder / "1.eml").write_text(mail(DANA, NORA, 1, words), encoding="utf-8")
    words = "I'll send you the drawing of the gate by the 16th of March."
    (folder / "2.eml").write_text(mail(NORA, DANA, 2, words, answers=1), encoding="utf-8")
    assert theirside("init", "--us", "fjord.example").code == 0
    assert theirside("add", folder).code == 0


def test_it_lists_what_is_due_with_why_and_their_words(theirside: Run, tmp_path: Path) -> None:
    add(theirside, tmp_path)
    ran = theirside("due", "--on", "2026-03-17")
    assert ran.code == 0
    assert "Over its day" in ran.out
    assert "16 Mar 2026  we promised: Dana Whitfield" in ran.out
    assert "“I'll send you the drawing of the gate by the 16th of March.”" in ran.out
    assert "no sign that it was kept" in ran.out
    assert "1 thing later than 31 Mar 2026: --until DATE" in ran.out
    far = theirside("due", "--on", "2026-03-17", "--until", "2026-05-01").out
    assert "1 May 2026  come back: Dana Whitfield" in far
    assert "“Ask me again in May.”" in far


def test_json_is_of_its_form_and_every_quote_stands(theirside: Run, tmp_path: Path) -> None:
    add(theirside, tmp_path)
    value = theirside("due", "--on", "2026-03-17", "--until", "2026-05-01", "--json").json
    fits("due", value)
    assert [each["kind"] for each in value["items"]] == ["our promise", "come back"]
    told = {each["quote"] for each in quotes_in(value)}
    assert "Ask me again in May." in told


def test_nothing_due_is_said_in_a_line(theirside: Run) -> None:
    assert "Nothing is due up to 31 Mar 2026." in theirside("due", "--on", "2026-03-17").out


def test_the_calendar_holds_no_words_unless_the_setting_says_so(
    theirside: Run, tmp_path: Path
) -> None:
    add(theirside, tmp_path)
    file = tmp_path / "due.ics"
    ran = theirside("due", "--ics", file, "--on", "2026-03-12")
    assert f"{file.name}" in re.sub(r"\s", "", ran.out)
    assert "SUMMARY:Come back to Dana Whitfield" in file.read_text("utf-8")
    assert "Ask me again" not in file.read_text("utf-8")
    assert "hold their words" in theirside("due", "--calendar-words").out
    printed = theirside("due", "--ics", "-", "--on", "2026-03-12").out.replace("\n ", "")
    assert "Ask me again in May" in printed
    assert "none of their words" in theirside("due", "--no-calendar-words").out


def test_a_place_that_cannot_be_written_is_told(theirside: Run, tmp_path: Path) -> None:
    ran = theirside("due", "--ics", tmp_path / "no" / "due.ics")
    assert ran.code != 0
    assert "cannot be written" in re.sub(r"\s+", " ", ran.err)


def test_promises_are_listed_marked_and_noted(theirside: Run, tmp_path: Path) -> None:
    add(theirside, tmp_path)
    listed = theirside("promises", "--on", "2026-03-12")
    assert "Not kept yet, as far as we can see (1)" in listed.out
    value = theirside("promises", "--json").json
    fits("promises", value)
    number = value[0]["id"]
    marked = theirside("promises", "kept", number, "--on", "2026-03-14").out
    assert "kept, due 16 Mar 2026" in marked
    assert "marked by hand, 14 Mar 2026" in marked
    assert "let go" in theirside("promises", "dropped", number).out
    assert "[" + number + "]" in theirside("promises", "reopen", number).out
    noted = theirside("promises", "add", "dana", "the list of hinges", "--due", "2026-03-20")
    assert "✓ Noted for Dana Whitfield, due 20 Mar 2026" in noted.out
    assert "the list of hinges" in theirside("promises", "--with", "dana").out
    assert theirside("promises", "kept", "zzzz").code != 0


def test_come_backs_are_listed_put_off_and_noted(theirside: Run, tmp_path: Path) -> None:
    add(theirside, tmp_path)
    listed = theirside("comebacks", "--on", "2026-03-12").out
    assert "1 May 2026  come back: Dana Whitfield, waiting" in listed
    assert "They asked us to come back then." in listed
    value = theirside("comebacks", "--json").json
    fits("comebacks", value)
    number = value[0]["id"]
    off = theirside("comebacks", "snooze", number, "--until", "2027-06-09").out
    assert "9 Jun 2027  come back" in off
    assert "done" in theirside("comebacks", "done", number).out
    assert "Nobody to come back to" in theirside("comebacks").out
    assert "1 May 2026" in theirside("comebacks", "reopen", number).out
    noted = theirside("comebacks", "add", "dana", "after the fair", "--on", "2027-01-04")
    assert "come back to Dana Whitfield, 4 Jan 2027" in noted.out


def test_after_how_long_a_promise_is_forgotten_is_a_setting(theirside: Run, tmp_path: Path) -> None:
    add(theirside, tmp_path)
    assert "is forgotten" in theirside("promises", "--forgotten-after", "5").out
    assert "forgotten, due 16 Mar" in theirside("promises", "--on", "2026-03-22").out
    assert theirside("promises", "--forgotten-after", "0").code != 0


def test_in_the_sample_what_was_kept_is_seen_kept(sample: Run) -> None:
    value = sample("promises", "--on", "2026-10-20", "--json").json
    standing = {each["text"]: each["standing"] for each in value}
    assert standing["I'll send the cards by the end of next week."] == "kept late"
    assert standing["You'll have the list on Monday."] == "kept"
    assert standing["I will send you the vehicle list before the first of June."] == "kept"
