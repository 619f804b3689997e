"""Charts carry their table, say in words what they show, and are valid Vega-Lite."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.care.test_over_time import DANA, SAM, TALKS
from theirside import plots
from theirside.care.figure import Figure
from theirside.care.measuring import figures
from theirside.care.over_time import Trend, trends
from theirside.care.talks import talks_of
from theirside.conversation import Channel, Conversation, Turn
from theirside.evidence import Annotation
from theirside.understand.talk import Talk

HALF = Figure("open_questions", 0.5, "share", 5, 10, 0.2, 0.8)
LITTLE = Figure("complex_reflections", None, "share", 1, 1, note="too little to say")


def values_in(form: Any) -> list[dict[str, Any]]:
    return [row for rows in form.get("datasets", {}).values() for row in rows] + list(_inline(form))


def _inline(form: Any) -> Any:
    if isinstance(form, dict):
        if (
            isinstance(form.get("values"), list)
            and form["values"]
            and isinstance(form["values"][0], dict)
        ):
            yield from form["values"]
        for each in form.values():
            yield from _inline(each)
    elif isinstance(form, list):
        for each in form:
            yield from _inline(each)


def test_figures_are_told_in_words_and_keep_their_table() -> None:
    form = plots.figures([HALF, LITTLE]).to_dict()
    assert form["description"] == (
        "Open questions: 50 % (20 to 80), 5 of 10 questions; Complex reflections: too little to say"
    )
    rows = {row["measure"]: row for row in values_in(form) if "measure" in row}
    assert (rows["open_questions"]["value"], rows["open_questions"]["low"]) == (50, 20)
    assert rows["complex_reflections"]["unsaid"] == "too little to say"


def test_weeks_have_the_past_as_a_band() -> None:
    [trend] = trends(TALKS, date(2026, 3, 9), ["talk_share"])
    form = plots.weeks(trend, plots.DARK).to_dict()
    assert form["background"] == plots.DARK.paper
    assert "week of 2026-03-02: Our share of the words: 60 %" in form["description"]


def test_no_week_of_a_rate_lies_on_the_edge_of_its_scale() -> None:
    week = Figure("questions", 90.0, "per hour", 9, 10, 57.0, 140.0)
    past = Figure("questions", 70.0, "per hour", 90, 100, 51.0, 150.0)
    form = plots.weeks(Trend("questions", ((date(2026, 3, 2), week),), past)).to_dict()
    tops = [each["encoding"]["y"]["scale"]["domain"][1] for each in form["layer"]]
    assert tops == pytest.approx([165.0] * 3)


@pytest.mark.parametrize("timed", [True, False])
def test_a_talk_is_a_strip_of_who_spoke_when(timed: bool) -> None:
    times = [(0.0, 30.0), (31.0, 60.0), (61.0, 90.0)] if timed else [(None, None)] * 3
    said = [(SAM, "How are the bees?"), (DANA, "I fear for them."), (SAM, "It is sunny.")]
    turns = tuple(
        Turn(str(n), who, text, start=start, end=end)
        for n, ((who, text), (start, end)) in enumerate(zip(said, times, strict=True))
    )
    marks = [
        Annotation(0, 0, 17, "question.open", 0.9, "by hand"),
        Annotation(1, 0, 16, "feeling.worried", 0.9, "by hand"),
    ]
    talks: list[Talk] = list(talks_of(Conversation("a", Channel.CALL, turns), {"a": marks}))
    form = plots.talk(talks[0]).to_dict()
    told = "4 words of theirs, 7 of ours; 1 question; 1 feeling passed over"
    assert form["description"] == told
    marked = {row["kind"]: row["text"] for row in values_in(form) if "kind" in row}
    assert marked == {"question": "How are the bees?", "feeling passed over": "I fear for them."}


def test_figures_of_a_talk_can_be_drawn() -> None:
    assert plots.figures(figures(TALKS, evidence=False)).to_dict()["vconcat"]
