"""Which responses of the toolkit fit one pushback, with the customer's own words filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from theirside.care.pushback.pushed import After, Pushed, Reason, Response
from theirside.care.pushback.toolkit import Entry, When, toolkit
from theirside.evidence import Quote
from theirside.understand.misbeliefs import is_about
from theirside.understand.offer import Fact, Offer
from theirside.understand.phrases import shortened
from theirside.understand.words import stems_of

MOST = 6
ENOUGH = 2
"""Words that a fact of the offer shares with theirs before it counts as being about them."""
_OF_OFFER = ("fact", "limit", "capability", "pointer")
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class _Ground:
    """What may fill a slot: the text, the quotes that it rests on, the fact it comes from."""

    text: str
    evidence: tuple[Quote, ...] = ()


def responses_to(pushed: Pushed, offer: Offer | None = None) -> tuple[Response, ...]:
    """Return the responses that fit, those most made for the case first, at most six.

    Where one is meant to stand alone (they asked to be left in peace), it does.
    """
    told = " ".join(" ".join(each.text.split()) for each in pushed.evidence)
    fitting = [
        (entry, grounds)
        for entry in toolkit().values()
        if _is_for(entry, pushed.kind, told)
        and (grounds := _grounds(entry, pushed, told, offer)) is not None
    ]
    fitting.sort(key=lambda pair: -pair[0].when.particular)
    made = [(entry, _filled(entry, grounds)) for entry, grounds in fitting]
    alone = [(entry, response) for entry, response in made if entry.alone]
    return tuple(each for _, each in alone[:1] or made if each is not None)[:MOST]


def _is_for(entry: Entry, kind: str, told: str) -> bool:
    also = entry.also
    if kind in entry.kinds:
        return True
    return kind in also.kinds and also.says is not None and also.says.search(told) is not None


def _holds(when: When, pushed: Pushed, told: str) -> bool:
    """Say whether all conditions hold but for what has to be known."""
    if when.says is not None and not when.says.search(told):
        return False
    if when.unless is not None and when.unless.search(told):
        return False
    if when.level is not None and when.level is not pushed.strength.level:
        return False
    if when.again and all(each.what is not After.REPEATED for each in pushed.afterwards):
        return False
    return not when.unknown or all(each.source != when.unknown for each in pushed.reasons)


def _grounds(
    entry: Entry, pushed: Pushed, told: str, offer: Offer | None
) -> dict[str, _Ground] | None:
    """Return what may fill the slots; None where the conditions do not hold."""
    wanted = entry.when.known
    if not _holds(entry.when, pushed, told):
        return None
    reason = None if not wanted or wanted in _OF_OFFER else _reason(wanted, pushed)
    about = reason.text if reason is not None else told
    found = {name: _Ground(text) for name, text in _of_offer(about, entry.facts, offer).items()}
    found["words"] = _Ground(shortened(pushed.evidence[0].text))
    if reason is not None:
        found["known"] = _Ground(shortened(reason.text), reason.evidence[-1:])
        if reason.fact:
            found["fact"] = _Ground(reason.fact)
    there = not wanted or (wanted in found if wanted in _OF_OFFER else reason is not None)
    return found if there else None


def _reason(source: str, pushed: Pushed) -> Reason | None:
    """Return the weightiest reason from that source that may be said to them, if there is one."""
    return next(
        (
            each
            for each in pushed.reasons
            if each.source == source and each.own and (not each.same_words or each.fact)
        ),
        None,
    )


def _of_offer(told: str, topics: Sequence[str], offer: Offer | None) -> dict[str, str]:
    """Return what of the offer some words are about; facts by ``topics`` where any are named."""
    if offer is None:
        return {}
    found: dict[str, str] = {}
    facts = [fact for fact in offer.facts if _is_on(fact, told, topics)]
    if facts:
        found["fact"] = max(facts, key=lambda fact: _shared(fact, told)).statement
    for limit in offer.limits:
        if is_about(told, limit.words):
            found.setdefault("limit", limit.statement)
    for capability in offer.capabilities:
        if is_about(told, capability.words):
            found.setdefault("capability", capability.statement)
    missing = stems_of(found.get("limit", ""))
    for place in offer.point_to:
        if len(missing & stems_of(place.fits)) > 1:
            found.setdefault("pointer", place.name)
    return found


def _is_on(fact: Fact, told: str, topics: Sequence[str]) -> bool:
    """Say whether a fact has one of the topics; if none are named, whether words are about it.

    One word in common is not enough: "what if a driver loses the phone" is no question about
    whether drivers are followed.
    """
    if topics:
        return not {each.casefold() for each in fact.topic}.isdisjoint(topics)
    return is_about(told, fact.topic) and _shared(fact, told) >= ENOUGH


def _shared(fact: Fact, told: str) -> int:
    return len(stems_of(told) & stems_of(" ".join((*fact.topic, fact.statement))))


def _filled(entry: Entry, grounds: Mapping[str, _Ground]) -> Response | None:
    """Return a response with its slots filled, or None where what must be said cannot be."""
    steps = entry.steps
    if not (_can(steps.acknowledge, grounds) and _can(steps.ask, grounds)):
        return None
    view = steps.view if _can(steps.view, grounds) else ""
    used = _slots(steps.acknowledge) | _slots(steps.ask) | _slots(view)
    return Response(
        id=entry.id,
        name=entry.name,
        acknowledge=_fill(steps.acknowledge, grounds),
        ask=_fill(steps.ask, grounds),
        view=_fill(view, grounds),
        fits=entry.fits,
        false_when=entry.false_when,
        evidence=tuple(quote for name in sorted(used) for quote in grounds[name].evidence),
        fact=next((grounds[name].text for name in _OF_OFFER if name in used), ""),
    )


def leaves_alone(responses: Sequence[Response]) -> bool:
    """Say whether the right thing is to leave them alone, so that nothing is to be asked."""
    return any(toolkit()[each.id].alone for each in responses)


def _slots(text: str) -> set[str]:
    return set(_SLOT.findall(text))


def _can(text: str, grounds: Mapping[str, _Ground]) -> bool:
    return _slots(text) <= grounds.keys()


def _fill(text: str, grounds: Mapping[str, _Ground]) -> str:
    # Not str.format: people's own words may hold braces.
    return _SLOT.sub(lambda slot: grounds[slot[1]].text, text)
