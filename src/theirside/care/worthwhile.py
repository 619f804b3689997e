"""From talks to the few moments most worth looking at together, ranked.

Few, because one talks about three things, not about thirty; of both sorts where there are both,
because moments are not only faults; no stretch twice; and rather of different kinds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from theirside.care.looking import ways_of_looking
from theirside.care.moment import Found, Moment, MomentKind, moment_kinds
from theirside.care.spoken import Earlier, Spoken
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.understand.heard import time_of
from theirside.understand.moments import latest, seconds
from theirside.understand.talk import Talk

FEW = 5
OF_A_KIND = 2
"""Moments of one kind among the few, unless nothing else is left."""
OF_EACH_SORT = 0.4
"""Share of the few that is kept for what worked, and as much for what did not."""
HALF_LIFE = 90 * 86400
"""Seconds after which a moment, beside a newer one, weighs a quarter less, and at last half."""


def moments_in(
    talks: Iterable[Talk], limit: int | None = FEW, *, only: Sequence[str] = ()
) -> list[Moment]:
    """Return the moments of these talks that are most worth a look, the weightiest first.

    Talks should come oldest first, so that what became of a promise can be told. ``limit`` None
    returns all. Raises ``NotFoundError`` for an id in ``only`` that is no kind of moment.
    """
    kinds = _chosen(only)
    earlier, homes = Earlier(), dict[str, Talk]()
    found: list[Moment] = []
    for talk in talks:
        spoken = Spoken(talk, earlier)
        homes[talk.id] = talk
        for kind in kinds:
            found += _of_kind(spoken, kind, homes)
        homes = {key: homes[key] for key in _with_promises(earlier) & homes.keys()}
    return few(_aged(found), limit)


def _chosen(only: Sequence[str]) -> list[MomentKind]:
    known = moment_kinds()
    for each in only:
        if each not in known:
            raise NotFoundError(f"{each!r}: no such kind of moment; there are {', '.join(known)}")
    return [known[each] for each in only] if only else list(known.values())


def _with_promises(earlier: Earlier) -> set[str]:
    """Return the talks to which a later talk may come back."""
    every = (each.promise for some in earlier.promises.values() for each in some)
    return {promise.evidence[0].conversation for promise in every}


def _of_kind(spoken: Spoken, kind: MomentKind, homes: dict[str, Talk]) -> Iterable[Moment]:
    if spoken.talk.conversation.channel not in kind.channels:
        return
    if any(spoken.lacks(need) for need in kind.needs):
        return
    for found in ways_of_looking()[kind.how.kind].look(spoken, kind.how):
        home = homes.get(found.evidence[0].conversation)
        if home is not None:
            yield _moment(home, kind, found)


def _moment(talk: Talk, kind: MomentKind, found: Found) -> Moment:
    turns = [each.turn for each in found.evidence]
    first, last = max(0, min(turns) - 1), min(len(talk.speakers), max(turns) + 2)
    whole = (talk.whole(number) for number in range(first, last))
    return Moment(
        kind.id,
        found.evidence,
        tuple(each for each in whole if each is not None),
        round(kind.weight * found.strength, 4),
        found.note,
        time_of(talk.conversation, talk.turn(turns[0])),
    )


def _aged(found: Sequence[Moment]) -> list[tuple[float, Moment]]:
    """Return moments with what they weigh now: older ones weigh less, down to half.

    Now is when the newest of them was; of some without a time nothing is taken off.
    """
    newest = seconds(latest(each.at for each in found))
    aged = []
    for each in found:
        age = newest - seconds(each.at) if each.at is not None else 0.0
        aged.append((each.weight * (0.5 + 0.5 * 0.5 ** (age / HALF_LIFE)), each))
    return sorted(aged, key=lambda pair: (-pair[0], _place(pair[1])))


def _place(moment: Moment) -> tuple[str, int, int, str]:
    quote = moment.evidence[0]
    return (quote.conversation, quote.turn, quote.start, moment.kind)


def few(ranked: Sequence[tuple[float, Moment]], limit: int | None) -> list[Moment]:
    """Return the weightiest moments, apart from each other and of both sorts where there are."""
    apart: list[Moment] = []
    taken: set[tuple[str, int]] = set()
    for _, each in ranked:
        turns = {(quote.conversation, quote.turn) for quote in each.evidence}
        if taken.isdisjoint(turns):
            apart.append(each)
            taken |= turns
    if limit is None:
        return apart
    share = int(limit * OF_EACH_SORT)
    mixed = _mixed(apart)
    kept: list[Moment] = []
    for sort in (True, False):
        kept += [each for each in mixed if moment_kinds()[each.kind].good is sort][:share]
    kept += [each for each in mixed if each not in kept][: limit - len(kept)]
    return [each for each in apart if each in kept]


def _mixed(apart: Sequence[Moment]) -> list[Moment]:
    """Return moments with those of a kind that there are enough of already moved to the end."""
    count: Counter[str] = Counter()
    first: list[Moment] = []
    rest: list[Moment] = []
    for each in apart:
        count[each.kind] += 1
        (first if count[each.kind] <= OF_A_KIND else rest).append(each)
    return first + rest


def quotes_by_turn(moment: Moment) -> dict[int, list[Quote]]:
    """Return the words that a moment rests on, by their turn."""
    found: dict[int, list[Quote]] = {}
    for quote in moment.evidence:
        found.setdefault(quote.turn, []).append(quote)
    return found
