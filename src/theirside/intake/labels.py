"""Labels of transcripts: which words before a colon name a speaker, and what they say of them.

``Dana Whitfield: we looked at it`` has a speaker, ``So: we looked at it`` has not, and neither
looks different to a pattern. So a label is judged over the whole file: how often it stands there,
and how much of the file is labelled at all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from theirside.conversation import Speaker

_CANDIDATE = re.compile(r"(?:>>+\s*|[-–—]\s+)?(\S[^:\n]{0,69}?)\s*[:：](?=\s|$)\s*")
_PHONE = re.compile(r"\+?[\d(][\d\s().*•xX…-]{5,}\d")
_WORDS_NOT_NAMES = frozenset(
    re.split(
        r"\s+",
        "a about actually again agenda also an and answer anyway are as at basically because but "
        "by example first for from he her here however i if in is it just last like look maybe me "
        "meaning my next no note notes now of ok okay on one or our please ps question quote recap "
        "reminder right second she so summary that the their then there they third this to topic "
        "um was we well what when where which who why with yeah yes you your http https warning "
        "subject re fwd date duration time title keywords transcript total",
    )
)


def labels_in(lines: Iterable[str]) -> frozenset[str]:
    """Return the labels that name speakers in these lines (one cue or paragraph each)."""
    counts: Counter[str] = Counter()
    total = 0
    for line in lines:
        total += 1
        label = _candidate(line)
        if label:
            counts[label] += 1
    if not counts:
        return frozenset()
    dense = sum(counts.values()) >= 0.8 * total
    return frozenset(
        label for label, count in counts.items() if _names_someone(label, count, dense, len(counts))
    )


def split_label(line: str, labels: frozenset[str]) -> tuple[str, str]:
    """Return the line's label (empty if it has none of ``labels``) and the text behind it."""
    found = _CANDIDATE.match(line)
    if found and found[1] in labels:
        return found[1], line[found.end() :]
    return "", line


def speaker_of(label: str) -> Speaker:
    """Return the speaker that a label names: name or phone, and where they work if it says so."""
    label = " ".join(label.split()).strip(" *_")
    if _PHONE.fullmatch(label):
        digits = re.sub(r"\D", "", label)
        return Speaker(phone=("+" if label.startswith("+") else "") + digits)
    return Speaker(name=label)


def _candidate(line: str) -> str:
    found = _CANDIDATE.match(line)
    return found[1] if found and _looks_like_a_name(found[1]) else ""


def _looks_like_a_name(label: str) -> bool:
    if _PHONE.fullmatch(label):
        return True
    if re.search(r"[?!;,\"“”<>=/\\…]|\.\s*$|\.\s+[a-z]", label.replace("Jr.", "Jr")):
        return False
    words = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", label)
    if not words or len(words) > 7 or not any(word[0].isalpha() for word in words):
        return False
    return words[0].casefold() not in _WORDS_NOT_NAMES


def _names_someone(label: str, count: int, dense: bool, different: int) -> bool:
    capitalised = [word for word in label.split() if word[0].isupper()]
    name_like = len(capitalised) >= 2 or (len(label.split()) == 1 and bool(capitalised))
    if dense:
        return True
    return name_like and (count >= 2 or (different <= 12 and len(capitalised) >= 2))
