"""A header is read as far as it is one, and the body starts where it should."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.mail.head import split_head


def body(raw: bytes) -> bytes:
    return raw[split_head(raw)[1] :]


def test_fields_are_unfolded_and_found_in_any_case() -> None:
    head, start = split_head(b"SUBJECT: The\n pilot\nFrom: dana@x.example\n\nHello")
    assert head.text("subject") == "The pilot"
    assert head.raw("from") == "dana@x.example"
    assert start == 42


@pytest.mark.parametrize(
    "before",
    [b"", b"\n\n", b"\r\n", b"\xef\xbb\xbf", b"From dana@x.example Mon Mar  4 09:00:00 2024\n",
     b">From dana@x.example Mon Mar  4 09:00:00 2024\r\n"],
)  # fmt: skip
def test_what_stands_before_the_header_is_passed_over(before: bytes) -> None:
    raw = before + b"Subject: The pilot\nTo: rae@s.example\n\nHello"
    head, start = split_head(raw)
    assert head.text("subject") == "The pilot"
    assert raw[start:] == b"Hello"


def test_the_separator_line_is_kept() -> None:
    head, _ = split_head(b"From dana@x.example Mon Mar  4 09:00:00 2024\nTo: a@x.example\n\n")
    assert head.from_line == "From dana@x.example Mon Mar  4 09:00:00 2024"


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_every_kind_of_line_end(end: bytes) -> None:
    raw = end.join([b"Subject: The pilot", b"To: rae@s.example", b"", b"Hello"])
    head, start = split_head(raw)
    assert (head.text("subject"), head.raw("to")) == ("The pilot", "rae@s.example")
    assert raw[start:] == b"Hello"


def test_a_line_that_is_no_field_does_not_end_the_header() -> None:
    head, start = split_head(b"Subject: The\npilot of May\nTo: rae@s.example\n\nHello")
    assert head.raw("to") == "rae@s.example"
    assert head.text("subject") == "The pilot of May"
    assert start == 45


def test_a_forgotten_blank_line_ends_the_header_where_the_text_starts() -> None:
    raw = b"Subject: The pilot\nCould we start in May?\nYours, Dana\n\nPS: or June"
    head, start = split_head(raw)
    assert head.text("subject") == "The pilot"
    assert raw[start:].startswith(b"Could we start")


def test_no_header_at_all() -> None:
    assert body(b"Just some text.\n") == b"Just some text.\n"
    assert body(b"") == b""


def test_bytes_that_should_have_been_encoded_are_read() -> None:
    assert split_head("Subject: Größe\n\n".encode("cp1252"))[0].text("subject") == "Größe"
    assert split_head("Subject: Größe\n\n".encode())[0].text("subject") == "Größe"


def test_a_field_that_is_not_there_is_empty() -> None:
    head, _ = split_head(b"Subject: x\n\n")
    assert (head.raw("date"), head.text("date"), head.raws("received")) == ("", "", [])
    assert "date" not in head
    assert "subject" in head


@given(st.binary(max_size=300))
def test_nothing_raises_and_the_body_lies_within(raw: bytes) -> None:
    head, start = split_head(raw)
    assert 0 <= start <= len(raw)
    assert all(isinstance(head.text(name), str) for name in head.fields)
