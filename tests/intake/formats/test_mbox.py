"""mbox files of every dialect come apart where a mail starts, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.mail.mailing import FIXTURES, gathered_mbox, mail
from theirside.intake.format import Letter, Options
from theirside.intake.formats import mbox
from theirside.intake.report import Report
from theirside.intake.source import Source

LINE = "From dana@x.example Mon Mar  4 09:00:00 2024"


def letters(path: Path) -> list[Letter]:
    return list(mbox.read(Source(path.name, path), Report(), Options()))


def starts(folder: Path, data: str | bytes) -> list[bytes]:
    """Return the first line of every letter of an mbox with this content."""
    raw = data.encode() if isinstance(data, str) else data
    path = folder / "a.mbox"
    path.write_bytes(raw)
    return [raw[one.offset :].splitlines()[0] for one in letters(path)]


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        "From jill at pool.example  Thu Nov  1 11:19:12 2001",
        "From MAILER-DAEMON Sat Aug 28 14:17:14 2021",
        "From - Sat Aug 28 14:17:14 2021",
        "From ???@??? Sat Aug 28 14:17:14 2021",
        "From dana@x.example Sat Jan  3 01:05 1998",
        "From dana@x.example Sat Jan 03 01:05:34 EST 1998",
        "From dana@x.example Sat Jan 03 01:05:34 1998 +0100",
        "From 1554092543987@xxx Mon Apr 01 04:22:23 +0000 2019",
        "From uucp Sat Jan 03 01:05:34 1998 remote from relay",
        "From dana@x.example Sat, 3 Jan 1998 01:05:34 +0100 (CET)",
        "From dana@x.example",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_separators_of_every_dialect(tmp_path: Path, line: str, end: str) -> None:
    message = f"Subject: x{end}To: rae@s.example{end}{end}Hello{end}{end}"
    data = f"{line}{end}{message}" * 3
    assert starts(tmp_path, data) == [line.encode()] * 3
    assert mbox.recognises(Source("a", tmp_path / "a.mbox")) > 0.9


@pytest.mark.parametrize(
    "body",
    [
        "From here on it gets easier.",
        "\nFrom the manual: see page 4\nSubject: to change\n",
        "\nFrom Monday, 4 March 2024, prices rise.",
        "\nFrom dana@x.example\nand others\n",
        ">From dana@x.example Mon Mar  4 09:00:00 2024\nSubject: quoted\n",
        f"See the archive:\n{LINE}\nand so on",
        f"See the archive, {LINE}\nSubject: x",
    ],
)
def test_words_part_nothing(tmp_path: Path, body: str) -> None:
    assert (
        len(starts(tmp_path, f"{LINE}\nSubject: x\n\nHello\n{body}\n\n{LINE}\nTo: a\n\nHi\n")) == 2
    )


def test_a_missing_blank_line_before_a_separator(tmp_path: Path) -> None:
    assert len(starts(tmp_path, f"{LINE}\nSubject: x\n\nHello\n{LINE}\nSubject: y\n\nHi\n")) == 2


def test_a_mail_without_header_after_a_blank_line(tmp_path: Path) -> None:
    assert len(starts(tmp_path, f"{LINE}\nSubject: x\n\nHello\n\n{LINE}\n\nHi\n")) == 2


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b"\n\n", b"\xef\xbb\xbf\r\n"])
def test_what_stands_before_the_first_mail(tmp_path: Path, before: bytes) -> None:
    raw = before + f"{LINE}\nSubject: x\n\nHello\n\n{LINE}\nSubject: y\n\nHi\n".encode()
    assert starts(tmp_path, raw) == [LINE.encode()] * 2
    assert mbox.recognises(Source("a", tmp_path / "a.mbox")) > 0.9


def test_a_content_length_is_believed_where_it_leads_to_a_mail() -> None:
    (talk,), report = gathered_mbox(FIXTURES / "content_length.mbox")
    assert report.found == 2
    assert "a mail within the text" in talk.turns[0].text
    assert talk.turns[1].text.startswith("We can.")


def test_letters_lie_end_to_end_across_chunks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mbox, "_CHUNK", 512)
    monkeypatch.setattr(mbox, "_AHEAD", 256)
    path = tmp_path / "a.mbox"
    mails = [f"{LINE}\n".encode() + mail("x" * size) + b"\n" for size in range(0, 900, 7)]
    path.write_bytes(b"".join(mails))
    found = letters(path)
    assert [one.item for one in found[:2]] == ["a.mbox#1", "a.mbox#2"]
    assert [one.length for one in found[:-1]] == [len(one) for one in mails[:-1]]
    assert [one.offset for one in found] == [
        sum(map(len, mails[:number])) for number in range(len(mails))
    ]


@pytest.mark.parametrize(
    "text", ["", "From: dana@x.example\n\nHi", "From here on\nit is text", "x"]
)
def test_other_text_is_not_recognised(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a"
    path.write_text(text)
    assert mbox.recognises(Source("a", path)) == 0


PIECES = st.sampled_from(
    [LINE, "From ", "", "\r", "Subject: x", "Content-Length: 9", "Content-Length: 99999999999", "x"]
)


@given(st.lists(PIECES, max_size=20))
@settings(max_examples=60, deadline=None)
def test_anything_comes_apart_in_order(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    path = tmp_path_factory.mktemp("mbox") / "a.mbox"
    path.write_text("\n".join(lines))
    offsets = [one.offset for one in letters(path)]
    assert offsets == sorted(set(offsets))
    assert 0 <= mbox.recognises(Source("a", path)) <= 1
