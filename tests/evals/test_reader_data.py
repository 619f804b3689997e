"""The counted table of what the model learned from, and its place in the page."""

from __future__ import annotations

import pytest

from evals.reader_data import BEGINS, CARD, ENDS, SETS, placed, table
from training.said import Said


def test_every_set_has_its_row_with_what_trains_tunes_and_measures() -> None:
    said = [Said(str(number), "talk", "Hello.") for number in range(1_200)]
    rows = table({"real": said}, {"real": said[:3]}, {}).splitlines()
    assert len(rows) == 2 + len(SETS)
    assert rows[-1].endswith("| 1,200 | 3 | 0 |")


def test_the_table_replaces_the_one_before_and_nothing_else() -> None:
    card = f"Before.\n\n{BEGINS}\nold\n{ENDS}\n\nAfter.\n"
    once = placed(card, "| new |")
    assert once == f"Before.\n\n{BEGINS}\n\n| new |\n\n{ENDS}\n\nAfter.\n"
    assert placed(once, "| new |") == once
    with pytest.raises(ValueError, match="lacks the marks"):
        placed("No place.", "| new |")


def test_the_models_page_has_the_place() -> None:
    card = CARD.read_text(encoding="utf-8")
    assert placed(card, "x").count("x") > 0
