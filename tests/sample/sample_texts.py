"""The sample workspace, read with the standard library for the tests beside this file."""

from __future__ import annotations

import mailbox
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import theirside

SAMPLE = Path(theirside.__file__).parent / "sample"
US = "ambleround.example"
BOXES = ("Inbox", "Sent")
CALLS = sorted((SAMPLE / "calls").iterdir())
CHATS = sorted((SAMPLE / "chat").iterdir())
CUSTOMERS = {
    "skarvoy-seafood.example",
    "kessbach-kuehl.example",
    "penmarrow-pools.example",
    "brannigan-creamery.example",
    "quillmark-labs.example",
}


@cache
def box(name: str) -> tuple[EmailMessage, ...]:
    archive = mailbox.mbox(SAMPLE / "mail" / f"{name}.mbox", create=False)
    parsed = tuple(
        message_from_bytes(archive.get_bytes(key), policy=policy.default)
        for key in archive.iterkeys()
    )
    archive.close()
    return tuple(each for each in parsed if isinstance(each, EmailMessage))


def messages() -> Iterator[EmailMessage]:
    for name in BOXES:
        yield from box(name)


def sent_at(message: EmailMessage) -> datetime:
    return parsedate_to_datetime(str(message["Date"]))


def address(message: EmailMessage) -> str:
    return getaddresses([str(message["From"])])[0][1]


def body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    assert part is not None
    content = part.get_content()
    assert isinstance(content, str)
    return content


def everything_written() -> str:
    """All texts of the sample, decoded, in one string."""
    texts = [body(message) for message in messages()]
    files = [*CALLS, *CHATS, SAMPLE / "contacts.vcf", SAMPLE / "offer.yaml", SAMPLE / "README.md"]
    return "\n".join([*texts, *(path.read_text(encoding="utf-8") for path in files)])


def offer() -> dict[str, Any]:
    loaded = yaml.safe_load((SAMPLE / "offer.yaml").read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded
