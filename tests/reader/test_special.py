"""Words that come in beside the talks are judged by the same patterns as talks."""

from __future__ import annotations

import pytest

from theirside.reader.special import touches_special

FILLING = "we looked at the pumps and the tanks again, "


@pytest.mark.parametrize(
    "text",
    [
        "I'm off for surgery next week.",
        "We decide in May. My wife is pregnant, so I am away in June.",
        "because I had a heart attack",
        "As a Muslim I don't\ndrink at the dinners.",
        "I vote Green, always have.",
        "I'm gay and my husband runs the kitchen.",
        "My parents are of Turkish descent.",
        "I'm the shop steward here.",
        FILLING * 60 + "I'm off for surgery next week",
        FILLING * 33 + "and then I'm off for surgery next week, " + FILLING * 33,
    ],
)
def test_a_text_that_touches_a_special_category_is_told(text: str) -> None:
    assert touches_special(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  \n",
        "It has to be live before the audit, not after.",
        "Our patients with diabetes need their meals on time.",
        "The board votes on it in May. I'm sick of chasing invoices.",
        FILLING * 120,
    ],
)
def test_ordinary_words_pass(text: str) -> None:
    assert not touches_special(text)
