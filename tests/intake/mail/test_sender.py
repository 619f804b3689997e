"""Who wrote a mail, seen through lists that put their own address there."""

from __future__ import annotations

import pytest

from tests.intake.mail.mailing import mail
from theirside.conversation import Speaker
from theirside.intake.mail.head import split_head
from theirside.intake.mail.sender import recipients_of, sender_of, stated_address

DANA = Speaker(name="Dana Whitfield", email="dana@larkmoor.example")


def sender(**fields: str) -> Speaker:
    return sender_of(split_head(mail(**fields))[0])


def test_from_tells() -> None:
    assert sender() == DANA


def test_without_from_the_other_fields_tell() -> None:
    assert sender(from_="", sender="Dana Whitfield <dana@larkmoor.example>") != Speaker()
    raw = b"Return-Path: <dana@larkmoor.example>\nSubject: x\n\nHello"
    assert sender_of(split_head(raw)[0]).email == "dana@larkmoor.example"
    assert sender_of(split_head(b"Subject: x\n\nHello")[0]) == Speaker()


@pytest.mark.parametrize(
    "fields",
    [
        {"x_original_from": "Dana Whitfield <dana@larkmoor.example>"},
        {"x_original_sender": "dana@larkmoor.example"},
        {"reply_to": "Dana Whitfield <dana@larkmoor.example>"},
    ],
)
def test_a_list_that_stands_in_is_seen_through(fields: dict[str, str]) -> None:
    munged = '"Dana Whitfield via Users" <users@lists.example>'
    assert sender(**{"from": munged, **fields}) == DANA


def test_a_list_that_tells_nothing_leaves_a_name_without_an_address() -> None:
    munged = "'Dana Whitfield' via Users <users@lists.example>"
    assert sender(**{"from": munged}) == Speaker(name="Dana Whitfield")
    replies = {"from": munged, "reply_to": "Users <users@lists.example>"}
    assert sender(**replies) == Speaker(name="Dana Whitfield")


def test_recipients_are_named_once() -> None:
    fields = {"to": "Rae <rae@s.example>, dana@x.example", "cc": "rae@s.example, m@x.example"}
    found = recipients_of(split_head(mail(**fields))[0])
    assert sorted(one.email for one in found) == ["dana@x.example", "m@x.example", "rae@s.example"]
    assert Speaker(name="Rae", email="rae@s.example") in found


def test_the_stated_address_is_taken_as_it_stands() -> None:
    munged = split_head(mail(**{"from": "Dana via Users <users@lists.example>"}))[0]
    assert stated_address(munged) == "users@lists.example"
    assert stated_address(split_head(b"Subject: x\n\n")[0]) == ""
