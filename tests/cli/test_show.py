"""``theirside show``: the talk as a talk."""

from __future__ import annotations

from tests.cli.conftest import Run
from tests.cli.forms import fits


def test_without_a_conversation_it_lists_what_there_is(sample: Run) -> None:
    assert "first call" in sample("show").out
    fits("talks", sample("show", "--json").json)


def test_a_talk_is_shown_with_sides_times_and_margin(sample: Run) -> None:
    out = sample("show", "Skarvøy first call").out
    assert "▸ Nora Tveit (ours)" in out
    assert "◂ Sigrun Aas (theirs)" in out
    assert "open question" in out


def test_as_json_it_is_the_conversation_with_its_annotations(sample: Run) -> None:
    form = sample("show", "Skarvøy first call", "--json").json
    fits("talk", form)
    turns = form["conversation"]["turns"]
    for each in form["annotations"]:
        assert 0 <= each["start"] < each["end"] <= len(turns[each["turn"]]["text"])


def test_what_fits_nothing_or_several_is_an_error(sample: Run) -> None:
    assert sample("show", "no such talk").code == 1
    several = sample("show", "call")
    assert several.code == 1
    assert "fits several" in several.err
