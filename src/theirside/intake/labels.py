"""Labels of transcripts: which words before a colon name a speaker.

``Dana Whitfield: we looked at it`` has a speaker, ``So: we looked at it`` has not, and to a
pattern they look alike. So labels are judged over the whole file: how often each stands there, how
much of the file is labelled at all, and whether people take turns under them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from theirside.intake.speaker_names import is_phone

ALL_LABELLED = 0.95
"""From this share of labelled lines on, a tool wrote the labels: every one of them counts."""
MOSTLY_LABELLED = 0.5
"""From this share on, the file is a labelled transcript, though lines go on without a label."""

LONG_ENOUGH = 10
"""In fewer lines, all of them labelled, a label may still be a word that begins a sentence."""

_NOT_WRITTEN_SO = re.compile(r"^[^\w+(]|[?!;\"“”<>=/\\…{}]|\.$|\.\s+[a-z]|,\s+[a-z]|[a-z]\.[A-Z]")
_CANDIDATE = re.compile(
    r"(?:>>+\s*|[-–—•]\s+)?\[?(?P<label>[^\s\[:：][^:：\n]{0,69}?)\]?\s*(?::(?=\s|$)|：)\s*"
)
_PARTICLES = frozenset(
    re.split(r"\s+", "de da di do dos du la le el al bin ibn van von der den ter of the")
)
_NOT_NAMES = frozenset(
    re.split(
        r"\s+",
        "a about action actions actually address again agenda also amount an and answer anyway are "
        "args arguments attributes copying else examples except fail failed pass passed parameters "
        "raises references returns skipped finally try yields def class import files usage version "
        "as at attendees author bcc basically because benefits budget but by cc chapter client "
        "comment company conclusion context copyright cost created customers date deadline debug "
        "decision decisions description details due duration email error example fact figure first "
        "follow-up for from fwd goal goals he her here hint however http https i idea if important "
        "in info is issue issues it item just keywords language last like link location look maybe "
        "me meaning meeting minutes my next no note notes now objective of ok okay on one option "
        "order organizer our owner participants phone plan please point present price priority "
        "problem project ps purpose question questions quote re reason recap reminder requirements "
        "result results right risk risks role scope second section see sent she so solution source "
        "speakers step steps status subject sum-up summary task tasks that the their then there "
        "they thing third this time tip title tl;dr to today todo topic topics total transcript "
        "trace type um update updated url verdict version was we website well what when where "
        "which who why with yeah yes you your warning",
    )
)

_ALSO_NAMES = frozenset(
    re.split(r"\s+", "a an as by he her i in it let me my no on or our she so to um we who yes you")
)


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels that name speakers in a file, and how its lines are spread over them."""

    names: frozenset[str] = frozenset()
    repeated: int = 0
    """How many of them stand there more than once, written as names are."""
    share: float = 0.0
    """The share of lines that one of them begins, 0..1."""

    def split(self, line: str) -> tuple[str, str]:
        """Return the line's label (empty if it has none of these) and the text behind it."""
        found = _CANDIDATE.match(line)
        if found and found["label"].strip() in self.names:
            return found["label"].strip(), line[found.end() :]
        return "", line


def labels_in(lines: Iterable[str]) -> Labels:
    """Return the labels that name speakers in these lines (one cue or paragraph each)."""
    seen: Counter[str] = Counter()
    total = 0
    for line in lines:
        total += 1
        found = _CANDIDATE.match(line)
        label = found["label"].strip() if found else ""
        if any(char.isalpha() for char in label) or is_phone(label):
            seen[label] += 1
    by_a_tool = total >= LONG_ENOUGH and sum(seen.values()) >= ALL_LABELLED * total
    counts = {label: n for label, n in seen.items() if _fits(label, n, by_a_tool=by_a_tool)}
    share = sum(counts.values()) / total if total else 0.0
    takes_turns = sum(1 for label, count in counts.items() if count > 1 and is_named(label)) > 1
    if not counts or (share < MOSTLY_LABELLED and not takes_turns):
        return Labels()
    names = frozenset(
        label for label, count in counts.items() if _names_someone(label, count, share)
    )
    return Labels(
        names,
        repeated=sum(1 for name in names if counts[name] > 1 and is_named(name)),
        share=sum(counts[name] for name in names) / total,
    )


def can_be_a_label(label: str) -> bool:
    """Say whether nothing in the words speaks against their being a name."""
    if is_phone(label) or re.fullmatch(r"[A-Z]", label):  # Q: and A: are people
        return True
    if _NOT_WRITTEN_SO.search(re.sub(r"\b[JS]r\.$", "", label)):
        return False
    words = _words(label)
    if not words or len(words) > 8 or not any(char.isalpha() for word in words for char in word):
        return False
    # "So: yes" and "So then: yes" are talk, So Young Kim, He Jie, An Nguyen and A. Weber people.
    if not _begins_talk(label):
        return True
    return words[0].casefold() in _ALSO_NAMES and len(words) > 1 and is_named(label)


def _fits(label: str, count: int, *, by_a_tool: bool) -> bool:
    """Say whether a label may be one, where a tool wrote one on every line or where not."""
    if by_a_tool:
        return count > 1 or not _begins_talk(label) or can_be_a_label(label)
    return can_be_a_label(label) and (count > 1 or not _begins_talk(label) or len(label) == 1)


def _begins_talk(label: str) -> bool:
    words = _words(label)
    return bool(words) and words[0].casefold() in _NOT_NAMES


def _words(label: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*", label)


def _names_someone(label: str, count: int, share: float) -> bool:
    if share >= ALL_LABELLED or is_named(label):
        return True
    return count > 1 and len(label.split()) <= 2


def is_named(label: str) -> bool:
    """Say whether a label is written as a name is: each word capitalised, or a phone number."""
    if is_phone(label):
        return True
    words = [word for word in re.split(r"[\s|(),@–—-]+", label) if word]
    own = [word for word in words if word.casefold() not in _PARTICLES]
    return bool(own) and len(own) <= 6 and all(_capital(word) for word in own)


def _capital(word: str) -> bool:
    # Scripts without capitals (Chinese, Arabic, Hindi …) have neither upper nor lower case.
    return not word[0].islower()
