"""What a promise leaves to be waited for."""

from __future__ import annotations

import pytest

from tests.purpose.understood import ready
from tests.understand.talks import DANA, SAM, day, quoted, talk
from theirside.understand.awaited import Deed, awaited, comes_to_us, is_restraint, named_in
from theirside.understand.understanding import Promise


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("I'll send you the drawing of the gate by Friday.", {"draw", "gat"}),
        ("You'll have it tomorrow.", set()),
        ("I'll do that.", set()),
        ("I'll call you on Thursday.", set()),
    ],
)
def test_it_names_its_thing_without_the_words_of_any_promise(text: str, named: set[str]) -> None:
    assert named_in(text) == named


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("I'll mail you.", Deed.WRITE),
        ("I'll get back to you on Monday.", Deed.WRITE),
        ("I'll call you on Thursday.", Deed.CALL),
        ("We'll come over in May.", Deed.CALL),
        ("I'll send you the plan.", Deed.HAND_OVER),
        ("We're going to look at it tonight.", Deed.OTHER),
    ],
)
def test_the_deed_is_what_its_verb_says(text: str, deed: Deed) -> None:
    made = talk("t", (SAM, text), at=day(1))
    promise = Promise(text, True, None, (quoted(made, text),), day(1))
    assert awaited(promise, ready(made)).deed is deed


@pytest.mark.parametrize(
    "text",
    [
        "I won't write until you do.",
        "I'll leave you and Marit in peace until the audit is over.",
        "I'll wait to hear from you.",
    ],
)
def test_to_keep_still_is_a_restraint(text: str) -> None:
    assert is_restraint(text)


def test_to_come_back_then_and_not_before_is_none() -> None:
    assert not is_restraint("I'll come back in January with figures, and not before.")


def test_a_bare_promise_is_about_the_words_before_it() -> None:
    said = "I could write down six questions for the vendor."
    made = talk("t", (SAM, said), (DANA, "Please."), (SAM, "You'll have them."), at=day(1))
    promise = Promise("You'll have them.", True, None, (quoted(made, "You'll have them."),), day(1))
    waiting = awaited(promise, ready(made))
    assert waiting.is_bare
    assert {"question", "vendor"} <= waiting.around


def test_what_binds_only_in_some_case_is_conditional() -> None:
    made = talk("t", (SAM, "If I find none, I'll write you that."), at=day(1))
    text = made.turns[0].text
    promise = Promise(text, True, None, (quoted(made, text),), day(1))
    assert awaited(promise, ready(made)).is_conditional


def test_what_they_do_among_themselves_does_not_come_to_us() -> None:
    assert comes_to_us("I will send you the vehicle list.")
    assert not comes_to_us("We're going to look at the engine tonight.")
    assert not comes_to_us("I'll do that.")
