"""``theirside team-kit`` as a team meets it, and sharing moments for it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits


@pytest.fixture
def shared(sample: Run) -> Run:
    """Share two moments of the sample, one that worked and one that didn't."""
    share(sample, good=True)
    share(sample, good=False)
    return sample


def share(sample: Run, *, good: bool) -> str:
    """Share the first moment of a sort that is Nora's to share; return its id."""
    form = sample("moments", "--mine", "--most", "40", "--json").json
    found = (each["id"] for each in form["moments"] if each["good"] is good)
    return next(str(each) for each in found if sample("moments", "share", each).code == 0)


def test_without_shared_moments_it_says_what_to_do(sample: Run) -> None:
    out = " ".join(sample("team-kit").out.split())
    assert "No moment is shared yet" in out
    assert "Two moments would have to be shared." in out
    assert "theirside moments share ID" in out
    assert "experiment of the month" not in out


def test_the_plan_has_two_moments_three_questions_and_one_experiment(shared: Run) -> None:
    ran = shared("team-kit", "--month", "2026-09")
    assert ran.out.startswith("What serving looks like here, September 2026")
    assert "\nMoment 1 (10 minutes), " in ran.out
    assert "\nMoment 2 (10 minutes), " in ran.out
    assert "\nMoment 3" not in ran.out
    assert "The experiment of the month (5 minutes)" in ran.out
    assert "Still missing" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 88
    form = shared("team-kit", "--month", "2026-09", "--json").json
    fits("team_kit", form)
    assert len(form["questions"]) == 3
    assert form["looked_back"] is None
    assert {each["good"] for each in form["moments"]} == {True, False}


def test_nobody_is_named_in_it_neither_customers_nor_colleagues(shared: Run) -> None:
    out = shared("team-kit").out
    names = shared("people", "--json").json["people"]
    words = {word for each in names for word in each["person"]["name"].split()}
    words |= {"Nora", "Tveit", "Jonas", "Peake"}
    assert len(words) > 8
    assert [word for word in words if re.search(rf"\b{word}\b", out)] == []


def test_the_next_month_looks_back(shared: Run) -> None:
    shared("team-kit", "--month", "2026-09")
    out = shared("team-kit", "--month", "2026-10").out
    assert "The experiment of September, looked back on (10 minutes)" in out
    assert "too little to say" in out
    fits("team_kit", shared("team-kit", "--month", "2026-10", "--json").json)


def test_it_is_written_as_a_page_to_print_and_as_markdown(shared: Run, tmp_path: Path) -> None:
    html, md = tmp_path / "kit.html", tmp_path / "kit.md"
    assert shared("team-kit", "--html", html, "--markdown", md).code == 0
    page = html.read_text("utf-8")
    assert "@page { size: A4" in page
    assert "<h2>Three questions (10 minutes)</h2>" in page
    assert "<script" not in page
    assert md.read_text("utf-8").count("\n## ") >= 5


def test_what_is_shared_is_shown_as_the_team_sees_it_and_can_be_taken_back(shared: Run) -> None:
    form = shared("moments", "--shared", "--json").json
    fits("shared", form)
    first, second = (each["id"] for each in form["shared"])
    assert first in shared("moments", "--shared").out
    assert "yours alone again" in shared("moments", "unshare", first).out
    assert second in shared("moments", "--shared").out
    assert first not in shared("moments", "--shared").out
    assert shared("moments", "unshare", first).code == 1


def test_sharing_shows_what_the_team_will_see(sample: Run) -> None:
    code = share(sample, good=True)
    ran = sample("moments", "share", code)
    assert ran.out.startswith("The team will see this, and nothing else of that talk:")
    assert "The customer: " in ran.out
    assert f"theirside moments unshare {code}" in " ".join(ran.out.split())


def test_nobody_shares_what_is_not_theirs(sample: Run) -> None:
    codes = [each["id"] for each in sample("moments", "--mine", "--json").json["moments"]]
    for code in codes:
        ran = {who: sample("moments", "share", code, "--seller", who) for who in ("nora", "jonas")}
        assert 0 in {each.code for each in ran.values()}
        for each in ran.values():
            assert each.code == 0 or "who alone can share it" in each.err


def test_an_id_alone_is_no_wish(sample: Run) -> None:
    ran = sample("moments", "0035f7cb", "0035f7cb")
    assert ran.code == 2
    assert "moments share MOMENT" in " ".join(ran.err.split())
