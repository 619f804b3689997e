"""What they believe of the offer that isn't so, and what they'd need to know and don't.

Precision first: a belief counts as contradicted where it says one of the things that a fact's
``contradicts`` lists, or the plain opposite of the fact itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from theirside.understand.grouping import contradict
from theirside.understand.offer import Fact, Offer
from theirside.understand.understanding import Misbelief, Observation
from theirside.understand.words import gist, stem, word_lists, words_of

BELIEF = "belief"
_ARTICLES = frozenset("a an the some any my our your their its".split())
_FAR = 4
"""So many words, at most, may stand between two words of a phrase."""


def misbeliefs_in(current: Iterable[Observation], offer: Offer) -> list[Misbelief]:
    """Return the beliefs that a fact of the offer contradicts, with the fact's statement."""
    return [
        Misbelief(each.id, fact.statement, each.evidence)
        for each in current
        if each.facet == BELIEF
        for fact in offer.facts
        if is_contradicted(each.statement, fact)
    ]


def is_contradicted(belief: str, fact: Fact) -> bool:
    """Say whether a fact shows a belief to be wrong."""
    if any(says(belief, phrase) for phrase in fact.contradicts):
        return True
    return is_about(belief, fact.topic) and contradict(gist(fact.statement), gist(belief))


def says(text: str, phrase: str) -> bool:
    """Say whether a text says a phrase: its words in order, close together, equally negated.

    A phrase between slashes is a regular expression.
    """
    if is_pattern(phrase):
        return bool(re.search(phrase[1:-1], text, re.IGNORECASE))
    wanted, small_words, negations = _phrase(phrase)
    return bool(wanted) and _in_order(text, wanted, small_words=small_words, negations=negations)


def denies(text: str, phrase: str) -> bool:
    """Say whether a text denies a phrase: the same words in order, with one negation more."""
    if is_pattern(phrase):
        return False
    wanted, small_words, negations = _phrase(phrase)
    return bool(wanted) and _in_order(
        text, wanted, small_words=small_words, negations=negations + 1
    )


def is_pattern(phrase: str) -> bool:
    """Say whether a phrase of the offer is a regular expression: it stands between slashes."""
    return len(phrase) > 2 and phrase.startswith("/") and phrase.endswith("/")


@lru_cache(maxsize=1024)
def _phrase(phrase: str) -> tuple[tuple[str, ...], bool, int]:
    words = words_of(phrase)
    small_words = len(_compared(words, small_words=False)) < 2  # "one phone each": all of it
    wanted = tuple(stemmed for _, stemmed in _compared(words, small_words=small_words))
    return wanted, small_words, _negations(words)


def _compared(words: Sequence[str], *, small_words: bool) -> list[tuple[int, str]]:
    """Return the place and stem of each word that counts; negations are compared by number."""
    lists = word_lists()
    return [
        (place, stem(lists.opposites.get(word, word)))
        for place, word in enumerate(words)
        if word not in lists.negation
        and (word not in _ARTICLES if small_words else word not in lists.stop)
    ]


def _negations(words: Sequence[str]) -> int:
    """Count rather than cancel: "works with" is not the same as "doesn't work without"."""
    lists = word_lists()
    return sum((word in lists.negation) + (word in lists.opposites) for word in words)


def _in_order(text: str, wanted: Sequence[str], *, small_words: bool, negations: int) -> bool:
    words = words_of(text)
    compared = _compared(words, small_words=small_words)
    stems = [stemmed for _, stemmed in compared]
    for start, word in enumerate(stems):
        if word != wanted[0]:
            continue
        at, rest = start, list(wanted[1:])
        while rest and rest[0] in stems[at + 1 : at + 2 + _FAR]:
            at = stems.index(rest.pop(0), at + 1)
        # Only what is negated close by counts: "I'm not keen, because you charge per user".
        near = words[max(0, compared[start][0] - 3) : compared[at][0] + 2]
        if not rest and _negations(near) == negations:
            return True
    return False


def is_about(text: str, words: Iterable[str]) -> bool:
    """Say whether a text has one of these words or phrases in it."""
    stems = {stem(word) for word in words_of(text)}
    return any(
        {stem(word) for word in words_of(phrase)} <= stems for phrase in words if phrase.strip()
    )
