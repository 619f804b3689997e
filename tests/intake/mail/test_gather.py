"""Letters of many sources become threads, and every one of them is accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.mail.mailing import DANA, FIXTURES, RAE, gathered, gathered_mbox, letter, mail
from theirside.conversation import Channel
from theirside.intake.format import Letter, Options
from theirside.intake.mail import gather
from theirside.intake.report import Report
from theirside.intake.source import Source

FIRST = mail(message_id="<1@x.example>")
ANSWER = mail(
    "In May, yes.", **{"from": RAE}, to=DANA, subject="Re: The pilot", message_id="<2@s.example>",
    in_reply_to="<1@x.example>", references="<1@x.example>",
    date="Tue, 5 Mar 2024 09:00:00 +0100",
)  # fmt: skip


def test_a_thread_is_one_conversation(tmp_path: Path) -> None:
    (talk,), report = gathered(tmp_path, ANSWER, FIRST)
    assert [turn.id for turn in talk.turns] == ["1@x.example", "2@s.example"]
    assert (talk.channel, talk.subject, talk.format) == (Channel.MAIL, "The pilot", "eml")
    assert talk.started_at == talk.turns[0].at
    assert talk.source == "1.eml"
    assert (report.found, report.kept, report.kept_by_format["eml"]) == (2, 2, 2)


def test_the_id_is_the_same_whichever_part_of_the_thread_is_there(tmp_path: Path) -> None:
    ids = {gathered(tmp_path, *mails)[0][0].id for mails in [(FIRST,), (ANSWER,), (FIRST, ANSWER)]}
    assert len(ids) == 1


def test_a_second_copy_is_a_duplicate_though_its_footer_differs(tmp_path: Path) -> None:
    copy = FIRST + b"\n_______\nlist footer\n"
    talks, report = gathered(tmp_path, FIRST, copy, mail(), mail())
    assert [len(talk.turns) for talk in talks] == [1, 1]
    assert report.reasons() == {"duplicate": 2}
    assert report.found == 4


def test_bulk_mail_is_skipped_unless_asked_for(tmp_path: Path) -> None:
    news = mail("Forty per cent off!", list_id="<news.shop.example>")
    talks, report = gathered(tmp_path, news)
    assert (talks, report.reasons()) == ([], {"bulk mail": 1})
    (talk,), report = gathered(tmp_path, news, bulk=True)
    assert (talk.turns[0].text, report.kept) == ("Forty per cent off!", 1)


def test_a_machine_that_speaks_for_somebody_is_still_one(tmp_path: Path) -> None:
    shared = mail("Have a look.", **{"from": "Dana via Files <no-reply@files.example>"})
    assert gathered(tmp_path, shared)[1].reasons() == {"automatic mail": 1}


def test_what_was_thrown_away_is_not_kept(tmp_path: Path) -> None:
    spam, trash = mail(x_gmail_labels="Spam"), mail("In June?", x_mozilla_status="0009")
    assert gathered(tmp_path, spam, trash)[1].reasons() == {"spam": 1, "deleted": 1}
    assert gathered(tmp_path, spam, trash, bulk=True)[1].reasons() == {"deleted": 1}


def test_a_thread_in_which_nothing_is_said_is_no_conversation(tmp_path: Path) -> None:
    talks, report = gathered(tmp_path, mail(""))
    assert (talks, report.reasons()) == ([], {"no text": 1})


def test_a_letter_that_cannot_be_read_is_counted(tmp_path: Path) -> None:
    report = Report()
    gone = Letter(Source("gone", tmp_path / "gone"), "gone")
    talks = list(gather([gone, letter(tmp_path, FIRST)], report, Options()))
    assert (len(talks), report.reasons()) == (1, {"cannot be read": 1})


def test_a_letter_that_goes_while_being_read_is_counted(tmp_path: Path) -> None:
    report = Report()

    def letters() -> list[Letter]:
        return [letter(tmp_path, FIRST)]

    found = gather(iter(letters()), report, Options())
    (tmp_path / "1.eml").write_bytes(b"")
    assert list(found) == []
    assert report.found == 1


def test_a_list_archive(tmp_path: Path) -> None:
    del tmp_path
    (talk,), report = gathered_mbox(FIXTURES / "pipermail.mbox")
    assert [turn.speaker.label for turn in talk.turns] == ["Jill Moss", "Marek Nowak", "Jill Moss"]
    assert talk.turns[0].speaker.email == "jill@pool.example"
    assert "From here on it runs at half speed." in talk.turns[1].text
    assert talk.turns[2].text.endswith("From the manual I would never have guessed.")
    assert report.found == report.kept == 3


@pytest.mark.parametrize("bulk", [True, False])
@given(junk=st.lists(st.binary(max_size=200), max_size=4))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_the_numbers_add_up_whatever_comes(tmp_path: Path, junk: list[bytes], bulk: bool) -> None:
    mails = [*junk, FIRST, *(ANSWER + one for one in junk), *(one + mail() for one in junk)]
    talks, report = gathered(tmp_path, *mails, bulk=bulk)
    assert report.found == len(mails)
    assert report.kept == sum(len(talk.turns) for talk in talks)
