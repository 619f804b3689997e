"""An Outlook file becomes the mail that it stands for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.mail.outlook_files import write_msg
from theirside.intake.mail.head import split_head
from theirside.intake.mail.outlook import as_mail
from theirside.intake.mail.turns import read_mail


def test_a_mail_that_came_over_the_internet_keeps_its_header(tmp_path: Path) -> None:
    header = (
        "Received: from a by b; Mon, 4 Mar 2024 09:00:05 +0000\r\n"
        "From: Dana Whitfield <dana@larkmoor.example>\r\nTo: rae@seller.example\r\n"
        "Message-ID: <1@x.example>\r\nReferences: <0@x.example>\r\n"
        "Date: Mon, 4 Mar 2024 09:00:00 +0100\r\nContent-Type: multipart/mixed; boundary=gone\r\n"
    )
    path = write_msg(tmp_path / "a.msg", header=header, body="Could we start in May? Größe 5.")
    raw = as_mail(path)
    read = read_mail(raw)
    assert read.turn is not None
    assert (read.turn.id, read.turn.text) == ("1@x.example", "Could we start in May? Größe 5.")
    assert read.turn.speaker.email == "dana@larkmoor.example"
    assert split_head(raw)[0].raw("references") == "<0@x.example>"
    assert read.subject == "The pilot"


def test_a_mail_that_never_left_the_server_is_filled_in(tmp_path: Path) -> None:
    read = read_mail(as_mail(write_msg(tmp_path / "a.msg", body="In May.")))
    assert read.turn is not None
    assert read.turn.speaker.email == "dana@larkmoor.example"
    assert read.turn.speaker.name == "Dana Whitfield"


def test_html_only(tmp_path: Path) -> None:
    html = '<html><meta charset="utf-8"><body><p>In Größe 5.</p></body></html>'.encode()
    read = read_mail(as_mail(write_msg(tmp_path / "a.msg", html=html)))
    assert read.turn is not None
    assert read.turn.text == "In Größe 5."


def test_a_meeting_request_is_an_invitation(tmp_path: Path) -> None:
    path = write_msg(tmp_path / "a.msg", kind="IPM.Schedule.Meeting.Request")
    assert read_mail(as_mail(path)).reason == "calendar invitation"


@pytest.mark.parametrize("keep", [0, 8, 600, 1500])
def test_a_damaged_file_is_an_os_error(tmp_path: Path, keep: int) -> None:
    path = write_msg(tmp_path / "a.msg", body="In May.")
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(OSError, match=r"a\.msg"):
        as_mail(path)
