"""Bodies come apart into their parts, and attachments cost nothing."""

from __future__ import annotations

import base64
from email.message import Message

import pytest

from theirside.intake.mail.head import split_head
from theirside.intake.mail.parts import file_name, parameter, parse_parts, part_text, unparted_text

PDF = base64.encodebytes(b"%PDF" + bytes(60000)).decode()


def parsed(raw: str) -> Message:
    data = raw.encode()
    head, start = split_head(data)
    return parse_parts(head, data[start:])


def kinds(part: Message) -> list[str]:
    return [child.get_content_type() for child in part.walk()]


def children(part: Message) -> list[Message]:
    return [child for child in part.walk() if child is not part]


def mixed(attachment_head: str, attachment: str = PDF) -> str:
    return (
        'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain\n\nHello\n'
        f"--b\n{attachment_head}\nContent-Transfer-Encoding: base64\n\n{attachment}\n"
        "--b\nContent-Type: text/plain\n\nBye\n--b--\n"
    )


@pytest.mark.parametrize(
    "head",
    [
        "Content-Type: application/pdf",
        "Content-Type: text/csv\nContent-Disposition: attachment; filename=a.csv",
        "X-First: yes\nContent-Type: image/png;\n name=a.png",
    ],
)
def test_large_attachments_are_cut_out_and_the_rest_stays(head: str) -> None:
    message = parsed(mixed(head))
    hello, attachment, bye = children(message)
    assert (part_text(hello), part_text(bye)) == ("Hello", "Bye")
    assert len(str(attachment.get_payload())) < 10


def test_large_text_is_not_cut() -> None:
    text = base64.encodebytes("Größe ".encode() * 3000).decode()
    _, middle, _ = children(parsed(mixed("Content-Type: text/plain; charset=utf-8", text)))
    assert part_text(middle) == "Größe " * 3000


def test_a_mail_that_is_one_large_file_is_not_parsed() -> None:
    raw = f"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n{PDF}"
    assert parsed(raw).get_payload() == ""


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/mixed",
        "multipart/mixed; boundary=other",
        'multipart/mixed boundary="b"',
        'multipart/mixed\n\tboundary="b"',
        'multipart/mixed; boundary=" "',
    ],
)
def test_a_missing_or_wrong_boundary_is_read_off_the_body(kind: str) -> None:
    body = "--b\nContent-Type: text/plain\n\nHello\n--b\nContent-Type: text/html\n\n<p>Hi\n--b--\n"
    message = parsed(f"Content-Type: {kind}\n\n{body}")
    assert kinds(message) == ["multipart/mixed", "text/plain", "text/html"]


def test_a_multipart_without_any_part_is_text() -> None:
    assert unparted_text(parsed("Content-Type: multipart/mixed; boundary=b\n\nHello\n--b--")) == (
        "Hello\n"
    )


def test_html_may_name_its_own_charset() -> None:
    raw = b'Content-Type: text/html\n\n<meta charset="windows-1251">' + "Да".encode("cp1251")
    head, start = split_head(raw)
    assert part_text(parse_parts(head, raw[start:])).endswith("Да")


def test_malformed_parameters_raise_nothing() -> None:
    part = parsed("Content-Type: text/plain; charset*=x'; name*0*=%; charset*1=y\n\nHello")
    assert isinstance(parameter(part, "charset"), str)
    assert isinstance(file_name(part), str)
    flowed = parsed("Content-Type: text/plain; format*=us-ascii'en'flowed\n\nHello")
    assert parameter(flowed, "format") == "flowed"
