"""Of a body, what somebody says is taken, and nothing else."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.mail.mailing import FIXTURES
from theirside.intake.mail.body import Words, read_body


def words(kind: str, body: str) -> Words:
    return read_body(f"Content-Type: {kind}\n\n{body}".encode())[1]


def parts(kind: str, *bodies: str) -> Words:
    joined = "".join(f"--b\nContent-Type: {body}\n" for body in bodies)
    return words(f"multipart/{kind}; boundary=b", joined + "--b--\n")


def test_a_mail_of_many_parts() -> None:
    _, found = read_body((FIXTURES / "parts.eml").read_bytes())
    assert found.text == "Le prix est trop élevé pour nous cette année."
    assert "<b>élevé</b>" in found.html
    (forwarded,) = found.forwarded
    assert forwarded.startswith("From: Luc Moreau <luc@orchard.example>")
    assert forwarded.endswith("Nothing above nine thousand.")


def test_plain_is_taken_before_html() -> None:
    found = parts("alternative", "text/plain\n\nHello", "text/html\n\n<p>Hello, all</p>")
    assert (found.text, found.html) == ("Hello", "<p>Hello, all</p>")
    assert not found.only_html


@pytest.mark.parametrize("plain", ["", "\n \n", "Please use an HTML capable program."])
def test_html_is_taken_where_plain_says_nothing(plain: str) -> None:
    found = parts("alternative", f"text/plain\n\n{plain}", "text/html\n\n<p>Hello, all</p>")
    assert found.only_html
    assert found.text.strip() == "Hello, all"


def test_texts_beside_each_other_are_joined() -> None:
    found = parts("mixed", "text/plain\n\nOne", "image/png\n\nx", "text/plain\n\nTwo")
    assert found.text == "One\n\nTwo"


def test_the_same_in_html_beside_plain_is_said_once() -> None:
    assert parts("mixed", "text/plain\n\nHello", "text/html\n\n<p>Hello</p>").text == "Hello"


@pytest.mark.parametrize(
    "part",
    [
        "text/plain\nContent-Disposition: attachment\n\nx",
        "text/plain\nContent-Disposition: inline; filename=a.txt\n\nx",
        "text/x-vcard\n\nBEGIN:VCARD",
        "text/csv; name=a.csv\n\na,b",
        "application/octet-stream\n\nx",
        "message/delivery-status\n\nAction: failed",
    ],
)
def test_what_nobody_says_is_left_out(part: str) -> None:
    assert parts("mixed", part).text == ""


def test_flowed_text_is_joined() -> None:
    assert words("text/plain; format=flowed", "We can start \nin May.\n").text == (
        "We can start in May.\n"
    )
    delsp = words("text/plain; format=Flowed; DelSp=Yes", "超长 \n的词")
    assert delsp.text == "超长的词"


def test_enriched_text_loses_its_marks() -> None:
    text = "<bold>Now</bold>, <color><param>red</param>please</color>: a << b"
    assert words("text/enriched", text).text == "Now, please: a < b"


def test_encrypted_is_said_so() -> None:
    assert parts("encrypted", "application/pgp-encrypted\n\nVersion: 1").encrypted
    assert words("application/pkcs7-mime; smime-type=enveloped-data", "MIIB").encrypted
    assert words("text/plain", "-----BEGIN PGP MESSAGE-----\n\nhQE\n").encrypted


def test_an_opaque_signature_is_opened() -> None:
    inner = b"Content-Type: text/plain; charset=utf-8\n\nGr\xc3\xb6\xc3\x9fe"
    octets = bytes((0xA0, len(inner) + 2, 0x04, len(inner))) + inner
    oids = bytes.fromhex("06092a864886f70d010702"), bytes.fromhex("06092a864886f70d010701")
    data = base64.encodebytes(b"\x30\x80" + oids[0] + b"\xa0\x80" + oids[1] + octets).decode()
    kind = "application/pkcs7-mime; smime-type=signed-data\nContent-Transfer-Encoding: base64"
    assert words(kind, data).text == "Größe"


def test_an_invitation_is_noticed() -> None:
    _, found = read_body((FIXTURES / "invitation.eml").read_bytes())
    (calendar,) = found.invitations
    assert "SUMMARY:The pilot" in calendar


def test_a_digest_is_others_mails() -> None:
    found = parts("digest", "message/rfc822\n\nFrom: a@x.example\n\nOne")
    assert found.text == ""
    assert found.forwarded == ["From: a@x.example\n\nOne"]


def test_mails_nested_without_end_break_nothing() -> None:
    nested = "".join(
        f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000)
    )
    _, found = read_body(nested.encode())
    assert found.text == ""


LINES = [
    "Content-Type: text/plain; charset=utf-7",
    "Content-Type: multipart/alternative; boundary=b",
    "Content-Type: multipart/mixed; boundary=",
    "Content-Type: message/rfc822",
    "Content-Type: text/html; charset*=''%",
    "Content-Transfer-Encoding: base64",
    "Content-Disposition: attachment; filename*0*=%",
    *("--b", "--b--", "", "Hello", "=C3", "SGVsbG8="),
]
HEADS = st.lists(st.sampled_from(LINES), max_size=14)


@given(HEADS, st.binary(max_size=40), st.sampled_from([b"\n", b"\r\n"]))
@settings(max_examples=200, deadline=None)
def test_nothing_raises(lines: list[str], junk: bytes, end: bytes) -> None:
    _, found = read_body(end.join([line.encode() for line in lines] + [junk]))
    assert isinstance(found.text, str)
    assert "\0" not in found.text
