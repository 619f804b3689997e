"""Bytes to text, whatever charset a mail declares, truly or not.

Mail programs declare ``us-ascii`` for Windows text, ``gb2312`` for GB18030, ``x-unknown`` for
anything. So a declared charset is taken as its superset in practice (as the WHATWG Encoding
Standard does for the web: https://encoding.spec.whatwg.org/#names-and-labels), and where the
bytes contradict it, the bytes win. charset-normalizer is asked last, because it is slow and
guesses badly on short text.
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

_SUPERSETS = {
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "ansi_x3.4-1968": "cp1252",
    "latin1": "cp1252",
    "iso-8859-1": "cp1252",
    "iso-8859-9": "cp1254",
    "iso-8859-11": "cp874",
    "tis-620": "cp874",
    "iso-8859-8-i": "iso-8859-8",
    "iso-8859-8-e": "iso-8859-8",
    "iso-8859-6-i": "iso-8859-6",
    "gb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "gb2312_charset": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "chinesebig5": "cp950",
    "big5": "cp950",
    "x-x-big5": "cp950",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "iso-2022-jp": "iso2022_jp_ext",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-japanese": "cp932",
    "unicode-1-1-utf-7": "utf-7",
    "utf8": "utf-8",
    "unicode": "utf-16",
}
_UNTOLD = frozenset({"", "unknown", "unknown-8bit", "x-unknown", "x-user-defined", "default"})
_NOT_CHARSETS = frozenset({
    "idna", "punycode", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape",
    "unicode-escape", "undefined", "mbcs", "oem",
})  # fmt: skip
_SINGLE_BYTES = ("iso8859", "cp125", "cp874", "koi8", "mac")
_SAMPLE_BYTES = 8192
_ENOUGH_TO_GUESS = 12
_ENOUGH_TO_TELL_WESTERN = 400
_ASCII = bytes(range(128))
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_JAPANESE_ESCAPE = re.compile(rb"\x1b\$[@B]")


def decode(data: bytes, declared: str = "") -> str:
    """Decode ``data``, declared to be of charset ``declared`` (may be empty, wrong, unheard of).

    Never raises; bytes that fit nothing become U+FFFD.
    """
    charset = declared.strip().strip("\"'").lower()
    if charset.startswith(("utf-16", "utf-32", "unicode", "utf-7", "ucs")):
        return _wide(data, _SUPERSETS.get(charset, charset))
    if data.isascii() and b"\x1b" not in data and charset not in {"hz-gb-2312", "hz"}:
        return data.decode("ascii")
    codec = _codec(_SUPERSETS.get(charset, charset))
    if codec and codec not in {"cp1252", "utf-8"}:
        return _as_declared(data, codec)
    return _western_or_utf8(data, codec)


@lru_cache(maxsize=256)
def _codec(charset: str) -> str:
    """Return Python's name of a text charset; empty where there is none."""
    if charset in _UNTOLD or charset in _NOT_CHARSETS:
        return ""
    try:
        info = codecs.lookup(charset)
        b"a".decode(charset, errors="replace")  # tells codecs that are no charsets
    except (LookupError, ValueError):
        return ""
    return "" if info.name in _NOT_CHARSETS else info.name


def _wide(data: bytes, charset: str) -> str:
    """Decode the Unicode charsets that hold no plain ASCII, unless plain ASCII is what it is."""
    wide = charset != "utf-7"
    if wide and b"\0" not in data and _decodes(data, "utf-8"):
        return data.decode("utf-8")
    codec = _codec(charset)
    text = data.decode(codec, errors="replace") if codec else guess(data)
    text = _HALF_CHARACTER.sub("\ufffd", text)  # which Python's UTF-7 lets through
    return text if wide or "\ufffd" not in text else guess(data)


def _as_declared(data: bytes, codec: str) -> str:
    """Decode as declared; where that fails and UTF-8 does not, it was UTF-8.

    In a charset of single bytes nothing fails; but what is sound UTF-8 there is nothing else.
    """
    if codec.startswith(_SINGLE_BYTES) and _decodes(data, "utf-8"):
        return data.decode("utf-8")
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        if _decodes(data, "utf-8"):
            return data.decode("utf-8")
        return data.decode(codec, errors="replace")


def _western_or_utf8(data: bytes, codec: str) -> str:
    """Decode what is declared as ASCII, Latin-1, UTF-8 or nothing at all."""
    if _JAPANESE_ESCAPE.search(data) and _decodes(data, "iso2022_jp_ext"):
        return data.decode("iso2022_jp_ext")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if codec == "cp1252":
        return data.decode("cp1252", errors="replace")
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    whole = sum(character > "\x7f" for character in mended) - broken
    return mended if whole > broken else guess(data)


def guess(data: bytes) -> str:
    """Decode bytes that nobody told us the charset of."""
    if _decodes(data, "utf-8"):
        return data.decode("utf-8")
    foreign = len(data.translate(None, _ASCII))
    if len(data) < _ENOUGH_TO_GUESS or foreign * 2 < len(data) < _ENOUGH_TO_TELL_WESTERN:
        return data.decode("cp1252", errors="replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE_BYTES], threshold=0.3).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _decodes(data: bytes, charset: str) -> bool:
    try:
        data.decode(charset)
    except UnicodeDecodeError:
        return False
    return True
