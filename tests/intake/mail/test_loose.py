"""Mails that do not say what they answer find their thread, strangers do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.mail.mailing import DANA, RAE, gathered, gathered_mbox, mail

LATER = "Tue, 5 Mar 2024 09:00:00 +0100"
MUCH_LATER = "Tue, 7 May 2024 09:00:00 +0100"


def threads(folder: Path, *mails: bytes) -> int:
    return len(gathered(folder, *mails)[0])


def test_an_answer_joins_by_subject_and_people(tmp_path: Path) -> None:
    answer = mail("In May, yes.", **{"from": RAE}, to=DANA, subject="AW: The pilot", date=LATER)
    assert threads(tmp_path, mail(), answer) == 1


def test_an_answer_that_lost_its_prefix_joins_too(tmp_path: Path) -> None:
    answer = mail("In May, yes.", **{"from": RAE}, to=DANA, date=LATER)
    assert threads(tmp_path, mail(), answer) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"subject": "Re: Another matter"},
        {"date": MUCH_LATER},
        {"to": "Marek <marek@elsewhere.example>"},
        {"from": "Marek <marek@elsewhere.example>"},
    ],
)
def test_what_differs_stays_apart(tmp_path: Path, fields: dict[str, str]) -> None:
    known = {"from": RAE, "to": DANA, "subject": "Re: The pilot", "date": LATER}
    assert threads(tmp_path, mail(), mail("In May, yes.", **(known | fields))) == 2


def test_two_customers_with_one_subject_stay_apart(tmp_path: Path) -> None:
    other = mail("What does it cost?", **{"from": "Luc <luc@o.example>"}, subject="Re: The pilot")
    assert threads(tmp_path, mail(subject="Re: The pilot"), other) == 2


def test_a_monthly_mail_of_one_subject_is_no_thread(tmp_path: Path) -> None:
    assert threads(tmp_path, mail("The figures of March."), mail("Of April.", date=LATER)) == 2


def test_an_archive_without_recipients_joins_answers(tmp_path: Path) -> None:
    path = tmp_path / "a.mbox"
    first = mail(to="")
    answer = mail("In May.", **{"from": RAE}, to="", subject="Re: The pilot", date=LATER)
    line = b"From x@y.example Mon Mar  4 09:00:00 2024\n"
    path.write_bytes(line + first + b"\n" + line + answer)
    (talk,), _ = gathered_mbox(path)
    assert len(talk.turns) == 2
