"""Who a mail is from and to, seen through mailing lists that put their own address there."""

from __future__ import annotations

import re

from theirside.conversation import Speaker
from theirside.intake.mail.addresses import parse_addresses
from theirside.intake.mail.head import Head

_VIA = re.compile(r"['\"]?(?P<name>.+?)['\"]? via [\w .&'-]+\Z")
_NOBODY = Speaker()


def sender_of(head: Head) -> Speaker:
    """Return who wrote the mail; a speaker without name and address where nothing tells."""
    for name in ("from", "sender", "return-path"):
        found = parse_addresses(head.raw(name)) if name in head else ()
        if found:
            return _behind_list(head, found[0])
    return _NOBODY


def stated_address(head: Head) -> str:
    """Return the address that the mail itself claims to come from, be it a person's or not."""
    found = parse_addresses(head.raw("from"))
    return found[0].email if found else ""


def recipients_of(head: Head) -> tuple[Speaker, ...]:
    """Return all that To and Cc name, each once."""
    found = [
        speaker
        for name in ("to", "cc")
        for value in head.raws(name)
        for speaker in parse_addresses(value)
    ]
    return tuple({speaker.email or speaker.name: speaker for speaker in reversed(found)}.values())[
        ::-1
    ]


def _behind_list(head: Head, speaker: Speaker) -> Speaker:
    """Undo what lists do for DMARC: "Dana Whitfield via Users <users@lists.example>".

    Only where the list kept the author's address in a field of its own, or in a Reply-To that
    names the same person or nobody else.
    """
    via = _VIA.match(speaker.name)
    if via is None:
        return speaker
    for field in ("x-original-from", "x-original-sender", "x-mailfrom", "reply-to"):
        for other in parse_addresses(head.raw(field)):
            same_name = other.name.casefold() in {"", via["name"].casefold()}
            if other.email and other.email != speaker.email and same_name:
                if field == "reply-to" and not other.name:
                    continue
                return Speaker(name=via["name"], email=other.email)
    return Speaker(name=via["name"])
