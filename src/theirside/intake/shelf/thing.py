"""A thing worth giving: a note, a link or an article."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from theirside.intake.shelf.address import plain_address

LONGEST_TITLE = 200
"""Characters; a longer title is cut."""
LONGEST_TEXT = 100_000
"""Characters of a thing's text that are kept: some fifty pages."""


class ThingKind(StrEnum):
    """What a thing is: words of ours, an address, or a text that somebody wrote."""

    NOTE = "note"
    LINK = "link"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing on the shelf.

    ``id`` is the same each time the same thing is read: made of the address, else of title and
    text. ``text`` is all that is known of it beside the title (may be empty). ``tags`` are the
    folders or labels that it lay under. ``source`` names the file it came from, ``format`` the
    format that was recognised (both empty for what was typed).
    """

    id: str
    kind: ThingKind
    title: str
    text: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    source: str = ""
    format: str = ""


def thing(
    kind: ThingKind,
    title: str,
    text: str = "",
    url: str = "",
    *,
    tags: tuple[str, ...] = (),
    source: str = "",
    form: str = "",
) -> Thing:
    """Return a thing, tidied: an address without its tracking marks, a title on one line.

    Without a title the first words are it. Raises ``ValueError`` where there is neither title nor
    text, or the address is none of the web.
    """
    named = " ".join(title.split())
    told = text.strip()[:LONGEST_TEXT].rstrip()
    address = plain_address(url)[0] if url else ""
    if not named and not told:
        raise ValueError("neither a title nor words")
    named = named or _first_words(told)
    made_of = address or f"{named}\n{told}"
    return Thing(
        hashlib.blake2b(made_of.casefold().encode(), digest_size=8).hexdigest(),
        kind,
        named if len(named) <= LONGEST_TITLE else named[: LONGEST_TITLE - 1].rstrip() + "…",
        told,
        address,
        tuple(dict.fromkeys(" ".join(tag.split()) for tag in tags if tag.strip())),
        source,
        form,
    )


def _first_words(text: str) -> str:
    """Return what a text without a title may be called: its first line or sentence, or a part."""
    line = next(line.strip() for line in text.splitlines() if line.strip())
    first = re.split(r"(?<=[.!?])\s", line, maxsplit=1)[0]
    words = first.split()
    return " ".join(words) if len(words) <= 12 else " ".join(words[:10]) + " …"
