"""Transfer encodings are undone, broken ones as far as they go."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.mail.transfer import from_base64, undo


@pytest.mark.parametrize(
    ("data", "encoding", "expected"),
    [
        (b"SGVsbG8=", "base64", b"Hello"),
        (b"SGVsbG8", "BASE64", b"Hello"),
        (b"SGVs\r\nbG8=\r\n", "base64", b"Hello"),
        (b"SGVsbG8=SGVsbG8=", "base64", b"HelloHello"),
        (b"SGVs!bG8gaGVsbG8=", "base64", b"Hello hello"),
        (b"SGVsbG8= ignored", "base64", b"Hello"),
        (b"Plain text, not base64 at all.", "base64", b"Plain text, not base64 at all."),
        (b"Gr=C3=B6=\n=C3=9Fe", "quoted-printable", "Größe".encode()),
        (b"a=\r\nb", "quoted-printable", b"ab"),
        (b"100 = hundred", "quoted-printable", b"100 = hundred"),
        (b"x=3Dy  \n", "quoted-printable; junk", b"x=y\n"),
        (b"begin 644 a.txt\n#86)C\n`\nend\n", "x-uuencode", b"begin 644 a.txt\n#86)C\n`\nend\n"),
        (b"as it is", "8bit", b"as it is"),
    ],
)
def test_undone(data: bytes, encoding: str, expected: bytes) -> None:
    assert undo(data, encoding) == expected


@given(st.binary(max_size=200))
def test_what_was_encoded_comes_back(data: bytes) -> None:
    assert from_base64(base64.encodebytes(data)) == data
    text = data.replace(b"\r", b"").replace(b"\n", b"")
    assert undo(quopri.encodestring(text), "quoted-printable") == text


@given(st.binary(max_size=100), st.sampled_from(["base64", "quoted-printable", "", "x"]))
def test_nothing_raises(data: bytes, encoding: str) -> None:
    assert isinstance(undo(data, encoding), bytes)
