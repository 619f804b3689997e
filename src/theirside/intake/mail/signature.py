"""Signatures: the sign-off, the name, and the address block below what somebody wrote.

A signature stands at the end of what was written, it is short, and it holds names, numbers and
links rather than sentences. Where it begins is told by its delimiter ("-- "), its sign-off ("Kind
regards,"), the sender's own name, or a program's line ("Sent from my …"); what follows must look
like a signature, else it stays: a lost sentence costs more than a kept phone number.
"""

from __future__ import annotations

import re
from itertools import pairwise

from theirside.conversation import ApartKind
from theirside.intake.mail.languages import Lexicon
from theirside.intake.mail.lines import Line
from theirside.intake.mail.signoff import (
    Block,
    Sender,
    begins_signature,
    closes,
    is_prose,
    looks_signed,
)

_REACH = 60
"""Written lines from the end in which a program's line is looked for."""
_LONGEST = 24
"""Written lines that a signature may have."""
_POSTSCRIPT = re.compile(
    r"(?:P\.? ?P?\.? ?S\.?|N\.?B\.?|З\.Ы\.?)(?:\s*[:.,\-–]|\s+\w)", re.IGNORECASE
)
_LINK_TAIL = re.compile(r"(?<=\S)\s*(?:[<(\[][^<>()\[\]]{0,300}[>)\]]|https?://\S{1,300})\s*$")


def mark_signature(lines: list[Line], words: Lexicon, sender: Sender) -> None:
    """Set ``kind`` on the new lines that are signature, above each quote and at the end."""
    for segment in _segments(lines):
        written = [number for number in segment if lines[number].bare]
        written = _without_program_line(lines, written, words)
        _mark(lines, _signature(lines, written, words, sender))
    _mark_blanks(lines)


def _segments(lines: list[Line]) -> list[list[int]]:
    """New lines before the first quoted one, and those after the last."""
    apart = [
        number
        for number, line in enumerate(lines)
        if line.kind not in {None, ApartKind.DISCLAIMER, ApartKind.SIGNATURE}
    ]
    new = [number for number, line in enumerate(lines) if line.kind is None]
    if not apart:
        return [new]
    head = [number for number in new if number < apart[0]]
    return [head, [number for number in new if number > apart[-1]]]


def _mark(lines: list[Line], numbers: list[int]) -> None:
    for number in numbers:
        lines[number].kind = ApartKind.SIGNATURE


def _mark_blanks(lines: list[Line]) -> None:
    for above, line in pairwise(lines):
        if line.is_blank and line.kind is None and above.kind is ApartKind.SIGNATURE:
            line.kind = ApartKind.SIGNATURE


def is_program_line(bare: str, words: Lexicon) -> bool:
    """Tell whether a line is what a mail program adds: "Sent from my iPhone"."""
    if not 6 < len(bare) < 160:
        return False
    plain = _LINK_TAIL.sub("", bare).strip(" .*_-–—[]()")
    if words.program.match(plain):
        return True
    said, _, excuse = plain.replace("; ", ". ").replace(", ", ". ").partition(". ")
    return bool(words.excuse.search(excuse.casefold())) and words.program.match(said)


def _without_program_line(lines: list[Line], written: list[int], words: Lexicon) -> list[int]:
    """Mark "Sent from my …" lines; return the written lines without them.

    Where nothing else in the mail is quoted, what stands below such a line is the mail replied to:
    programs put the line between the two, and some put no header.
    """
    found = [number for number in written[-_REACH:] if is_program_line(lines[number].bare, words)]
    if not found:
        return written
    _mark(lines, found)
    others = [number for number in written if lines[number].kind is None]
    above = [number for number in written if number < found[0]]
    below = [number for number in written if number > found[-1]]
    quotes = any(line.kind in {ApartKind.QUOTED, ApartKind.FORWARDED} for line in lines)
    if not above or not below or quotes or _POSTSCRIPT.match(lines[below[0]].bare):
        return others
    if looks_signed([lines[number].bare for number in below]):
        _mark(lines, below)
    else:
        for number in range(below[0], len(lines)):
            lines[number].kind = lines[number].kind or ApartKind.QUOTED
    return above


def _signature(lines: list[Line], written: list[int], words: Lexicon, sender: Sender) -> list[int]:
    """Return the lines of the signature at the end of ``written``; a postscript is none."""
    tail = written[-_LONGEST:]
    for place, number in enumerate(tail):
        below = tail[place + 1 :]
        below = below[: _postscript(lines, below)]
        block = Block(lines, number, below, is_first=number == written[0])
        if begins_signature(block, words, sender):
            return [number, *below]
        signed = _before_afterthought(lines, below)
        if 0 < signed < len(below):
            block = Block(lines, number, below[:signed], is_first=block.is_first)
            if begins_signature(block, words, sender) and closes(block, words):
                return [number, *below[:signed]]
    return []


def _before_afterthought(lines: list[Line], numbers: list[int]) -> int:
    """Return how many lines stand before a paragraph that begins like a sentence."""
    for place, number in enumerate(numbers):
        if place and not lines[number - 1].bare and is_prose(lines[number].bare):
            return place
    return len(numbers)


def _postscript(lines: list[Line], numbers: list[int]) -> int:
    for place, number in enumerate(numbers):
        if _POSTSCRIPT.match(lines[number].bare):
            return place
    return len(numbers)
