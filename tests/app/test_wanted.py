"""What is looked for: words, those that follow one another, and when meaning is asked, too."""

from __future__ import annotations

import pytest

from theirside.app.queries.wanted import Wanted


def test_words_in_quotation_marks_stay_together() -> None:
    assert Wanted('Café, "last time" WET').phrases == (
        ("cafe",),
        ("last", "time"),
        ("wet",),
    )
    assert Wanted("„last time” (or)").phrases == (("last", "time"), ("or",))
    assert Wanted(' "" !? ').phrases == ()


@pytest.mark.parametrize(
    ("wanted", "by_meaning"),
    [
        (Wanted("what it costs"), True),
        (Wanted("what it costs", words_only=True), False),
        (Wanted('"what it costs"'), False),
        (Wanted("!?"), False),
    ],
)
def test_meaning_is_asked_where_words_stand_freely(wanted: Wanted, by_meaning: bool) -> None:
    assert wanted.by_meaning is by_meaning
