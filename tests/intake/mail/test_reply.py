"""What of a mail is new text, and what is kept apart."""

from __future__ import annotations

from theirside.conversation import ApartKind
from theirside.intake.mail.reply import split


def test_a_quoted_reply_is_kept_apart() -> None:
    body = split("Yes, Friday works.\n\nOn Mon, Ada wrote:\n> Does Friday work?\n")
    assert body.text == "Yes, Friday works."
    assert [part.kind for part in body.apart] == [ApartKind.HEADER, ApartKind.QUOTED]


def test_without_plain_text_the_html_is_read() -> None:
    assert split("", html="<p>Yes.</p><p>Friday&nbsp;works.</p>").text.startswith("Yes.")
