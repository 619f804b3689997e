"""A page's words around its statements, found again in the lines that are remembered."""

from __future__ import annotations

import pytest

from theirside.serve.checkback.statement import Page, Section
from theirside.serve.checkback.told import told
from theirside.serve.checkback.tones import Tone, tones


def page(tone: Tone, note: str = "") -> Page:
    return Page(
        "0badcafe",
        "Anna",
        "Sam",
        "",
        tone,
        (),
        ("When is it?",),
        ("I will call.",),
        ("Who?",),
        note,
    )


@pytest.mark.parametrize("tone", tones().values(), ids=lambda tone: tone.id)
@pytest.mark.parametrize("note", ["", "The kettle is here."])
def test_what_was_sent_is_found_again_in_every_tone(tone: Tone, note: str) -> None:
    sent = page(tone, note)

    found = told(sent.other_lines, tone)

    assert found.hello == sent.hello
    assert found.note == note
    assert found.lists == sent.lists
    assert found.title_of(Section.WARY) == tone.wary


def test_lines_that_the_tone_knows_no_more_count_as_the_note() -> None:
    warm = tones()["warm"]
    lines = ["Dear Anna,", "Words of an earlier version.", warm.how, warm.closing, "Sam"]

    assert told(lines, warm).note == "Words of an earlier version."


def test_of_no_lines_nothing_is_told() -> None:
    found = told([], tones()["short"])

    assert (found.hello, found.note, found.lists) == ("", "", ())
