"""Measures of one talk: figure and interval, what it rests on, and too little to say."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from tests.app.talks import ANNA, SAM, call, said
from theirside.app.measuring import SWAPPED, Measured, measured
from theirside.app.services import keep
from theirside.app.web import measured as showing
from theirside.app.web.charts import who_spoke_when
from theirside.app.web.views import talk_measures as view
from theirside.care.figure import Figure
from theirside.conversation import Speaker

FIRST_CALL = "call-44536cb2353ee673cc69"
QUESTIONS = (
    (SAM, "How do your mornings go?"),
    (ANNA, "Badly."),
    (SAM, "What wakes you?"),
    (ANNA, "The alarms."),
)


def keep_questions() -> None:
    annotations = [
        said(0, QUESTIONS[0][1], "question.open"),
        said(2, QUESTIONS[2][1], "question.open"),
    ]
    keep(call("c1", *QUESTIONS), annotations, "test-1")


def test_every_figure_stands_there_with_its_interval_and_its_definition(seller: Client) -> None:
    page = seller.get(f"/conversations/{FIRST_CALL}/measures/").text

    for each in measured(FIRST_CALL).figures:
        assert f'id="f-{each.measure}"' in page
    assert "Our share of the words" in page
    assert re.search(r"likely \d+–\d+%", page)
    assert "our words / words of both sides" in page
    assert "a vendor&#x27;s observation" in page


def test_what_was_counted_leads_into_the_talk(empty: Client) -> None:
    keep_questions()

    page = empty.get("/conversations/c1/measures/").text

    assert '<q class="words less ours">What wakes you?</q>' in page
    assert 'href="/conversations/c1/#t-2">Sam Reed, 0:10</a>' in page


def test_too_little_is_said_to_be_too_little(empty: Client) -> None:
    keep_questions()

    page = empty.get("/conversations/c1/measures/").text

    opened = page.split('id="f-open_questions"')[1].split("</summary>")[0]
    assert "too little to say" in opened
    assert "<svg" not in opened


def test_the_chart_is_data_with_a_summary_and_a_table(seller: Client) -> None:
    page = seller.get(f"/conversations/{FIRST_CALL}/measures/").text

    found = re.search(r'<script id="strip-spec" type="application/json">(.*?)</script>', page, re.S)
    assert found is not None
    spec = json.loads(found[1])
    assert spec["width"] == "container"
    assert spec["description"] in page.replace("&#x27;", "'")
    assert page.count("from turn ") == showing.PARTS
    assert "style=" not in page


def test_words_in_the_chart_cannot_leave_it(empty: Client) -> None:
    keep(call("c1", (Speaker("</script><b>"), "A?"), (SAM, "B."), (ANNA, "C.")), [], "test-1")

    assert "</script><b>" not in empty.get("/conversations/c1/measures/").text


def test_the_parts_add_up_to_the_talk(seller: Client) -> None:
    talk = measured(FIRST_CALL).talk

    parts = showing.parts(talk)

    words = sum(len(turn.text.split()) for turn in talk.conversation.turns)
    assert sum(each.theirs + each.ours for each in parts) == words
    assert len(parts) == showing.PARTS


def test_a_figure_s_own_strip_shows_interval_and_published_range(seller: Client) -> None:
    it = measured(FIRST_CALL)
    share = Figure("talk_share", 0.4, "share", 4, 10, 0.25, 0.5)
    longest = Figure("longest_ours", 90, "words", 1, 9)

    [group] = showing.groups(Measured(it.talk, (share, longest), ""))

    first, second = group.figures
    assert first.dot is not None
    assert (first.dot.at, first.dot.low, first.dot.high) == (80.0, 50.0, 100.0)
    assert (first.dot.from_, first.dot.to) == (86.0, 130.0)
    assert second.dot is None, "alone on a scale of its own it would say nothing"
    assert second.value == "90 words"


def test_colours_are_left_to_the_page(seller: Client) -> None:
    spec = json.dumps(who_spoke_when(measured(FIRST_CALL).talk, lambda turn: f"#t-{turn}"))

    assert "#t-0" in spec
    assert "--teal" in spec
    assert not re.search(r"#[0-9A-Fa-f]{6}", spec)


def test_sides_that_look_swapped_are_not_counted(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_questions()
    monkeypatch.setattr("theirside.app.measuring.swapped_in", lambda _: object())

    it = measured("c1")
    page = empty.get("/conversations/c1/measures/").text

    assert it.doubt == SWAPPED
    assert all(each.value is None for each in it.figures)
    assert "look swapped" in page
    assert "Say whose side" in page


def test_a_very_long_talk_is_counted_after_the_page(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_questions()
    monkeypatch.setattr(view, "AT_ONCE", 2)

    page = empty.get("/conversations/c1/measures/").text

    assert 'hx-get="?count=yes"' in page
    assert 'href="?count=yes"' in page, "without scripts as well"
    assert "Our share of the words" in empty.get("/conversations/c1/measures/?count=yes").text
