"""What people hand over becomes sources, however it is wrapped; nothing gets lost unnoticed."""

from __future__ import annotations

import gzip
import io
import os
import tarfile
import threading
import zipfile
from pathlib import Path

import pytest

from theirside.errors import IntakeError
from theirside.intake.report import Report
from theirside.intake.source import Source
from theirside.intake.sources import NOT_A_FILE, TOO_DEEP, child, sources

MAIL = b"From dana@riverbank.example Mon Jan  6 09:00:00 2025\n\nHello\n"


def put(folder: Path, files: dict[str, bytes]) -> Path:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def opened(tmp_path: Path, *paths: str | Path, stdin: bytes | None = None) -> list[Source]:
    report = Report()
    pipe = io.BytesIO(stdin) if stdin is not None else None
    found = list(sources(paths, report, stdin=pipe, workspace=tmp_path / "workspace"))
    assert report.skipped == []
    return found


def names(found: list[Source]) -> list[str]:
    return [source.name for source in found]


def test_a_file_is_itself(tmp_path: Path) -> None:
    path = put(tmp_path, {"inbox.mbox": MAIL}) / "inbox.mbox"
    assert opened(tmp_path, path) == [Source(str(path), path)]


def test_a_folder_is_walked_in_order_without_clutter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(
        tmp_path / "in",
        {"b.vtt": b"", "a/2.eml": b"", "a/10.eml": b"", ".hidden": b"", ".git/config": b""}
        | {"__MACOSX/a": b"", "Thumbs.db": b"", ".DS_Store": b"", "desktop.ini": b""},
    )
    monkeypatch.chdir(tmp_path)
    assert names(opened(tmp_path, "in/")) == ["in/a/10.eml", "in/a/2.eml", "in/b.vtt"]
    monkeypatch.chdir(tmp_path / "in")
    assert names(opened(tmp_path, ".")) == ["a/10.eml", "a/2.eml", "b.vtt"]


