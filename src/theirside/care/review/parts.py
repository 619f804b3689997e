"""Which parts of a draft are ours and new: no quoted mail, header, signature, code or table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from theirside.care.review.draft import DraftKind, Part, Span
from theirside.care.review.silence import COMMENT

_FIELD = re.compile(r"[A-Z][A-Za-z-]{1,40}:[ \t]*(?P<value>[^\n]*)(?:\n[ \t]+[^\n]*)*(?:\n|$)")
_MAIL_FIELD = re.compile(r"(?:Subject|To|From|Cc|Date)[ \t]*:", re.IGNORECASE)
_FENCE = re.compile(r"^(?P<fence>```+|~~~+)[^\n]*\n.*?^(?P=fence)[ \t]*$", re.DOTALL | re.MULTILINE)
_CODE_LINE = re.compile(
    r"^(?:(?: {4,}|\t)(?![-*•\d])\S[^\n]*|[^\n]*\|[^\n]*\|[^\n]*|[ \t]*(?:\$|>>>|#!) [^\n]*|"
    r"(?:diff |index [0-9a-f]+|@@ |\+\+\+ |--- )[^\n]*)$",
    re.MULTILINE,
)
_LINK = re.compile(r"<?(?:https?://|www\.)\S+|\S+@\S+\.\w+")
_GREETING = re.compile(
    r"(?i:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings)\b"
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.|[^.!?\n]){0,60}[,:!.]?\s*"
    r"|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?[,:!]\s*"
)


@dataclass(frozen=True, slots=True)
class OwnParts:
    """The stretches that are ours and new, in order, and whether the draft answers something."""

    stretches: tuple[tuple[Part, int, int], ...]
    is_reply: bool


def own_parts(text: str, kind: DraftKind) -> OwnParts:
    """Return which stretches of a draft a review may look at."""
    subject, body = _head(text)
    apart: list[Span] = []
    is_reply = False
    if kind is DraftKind.MAIL:
        found, is_reply = _repeated(text, body)
        apart += found
    for pattern in (COMMENT, _FENCE, _CODE_LINE):
        apart += [match.span() for match in pattern.finditer(text, body)]
    stretches = [(Part.BODY, *span) for span in _without(body, len(text), apart)]
    if subject is not None:
        stretches.insert(0, (Part.SUBJECT, *subject))
    return OwnParts(tuple(each for each in stretches if text[each[1] : each[2]].strip()), is_reply)


def _head(text: str) -> tuple[Span | None, int]:
    """Return where the subject's words stand, and where the body begins below the header."""
    if not _MAIL_FIELD.match(text):
        return None, 0
    subject: Span | None = None
    at = 0
    while match := _FIELD.match(text, at):
        if match[0].casefold().startswith("subject:"):
            subject = match.span("value")
        at = match.end()
    return subject, at


def _repeated(text: str, begin: int) -> tuple[list[Span], bool]:
    """Return the quoted, signing and other repeated stretches, as intake tells them apart."""
    from theirside.conversation import ApartKind
    from theirside.intake.mail.reply import split

    body = split(text[begin:])
    places = _aligned(body.original, text, begin)
    apart = [(places[each.start], places[each.end]) for each in body.apart]
    quotes = {ApartKind.QUOTED, ApartKind.FORWARDED, ApartKind.HEADER}
    return apart, any(each.kind in quotes for each in body.apart)


def _aligned(original: str, text: str, begin: int) -> list[int]:
    """Return, for each character of ``original``, its place in the text, which differs in blanks.

    Intake gives glued headers line ends of their own, so that the two need not be the same.
    """
    if text.endswith(original) and len(text) - len(original) == begin:
        return list(range(begin, len(text) + 1))
    places: list[int] = []
    at = begin
    for sign in original:
        if not sign.isspace():
            while at < len(text) and text[at] != sign:
                at += 1
        places.append(min(at, len(text)))
        if at < len(text) and (not sign.isspace() or text[at].isspace()):
            at += 1
    return [*places, len(text)]


def _without(start: int, end: int, apart: list[Span]) -> Iterator[Span]:
    """Yield what is left of ``[start, end)`` without the stretches apart."""
    for left, right in sorted(apart):
        if left > start:
            yield start, min(left, end)
        start = max(start, right)
    if start < end:
        yield start, end


def is_greeting(said: str) -> bool:
    """Say whether the first words of a draft only greet: "Hi Dana,"."""
    return len(said.split()) <= 6 and _GREETING.fullmatch(said.strip()) is not None


def is_heading(said: str) -> bool:
    """Say whether a line is a heading, which is no sentence."""
    bare = said.strip()
    return bare.startswith("#") or (
        len(bare.split()) <= 6 and bare[-1:].isalnum() is False and bare.endswith(":")
    )


def links(text: str) -> Iterator[Span]:
    """Yield where links and addresses stand."""
    return (match.span() for match in _LINK.finditer(text))
