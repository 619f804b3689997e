"""From logits to honest probabilities, and to the thresholds from which labels fire.

Both rest on real sentences that were kept aside. Few of them carry any one label, so what is
learned for a label leans on what was learned for all: its slope and offset are drawn towards the
common ones, its threshold towards the common one. The common threshold is the lowest at which
the sentences that fire carry their labels in four of five cases.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from theirside.conversation import Channel, Side
from theirside.reader.encoder import Encoder
from theirside.reader.label import rules
from theirside.reader.measured import BOTH, MODEL, Measured
from theirside.reader.patterns import PatternReader
from theirside.reader.reader import Sentence
from training.contract import FELT, JUDGED
from training.said import Said
from training.sources.goemotions import EMOTIONS

WANTED, OF_A_PERSON = 0.8, 0.9
"""Precision that thresholds aim at: in general, and for what becomes a statement about a person."""
_STATED = ("facet.", "pushback.", "feeling.", "promise")
_PULL_SLOPE, _PULL_OFFSET = 20.0, 1.5
"""How strongly a label's slope and offset are drawn to the common ones."""
_ENOUGH = 300
"""Positives that weigh as much as the common threshold when a label's own is sought. Held against
conversations kept aside, labels' own thresholds read worse than the common one, even in
precision."""
_VETO = 0.1
"""Below this probability a pattern is silenced, where that was seen to keep what is right."""
_SEEN, _KEPT = 40, 0.95
"""How often a label's patterns must have fired among the sentences kept aside, and what share of
their right findings a veto must leave. Most fire seldom there, and the model has yet to read the
wording of unknown writers better than they: those it may not silence."""
_STEPS, _RATE = 400, 0.05
_Array = np.ndarray


def judgements(said: Sequence[Said]) -> _Array:
    """Return (sentences, judged and felt labels): 1 where the label holds."""
    names = (*JUDGED, *FELT)
    holds = [each.gold["judged"] | each.gold["felt"] for each in said]
    return np.array([[name in each for name in names] for each in holds], dtype=np.float32)


def pattern_hits(said: Sequence[Said]) -> _Array:
    """Return (sentences, judged and felt labels): 1 where a pattern fires, whoever speaks."""
    place = {name: number for number, name in enumerate((*JUDGED, *FELT))}
    hits = np.zeros((len(said), len(place)), dtype=np.float32)
    for each in PatternReader().annotate([sentence(n, each) for n, each in enumerate(said)]):
        if each.label in place:
            hits[each.turn, place[each.label]] = 1.0
    return hits


def sentence(number: int, said: Said) -> Sentence:
    """Return a sentence as the reader gets it, its number for its turn."""
    return Sentence(
        turn=number,
        start=0,
        end=len(said.text),
        text=said.text,
        side=Side.UNKNOWN,
        speaker="",
        before=said.before,
        before_side=Side.UNKNOWN,
        channel=Channel.CHAT,
        at=None,
    )


def fitted(logits: _Array, holds: _Array) -> tuple[_Array, _Array]:
    """Return each label's slope and offset (Platt 1999), fitted together by gradient descent."""
    count = logits.shape[1]
    common = np.array([1.0, 0.0])
    own = np.zeros((2, count))
    moved, squared = np.zeros((2, count + 1)), np.zeros((2, count + 1))
    for step in range(1, _STEPS + 1):
        slope, offset = common[0] + own[0], common[1] + own[1]
        error = 1 / (1 + np.exp(-(logits * slope + offset))) - holds
        of_own = np.stack([(error * logits).sum(0), error.sum(0)])
        of_common = of_own.sum(1)
        of_own = of_own + np.array([[_PULL_SLOPE], [_PULL_OFFSET]]) * own
        gradient = np.concatenate([of_common[:, None], of_own], axis=1)
        moved = 0.9 * moved + 0.1 * gradient
        squared = 0.99 * squared + 0.01 * gradient**2
        change = moved / (1 - 0.9**step) / (np.sqrt(squared / (1 - 0.99**step)) + 1e-9)
        common = common - _RATE * change[:, 0]
        own = own - _RATE * change[:, 1:]
    return np.maximum(common[0] + own[0], 0.2), common[1] + own[1]


