"""A Maildir is a folder; what was delivered and not thrown away is read."""

from __future__ import annotations

from pathlib import Path

from tests.intake.mail.mailing import mail
from theirside.intake.format import Options
from theirside.intake.formats import maildir
from theirside.intake.mail import gather
from theirside.intake.report import Report
from theirside.intake.source import Source


def folder(path: Path) -> Source:
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True)
    return Source("Mail", path)


def test_a_folder_with_cur_and_new_is_recognised(tmp_path: Path) -> None:
    assert maildir.recognises(folder(tmp_path / "Mail")) == 1
    assert maildir.recognises(Source("other", tmp_path)) == 0


def test_delivered_mails_are_read_and_trashed_ones_counted(tmp_path: Path) -> None:
    source = folder(tmp_path)
    (tmp_path / "cur" / "1.host:2,S").write_bytes(mail(message_id="<1@x.example>"))
    (tmp_path / "cur" / "2.host:2,ST").write_bytes(mail(message_id="<2@x.example>"))
    (tmp_path / "cur" / "3.host!2,RT").write_bytes(mail(message_id="<3@x.example>"))
    (tmp_path / "new" / "4.Trent").write_bytes(mail("In June?", message_id="<4@x.example>"))
    (tmp_path / "tmp" / "5.host").write_bytes(mail(message_id="<5@x.example>"))
    (tmp_path / "cur" / ".hidden").write_bytes(b"x")
    report = Report()
    talks = list(gather(maildir.read(source, report, Options()), report, Options()))
    assert sorted(talk.turns[0].id for talk in talks) == ["1@x.example", "4@x.example"]
    assert talks[0].format == "maildir"
    assert report.reasons() == {"in the trash": 2}
    assert (report.found, report.kept_by_format["maildir"]) == (4, 2)
    assert report.skipped[0].item == "Mail/cur/2.host:2,ST"
