"""Notices that nobody wrote for this mail: confidentiality, virus scans, list footers, adverts.

A paragraph is a notice when it holds a phrase that only lawyers and machines write, or two that
they often write. "Please keep this confidential" is neither: it is a person asking.
"""

from __future__ import annotations

import re
from itertools import pairwise

from theirside.conversation import ApartKind
from theirside.intake.mail.languages import Lexicon
from theirside.intake.mail.lines import Line

_FOOTER_RULE = re.compile(r"[_=*#~-]{2,}(?:\s{1,4}[_=*#~-]{5,})*")
_LIST = re.compile(
    r"mailing list\b|mailman/listinfo|mail\.python\.org/mailman|[\w.-]+@(?:lists?|googlegroups)\."
    r"|^(?:to )?unsubscribe\b|\bscripts/wa\.exe|groups\.google\.com/|list archives?:"
    r"|/listinfo/|yahoogroups"
    r"|to (?:view|visit) this discussion|your use of yahoo",
    re.IGNORECASE,
)
_SHORTEST = 25
"""Characters below which a paragraph is too short to be a notice."""
_LONGEST_LINE = 1500
"""Characters of a first line beyond which it is a whole mail that lost its line ends."""
_LONGEST_FOOTER = 14


def mark_notices(lines: list[Line], words: Lexicon) -> None:
    """Set ``kind`` on the new lines that are notices."""
    paragraphs = _paragraphs(lines)
    folded = [_folded(lines, first, last) for first, last in paragraphs]
    noticed = [_is_notice(text, words) for text in folded]
    for number, (first, last) in enumerate(paragraphs):
        beside = any(noticed[max(number - 1, 0) : number]) or any(noticed[number + 1 : number + 2])
        if noticed[number] or (beside and words.hint.search(folded[number])):
            start = _beginning(lines, first, last, words)
            if start is None:
                continue
            for line in lines[_rule_above(lines, start) : last]:
                line.kind = ApartKind.DISCLAIMER
    _mark_list_footer(lines)
    _mark_blanks(lines)


def _beginning(lines: list[Line], first: int, last: int, words: Lexicon) -> int | None:
    """Return the line of a paragraph on which its notice begins; ``None`` if it can't be told.

    People write straight above what their server adds, without a blank line.
    """
    if last - first == 1:
        long = len(lines[first].text) > _LONGEST_LINE
        return None if long and not any(line.bare for line in lines[:first]) else first
    number = first
    while number < last - 1:
        reach = number + 1 if _ends_sentence(lines[number]) else number + 2
        text = _folded(lines, number, reach)
        if words.notice.search(text) or words.hint.search(text):
            break
        number += 1
    while number > first and not _ends_sentence(lines[number - 1]):
        number -= 1
    return number


def _ends_sentence(line: Line) -> bool:
    return line.bare.endswith((".", "!", "?", ":", ",", "。")) or len(line.bare) < 45


def _paragraphs(lines: list[Line]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    first: int | None = None
    for position, line in enumerate(lines):
        written = line.kind is None and bool(line.bare)
        if written and first is None:
            first = position
        elif not written and first is not None:
            found.append((first, position))
            first = None
    if first is not None:
        found.append((first, len(lines)))
    return found


def _folded(lines: list[Line], first: int, last: int) -> str:
    text = " ".join(line.text.strip() for line in lines[first : min(last, first + 60)])
    return text[:6000].casefold().replace("\u2019", "'").replace("\u00a0", " ")


def _is_notice(text: str, words: Lexicon) -> bool:
    if len(text) < _SHORTEST:
        return False
    if words.notice.search(text):
        return True
    return len({found.group() for found in words.hint.finditer(text)}) > 2


def _rule_above(lines: list[Line], first: int) -> int:
    """Return where a notice begins: at the line drawn above it, if one is."""
    above = first - 1
    while above >= 0 and lines[above].is_blank and lines[above].kind is None:
        above -= 1
    if above >= 0 and lines[above].kind is None and _is_rule(lines[above].bare):
        return above
    return first


def _is_rule(bare: str) -> bool:
    return len(bare) >= 2 and bool(_FOOTER_RULE.fullmatch(bare))


def _mark_list_footer(lines: list[Line]) -> None:
    """Mark what a mailing list adds at the end: a drawn line and the list's name and address."""
    written = [number for number, line in enumerate(lines) if line.kind is None and line.bare]
    tail = written[-_LONGEST_FOOTER:]
    for number in reversed(tail):
        if _is_rule(lines[number].bare) and number != tail[-1]:
            below = [lines[other].bare for other in tail if other > number]
            if any(_LIST.search(bare) for bare in below[:6]):
                for line in lines[number:]:
                    line.kind = line.kind or ApartKind.DISCLAIMER
                return


def _mark_blanks(lines: list[Line]) -> None:
    for above, line in pairwise(lines):
        if line.is_blank and line.kind is None and above.kind is ApartKind.DISCLAIMER:
            line.kind = ApartKind.DISCLAIMER
