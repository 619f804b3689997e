"""One import from whatever people hand over, with an account that adds up."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from theirside.conversation import Channel, Contact, Conversation, Side
from theirside.errors import IntakeError
from theirside.intake import load as load_module
from theirside.intake.format import Format, Found, Options
from theirside.intake.load import UNKNOWN_FORMAT, Intake, format_of, known_formats, load
from theirside.intake.report import Report
from theirside.intake.source import Source

MAIL = """\
From: Dana Whitfield <dana@whitfield.example>
To: Nora Tveit <nora@fjord.example>
Subject: Dates
Date: Thu, 12 Mar 2026 09:00:00 +0100
Message-ID: <1@whitfield.example>

The audit is in June. It has to be live before that.
"""
ANSWER = """\
From: Nora Tveit <nora@fjord.example>
To: Dana Whitfield <dana@whitfield.example>
Subject: Re: Dates
Date: Thu, 12 Mar 2026 10:00:00 +0100
Message-ID: <2@fjord.example>
In-Reply-To: <1@whitfield.example>
References: <1@whitfield.example>

Thank you. What would have to be in place by then?
"""
CALL = """\
WEBVTT

1
00:00:01.000 --> 00:00:04.000
Nora Tveit: How does a round go at the moment?

2
00:00:05.000 --> 00:00:09.000
Dana Whitfield: Three a day, and the first one is mine.

3
00:00:10.000 --> 00:00:12.000
Speaker 3: Hello.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "1.eml").write_text(MAIL, encoding="utf-8")
    (tmp_path / "2.eml").write_text(ANSWER, encoding="utf-8")
    (tmp_path / "call.vtt").write_text(CALL, encoding="utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01")
    return tmp_path


def by_channel(found: list[Conversation]) -> dict[Channel, Conversation]:
    return {each.channel: each for each in found}


def test_a_thread_that_lies_in_two_files_is_one_conversation(folder: Path) -> None:
    mail = by_channel(load(folder, us=["fjord.example"]))[Channel.MAIL]
    assert [turn.speaker.name for turn in mail.turns] == ["Dana Whitfield", "Nora Tveit"]
    assert [turn.speaker.side for turn in mail.turns] == [Side.THEIRS, Side.OURS]


def test_names_that_mail_places_are_recognised_in_a_call_of_the_same_import(folder: Path) -> None:
    call = by_channel(load(folder, us=["fjord.example"]))[Channel.MEETING]
    assert [turn.speaker.side for turn in call.turns] == [Side.OURS, Side.THEIRS, Side.UNKNOWN]


def test_the_account_adds_up_and_names_what_it_does_not_know(folder: Path) -> None:
    report = load(folder, us=["fjord.example"]).report
    assert (report.found, report.kept) == (4, 3)
    assert [(Path(each.item).name, each.reason) for each in report.skipped] == [
        ("photo.jpg", UNKNOWN_FORMAT)
    ]


def test_several_paths_and_archives_are_one_import(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "out" / "mail.zip"
    archive.parent.mkdir()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(folder / "2.eml", "sent/2.eml")
    found = load(folder / "1.eml", archive, us=["fjord.example"])
    assert [len(each.turns) for each in found] == [2]


def test_standard_input_is_read_like_a_file() -> None:
    intake = Intake(["-"], stdin=io.BytesIO(CALL.encode()))
    assert [each.channel for each in intake] == [Channel.MEETING]
    assert intake.report.kept == 1


def test_a_path_that_is_not_there_is_said_before_anything_is_read(folder: Path) -> None:
    with pytest.raises(IntakeError, match=r"gone\.mbox"):
        load(folder / "1.eml", folder / "gone.mbox")


def test_contacts_come_back_beside_the_conversations(tmp_path: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Dana Whitfield\nEMAIL:dana@whitfield.example\nEND:VCARD\n"
    (tmp_path / "contacts.vcf").write_text(card, encoding="utf-8")
    found = load(tmp_path)
    assert found == []
    assert found.contacts == (Contact("Dana Whitfield", ("dana@whitfield.example",)),)


class Refusing:
    NAME = "refusing"

    def recognises(self, source: Source) -> float:
        return float(source.name.endswith("broken.bin"))

    def read(self, source: Source, report: Report, options: Options) -> Iterator[Found]:
        raise IntakeError(source.name, "it is broken; ask for a new one")


def test_a_source_that_its_format_refuses_is_skipped_and_the_rest_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    formats: tuple[Format, ...] = (*known_formats(), Refusing())
    monkeypatch.setattr(load_module, "known_formats", lambda: formats)
    (folder / "broken.bin").write_bytes(b"\x00\x01")
    report = load(folder).report
    assert report.kept == 3
    assert report.reasons()["it is broken; ask for a new one"] == 1


def test_every_format_has_a_name_of_its_own() -> None:
    names = [each.NAME for each in known_formats()]
    assert len(set(names)) == len(names)


def test_nothing_is_recognised_in_an_empty_file(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.write_bytes(b"")
    assert format_of(Source("empty", empty)) is None
