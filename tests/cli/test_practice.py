"""``theirside practice`` as a person meets it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits
from theirside.app.practice import Today
from theirside.cli.practising import print_today
from theirside.conversation import Channel, Conversation, Speaker, Turn
from theirside.evidence import quote
from theirside.purpose.choosing import Practised
from theirside.purpose.deck import deck
from theirside.purpose.signs import Shown, signs


def test_todays_task_says_why_how_and_when_not(sample: Run) -> None:
    ran = sample("practice")
    assert ran.code == 0
    assert max(map(len, ran.out.splitlines())) <= 88
    form = sample("practice", "--json").json
    fits("practice", form)
    task = deck()[form["task"]["id"]]
    assert ran.out.startswith(task.title)
    assert f"{task.minutes} minutes" in ran.out
    assert "\n  1. " in ran.out
    assert "\nNot now, if: " in ran.out
    assert "\nAfterwards: " in ran.out
    assert "theirside practice skip" in ran.out


def test_a_reason_is_printed_with_its_newest_words_and_where_they_stand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Two quotes each of three calls: four are shown, those of the newest call first."""
    calls = {}
    for key in "abc":
        turns = tuple(
            Turn(f"{key}{n}", Speaker("Ann"), f"Worry {n}.", start=60.0 * n) for n in (0, 1)
        )
        calls[key] = Conversation(key, Channel.CALL, turns, f"Call {key}")
    words = tuple(quote(call, n, 0, 8) for call in calls.values() for n in (0, 1))
    because = Shown(signs()["feeling_passed_over"], 3, 5, words)
    given = Practised(date(2026, 3, 2), "name_it_and_wait")
    print_today(Today("Nora", given, deck()[given.task], because, calls))
    out = capsys.readouterr().out
    assert "Today, because in 3 of your last 5 talks a feeling of theirs passed by:" in out
    shown = re.findall(r"“Worry (\d)\.”\n +call “Call (.)”, 0(\d):00", out)
    assert shown == [("0", "c", "0"), ("1", "c", "1"), ("0", "b", "0"), ("1", "b", "1")]


def test_done_keeps_a_line_and_shows_it_again(sample: Run) -> None:
    sample("practice")
    ran = sample("practice", "done", "--note", "She told the real reason.")
    assert ran.out.startswith("✓ Done: ")
    assert "“She told the real reason.”" in ran.out
    assert "“She told the real reason.”" in sample("practice").out
    assert "“She told the real reason.”" in sample("practice", "log").out


def test_done_without_a_line_asks_the_question(sample: Run) -> None:
    task = sample("practice", "--json").json["task"]
    ran = sample("practice", "done")
    assert task["afterwards"] in " ".join(ran.out.split())
    fits("practice", sample("practice", "done", "--json").json)


def test_skip_shows_another_one(sample: Run) -> None:
    first = sample("practice", "--json").json["task"]["id"]
    form = sample("practice", "skip", "--json").json
    fits("practice", form)
    assert form["task"]["id"] != first
    assert sample("practice", "--json").json == form


def test_done_before_any_task_was_shown_says_what_to_do(sample: Run) -> None:
    ran = sample("practice", "done")
    assert ran.code == 1
    assert "no task was given yet; `theirside practice` shows today's" in ran.err


def test_another_of_us_has_their_own_task(sample: Run) -> None:
    form = sample("practice", "--seller", "jonas", "--json").json
    assert form["seller"] == "Jonas Peake"
    ran = sample("practice", "--seller", "zoe")
    assert ran.code == 1
    assert "'zoe': which of us is that? There are Jonas Peake, Nora Tveit" in ran.err


def test_the_log_holds_what_was_done_and_nothing_is_made_of_one_day(sample: Run) -> None:
    assert "Nothing yet. Today's task: theirside practice" in sample("practice", "log").out
    sample("practice")
    sample("practice", "done")
    ran = sample("practice", "log")
    assert "What Nora Tveit practised" in ran.out
    assert "streak" not in ran.out
    form = sample("practice", "log", "--json").json
    fits("practice_log", form)
    assert [each["movement"] for each in form["moved"]] in ([], ["too little to say"])


def test_the_deck_is_listed_by_points_also_without_a_store(theirside: Run) -> None:
    ran = theirside("practice", "list")
    assert f"{len(deck())} tasks." in ran.out
    assert ran.out.index("\nP2\n") < ran.out.index("\nP10\n")
    few = theirside("practice", "list", "--point", "p9", "--json").json
    fits("tasks", few)
    assert all("P9" in each["practice"] for each in few["tasks"])
    assert theirside("practice", "list", "--point", "P77").code == 1


def test_one_task_is_printed_whole(theirside: Run) -> None:
    ran = theirside("practice", "show", "ask_for_help")
    assert ran.out.startswith("Ask for help\nask_for_help · P20, P4 · 15 minutes")
    assert "Called for where:" in ran.out
    fits("task", theirside("practice", "show", "ask_for_help", "--json").json)


def test_somebody_without_talks_has_a_task_without_a_reason(theirside: Run) -> None:
    form = theirside("practice", "--json").json
    fits("practice", form)
    assert form["because"] is None
    assert "because in" not in theirside("practice").out
