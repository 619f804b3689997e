"""Gifts, asks and referrals in sentences, the same in a terminal and on a page."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.in_words import count, day
from theirside.serve.ledger.balance import Counts, Standing
from theirside.serve.ledger.referral import Named, Referral

UNNAMED = "somebody who isn't named"


def since_gift(it: Standing) -> str:
    """Return how often we asked since our last gift, as a sentence."""
    times = often(len(it.asks))
    if it.last_gift is None:
        return f"We have asked {times} and given nothing that we found."
    on = f", {day(it.last_gift.on)}," if it.last_gift.on else ""
    return f"Since our last gift{on} we asked {times}."


def often(number: int) -> str:
    """Return how often something was: "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(number) or count(number, "time")


def lines_of(it: Standing) -> Iterator[str]:
    """Yield how it stands, in plain lines; nothing is judged."""
    yield counted(it.counts)
    if it.asks:
        yield since_gift(it)
    for weight, whose in zip(it.weights, ("our", "their"), strict=True):
        if weight is not None:
            yield f"By the weights that you typed, {whose} gifts come to {weight:g}."


def counted(it: Counts) -> str:
    """Return the counts as one sentence."""
    if it == Counts():
        return "Nothing given or asked on either side, that we found."
    ours = f"We {_did('gave', it.gave, it.offered)} and {_did('asked', it.asked)}"
    theirs = (
        f"they {_did('gave', it.they_gave, it.they_offered)} and {_did('asked', it.they_asked)}"
    )
    return f"{ours}; {theirs}."


def _did(verb: str, number: int, offered: int = 0) -> str:
    if not number:
        return f"never {verb}"
    return f"{verb} {often(number)}" + (f" ({offered} only offered)" if offered else "")


def recommendation(each: Referral) -> str:
    """Return a referral as one sentence: who recommended whom to whom."""
    by, whom, to = (shown(named) for named in (each.by, each.whom, each.to))
    by = by[0].upper() + by[1:]
    return f"{'We' if each.by.us else by} recommended {whom} to {to}"


def shown(named: Named) -> str:
    """Return a name as it is shown: "≈" before one that only a first name tells."""
    if named.us:
        return "us"
    if not named.name:
        return UNNAMED
    return named.name if named.sure else f"≈ {named.name}"
