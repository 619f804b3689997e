"""Text to sentence spans, with exact offsets: what everything that quotes people rests on.

Real mail and real transcripts decide the rules: lines hard-wrapped at 72 columns belong together,
while a greeting, a list item or a blank line ends a sentence that has no full stop; a transcript
may have no punctuation for a minute. The well-kept splitters (pysbd, blingfire, NLTK's punkt)
were left out because they change the text or lose its offsets, know no wrapped lines, or bring
a large dependency.

Every character that is not whitespace belongs to exactly one span. Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from theirside.reader.abbreviations import MAYBE, NEVER, NUMBERED, STARTERS
from theirside.reader.blocks import blocks

Span = tuple[int, int]

LONGEST = 60
"""Words after which a sentence is cut at a clause boundary."""
_PIECE = 20
"""Words that each piece of a cut sentence has at least."""

_END = re.compile(
    r"""
    (?P<wide>[。！？｡]+)[”’」』）\)"']*
    | (?P<mark>[.!?…]+)[”’"'»)\]*_]*(?=\s|$)
    | (?P<emoji>(?:[\U0001F300-\U0001FAFF\u2600-\u27BF]\uFE0F?)+)(?=\s+[A-Z])
    """,
    re.VERBOSE,
)
_TRAIL = re.compile(r"(?:\s*(?:[\U0001F300-\U0001FAFF\u2600-\u27BF]\uFE0F?|[:;]-?[)(DP](?!\w)))+")
_NEXT = re.compile(r"[\s\"'“‘«(\[*_]*(\S[\w'’]*)")
_LAST = re.compile(r"[^\s(\[\"“‘«—–]{1,40}$")
_CLAUSE = re.compile(
    r"(?<=[\w,;])\s+(?=(?:and|but|so|because|then|or|which|when|if)\s+"
    r"(?:then\s+|so\s+|now\s+)?(?:I|we|you|they|it|he|she|there|that|this|the|my|our)\b)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")


def spans(text: str) -> Iterator[Span]:
    """Yield ``(start, end)`` of each sentence of the text, whitespace trimmed, in order."""
    for start, end in blocks(text):
        for left, right in _sentences(text, start, end):
            yield from _pieces(text, left, right)


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    left = start
    position = start
    while match := _END.search(text, position, end):
        position = match.end()
        if not _ends(text, left, match, end):
            continue
        if trail := _TRAIL.match(text, position, end):
            position = trail.end()
        if trimmed := _trim(text, left, position):
            yield trimmed
        left = position
    if trimmed := _trim(text, left, end):
        yield trimmed


def _ends(text: str, left: int, match: re.Match[str], end: int) -> bool:
    """Say whether the marks that were found end a sentence that began at ``left``."""
    if match["mark"] is None:
        return True
    following = _NEXT.match(text, match.end(), end)
    if following is None:
        return True
    opener, mark = following[1], match["mark"]
    if opener[0].islower() and (len(match[0]) > len(mark) or mark[-1] == "…" or mark == "..."):
        return False
    if mark != ".":
        return True
    return _full_stop(text, left, match.start(), opener)


def _full_stop(text: str, left: int, stop: int, opener: str) -> bool:
    """Say whether the dot at ``stop`` ends the sentence, given the word that follows."""
    found = _LAST.search(text, max(left, stop - 40), stop)
    last = found[0] if found else ""
    word = last.casefold()
    if word in NEVER or (word in NUMBERED and opener[0].isdigit()):
        return False
    if found and found.start() == left and (word.isdigit() or len(word) == 1) and word != "i":
        return False  # "1. First item"
    plainly = opener.replace("’", "'").casefold() in STARTERS and not opener[0].islower()
    if word in MAYBE or (len(last) == 1 and last.isupper() and last != "I"):
        return plainly
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):
        return plainly
    return not opener[0].islower() or (word.isalpha() and len(word) > 1)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut a sentence of more than ``LONGEST`` words where clauses meet, if it can be cut."""
    if end - start <= 2 * LONGEST:
        yield start, end
        return
    left = _WORD.finditer(text, start, end)
    words = [each.start() for each in left]
    if len(words) <= LONGEST:
        yield start, end
        return
    rank = {position: index for index, position in enumerate(words)}
    begin, done = start, 0
    for match in _CLAUSE.finditer(text, start, end):
        at = rank.get(match.end())
        if at is None or at - done < _PIECE or len(words) - at < _PIECE // 2:
            continue
        yield begin, match.start()
        begin, done = match.end(), at
    yield begin, end


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