def lowest(chances: _Array, holds: _Array, wanted: float = WANTED) -> float:
    """Return the lowest threshold from which on the wanted share of what fires is right."""
    order = np.argsort(-chances, kind="stable")
    right = np.cumsum(holds[order]) / np.arange(1, len(order) + 1)
    good = np.nonzero(right >= wanted)[0]
    return float(chances[order[good[-1]]]) if len(good) else 0.95


def thresholds(chances: _Array, holds: _Array, wanted: float = WANTED) -> _Array:
    """Return each label's threshold, drawn towards the common one; between 0.3 and 0.95."""
    common = lowest(chances.ravel(), holds.ravel(), wanted)
    found = []
    for label in range(chances.shape[1]):
        positives = holds[:, label].sum()
        own = lowest(chances[:, label], holds[:, label], wanted) if positives else common
        found.append((own * positives + common * _ENOUGH) / (positives + _ENOUGH))
    limited: _Array = np.clip(found, 0.3, 0.95)
    return limited


def vetoes(chances: _Array, hits: _Array, holds: _Array) -> _Array:
    """Return each label's veto, given where its patterns fire and where it holds; mostly 0."""
    right = hits * holds
    kept = (right * (chances >= _VETO)).sum(0)
    safe = (hits.sum(0) >= _SEEN) & (kept >= _KEPT * right.sum(0))
    found: _Array = np.where(safe, _VETO, 0.0)
    return found


def calibrated(encoder: Encoder, said: Sequence[Said]) -> list[Measured]:
    """Return every label's calibration and threshold, learned from sentences kept aside."""
    names = (*JUDGED, *FELT)
    place = {name: number for number, name in enumerate(encoder.names)}
    logits = encoder.see([e.text for e in said], [e.before for e in said]).logits
    own = logits[:, [place[name] for name in names]].astype(np.float64)
    holds = judgements(said)
    slopes, offsets = fitted(own, holds)
    chances = 1 / (1 + np.exp(-(own * slopes + offsets)))
    stated = np.array([name.startswith(_STATED) for name in names])
    limits = np.zeros(len(names))
    limits[stated] = thresholds(chances[:, stated], holds[:, stated], OF_A_PERSON)
    limits[~stated] = thresholds(chances[:, ~stated], holds[:, ~stated])
    by_patterns = {rule.id for rule in rules() if rule.patterns}
    silencing = vetoes(chances, pattern_hits(said), holds)
    return [
        Measured(
            id=name,
            output=name,
            slope=round(float(slopes[n]), 4),
            offset=round(float(offsets[n]), 4),
            threshold=round(float(limits[n]), 3),
            veto=float(silencing[n]),
            by=BOTH if name in by_patterns else MODEL,
            fires=True,
        )
        for n, name in enumerate(names)
    ]


def emotions(encoder: Encoder, said: Sequence[Said]) -> list[Measured]:
    """Return GoEmotions' 27 emotions, calibrated on that set's own part for it.

    Real conversations were not judged for them, so they don't fire.
    """
    names = [name for name in EMOTIONS if name != "neutral"]
    place = {name: number for number, name in enumerate(encoder.names)}
    logits = encoder.see([each.text for each in said], [""] * len(said)).logits
    own = logits[:, [place[f"goemotions:{name}"] for name in names]].astype(np.float64)
    holds = np.array([[name in each.gold["goemotions"] for name in names] for each in said])
    slopes, offsets = fitted(own, holds.astype(np.float64))
    return [
        Measured(
            id=f"feeling.{name}",
            output=f"goemotions:{name}",
            slope=round(float(slopes[n]), 4),
            offset=round(float(offsets[n]), 4),
            threshold=0.5,
            veto=0.0,
            by=MODEL,
            fires=False,
        )
        for n, name in enumerate(names)
    ]
