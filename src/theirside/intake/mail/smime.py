"""S/MIME's opaque signature opened: the mail inside a CMS SignedData (RFC 5652, RFC 8551).

The signature is not checked; only the content is taken out, for which a walk over the outer DER
(or BER) objects is enough. A whole cryptography library would be a heavy dependency for that.
"""

from __future__ import annotations

from collections.abc import Iterator

_SIGNED_DATA = bytes.fromhex("06092a864886f70d010702")
_DATA = bytes.fromhex("06092a864886f70d010701")
_SEQUENCE, _CONTEXT_0, _OCTETS, _OCTET_PIECES = 0x30, 0xA0, 0x04, 0x24
_DEEPEST = 8


def signed_content(data: bytes) -> bytes | None:
    """Return the mail within signed data; None where it is encrypted or not CMS at all."""
    try:
        return _content(data)
    except (IndexError, ValueError):
        return None


def _content(data: bytes) -> bytes | None:
    if _SIGNED_DATA not in data[:64]:
        return None
    at = data.find(_DATA)
    if at < 0:
        return None
    tag, start, end = _object(data, at + len(_DATA))
    if tag != _CONTEXT_0:
        return None
    return b"".join(_octets(data, start, end, 0))


def _octets(data: bytes, start: int, end: int, depth: int) -> Iterator[bytes]:
    """Yield the pieces of an octet string, which BER may cut up."""
    if depth > _DEEPEST:
        raise ValueError
    at = start
    while at < end and data[at : at + 2] != b"\0\0":
        tag, inner, stop = _object(data, at)
        if tag == _OCTETS:
            yield data[inner:stop]
            at = stop
        elif tag == _OCTET_PIECES and stop < len(data):
            yield from _octets(data, inner, stop, depth + 1)
            at = stop
        elif tag == _OCTET_PIECES:  # indefinite length: the pieces run up to two zero bytes
            yield from _octets(data, inner, len(data), depth + 1)
            return
        else:
            raise ValueError


def _object(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the tag of the object at ``at`` and where its content starts and ends."""
    tag, length = data[at], data[at + 1]
    start = at + 2
    if length == 0x80:
        return tag, start, len(data)
    if length > 0x80:
        size = length & 0x7F
        length = int.from_bytes(data[start : start + size], "big")
        start += size
    return tag, start, start + length
