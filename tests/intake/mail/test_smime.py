"""An opaquely signed mail is opened, an encrypted one is not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.mail.smime import signed_content

_SIGNED = bytes.fromhex("06092a864886f70d010702")
_DATA = bytes.fromhex("06092a864886f70d010701")


def der(tag: int, content: bytes) -> bytes:
    size = len(content)
    if size < 128:
        return bytes((tag, size)) + content
    return bytes((tag, 0x82)) + size.to_bytes(2, "big") + content


def ber(tag: int, content: bytes) -> bytes:
    return bytes((tag, 0x80)) + content + b"\0\0"


def signed(octets: bytes) -> bytes:
    inner = der(0x30, _DATA + octets)
    return der(0x30, _SIGNED + der(0xA0, der(0x30, b"\x02\x01\x01" + der(0x31, b"") + inner)))


def test_the_content_is_taken_out() -> None:
    text = b"Content-Type: text/plain\r\n\r\nCould we start in May?" * 10
    assert signed_content(signed(der(0xA0, der(0x04, text)))) == text


def test_content_in_pieces_of_unknown_length_is_joined() -> None:
    pieces = ber(0x24, der(0x04, b"Could we ") + der(0x04, b"start in May?"))
    assert signed_content(signed(ber(0xA0, pieces))) == b"Could we start in May?"
    whole = der(0x24, der(0x04, b"Could we ") + der(0x04, b"start in May?"))
    assert signed_content(signed(der(0xA0, whole)) + b"\0" * 8) == b"Could we start in May?"


def test_what_is_not_signed_data_is_not_opened() -> None:
    enveloped = bytes.fromhex("06092a864886f70d010703")
    assert signed_content(der(0x30, enveloped + b"\0" * 40)) is None
    assert signed_content(b"") is None
    assert signed_content(signed(der(0x04, b"x"))) is None


@given(st.binary(max_size=60))
def test_nothing_raises(tail: bytes) -> None:
    content = signed_content(_SIGNED + _DATA + tail)
    assert content is None or isinstance(content, bytes)
