"""Flowed text gets its paragraphs back (the examples of RFC 3676 among them)."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.mail.flowed import unflow


def test_soft_breaks_are_joined_and_hard_ones_stay() -> None:
    assert unflow("We can start \nin May.\nNot before.") == "We can start in May.\nNot before."


def test_deleted_space_joins_without_one() -> None:
    assert unflow("超长 \n的词", delete_space=True) == "超长的词"


def test_quotes_flow_by_depth() -> None:
    text = "> You said \n> May.\n>> I said \n>> June.\nYes."
    assert unflow(text) == "> You said May.\n>> I said June.\nYes."


def test_a_signature_mark_is_no_soft_break() -> None:
    assert unflow("Bye\n-- \nDana") == "Bye\n-- \nDana"


def test_stuffed_space_goes() -> None:
    assert unflow(" From here on\n >no quote") == "From here on\n>no quote"


@given(st.text(alphabet="ab >-\n", max_size=80), st.booleans())
def test_no_letter_is_lost(text: str, delete_space: bool) -> None:
    joined = unflow(text, delete_space=delete_space)
    assert [c for c in joined if c in "ab-"] == [c for c in text if c in "ab-"]
