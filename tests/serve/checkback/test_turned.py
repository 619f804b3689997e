"""Their words turned to "you": only where grammar is safe."""

from __future__ import annotations

import pytest

from theirside.serve.checkback.turned import turned


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("I'm the one who explains it.", "You're the one who explains it."),
        ("If this slips I'm the one they ask", "If this slips you're the one they ask."),
        ("We want our list halved by May.", "You want your list halved by May."),
        ("So I don't take risks with it.", "You don't take risks with it."),
        ("I was tied in for five years.", "You were tied in for five years."),
        ("I wasn't asked myself.", "You weren't asked yourself."),
        ("The page that was mine is lost.", None),
        ("What matters to me is the audit.", "What matters to you is the audit."),
        ("A call twice a year is enough for us.", "A call twice a year is enough for you."),
        ("The list was wrong.", None),
        ("I came in and was told to wait.", None),
        ("I'd rather be told by you.", None),
        ("Mail me, not a call.", None),
        ("Am I the first?", None),
        ("We agreed to talk in May.", None),
        ("I said “never again” to them.", None),
        ("It has to be live before the audit.", None),
        ("I shall recommend the rest.", None),
        ("Let's see what we need.", None),
        ("Ich will, dass es läuft.", None),
        ("My friends in the US like I do.", "Your friends in the US like you do."),
        ("I’m strict, it’s my plant.", "You’re strict, it’s your plant."),
    ],
)
def test_turned(said: str, told: str | None) -> None:
    assert turned(said) == told
