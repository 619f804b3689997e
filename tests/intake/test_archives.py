"""Archives are unpacked safely: never outside the folder, never without bound, never silently."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import stat
import tarfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from theirside.errors import IntakeError
from theirside.intake import archives
from theirside.intake.archives import (
    BROKEN,
    LEADS_OUT,
    LINK,
    METHOD,
    PASSWORD,
    TOO_MUCH,
    Budget,
    unpacker,
)
from theirside.intake.report import Report
from theirside.intake.source import Source

TEXT = b"Dana: we lose a day a week to this.\n"


def unpacked(
    tmp_path: Path, content: bytes, name: str = "in.zip"
) -> tuple[dict[str, bytes], Report]:
    path = tmp_path / "packed"
    path.write_bytes(content)
    report = Report()
    folder = tmp_path / "out"
    folder.mkdir(exist_ok=True)
    source = Source(name, path)
    unpack = unpacker(source)
    if unpack is not None:
        unpack(source, folder, report, Budget.of(len(content)))
    files = {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
    return files, report


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for info, content in members:
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return packed.getvalue()


def skipped(report: Report) -> list[tuple[str, str]]:
    return [(skip.item, skip.reason) for skip in report.skipped]


def test_a_name_that_leads_out_is_refused(tmp_path: Path) -> None:
    content = zipped(("../out.txt", TEXT), ("a\\..\\..\\b.txt", TEXT), ("ok.txt", TEXT))
    files, report = unpacked(tmp_path, content)
    assert files == {"ok.txt": TEXT}
    assert {reason for _, reason in skipped(report)} == {LEADS_OUT}
    assert len(report.skipped) == 2
    assert not (tmp_path / "out.txt").exists()


def test_an_absolute_name_stays_inside(tmp_path: Path) -> None:
    files, report = unpacked(tmp_path, zipped(("/etc/talk.txt", TEXT)))
    assert (files, report.skipped) == ({"etc/talk.txt": TEXT}, [])


def test_names_that_meet_are_kept_apart(tmp_path: Path) -> None:
    content = tarred(
        (tarfile.TarInfo("a.txt"), b"1"),
        (tarfile.TarInfo("a.txt"), b"2"),
        (tarfile.TarInfo("./a.txt"), b"3"),
    )
    files, report = unpacked(tmp_path, content)
    assert files == {"a.txt": b"1", "a-2.txt": b"2", "a-3.txt": b"3"}
    assert report.skipped == []


def test_a_file_where_a_folder_is_wanted_costs_only_that_member(tmp_path: Path) -> None:
    files, report = unpacked(tmp_path, zipped(("a", b"1"), ("a/b", b"2"), ("c", b"3")))
    assert files == {"a": b"1", "c": b"3"}
    assert skipped(report) == [("in.zip!a/b", BROKEN)]


def test_links_are_skipped(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    files, report = unpacked(tmp_path, zipped((link, b"/etc/passwd")))
    assert (files, skipped(report)) == ({}, [("in.zip!link.txt", LINK)])
    symbolic = tarfile.TarInfo("link")
    symbolic.type, symbolic.linkname = tarfile.SYMTYPE, "/etc/passwd"
    files, report = unpacked(tmp_path, tarred((symbolic, b"")), "in.tar")
    assert (files, skipped(report)) == ({}, [("in.tar!link", LINK)])


def test_a_member_with_a_password_is_skipped_and_the_rest_goes_on(tmp_path: Path) -> None:
    content = bytearray(zipped(("secret.txt", TEXT), ("open.txt", TEXT)))
    for marker, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(marker) + offset] |= 1
    files, report = unpacked(tmp_path, bytes(content))
    assert files == {"open.txt": TEXT}
    assert skipped(report) == [("in.zip!secret.txt", PASSWORD)]


def test_a_damaged_member_is_skipped_and_the_rest_goes_on(tmp_path: Path) -> None:
    content = bytearray(zipped(("bad.txt", TEXT), ("good.txt", TEXT)))
    content[40] ^= 0xFF
    files, report = unpacked(tmp_path, bytes(content))
    assert files == {"good.txt": TEXT}
    assert skipped(report) == [("in.zip!bad.txt", BROKEN)]


def test_an_unknown_way_of_packing_says_what_to_do(tmp_path: Path) -> None:
    content = bytearray(zipped(("a.txt", TEXT)))
    for marker, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.index(marker) + offset] = 9
    files, report = unpacked(tmp_path, bytes(content))
    assert (files, skipped(report)) == ({}, [("in.zip!a.txt", METHOD)])


def test_a_truncated_zip_is_skipped(tmp_path: Path) -> None:
    files, report = unpacked(tmp_path, zipped(("a.txt", TEXT))[:-30])
    assert (files, skipped(report)) == ({}, [("in.zip", BROKEN)])


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_compressed_bombs_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(archives, "FLOOR_BYTES", 1000)
    files, report = unpacked(tmp_path, pack(bytes(10_000_000)), "in.gz")
    assert (files, skipped(report)) == ({}, [("in.gz", TOO_MUCH)])


def test_a_zip_bomb_is_refused_before_anything_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archives, "FLOOR_BYTES", 1000)
    files, report = unpacked(tmp_path, zipped(("a", b"small"), ("b", bytes(10_000_000))))
    assert (files, skipped(report)) == ({}, [("in.zip", TOO_MUCH)])


def test_a_tar_with_too_many_members_is_refused(tmp_path: Path) -> None:
    budget = Budget(1000, members=2)
    (tmp_path / "in.tar").write_bytes(
        tarred(*((tarfile.TarInfo(f"{n}.txt"), TEXT) for n in range(3)))
    )
    source, report = Source("in.tar", tmp_path / "in.tar"), Report()
    unpack = unpacker(source)
    assert unpack is not None
    unpack(source, tmp_path / "out", report, budget)
    assert skipped(report) == [("in.tar", TOO_MUCH)]


def test_mail_that_packs_well_is_no_bomb(tmp_path: Path) -> None:
    files, report = unpacked(tmp_path, zipped(("a.mbox", TEXT * 100_000)))
    assert (len(files["a.mbox"]), report.skipped) == (len(TEXT) * 100_000, [])


@pytest.mark.parametrize(
    "pack", [gzip.compress, partial(bz2.compress, compresslevel=1), lzma.compress]
)
def test_what_comes_before_a_break_is_kept_and_the_break_reported(
    tmp_path: Path, pack: Callable[[bytes], bytes]
) -> None:
    text = random.Random(7).randbytes(300_000).hex().encode()  # noqa: S311
    content = pack(text)
    files, report = unpacked(tmp_path, content[: len(content) // 2], "list.mbox.gz")
    (kept,) = files.values()
    assert 0 < len(kept) < len(text)
    assert text.startswith(kept)
    assert skipped(report) == [("list.mbox.gz", BROKEN)]


def test_a_full_disk_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archives._Saving, "_copy", full)
    with pytest.raises(IntakeError, match="free some disk space"):
        unpacked(tmp_path, zipped(("a.txt", TEXT)))


SEEDS = [
    zipped(("a.txt", TEXT), ("b/c.txt", TEXT)),
    tarred((tarfile.TarInfo("a.txt"), TEXT)),
    gzip.compress(TEXT),
    bz2.compress(TEXT),
    lzma.compress(TEXT),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(SEEDS),
    st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=4),
    st.integers(0, 600),
)
def test_no_archive_however_damaged_breaks_anything(
    tmp_path: Path, seed: bytes, changes: list[tuple[int, int]], length: int
) -> None:
    content = bytearray(seed)
    for place, value in changes:
        content[place % len(content)] = value
    _, report = unpacked(tmp_path, bytes(content[: max(length, 300)]))
    assert report.kept == 0
