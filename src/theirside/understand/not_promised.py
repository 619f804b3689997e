"""Sentences that sound like a promise and leave nothing to wait for.

Words of parting ("see you all next week"), a sentence that breaks off before it says what will be
done ("yeah, we'll…"), and, from their side, what others will do: "You'll tell him, I'm sure" and
"Marit will give it half an hour" bind nobody who speaks.
"""

from __future__ import annotations

import re

from theirside.reader.plain import plain
from theirside.understand.phrases import phrases

_BROKEN_OFF = re.compile(
    r"\b(?:will|shall|going to)(?: (?:just|then|also|start|be|have|do))?,?\s*(?:\.{2,}|[—–-]+)\W*$",
    re.IGNORECASE,
)
_ONESELF = re.compile(r"\b(?:i|we|me|us|my|our|mine|ours|myself|ourselves)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\bi (?:am (?:sure|certain|told)|think|guess|hope|suppose|bet|know|believe|expect|assume)\b",
    re.IGNORECASE,
)
"""Words about oneself that bind to nothing."""
_LEFT_OUT = re.compile(
    r"^\W*(?:(?:yes|yeah|yep|ok|okay|sure|great|thanks|cool|and|but|so|then|perfect|fine)\W+)*"
    r"(?:will|shall|can|going|happy|promise|promised|consider|\w+ing)\b",
    re.IGNORECASE,
)
"""The speaker left out: "Will send it on Friday", "Sending it tomorrow"."""
_TO_BE_HAD = re.compile(
    r"\byou (?:will|shall|are going to|can) (?:also |then |still )?"
    r"(?:have|get|receive|hear|see|find)\b",
    re.IGNORECASE,
)


def is_parting(text: str) -> bool:
    """Say whether a sentence takes leave without naming a day: "See you all next week"."""
    return phrases().see_you.search(plain(text)) is not None


def is_broken_off(text: str) -> bool:
    """Say whether a sentence ends before it says what will be done."""
    return _BROKEN_OFF.search(plain(text)) is not None


def is_anothers(text: str) -> bool:
    """Say whether a sentence tells what others will do, with no word of who speaks."""
    words = _ASIDE.sub("", plain(text))
    return not any(each.search(words) for each in (_ONESELF, _LEFT_OUT, _TO_BE_HAD))
