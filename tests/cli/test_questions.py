"""``theirside questions``: what to ask next, and why."""

from __future__ import annotations

from tests.cli.conftest import Run
from tests.cli.forms import fits


def test_each_question_says_why_it_is_asked(sample: Run) -> None:
    form = sample("questions", "sigrun", "--json").json
    fits("questions", form)
    assert form["person"]["name"] == "Sigrun Aas"
    assert form["questions"]
    assert all(each["why"] and each["text"].endswith("?") for each in form["questions"])


def test_only_the_few_that_matter_are_printed_unless_asked(sample: Run) -> None:
    few = sample("questions", "sigrun").out
    assert few.count("\n? ") == 5
    assert sample("questions", "sigrun", "--all").out.count("\n? ") >= 5
    assert "What is at stake" not in few
