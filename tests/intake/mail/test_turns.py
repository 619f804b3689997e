"""A mail becomes one turn, or says why it does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.mail.mailing import FIXTURES, mail
from theirside.conversation import ApartKind, Speaker
from theirside.intake.mail.turns import content_key, read_mail


def test_a_mail_is_a_turn() -> None:
    read = read_mail(mail(message_id="<1@x.example>"))
    turn = read.turn
    assert turn is not None
    assert (turn.id, turn.text, read.subject) == (
        "1@x.example",
        "Could we start in May?",
        "The pilot",
    )
    assert turn.speaker == Speaker(name="Dana Whitfield", email="dana@larkmoor.example")
    assert turn.to == (Speaker(name="Rae Okafor", email="rae@seller.example"),)
    assert turn.at is not None
    assert turn.at.isoformat() == "2024-03-04T09:00:00+01:00"


def test_what_is_quoted_is_kept_apart() -> None:
    turn = read_mail(mail("In May.\n\n> When could we start?\n")).turn
    assert turn is not None
    assert turn.text == "In May."
    quoted = [turn.original[a.start : a.end] for a in turn.apart if a.kind is ApartKind.QUOTED]
    assert any("> When could we start?" in text for text in quoted)


def test_a_mail_within_the_mail_stays_reachable() -> None:
    turn = read_mail((FIXTURES / "parts.eml").read_bytes()).turn
    assert turn is not None
    assert turn.text == "Le prix est trop élevé pour nous cette année."
    (apart,) = [a for a in turn.apart if a.kind is ApartKind.FORWARDED]
    assert "Nothing above nine thousand." in turn.original[apart.start : apart.end]


def test_the_words_in_an_invitation_are_a_turn() -> None:
    raw = (FIXTURES / "invitation.eml").read_bytes()
    raw = raw.replace(b"When: Monday", b"I want to see the export first.\n\nWhen: Monday")
    turn = read_mail(raw).turn
    assert turn is not None
    assert turn.text.startswith("I want to see the export first.")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (mail(""), "no text"),
        (mail("x", content_type="application/pdf"), "no text"),
        (mail("-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----"), "encrypted"),
        (mail("> When could we start?\n> In May?"), "no text of its own"),
        (mail("From: a@x.example\n\nOne", content_type="message/rfc822"), "no text of its own"),
        ((FIXTURES / "invitation.eml").read_bytes(), "calendar invitation"),
    ],
)
def test_silent_mails_say_why(raw: bytes, reason: str) -> None:
    read = read_mail(raw)
    assert (read.turn, read.reason) == (None, reason)


def test_without_a_message_id_the_content_stands_for_it() -> None:
    assert content_key(mail()) == content_key(mail().replace(b"\n", b"\r\n"))
    assert content_key(mail()) != content_key(mail("In June?"))
    turn = read_mail(mail()).turn
    assert turn is not None
    assert turn.id == content_key(mail())


@given(st.binary(max_size=300))
@settings(deadline=None)
def test_nothing_raises_and_a_turn_has_words(junk: bytes) -> None:
    for raw in (junk, mail() + junk, b"Content-Type: text/html\n\n" + junk):
        read = read_mail(raw)
        assert (read.turn is None) == bool(read.reason)
        if read.turn is not None:
            assert read.turn.text.strip()
            whole = read.turn.original or read.turn.text
            assert all(0 <= a.start < a.end <= len(whole) for a in read.turn.apart)
