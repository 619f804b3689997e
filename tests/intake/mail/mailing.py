"""Mails for the tests to read, and reading them."""

from __future__ import annotations

from pathlib import Path

from theirside.conversation import Conversation
from theirside.intake.format import Letter, Options
from theirside.intake.formats import mbox
from theirside.intake.mail import gather
from theirside.intake.report import Report
from theirside.intake.source import Source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "mail"
DANA = "Dana Whitfield <dana@larkmoor.example>"
RAE = "Rae Okafor <rae@seller.example>"
MONDAY = "Mon, 4 Mar 2024 09:00:00 +0100"


def mail(text: str = "Could we start in May?", **fields: str) -> bytes:
    """Return a mail; keywords are its header fields (``message_id="<1@x.example>"``)."""
    known = {"From": DANA, "To": RAE, "Subject": "The pilot", "Date": MONDAY}
    known |= {name.replace("_", "-").title(): value for name, value in fields.items()}
    head = "".join(f"{name}: {value}\n" for name, value in known.items() if value)
    return f"{head}\n{text}\n".encode()


def letter(folder: Path, raw: bytes, name: str = "1.eml") -> Letter:
    """Return the letter that a file of its own holds."""
    path = folder / name
    path.write_bytes(raw)
    return Letter(Source(name, path), name)


def gathered(folder: Path, *mails: bytes, bulk: bool = False) -> tuple[list[Conversation], Report]:
    """Gather mails, each from a file of its own."""
    report = Report()
    letters = [letter(folder, raw, f"{number}.eml") for number, raw in enumerate(mails)]
    return list(gather(letters, report, Options(bulk=bulk))), report


def gathered_mbox(path: Path) -> tuple[list[Conversation], Report]:
    """Gather the mails of one mbox file."""
    report = Report()
    letters = mbox.read(Source(path.name, path), report, Options())
    return list(gather(letters, report, Options())), report
