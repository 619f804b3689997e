"""Changes of mind across facets: "cloud is out" in March, "cloud is fine for us now" in May.

A refusal ("out", "banned") and a later welcome ("fine", "ok", "allowed") of the same
thing are heard as different facets, so comparing within one facet misses what people would call a
change of mind. Here a newer sentence that says itself that it changes something takes the place of
an older one about the same thing. The word lists are in ``words.yaml``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from theirside.understand.grouping import Group
from theirside.understand.heard import Heard
from theirside.understand.words import is_changing, stem, word_lists, words_of

KIN = frozenset(
    {"belief", "constraint", "criterion", "goal", "habit", "process", "risk", "taste", "value"}
)
"""Facets between which one may change one's mind; what somebody feels or loses is no such thing."""
FEW = 5
"""A refusal about more things than this is not taken back by naming one of them."""


def turn_round(groups: Sequence[Group]) -> None:
    """Let newer groups replace the refusals that they take back."""
    of_person: defaultdict[tuple[str, str, str], list[Group]] = defaultdict(list)
    for group in groups:
        first = group.heard[0]
        if first.facet in KIN and not group.mute:
            of_person[first.person, first.said_by, first.holder].append(group)
    for mine in of_person.values():
        newer = [group for group in mine if _takes_back(group.heard[-1])]
        for new in newer:
            for old in mine:
                if old.replaced_by is None and old is not new and is_taken_back(old, new):
                    old.replaced_by = new


def _takes_back(each: Heard) -> bool:
    """Say whether a sentence says of itself that something is different now."""
    text = each.quote.text
    return _changes_mind(text) or (is_changing(text) and _has_any(text, word_lists().accepting))


def is_taken_back(old: Group, new: Group) -> bool:
    """Say whether the newest words of ``new`` take back what ``old`` last said."""
    one, other = old.heard[-1], new.heard[-1]
    if one.order >= other.order or not _refuses(one):
        return False
    about = _topics(one)
    return 0 < len(about) <= FEW and bool(about & _topics(other)) and not _refuses(other)


def _refuses(each: Heard) -> bool:
    return each.gist.negated or _has_any(each.quote.text, word_lists().refusing)


def _changes_mind(text: str) -> bool:
    return bool(word_lists().turning.search(text))


def _has_any(text: str, words: frozenset[str]) -> bool:
    return not words.isdisjoint(words_of(text))


def _topics(each: Heard) -> frozenset[str]:
    lists = word_lists()
    aside = lists.refusing | lists.accepting | lists.manner | lists.negation
    return each.gist.stems - {stem(word) for word in aside}
