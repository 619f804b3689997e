"""Subjects without what mail programs put before them (``Re:``, ``AW:``, ``[list]``, ``(fwd)``).

The prefixes were gathered from the localised mail programs themselves; see also
https://en.wikipedia.org/wiki/List_of_email_subject_abbreviations.
"""

from __future__ import annotations

import re

_REPLY = (
    "re|r|aw|antw|antwort|sv|vs|vá|odp|ynt|ref|rv|res|resp|rif|att|回复|回覆|答复|答覆|返信|"
    "ответ|отв|отг|απ|σχετ|תגובה|השב|رد|ตอบ|回信|답장|회신|bls|atb|ats|nt|yn|vl"
)
_FORWARD = (
    "fw|fwd|wg|tr|i|enc|doorst|vb|vs|továbbítás|pd|ilt|fs|转发|轉寄|轉發|転送|пересл|προωθ|הועבר|"
    "إعادة توجيه|전달|fyi|wtr|rv|inoltra|przek"
)
_PREFIX = re.compile(
    rf"\s*(?:(?P<word>(?:{_REPLY}|{_FORWARD}))\s*(?:\[\d{{1,3}}\]|\(\d{{1,3}}\)|\^\d{{1,3}}|\d{{1,2}})?"
    r"\s*[:：]|(?P<list>\[[^\]\n]{1,40}\]))\s*",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s*[(\[]\s*(?:fwd|fw|re)\s*[)\]]\s*$", re.IGNORECASE)
_QUOTATION_MARKS = " \"'“”"
_SPACE = re.compile(r"\s+")


def bare_subject(subject: str) -> tuple[str, bool]:
    """Return the subject case-folded and without prefixes, and whether it had a reply's."""
    answers = False
    rest = _SPACE.sub(" ", subject).strip(_QUOTATION_MARKS)
    while match := _PREFIX.match(rest):
        if match["list"] and match.end() == len(rest):
            break
        answers = answers or match["word"] is not None
        rest = rest[match.end() :]
    rest = _SUFFIX.sub("", rest)
    return rest.strip(_QUOTATION_MARKS).casefold(), answers
