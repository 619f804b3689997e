"""Real texts that the review of drafts is measured on: what they are, and how each is named.

Nobody here wrote them and none of them is kept: a text is named by where it comes from and a digest
of its words, and the parts of each source are told apart by that digest.
"""

from __future__ import annotations

import csv
import mailbox
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header, make_header
from email.message import Message
from hashlib import blake2b
from pathlib import Path

from theirside.care.review import DraftKind

TURNS = 5
"""Persuaders' turns are dealt out in so many lots: there are ten thousand, all for one cause."""
LOTS = frozenset({0, 1, 2, 3})
"""The lots that are read."""
FIRST, SECOND, THIRD, FRESH = "first", "second", "third", "fresh"
"""The parts in the order in which they were judged; after each but the last, rules were tuned
on it. What a part said before that stands in docs/quality.md."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text as a draft. ``whole`` is False where it is a sentence without its mail."""

    source: str
    text: str
    kind: DraftKind
    whole: bool

    @property
    def id(self) -> str:
        """Its identifier: source and digest."""
        digest = blake2b(self.text.encode(), digest_size=6).hexdigest()
        return f"{self.source}:{digest}"

    @property
    def part(self) -> str:
        """Which part it belongs to; mails and sentences have halves, turns whole lots."""
        if self.source == "persuader" and self.lot == max(LOTS):
            return FRESH
        if self.source == "answer" or (self.source == "persuader" and self.lot):
            return THIRD
        return FIRST if int(self.id[-1], 16) % 2 else SECOND

    @property
    def lot(self) -> int:
        """A number from 0 to ``TURNS`` - 1, by its digest."""
        return int(self.id[-6:-1], 16) % TURNS


def texts(inputs: Path, data: Path) -> list[Text]:
    """Return every text once: mails (also as notes, for respect), sentences, persuaders' turns."""
    found: dict[str, Text] = {}
    for each in (*_mails(inputs), *_answers(inputs), *_sentences(data), *_turns(data)):
        found.setdefault(each.id, each)
    return list(found.values())


def _mails(inputs: Path) -> Iterator[Text]:
    for path in sorted((inputs / "mailing-lists").glob("*.mbox")):
        for letter in mailbox.mbox(path):
            body = _body(letter)
            if body.strip():
                subject = " ".join(str(make_header(decode_header(letter["subject"] or ""))).split())
                head = f"Subject: {subject}\n\n" if subject else ""
                yield Text("mail", head + body, DraftKind.MAIL, whole=True)
                yield Text("note", body, DraftKind.NOTE, whole=True)


def _answers(inputs: Path) -> Iterator[Text]:
    for path in sorted((inputs / "reply-parsing").rglob("*.txt")):
        said = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        yield Text("answer", said, DraftKind.MAIL, whole=True)


def _body(letter: Message) -> str:
    for part in letter.walk():
        if part.get_content_type() == "text/plain":
            raw = part.get_payload(decode=True)
            if isinstance(raw, bytes):
                try:
                    said = raw.decode(part.get_content_charset() or "utf-8", "replace")
                except LookupError:
                    said = raw.decode("latin-1")
                return said.replace("\r\n", "\n").replace("\r", "\n")
    return ""


def _sentences(data: Path) -> Iterator[Text]:
    for path in sorted((data / "email-intent").glob("*.txt")):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            said = line.partition("\t")[2].strip()
            if said:
                yield Text("sentence", said, DraftKind.MAIL, whole=False)


def _turns(data: Path) -> Iterator[Text]:
    path = next((data / "persuasion-for-good").rglob("full_dialog.csv"), None)
    if path is None:
        return
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["B4"] == "0" and row["Unit"].strip():
                turn = Text("persuader", row["Unit"].strip(), DraftKind.MAIL, whole=False)
                if turn.lot in LOTS:
                    yield turn
