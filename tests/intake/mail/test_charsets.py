"""Text is decoded as its bytes are, whatever was declared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.mail.charsets import decode, guess


@pytest.mark.parametrize(
    ("text", "encoded_as", "declared"),
    [
        ("“It’s – done”", "cp1252", "us-ascii"),
        ("“It’s – done”", "cp1252", "iso-8859-1"),
        ("“It’s – done”", "cp1252", "x-unknown"),
        ("Grüße aus Köln", "utf-8", "us-ascii"),
        ("Grüße aus Köln", "utf-8", "iso-8859-1"),
        ("Grüße aus Köln", "utf-8", "iso-8859-2"),
        ("Grüße aus Köln", "utf-8", "no-such-charset"),
        ("Grüße aus Köln", "cp1252", "unknown-8bit"),
        ("Grüße aus Köln", "iso-8859-1", ""),
        ("Grüße", "utf-7", "unicode-1-1-utf-7"),
        ("镕基同志", "gb18030", "gb2312"),
        ("똠방각하", "cp949", "ks_c_5601-1987"),
        ("①髙﨑", "cp932", "Shift_JIS"),
        ("会議の資料です", "iso2022_jp", "iso-2022-jp"),
        ("会議の資料です", "iso2022_jp", "us-ascii"),
        ("Δημήτρης", "iso-8859-7", "ISO-8859-7"),
        ("Добрый день", "koi8-r", '"KOI8-R"'),
        ("שלום", "iso-8859-8", "iso-8859-8-i"),
        ("Plan for May", "utf-16", "utf-16"),
        ("Plan for May", "ascii", "utf-16"),
        ("Plan for May", "utf-16-le", "utf-16le"),
    ],
)
def test_text_survives(text: str, encoded_as: str, declared: str) -> None:
    assert decode(text.encode(encoded_as), declared) == text


def test_a_broken_character_does_not_spoil_the_rest() -> None:
    assert decode("Grüße, schöne, größte".encode() + b"\xff", "utf-8").startswith("Grüße, schöne")


def test_declared_utf_8_that_is_windows_text_is_read_as_that() -> None:
    assert decode("Größe, Maß".encode("cp1252"), "utf-8") == "Größe, Maß"


def test_cyrillic_that_nobody_declared_is_guessed() -> None:
    text = "Добрый день, мы получили ваше предложение и обсудим его в среду с директором. " * 3
    assert guess(text.encode("cp1251")) == text


@pytest.mark.parametrize(
    "name", ["unicode_escape", "idna", "punycode", "undefined", "zlib", "a\0b"]
)
def test_codecs_that_are_no_charsets_are_not_used(name: str) -> None:
    assert decode("Müller \\x41".encode(), name) == "Müller \\x41"


@given(
    st.binary(max_size=200), st.sampled_from(["", "utf-8", "utf-16", "utf-7", "gb2312", "hz", "x"])
)
def test_nothing_raises(data: bytes, declared: str) -> None:
    decode(data, declared).encode()  # no half characters either
