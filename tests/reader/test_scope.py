"""What surrounds a match and changes what it means."""

from __future__ import annotations

import pytest

from theirside.reader.label import GUARDS
from theirside.reader.scope import holds

NEED = "we need ovens"


@pytest.mark.parametrize(
    ("guard", "text"),
    [
        ("negated", "I do not think we need ovens"),
        ("negated", "it is not that we need ovens"),
        ("hypothetical", "if it rains we need ovens"),
        ("hypothetical", "suppose we need ovens"),
        ("hypothetical", "we need ovens if we ever grow"),
        ("question", "so we need ovens?"),
        ("question", "do you think we need ovens"),
        ("quoted", 'he wrote "we need ovens'),
        ("quoted", "he wrote “we need ovens”"),
        ("ironic", "yeah right, we need ovens"),
        ("polite", "sorry to bother you, we need ovens"),
    ],
)
def test_holds(guard: str, text: str) -> None:
    start = text.index(NEED)
    assert holds(guard, text, start, start + len(NEED))


@pytest.mark.parametrize("guard", GUARDS)
@pytest.mark.parametrize(
    "text",
    [
        "we need ovens",
        "it is not cheap, but we need ovens",
        "we need ovens that run even if the power fails",
        'he called it "fine", and we need ovens',
        "thanks for the call, but we need ovens",
    ],
)
def test_does_not_hold(guard: str, text: str) -> None:
    start = text.index(NEED)
    assert not holds(guard, text, start, start + len(NEED))
