"""What the page of labels says of who reads a label, and how well."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

from theirside.reader import labels
from theirside.reader.measured import BOTH, MODEL, PATTERNS, Measured

REFERENCE: dict[str, Any] = runpy.run_path(
    str(Path(__file__).parents[2] / "scripts" / "reference.py")
)


def figures(by: str, **known: Any) -> Measured:
    fires = known.pop("fires", True)
    return Measured("wish", "wish", 1.0, 0.0, 0.625, 0.04, by, fires, **known)


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (
            figures(BOTH, positives=40, precision=0.9, recall=0.8),
            "Read by the patterns and the model, threshold 0.62; "
            "40 in the test set, precision 0.90, recall 0.80.",
        ),
        (figures(PATTERNS, positives=3), "Read by the patterns; 3 in the test set."),
        (
            figures(MODEL, positives=20, precision=0.5, recall=0.4, fires=False),
            "Read by the model, threshold 0.62; 20 in the test set, precision 0.50, recall 0.40. "
            "Does not fire unless everything is asked for.",
        ),
    ],
)
def test_figures_are_told_where_there_are_any(known: Measured, line: str) -> None:
    assert REFERENCE["figures_line"](known) == line


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("special", "Not taught: only patterns read it."),
        ("facet.feeling", "Stands wherever a label of the group `feeling` does."),
        ("feeling.joy", "Taught by GoEmotions. Belongs to `feeling.pleased`."),
        ("wish", "Taught by sentences written for Theirside, real sentences labelled by hand."),
    ],
)
def test_what_taught_a_label_is_told(label: str, words: str) -> None:
    assert REFERENCE["how_read"](labels()[label]).startswith(words)
