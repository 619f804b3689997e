"""Address books as vCard 2.1, 3.0 and 4.0: one or many cards a file.

vobject reads a single card well (folding, quoted-printable, charsets), but one broken card would
cost it the rest of the file, and pictures would cost memory; so the cards are cut apart here.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from theirside.conversation import Contact
from theirside.errors import IntakeError
from theirside.intake.chat import phone_number
from theirside.intake.format import Options
from theirside.intake.jsonl_form import readable
from theirside.intake.lines import lines
from theirside.intake.report import Report
from theirside.intake.source import Source

NAME = "vcard"

BROKEN = "a card that cannot be read"
NO_END = "a card without an end"
NOBODY = "a card without a name, address or phone"

CARD_LINES = 5_000
"""What is longer is no card."""

_BEGIN = re.compile(r"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END = re.compile(r"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
_BULKY = re.compile(r"(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|AGENT)[;:]", re.IGNORECASE)


@dataclass(slots=True)
class _Card:
    line: int
    lines: list[str] = field(default_factory=list)
    ended: bool = False


def recognises(source: Source) -> float:
    """Certain where the first line begins a card."""
    first = source.head_text.lstrip("\ufeff\n ").split("\n", 1)[0]
    return 1.0 if _BEGIN.fullmatch(first) else 0.0


def read(source: Source, report: Report, options: Options) -> Iterator[Contact]:
    """Yield the people of an address book; each card is an item."""
    del options
    counted = report.found
    for card in _cards(source):
        item = f"{source.name}:{card.line}"
        contact = _contact(card) if card.ended else None
        if not card.ended:
            report.skip(item, NO_END)
        elif contact is None:
            report.skip(item, BROKEN)
        elif not (contact.name or contact.emails or contact.phones):
            report.skip(item, NOBODY)
        else:
            report.keep(NAME)
            yield contact
    if report.found == counted:
        raise IntakeError(source.name, "no address card found in it")


def _cards(source: Source) -> Iterator[_Card]:
    """Cut a file into cards, leaving out pictures and sounds; lines between cards don't count."""
    card: _Card | None = None
    bulky = False
    for number, line in enumerate(lines(source), start=1):
        if _BEGIN.fullmatch(line):
            if card is not None:
                yield card
            card, bulky = _Card(number), False
        if card is None:
            continue
        bulky = bool(_BULKY.match(line)) or (bulky and line[:1] in ("", " ", "\t"))
        if not bulky and len(card.lines) < CARD_LINES:
            card.lines.append(line)
        if _END.fullmatch(line):
            card.ended = len(card.lines) < CARD_LINES
            yield card
            card = None
    if card is not None:
        yield card


def _contact(card: _Card) -> Contact | None:
    """Return the person on a card; ``None`` if vobject can't read it."""
    import vobject

    # It would log lines of the card that it passes over, and those are somebody's data.
    logging.getLogger("vobject.base").disabled = True
    try:
        read = vobject.readOne("\n".join(card.lines), ignoreUnreadable=True, allowQP=True)
        return _described(read.contents)
    except Exception:  # noqa: BLE001 - vobject raises whatever its parts raise
        return None


def _described(contents: dict[str, list[Any]]) -> Contact:
    """Return what a card's properties say of a person."""
    company = _first(contents, "org")
    role = _first(contents, "title") or _first(contents, "role")
    emails = [
        _text(entry.value).removeprefix("mailto:").lower() for entry in contents.get("email", [])
    ]
    phones = [
        phone_number(_text(entry.value).removeprefix("tel:")) for entry in contents.get("tel", [])
    ]
    return Contact(
        name=_first(contents, "fn") or _name(contents) or _first(contents, "nickname"),
        emails=tuple(dict.fromkeys(email for email in emails if "@" in email)),
        phones=tuple(dict.fromkeys(phone for phone in phones if phone)),
        company=company,
        role=role,
    )


def _first(contents: dict[str, list[Any]], name: str) -> str:
    """Return the first part of the first property of this name; of ORG that is the company."""
    for entry in contents.get(name, []):
        value = entry.value
        if text := _text(value[0] if isinstance(value, list) and value else value):
            return text
    return ""


def _name(contents: dict[str, list[Any]]) -> str:
    """Return given and family name put together, for cards without a formatted name."""
    for entry in contents.get("n", []):
        parts = (getattr(entry.value, part, "") for part in ("given", "additional", "family"))
        words = (" ".join(part) if isinstance(part, list) else str(part) for part in parts)
        if text := _text(" ".join(words)):
            return text
    return ""


def _text(value: object) -> str:
    return " ".join(readable(value).split()) if isinstance(value, str) else ""