def test_what_is_named_twice_is_read_once(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", {"a.eml": b"a", "b.eml": b"b"})
    found = opened(tmp_path, folder / "b.eml", folder)
    assert names(found) == [f"{folder}/b.eml", f"{folder}/a.eml"]


def test_a_path_that_is_not_there_is_named_before_anything_is_read(tmp_path: Path) -> None:
    put(tmp_path, {"a.eml": b""})
    with pytest.raises(IntakeError, match=r"nope\.mbox: there is no such file"):
        sources([tmp_path / "a.eml", "nope.mbox"], Report(), workspace=tmp_path / "workspace")
    assert not (tmp_path / "workspace").exists()


def test_standard_input_is_read_where_a_dash_stands(tmp_path: Path) -> None:
    (source,) = opened(tmp_path, "-", stdin=MAIL)
    assert (source.name, source.path.read_bytes()) == ("standard input", MAIL)
    assert names(opened(tmp_path, "-", stdin=zipped({"a.eml": b""}))) == ["standard input!a.eml"]
    with pytest.raises(IntakeError, match="no standard input"):
        sources(["-"], Report(), workspace=tmp_path)


def test_a_named_pipe_is_read_like_standard_input(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(MAIL,))
    writer.start()
    (source,) = opened(tmp_path, pipe)
    writer.join()
    assert source.name == str(pipe)
    assert source.path.read_bytes() == MAIL


def test_a_pipe_inside_a_folder_is_skipped_and_not_waited_for(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", {"a.eml": b""})
    os.mkfifo(folder / "pipe")
    report = Report()
    found = list(sources([folder], report, workspace=tmp_path / "workspace"))
    assert names(found) == [f"{folder}/a.eml"]
    assert [(skip.item, skip.reason) for skip in report.skipped] == [(f"{folder}/pipe", NOT_A_FILE)]


def test_a_maildir_is_one_source_and_its_hidden_folders_are_their_own(tmp_path: Path) -> None:
    folder = put(tmp_path / "Mail", {"cur/1:2,S": MAIL, "new/2": MAIL, ".Sent/cur/3": MAIL})
    (folder / ".Sent/new").mkdir()
    (folder / "tmp").mkdir()
    assert names(opened(tmp_path, folder)) == [str(folder), f"{folder}/.Sent"]


def test_an_unpacked_slack_export_is_one_source(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", {"x/users.json": b"[]", "x/channels.json": b"[]", "x/a/1": b""})
    assert names(opened(tmp_path, folder)) == [f"{folder}/x"]


def test_a_zipped_slack_export_is_one_source_that_is_a_folder(tmp_path: Path) -> None:
    export = zipped({"users.json": b"[]", "channels.json": b"[]", "general/2025-01-06.json": b"[]"})
    put(tmp_path, {"slack.zip": export})
    (source,) = opened(tmp_path, tmp_path / "slack.zip")
    assert source.name == f"{tmp_path}/slack.zip"
    assert (source.path / "general/2025-01-06.json").read_bytes() == b"[]"


def test_a_zip_is_opened_whatever_it_is_called(tmp_path: Path) -> None:
    put(tmp_path, {"mail.dat": zipped({"in/inbox.mbox": MAIL, "__MACOSX/in/._inbox": b""})})
    (source,) = opened(tmp_path, tmp_path / "mail.dat")
    assert source.name == f"{tmp_path}/mail.dat!in/inbox.mbox"
    assert source.path.read_bytes() == MAIL


def test_a_maildir_in_a_zip_is_one_source(tmp_path: Path) -> None:
    files = {"Mail/cur/1:2,S": MAIL, "Mail/new/2": MAIL, "Mail/.Sent/cur/3": MAIL}
    put(tmp_path, {"mail.zip": zipped(files | {"Mail/.Sent/new/4": MAIL})})
    found = names(opened(tmp_path, tmp_path / "mail.zip"))
    assert found == [f"{tmp_path}/mail.zip!Mail", f"{tmp_path}/mail.zip!Mail/.Sent"]


def test_archives_inside_archives_are_opened_to_the_third(tmp_path: Path) -> None:
    content = zipped({"a.eml": MAIL})
    for depth in (1, 2):
        content = zipped({f"{depth}.zip": content})
    put(tmp_path, {"3.zip": content, "4.zip": zipped({"3.zip": content})})
    assert names(opened(tmp_path, tmp_path / "3.zip")) == [f"{tmp_path}/3.zip!2.zip!1.zip!a.eml"]
    report = Report()
    assert list(sources([tmp_path / "4.zip"], report, workspace=tmp_path / "workspace")) == []
    assert report.reasons() == {TOO_DEEP: 1}


def test_compressed_files_and_tar_archives_are_opened(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        info = tarfile.TarInfo("Takeout/All.mbox")
        info.size = len(MAIL)
        archive.addfile(info, io.BytesIO(MAIL))
    put(tmp_path / "in", {"list.mbox.gz": gzip.compress(MAIL), "takeout.tgz": packed.getvalue()})
    found = opened(tmp_path, tmp_path / "in")
    base = tmp_path / "in"
    assert names(found) == [
        f"{base}/list.mbox.gz!list.mbox",
        f"{base}/takeout.tgz!takeout.tar!Takeout/All.mbox",
    ]
    assert [source.path.read_bytes() for source in found] == [MAIL, MAIL]


@pytest.mark.parametrize("magic", [b"Rar!\x1a\x07\x00", b"7z\xbc\xaf\x27\x1c", b"\x28\xb5\x2f\xfd"])
def test_archives_that_cannot_be_opened_say_what_to_do(tmp_path: Path, magic: bytes) -> None:
    put(tmp_path, {"mail.rar": magic + b"rest"})
    report = Report()
    assert list(sources([tmp_path / "mail.rar"], report, workspace=tmp_path / "workspace")) == []
    assert [skip.reason.split(": ")[1] for skip in report.skipped] == [
        "unpack it yourself and add the folder"
    ]


def test_office_documents_stay_whole(tmp_path: Path) -> None:
    put(tmp_path, {"call.docx": zipped({"_rels/.rels": b"", "[Content_Types].xml": b""})})
    assert names(opened(tmp_path, tmp_path / "call.docx")) == [f"{tmp_path}/call.docx"]


def test_links_that_go_round_in_circles_end(tmp_path: Path) -> None:
    folder = put(tmp_path / "in", {"a/b/c.eml": MAIL})
    (folder / "a/b/up").symlink_to(folder)
    (folder / "self").symlink_to(folder / "self")
    report = Report()
    found = list(sources([folder], report, workspace=tmp_path / "workspace"))
    assert names(found) == [f"{folder}/a/b/c.eml"]
    assert [skip.item for skip in report.skipped] == [f"{folder}/self"]


def test_a_link_that_leads_nowhere_is_skipped_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    report = Report()
    assert list(sources([tmp_path / "gone"], report, workspace=tmp_path / "workspace")) == []
    assert report.reasons() == {"cannot be opened (No such file or directory)": 1}


def test_a_name_that_is_not_text_is_shown_as_best_it_can() -> None:
    assert child("mails", os.fsdecode(b"caf\xe9\n.eml")) == "mails/caf__.eml"
