"""``theirside debrief``: a talk held against what was prepared for it."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.forms import fits, quotes_in
from theirside.app import queries

TALK = "Penmarrow Pools"
SCRIPT = """\
Nora Tveit: Thank you for the time. Callum, what of the September visit?
Callum Dyer: It keeps me awake.
Nora Tveit: What would help?
Callum Dyer: A dry book.
Nora Tveit: And who writes it?
Callum Dyer: All of us.
"""


def test_it_is_held_against_the_preparation_of_its_day(sample: Run) -> None:
    sample("prepare", "callum", "--on", "2026-02-05", "--want", "their boat")
    out = sample("debrief", TALK).out
    assert "held against the preparation for 5 Feb 2026" in out
    assert "The questions we went with" in out
    assert "their boat\n    did not come up, as far as we see" in out


def test_without_a_preparation_it_says_so_and_holds_it_against_what_was_known(
    sample: Run,
) -> None:
    out = sample("debrief", TALK).out
    assert "5 Feb 2026 · nothing was prepared for it" in out
    assert "The questions that were worth asking, by what was known before" in out
    assert "My goal is a full record" in out.partition("The questions")[0]


def test_it_takes_the_side_of_whom_it_was_prepared_for_else_of_who_said_most(
    sample: Run,
) -> None:
    assert sample("debrief", TALK).out.startswith("Meeting with Callum Dyer")
    sample("prepare", "priya", "--on", "2026-02-05", "--want", "the budget")
    ran = sample("debrief", TALK)
    assert ran.out.startswith("Meeting with Priya Raman")
    assert "Also in it: Callum Dyer. See theirs with --for." in ran.out
    assert sample("debrief", TALK, "--for", "callum").out.startswith("Meeting with Callum")


def test_it_has_the_documented_form_and_its_quotes_stand_verbatim(sample: Run) -> None:
    form = sample("debrief", TALK, "--json").json
    fits("debrief", form)
    assert form["prepared"] is None
    checked = 0
    for quote in quotes_in(form):
        turn = queries.conversation(quote["conversation"]).conversation.turns[quote["turn"]]
        assert turn.text[quote["start"] : quote["end"]] == quote["quote"]
        checked += 1
    assert checked > 10


def test_nothing_that_was_said_later_is_known_at_the_door(sample: Run) -> None:
    form = sample("debrief", TALK, "--json").json
    days = [each["want"]["at"][:10] for each in form["wants"]]
    assert days
    assert max(days) < "2026-02-05"


def test_a_promise_that_a_mail_keeps_is_told_as_kept(sample: Run) -> None:
    out = " ".join(sample("debrief", "First ten days").out.split())
    assert out.startswith("Mail with Anneliese Roth: First ten days")


def test_somebody_who_was_not_there_is_told_so(sample: Run) -> None:
    ran = sample("debrief", TALK, "--for", "sigrun")
    assert (ran.code, ran.out) == (1, "")
    assert "Sigrun Aas took no part in" in ran.err


def test_a_talk_in_which_nobody_of_theirs_is_known_says_what_to_do(
    theirside: Run, tmp_path: Path
) -> None:
    path = tmp_path / "Talk.txt"
    path.write_text(SCRIPT, encoding="utf-8")
    theirside("add", path)
    [talk] = queries.conversations()
    ran = theirside("debrief", talk.id)
    assert ran.code == 1
    assert "theirside sides" in ran.err


def test_it_can_be_written_to_files(sample: Run, tmp_path: Path) -> None:
    html, md = tmp_path / "d.html", tmp_path / "d.md"
    sample("debrief", TALK, "--html", html, "--md", md)
    assert "<h1>Meeting with Callum Dyer" in html.read_text(encoding="utf-8")
    assert md.read_text(encoding="utf-8").startswith("# Meeting with Callum Dyer")
