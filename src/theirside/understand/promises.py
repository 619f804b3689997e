"""Who said they would do what, and by when. Whether it was kept is looked at elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from theirside.conversation import Side
from theirside.evidence import Annotation
from theirside.understand.heard import is_label, time_of
from theirside.understand.not_promised import is_anothers, is_broken_off, is_parting
from theirside.understand.on_the_spot import is_courtesy, is_kept_at_once
from theirside.understand.people import People
from theirside.understand.phrases import plain
from theirside.understand.talk import Talk
from theirside.understand.understanding import Promise
from theirside.understand.words import gist, likeness

AGAIN = 0.5
"""Share of words in common from which two promises for the same day are one."""


def promises_in(talk: Talk, person: str, people: People) -> list[Promise]:
    """Return the promises that this person gave us, and those that we gave this person.

    One that the same talk keeps is none: nothing is left to wait for.
    """
    made: dict[tuple[int, int, int], Promise] = {}
    for each in talk.annotations:
        if not is_label(each, "promise"):
            continue
        by_us = talk.side(each.turn) is Side.OURS
        if not (_is_for(talk, each, person, people) if by_us else talk.spoke(person, each.turn)):
            continue
        if is_kept_at_once(talk, each) or is_courtesy(talk, each):
            continue
        quote = talk.quote(each)
        if _promises_nothing(quote.text, by_us=by_us, holder=each.holder):
            continue
        text = plain(quote.text)
        turn = talk.turn(each.turn)
        promise = Promise(text, by_us, each.due, (quote,), time_of(talk.conversation, turn))
        before = made.get((each.turn, each.start, each.end))
        if before is None or before.due is None:
            made[each.turn, each.start, each.end] = promise
    return list(made.values())


def _promises_nothing(text: str, *, by_us: bool, holder: str) -> bool:
    """Say whether nobody is bound by it. What a colleague of ours will do, we promise for them."""
    anothers = not by_us and not holder and is_anothers(text)
    return anothers or is_parting(text) or is_broken_off(text)


def joined(promises: Iterable[Promise]) -> list[Promise]:
    """Return promises, oldest first, with one that was given again as one with both quotes."""
    found: list[Promise] = []
    for each in promises:
        for place, before in enumerate(found):
            if _is_again(before, each):
                evidence = tuple(dict.fromkeys((*before.evidence, *each.evidence)))
                found[place] = replace(before, evidence=evidence)
                break
        else:
            found.append(each)
    return found


def _is_again(one: Promise, other: Promise) -> bool:
    return (
        one.by_us == other.by_us
        and one.due == other.due
        and likeness(gist(one.text), gist(other.text)) >= AGAIN
    )


def _is_for(talk: Talk, annotation: Annotation, person: str, people: People) -> bool:
    """Say whether a promise of ours is to this person: addressed, else simply there."""
    addressed = (people.of(talk.id, who) for who in talk.turn(annotation.turn).to)
    to = {each.id for each in addressed if each is not None}
    return person in (to or talk.present)
