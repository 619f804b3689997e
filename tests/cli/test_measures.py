"""``theirside measures``: what is counted, and switching it off and on."""

from __future__ import annotations

from tests.cli.conftest import Run
from theirside.care.definition import measures


def test_measures_are_listed_with_which_are_on(theirside: Run) -> None:
    out = theirside("measures").out

    assert all(f"  on   {each}" in out for each in measures())
    assert f"{len(measures())} measures, 0 off." in out


def test_what_is_off_is_not_counted_until_it_is_on_again(sample: Run) -> None:
    name = measures()["questions"].name
    assert name in sample("measure", "first call").out

    assert sample("measures", "off", "questions").out == "questions: off\n"
    out = sample("measure", "first call").out
    assert f"  {name} " not in out
    assert "Switched off: questions" in out
    figures = sample("measure", "first call", "--json").json["figures"]
    assert "questions" not in {each["measure"] for each in figures}
    assert ",questions," not in sample("measure", "first call", "--csv").out
    ran = sample("measure", "first call", "--only", "questions")
    assert ran.code == 1
    assert "theirside measures on questions" in ran.err

    assert sample("measures", "on", "questions").out == "questions: on\n"
    assert "Switched off" not in sample("measure", "first call").out


def test_what_is_no_measure_is_told(theirside: Run) -> None:
    ran = theirside("measures", "off", "no_such")
    assert ran.code == 1
    assert "no such measure" in ran.err
