"""What sounds like a promise and binds nobody."""

from __future__ import annotations

import pytest

from theirside.understand.not_promised import is_anothers, is_broken_off, is_parting


@pytest.mark.parametrize(
    ("text", "parting"),
    [
        ("I'll see you all next Thursday.", True),
        ("And we will see you next time!", True),
        ("I’ll see you around.", True),
        ("I'll see you at the boat house on Thursday.", False),
        ("I'll see to it.", False),
    ],
)
def test_words_of_leave_are_no_promise_and_an_appointment_is(text: str, parting: bool) -> None:
    assert is_parting(text) is parting


@pytest.mark.parametrize(
    ("text", "broken_off"),
    [
        ("Yeah, we will…", True),
        ("Give it a minute, and then we'll start...", True),
        ("Okay, I'll –", True),
        ("I'll send you the list…", False),
        ("We'll do that.", False),
    ],
)
def test_a_sentence_that_breaks_off_says_nothing_to_wait_for(text: str, broken_off: bool) -> None:
    assert is_broken_off(text) is broken_off


@pytest.mark.parametrize(
    "text",
    [
        "Marit will look at it on Friday.",
        "You'll tell him, I'm sure.",
        "There'll be a new roof in spring.",
        "She will call them, I think.",
    ],
)
def test_what_others_will_do_binds_nobody_who_speaks(text: str) -> None:
    assert is_anothers(text)


@pytest.mark.parametrize(
    "text",
    [
        "I think I'll call her.",
        "Will send the list tonight.",
        "Yes, sending it now.",
        "You'll have the list on Monday.",
        "My fitter will ring you.",
        "Let me ask around.",
    ],
)
def test_what_the_speaker_answers_for_is_theirs(text: str) -> None:
    assert not is_anothers(text)
