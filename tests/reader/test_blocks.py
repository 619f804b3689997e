"""Which line breaks end a sentence."""

from __future__ import annotations

import pytest

from theirside.reader.blocks import blocks


def block_texts(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in blocks(text)]


def test_lines_wrapped_at_72_columns_join() -> None:
    text = (
        "We have looked at the offer for the second oven and we think that the\n"
        "price is fair, but the delivery in June comes in the middle of the\n"
        "wedding season and that is too late."
    )
    assert block_texts(text) == [text]


def test_a_wrapped_line_may_begin_with_a_capital() -> None:
    text = (
        "Please talk to the head of our nursing department, that would be the\n"
        "Matron who looks after the third floor and who knows it all."
    )
    assert block_texts(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Dana,\nThanks for the crates.",
        "Dear Ms Tamm,\nwe have read it.",
        "Best regards,\nOle",
        "- flour\n- yeast",
        "1. flour\n2. yeast",
        "a) flour\nb) yeast",
        "• flour\n• yeast",
        "Flour.\n\nYeast.",
        "Flour\n \t\nyeast",
        "Flour\r\n\r\nyeast",
        "> Flour\nYeast",
        "Order\n-----",
        "Flour\nYeast",
    ],
)
def test_these_line_breaks_end_a_block(text: str) -> None:
    assert len(block_texts(text)) == 2


@pytest.mark.parametrize("text", ["we need the crates\nby noon", "flour,\r\nyeast and salt"])
def test_a_line_that_goes_on_in_lower_case_joins(text: str) -> None:
    assert block_texts(text) == [text]


def test_paragraphs_written_as_one_long_line_stay_apart() -> None:
    line = "We bake every night for the three hotels by the lake and the school " * 3
    assert len(block_texts(f"{line}\n{line.title()}")) == 2


@pytest.mark.parametrize("text", ["", "\n\n", "  \r\n  "])
def test_nothing_gives_nothing(text: str) -> None:
    assert block_texts(text) == []
