"""What is inside a vCon: its signed wrapping, its parties, its bodies, its transcripts.

Written after draft-ietf-vcon-vcon-core (syntax 0.4.0) with the older names that files in the wild
still have: ``meta.role``, ``email`` beside ``mailto``, transcripts under other analysis types. The
library ``vcon`` is not used: it models and signs containers, but brings ten packages and does not
turn any of the transcript forms into turns.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from theirside.conversation import Side, Speaker
from theirside.intake.loose_json import fields, items, parsed_text, text
from theirside.intake.speaker_names import phone_number, speaker_of

Parts = Mapping[str, object]

_SIDES = {
    "agent": Side.OURS,
    "supervisor": Side.OURS,
    "sme": Side.OURS,
    "customer": Side.THEIRS,
    "client": Side.THEIRS,
    "caller": Side.UNKNOWN,
}
_COMPACT = re.compile(r"[\w-]+\.[\w-]*\.[\w-]+(?:\.[\w-]+\.[\w-]+)?")


@dataclass(frozen=True, slots=True)
class Opened:
    """A vCon without its wrapping, and what the wrapping was."""

    vcon: Parts
    signed: bool = False
    encrypted: bool = False


def opened(value: object) -> Opened:
    """Take a vCon out of its signature (JWS, any serialization); an encrypted one stays shut.

    The signature is not checked: that would need the keys of whoever signed.
    """
    if isinstance(value, str):
        return _opened_compact(value.strip())
    held = fields(value)
    if "ciphertext" in held:
        return Opened({}, encrypted=True)
    if "payload" in held and ("signatures" in held or "signature" in held):
        payload = held["payload"]
        inside = _opened_payload(payload) if isinstance(payload, str) else fields(payload)
        return Opened(inside, signed=True, encrypted="ciphertext" in inside)
    return Opened(held)


def is_compact(value: str) -> bool:
    """Say whether text is a JWS (three parts) or JWE (five) in compact serialization."""
    return value.startswith("eyJ") and bool(_COMPACT.fullmatch(value))


def body_of(part: Parts) -> object:
    """Return a dialog's or analysis' body with its encoding undone; a string stays a string."""
    body = part.get("body")
    encoding = text(part, "encoding").casefold()
    if isinstance(body, str) and encoding == "base64url":
        data = _unbased(body)
        return data.decode("utf-8", errors="replace") if data is not None else body
    if isinstance(body, str) and encoding == "json":
        value = parsed_text(body)
        return body if value is None else value
    return body


def people_of(vcon: Parts) -> tuple[Speaker, ...]:
    """Return the parties as speakers, by their index."""
    return tuple(_person(party) for party in _parties(vcon))


class Who:
    """Says which party a transcript's label means; what is not certain stays the label."""

    def __init__(self, vcon: Parts) -> None:
        self._people = people_of(vcon)
        self._roles = [_role(party) for party in _parties(vcon)]

    def __call__(self, label: str) -> Speaker:
        wanted = label.strip().casefold()
        if not wanted:
            return Speaker()
        named = [one for one in self._people if one.name.casefold() == wanted]
        if len(named) == 1:
            return named[0]
        role = re.match(r"[a-z]+", wanted)
        if role and self._roles.count(role[0]) == 1 and not re.search(r"\d", wanted):
            return self._people[self._roles.index(role[0])]
        number = re.fullmatch(r"(?:speaker[ _]?)?(\d{1,3})", wanted)
        if number:
            # A diarisation's number is not a party's index: nobody knows which voice is whose.
            return Speaker(f"Speaker {int(number[1])}")
        return speaker_of(label)


def _parties(vcon: Parts) -> list[Parts]:
    """Return the parties in their places: a broken one stays, empty, so that no index shifts."""
    return [fields(party) for party in items(vcon.get("parties"))]


def _person(party: Parts) -> Speaker:
    name = text(party, "name").strip()
    named = speaker_of("" if name.casefold() == "anonymous" else name)
    email = text(party, "mailto", "email").strip().lower().removeprefix("mailto:")
    return Speaker(
        name=named.name,
        email=email.split("?")[0],
        phone=phone_number(text(party, "tel")) or named.phone,
        company=text(party, "org").strip() or named.company,
        side=_SIDES.get(_role(party), Side.UNKNOWN),
    )


def _role(party: Parts) -> str:
    return (text(party, "role") or text(fields(party.get("meta")), "role")).strip().casefold()


def _opened_compact(value: str) -> Opened:
    parts = value.split(".")
    if len(parts) == 5:
        return Opened({}, encrypted=True)
    return Opened(_opened_payload(parts[1]) if len(parts) == 3 else {}, signed=True)


def _opened_payload(payload: str) -> Parts:
    data = _unbased(payload)
    inside = parsed_text(data.decode("utf-8", errors="replace")) if data is not None else None
    return fields(inside)


def _unbased(encoded: str) -> bytes | None:
    """Decode base64url without its padding (RFC 7515), and plain base64 that some write."""
    bare = "".join(encoded.split()).rstrip("=").replace("+", "-").replace("/", "_")
    try:
        return base64.urlsafe_b64decode(bare + "=" * (-len(bare) % 4))
    except (binascii.Error, ValueError):
        return None


def indexes(value: object) -> Sequence[int]:
    """Return the indexes of a field that holds one, a list, or lists of them by channel."""
    if isinstance(value, bool):
        return ()
    if isinstance(value, int):
        return (value,)
    if isinstance(value, list):
        return [index for each in value for index in indexes(each)]
    return ()
