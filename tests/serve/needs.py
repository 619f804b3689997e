"""An offer and people's understandings in few words, for the tests of this room.

Everybody is fictional: Lantern watches the beacons of small harbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from theirside.evidence import Quote
from theirside.serve.fit import Fit, Weighed
from theirside.serve.fitting import fit
from theirside.serve.meaning import Meaning, by_words_only
from theirside.understand.offer import Offer, load_offer
from theirside.understand.understanding import Observation, Person, Status, Understanding

TODAY = date(2026, 3, 1)
SAID = datetime(2026, 2, 2, 9, tzinfo=UTC)
OFFER = load_offer(
    """\
name: Lantern
capabilities:
  - id: watch
    statement: Watches every beacon and tells within a minute that one is dark.
    words: [lamp is out, beacon, nobody noticed]
  - id: log
    statement: Keeps who rowed out and when, for the harbour inspector.
    words: [inspector, logbook, paper trail]
limits:
  - id: no-repair
    statement: It repairs nothing and has no boat of its own.
    words: [repair, spare lamp]
facts:
  - id: offline
    statement: The box works for two weeks without a network.
    topic: [network, signal]
    contradicts: [needs a signal]
  - id: hosted
    statement: All records are kept in Bergen.
    topic: [data, hosted]
    words: [kept in Norway]
prices:
  - id: harbour
    for: A harbour
    price: 90 euros a month
wrong_for:
  - statement: Harbours whose own crew rows round every evening anyway.
    words: [own crew]
point_to:
  - name: Brightwater Repairs
    for: Whoever needs a boat and somebody who repairs lamps.
    competitor: yes
  - name: The harbour office's own logbook
    for: Harbours whose own crew rows round every evening.
"""
)


def said(facet: str, words: str, **known: object) -> Observation:
    """Return what somebody said on 2 February 2026."""
    made = {
        "id": f"{abs(hash((facet, words))) % 10**8:08d}",
        "person": "dana",
        "facet": facet,
        "statement": words,
        "evidence": (Quote("talk", 0, 0, len(words), words),),
        "status": Status.HEARD,
        "probability": 0.8,
        "last_at": SAID,
        **known,
    }
    return Observation(**made)  # type: ignore[arg-type]


def understanding(*observations: Observation, name: str = "Dana Whitfield") -> Understanding:
    """Return an understanding of these observations alone."""
    person = Person(name.casefold(), (name,))
    return Understanding(person, 1, SAID, SAID, tuple(observations), (), ())


def fit_of(
    *observations: Observation,
    offer: Offer = OFFER,
    today: date = TODAY,
    meaning: Meaning = by_words_only,
) -> Fit:
    """Return the fit of one person who said this."""
    return fit(
        "Dana Whitfield", [understanding(*observations)], offer, today=today, meaning=meaning
    )


def weighed(facet: str, words: str, **known: object) -> Weighed:
    """Return one need held against the offer."""
    [found] = fit_of(said(facet, words, **known)).needs
    return found


def meaning_of(pairs: Sequence[tuple[str, str, float]]) -> Meaning:
    """Return a meaning that knows these likenesses and no others."""
    return lambda _texts, _others: {(text, other): likeness for text, other, likeness in pairs}
