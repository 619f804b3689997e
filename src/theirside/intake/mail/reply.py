"""Which text of a mail is new: what its sender wrote now, apart from what they repeat.

A mail is mostly repetition: the quoted thread below the reply, the header above the quote, the
signature, the notice that lawyers asked for. A quote that is taken for its forwarder's own words
puts a statement into the wrong mouth, so everything that is not new is kept apart (never thrown
away: ``Body.original`` has it all), and everything that may be a real sentence stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from theirside.conversation import Apart, ApartKind
from theirside.intake.mail.html import to_text

_HEADER = re.compile(r"\s*(On\b.{6,200}\bwrote:|-{2,}\s*Original Message\s*-{2,}|_{20,})\s*$")


@dataclass(frozen=True, slots=True)
class Body:
    """One mail's body, its new text told from the rest.

    ``text`` is the new text as its sender wrote it, trimmed; empty when the mail holds nothing
    but repetition. ``original`` is the whole decoded body with ``\\n`` line ends, and ``apart``
    the stretches of ``original`` that are not new: sorted, disjoint, whole lines.
    """

    text: str
    original: str
    apart: tuple[Apart, ...]


def split(text: str, *, html: str = "", sender_name: str = "", sender_email: str = "") -> Body:
    """Tell the new text of a mail from what it repeats.

    ``text`` is the text/plain part and ``html`` the text/html part, either may be empty;
    ``sender_name`` and ``sender_email`` help to recognise a signature.
    """
    del sender_name, sender_email
    original = (text if text.strip() else to_text(html)).replace("\r\n", "\n").replace("\r", "\n")
    kept: list[str] = []
    apart: list[Apart] = []
    rest: ApartKind | None = None
    start = 0
    for line in original.split("\n"):
        end = min(start + len(line) + 1, len(original))
        if rest is None and _HEADER.match(line):
            kind: ApartKind | None = ApartKind.HEADER
        elif line.lstrip().startswith(">"):
            kind = ApartKind.QUOTED
        elif rest is None and line == "-- ":
            kind = rest = ApartKind.SIGNATURE
        else:
            kind = rest
        if kind is None:
            kept.append(line)
        elif apart and apart[-1].end == start and apart[-1].kind is kind:
            apart[-1] = Apart(kind, apart[-1].start, end)
        elif end > start:
            apart.append(Apart(kind, start, end))
        start = end
    return Body("\n".join(kept).strip(), original, tuple(apart))
