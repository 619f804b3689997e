"""Tones: chosen by what somebody said of their tastes; no sales term in any of them."""

from __future__ import annotations

import pytest

from theirside.errors import NotFoundError
from theirside.serve.checkback.shown import sales_terms_in
from theirside.serve.checkback.tones import Tone, tone_for, tone_named, tones


@pytest.mark.parametrize("tone", tones().values(), ids=lambda each: each.id)
def test_a_tone_holds_no_sales_term(tone: Tone) -> None:
    said = (tone.subject, tone.hello, tone.intro, tone.how, tone.matters, tone.wary, tone.asked)
    assert sales_terms_in(" ".join((*said, tone.unknown, tone.closing, tone.regards))) == []


@pytest.mark.parametrize("tone", tones().values(), ids=lambda each: each.id)
def test_the_examples_of_a_tone_hold(tone: Tone) -> None:
    assert all(tone_for([words]) is tone for words in tone.fires)
    assert all(tone_for([words]) is not tone for words in tone.silent)


def test_the_newest_taste_decides_and_without_any_it_is_warm() -> None:
    assert tone_for(["Short mails, please.", "Keep it formal."]).id == "short"
    assert tone_for([]).id == "warm"


def test_a_tone_that_is_none_is_an_error_that_names_those_there_are() -> None:
    assert tone_named(" Short ").id == "short"
    with pytest.raises(NotFoundError, match="formal, short, warm"):
        tone_named("jolly")
