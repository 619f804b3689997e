"""Sentences that say the same joined; changes and contradictions between them found.

The same said twice is one group. A newer sentence takes an older one's place where it gives
another figure or date for the same matter, or turns it round with words of change. Turned round
without words of change, both stand, and each names the other: that is for people to clear up.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from theirside.understand.facet import facets
from theirside.understand.heard import Heard
from theirside.understand.words import Gist, is_changing, likeness, word_lists

SAME = 0.6
"""Share of words in common from which two sentences say the same."""
OPPOSITE = 0.7
"""The same for negated sentences, and for opposites: see ``evals/sameness.py`` for what is lost
and gained by each."""
CHANGED = 0.4
"""The same where words of change say that the newer one takes the older one's place."""


@dataclass(slots=True, eq=False)
class Group:
    """Sentences, oldest first, that say the same of one person; ``words`` are all theirs.

    ``dropped``: withdrawn. ``mute``: withdrawn or corrected, so that its words count no more.
    """

    number: int
    heard: list[Heard]
    dropped: bool = False
    mute: bool = False
    replaced_by: Group | None = None
    contradicts: list[Group] = field(default_factory=list)
    words: frozenset[str] = frozenset()


def groups_of(
    heard: Iterable[Heard],
    dropped: Collection[Heard] = (),
    corrected: Collection[Heard] = (),
) -> list[Group]:
    """Return the groups that sentences form.

    Whatever says the same as a ``dropped`` one is dropped, and neither replaces nor contradicts
    anything; a ``corrected`` one's words are no longer what counts, so they contradict nothing.
    """
    ordered = sorted(heard, key=lambda each: (each.bucket, each.order))
    groups: list[Group] = []
    for _, bucket in groupby(ordered, key=lambda each: each.bucket):
        groups += _groups_in(bucket)
    for group in groups:
        group.dropped = bool(dropped) and any(each in dropped for each in group.heard)
        group.mute = group.dropped or (
            bool(corrected) and any(each in corrected for each in group.heard)
        )
    for group in groups:
        if group.replaced_by is not None and group.replaced_by.dropped:
            group.replaced_by = None
        group.contradicts = [other for other in group.contradicts if not (other.mute or group.mute)]
    return groups


def _groups_in(bucket: Iterable[Heard]) -> list[Group]:
    groups: list[Group] = []
    index: dict[str, set[int]] = {}
    for each in bucket:
        near = _near(each.gist, index, groups)
        current = [group for group in near if group.replaced_by is None]
        home = next((group for group in current if _says_the_same(group, each)), None)
        if home is None:
            home = Group(len(groups), [each])
            groups.append(home)
            _relate(home, current)
        else:
            home.heard.append(each)
        words = _index_words(each.gist)
        for word in words - home.words:
            index.setdefault(word, set()).add(home.number)
        home.words |= words
    return groups


def _index_words(gist: Gist) -> frozenset[str]:
    return gist.stems or gist.words


def _near(gist: Gist, index: dict[str, set[int]], groups: Sequence[Group]) -> list[Group]:
    """Return the groups with enough words in common to be worth a look, the likest first.

    Two sets that share ``enough`` words share one of the rarest few, so only those are looked up.
    """
    words = _index_words(gist)
    enough = min(3, math.ceil(CHANGED * len(words)))
    rarest = sorted(words, key=lambda word: (len(index.get(word, ())), word))
    numbers = {n for word in rarest[: len(words) - enough + 1] for n in index.get(word, ())}
    near = [(len(words & groups[number].words), number) for number in numbers]
    return [groups[n] for common, n in sorted(near, reverse=True) if common >= enough]


def _says_the_same(group: Group, each: Heard) -> bool:
    first, last = group.heard[0].gist, group.heard[-1].gist
    return is_same(first, each.gist) or (last is not first and is_same(last, each.gist))


def is_same(one: Gist, other: Gist) -> bool:
    """Say whether two sentences say the same: alike in words, numbers, dates and negation."""
    if one.negated != other.negated:
        return False
    if one.values == other.values and likeness(one, other) >= (OPPOSITE if one.negated else SAME):
        return True
    if one.negated:
        return False  # whoever denies the whole need not deny the part
    less, more = (one, other) if len(one.stems) <= len(other.stems) else (other, one)
    return len(less.stems) >= 3 and less.stems <= more.stems and less.values <= more.values


def _relate(newer: Group, current: Iterable[Group]) -> None:
    """Let a new group replace or contradict those that it cannot stand beside."""
    each = newer.heard[0]
    for older in current:
        last = older.heard[-1]
        if replaces(last, each):
            older.replaced_by = newer
        elif contradict(last.gist, each.gist):
            older.contradicts.append(newer)
            newer.contradicts.append(older)


def replaces(older: Heard, newer: Heard) -> bool:
    """Say whether the newer sentence takes the older one's place."""
    one, other = older.gist, newer.gist
    alike = likeness(one, other)
    if alike < CHANGED:
        return False
    much = len(one.stems & other.stems) > 1 or alike >= SAME
    if much and is_changing(newer.quote.text):
        return True
    if older.quote.conversation == newer.quote.conversation and older.turn_id == newer.turn_id:
        return False
    return (
        facets()[newer.facet].one_at_a_time
        and one.negated == other.negated
        and alike >= SAME
        and _gives_another_value(one, other)
    )


def _gives_another_value(one: Gist, other: Gist) -> bool:
    recurring = word_lists().recurring
    gone, come = one.values - other.values - recurring, other.values - one.values - recurring
    return bool(gone and come)


def contradict(one: Gist, other: Gist) -> bool:
    """Say whether two sentences say opposite things of the same matter."""
    return (
        one.negated != other.negated
        and (one.values <= other.values or other.values <= one.values)
        and likeness(one, other) >= OPPOSITE
    )
