"""What the index needs of a mail is found in its header."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.mail.mailing import mail
from theirside.intake.format import Letter
from theirside.intake.mail.envelope import describe, message_id, references, sent_at
from theirside.intake.mail.head import Head, split_head
from theirside.intake.source import Source

LETTER = Letter(Source("1.eml", Path("1.eml")), "1.eml")


def head(**fields: str) -> Head:
    return split_head(mail(**fields))[0]


def test_ids_lose_their_brackets() -> None:
    assert message_id(head(message_id="<1@x.example>")) == "1@x.example"
    assert message_id(head(message_id="1@x.example")) == "1@x.example"
    assert message_id(head(message_id="<no at sign here>")) == ""
    assert message_id(head()) == ""


def test_references_come_root_first_and_once() -> None:
    found = references(
        head(references="<1@x.example>\n <2@x.example> <1@x.example>", in_reply_to="<3@x.example>")
    )
    assert found == ("1@x.example", "2@x.example", "3@x.example")


def test_in_reply_to_may_hold_words_and_addresses() -> None:
    value = "Your message of Monday <3@x.example> from <dana@x.example>"
    assert references(head(in_reply_to=value)) == ("3@x.example",)


def test_a_long_thread_keeps_its_root_and_its_latest() -> None:
    found = references(head(references=" ".join(f"<{n}@x.example>" for n in range(100))))
    assert found[0] == "0@x.example"
    assert found[-1] == "99@x.example"
    assert len(found) < 30


def test_a_missing_date_is_read_off_the_path_the_mail_took() -> None:
    received = "from a by b; Mon, 4 Mar 2024 09:00:05 +0000"
    moment = sent_at(head(date="", received=received))
    assert moment is not None
    assert moment.isoformat() == "2024-03-04T09:00:05+00:00"
    line = b"From dana@x.example Mon Mar  4 09:00:00 2024\n"
    moment = sent_at(split_head(line + mail(date="rubbish"))[0])
    assert moment is not None
    assert moment.isoformat() == "2024-03-04T09:00:00+00:00"
    assert sent_at(head(date="")) is None


def test_an_entry_says_who_what_and_when() -> None:
    entry = describe(LETTER, head(subject="Re: The pilot", in_reply_to="<1@x.example>"), "2@x")
    assert (entry.subject, entry.answers, entry.links) == ("the pilot", True, ("1@x.example",))
    assert entry.sender == "dana@larkmoor.example"
    assert entry.people == {"dana@larkmoor.example", "rae@seller.example"}
    assert entry.at is not None


def test_mail_programs_own_thread_ids_count() -> None:
    index = "AdpuGZ3W0rTqJ8Y3T1ufhKq0m1Zy8w=="
    reply = "AdpuGZ3W0rTqJ8Y3T1ufhKq0m1Zy8wAAAAAB"
    first = describe(LETTER, head(thread_index=index), "1").groups
    second = describe(LETTER, head(thread_index=reply), "2").groups
    assert first == second != ()
    assert describe(LETTER, head(x_gm_thrid="17"), "3").groups == ("gmail:17",)
    assert describe(LETTER, head(thread_index="AdpuGZ"), "4").groups == ()


@pytest.mark.parametrize("unit", ["a", "<", "=?", "a@", " "])
def test_an_endless_field_comes_to_an_end(unit: str) -> None:
    assert len(references(head(references=unit * 20000))) <= 21
    assert isinstance(message_id(head(message_id=unit * 20000)), str)
