"""Who sells and who buys, as their own sentences show it: seller, customer, or better unknown.

Peers of this tool swap the two labels of a call and nobody notices. The model gives each sentence
the log-odds that a seller says it; what a speaker's sentences weigh together decides, and only
where there is enough of it and somebody else in the talk clearly speaks otherwise. It never sets
a side: it says when the sides that are set look wrong, and who seems to sell where none is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from theirside.conversation import Channel, Conversation, Side
from theirside.reader.encoder import Seeing
from theirside.reader.reader import Sentence
from theirside.reader.sentences import sentences

OUTPUT = "role.seller"
"""The model's output: the logit that a seller says the sentence."""


class Role(StrEnum):
    """What somebody does in a talk, whoever they are; better ``UNKNOWN`` than wrong."""

    SELLER = "seller"
    CUSTOMER = "customer"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much it takes to decide; ``python -m evals.roles`` says what each choice costs.

    A sentence's log-odds are ``slope * logit + offset``, at most ``cap`` either way, because one
    sentence may be quoted, mocking or misheard. Sentences of fewer than ``words`` words ("Yes,
    right.") are left out, and of a speaker's others at most ``most`` are looked at, spread over
    the talk. Somebody is decided whose sentences, at least ``sentences`` of them, weigh at least
    ``evidence`` together, while their mean is ``margin`` away from everybody's on the other side.
    """

    slope: float = 1.0
    offset: float = 0.0
    cap: float = 2.5
    words: int = 3
    most: int = 40
    sentences: int = 4
    evidence: float = 4.0
    margin: float = 0.8


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Swapped:
    """Labels of two speakers: ``ours`` talks like the customer, ``theirs`` like the seller."""

    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class _Weight:
    total: float
    mean: float
    role: Role


def decided(logits: Mapping[str, Sequence[float]], limits: Limits = LIMITS) -> dict[str, Role]:
    """Return each speaker's role, given the logits of their sentences."""
    weights = {name: _weight(each, limits) for name, each in logits.items()}
    enough = {name: weights[name] for name, each in logits.items() if len(each) >= limits.sentences}
    return {
        name: each.role if name in enough and _stands(name, enough, limits.margin) else Role.UNKNOWN
        for name, each in weights.items()
    }


def _weight(logits: Sequence[float], limits: Limits) -> _Weight:
    odds = [limits.slope * each + limits.offset for each in logits]
    total = sum(max(-limits.cap, min(limits.cap, each)) for each in odds)
    role = Role.SELLER if total > 0 else Role.CUSTOMER
    decided = bool(odds) and abs(total) >= limits.evidence
    return _Weight(total, total / max(1, len(odds)), role if decided else Role.UNKNOWN)


def _stands(name: str, weights: Mapping[str, _Weight], margin: float) -> bool:
    """Say whether somebody on the other side, or undecided where nobody is, talks otherwise."""
    own = weights[name]
    others = [each for other, each in weights.items() if other != name]
    across = [each for each in others if each.role not in (own.role, Role.UNKNOWN)]
    undecided = [each for each in others if each.role is Role.UNKNOWN]
    compared = across or undecided
    sign = 1.0 if own.role is Role.SELLER else -1.0
    return bool(compared) and all(sign * (own.mean - each.mean) >= margin for each in compared)


def logits_of(
    conversation: Conversation, encoder: Seeing, limits: Limits = LIMITS
) -> dict[str, list[float]]:
    """Return the logits of each speaker's sentences that are looked at, by the speaker's label."""
    chosen: dict[str, list[Sentence]] = {who.label: [] for who in conversation.speakers}
    for each in sentences(conversation):
        if len(each.text.split()) >= limits.words:
            chosen[each.speaker].append(each)
    asked = [each for said in chosen.values() for each in _spread(said, limits.most)]
    seen = encoder.see([each.text for each in asked], [each.before for each in asked])
    found: dict[str, list[float]] = {name: [] for name in chosen}
    place = encoder.names.index(OUTPUT)
    for each, logit in zip(asked, seen.logits[:, place].tolist(), strict=True):
        found[each.speaker].append(logit)
    return found


def _spread(said: Sequence[Sentence], most: int) -> list[Sentence]:
    if len(said) <= most:
        return list(said)
    return [said[number * len(said) // most] for number in range(most)]


def roles(conversation: Conversation, encoder: Seeing, limits: Limits = LIMITS) -> dict[str, Role]:
    """Return each speaker's role by their label; unknown where the model can't tell roles."""
    if OUTPUT not in encoder.names or len(conversation.speakers) < 2:
        return {who.label: Role.UNKNOWN for who in conversation.speakers}
    return decided(logits_of(conversation, encoder, limits), limits)


def swapped(conversation: Conversation, encoder: Seeing, limits: Limits = LIMITS) -> Swapped | None:
    """Return whose sides look exchanged, where one of us talks to one of them; else None.

    Both must talk confidently like the other. In mail sides stand by addresses: nobody is asked.
    """
    pair = _sided(conversation)
    return swapped_by(pair, roles(conversation, encoder, limits)) if pair else None


def swapped_by(pair: Swapped, found: Mapping[str, Role]) -> Swapped | None:
    """Return the pair, ours and theirs as they are set, if both roles are the reverse."""
    reverse = found[pair.ours] is Role.CUSTOMER and found[pair.theirs] is Role.SELLER
    return pair if reverse else None


def _sided(conversation: Conversation) -> Swapped | None:
    if conversation.channel is Channel.MAIL:
        return None
    sides = {who.side: who.label for who in conversation.speakers}
    both = len(conversation.speakers) == 2 and sides.keys() == {Side.OURS, Side.THEIRS}
    if not both or sides[Side.OURS] == sides[Side.THEIRS]:
        return None
    return Swapped(sides[Side.OURS], sides[Side.THEIRS])


def seller_of(conversation: Conversation, encoder: Seeing, limits: Limits = LIMITS) -> str:
    """Return the label of who seems to sell, where two talk and neither's side is known; or ""."""
    speakers = conversation.speakers
    if len(speakers) != 2 or any(who.side is not Side.UNKNOWN for who in speakers):
        return ""
    found = roles(conversation, encoder, limits)
    return next((name for name, role in found.items() if role is Role.SELLER), "")
