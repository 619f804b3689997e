"""Choosing what to play back, and putting it into words.

Only what they said themselves and of themselves: nothing that others said of them, nothing about
others, no feelings, no beliefs about us (those want repairing, not confirming), nothing that they
have judged already.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from theirside.serve.checkback.shown import FEWEST_WORDS, sales_terms_in, why_not
from theirside.serve.checkback.statement import Page, Section, Statement
from theirside.serve.checkback.tones import Tone, tone_for
from theirside.serve.checkback.turned import turned
from theirside.understand.facet import facets
from theirside.understand.moments import seconds
from theirside.understand.phrases import plain
from theirside.understand.understanding import Observation, Status, Understanding
from theirside.understand.words import gist, likeness, stems_of

SECTIONS = {
    **dict.fromkeys(
        ("stake goal pain criterion value process constraint decider taste habit interest").split(),
        Section.MATTERS,
    ),
    **dict.fromkeys(("risk", "irritant"), Section.WARY),
}
"""Facets that are played back, and where. Feelings and beliefs are not."""
MOST_A_FACET = 2
LISTED = 3
SURE_ENOUGH = 0.6
ABOUT_OTHERS = frozenset({"named", "capital", "he-or-she", "kin-and-colleagues"})
"""Reasons of ``shown`` that mean: this may be about somebody else."""
ALIKE = 0.5
OWED_FOR = timedelta(days=120)
"""Promises older than this, seen from the newest talk, are most likely settled."""


@dataclass(frozen=True, slots=True)
class Others:
    """Words of other people's names, and capitalised words that are no person's (case-folded)."""

    names: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()


def compose(
    it: Understanding,
    *,
    code: str,
    signed: str,
    address: str = "",
    others: Others | None = None,
    tone: Tone | None = None,
    note: str = "",
) -> Page:
    """Return the page for one person; it has no statements where nothing may be played back."""
    others = others or Others()
    chosen = tone or tone_for(_tastes(it))
    full = it.person.name
    name = full if chosen.full_name or "@" in full else full.split()[0]
    return Page(
        code=code,
        name=name,
        signed=signed,
        address=address,
        tone=chosen,
        statements=statements(it, others, chosen.most),
        asked=tuple(_listed((each.text for each in it.unanswered), others, asking=True)),
        owed=tuple(_listed(_owed(it), others)),
        unknown=tuple(_unknown(it)),
        note=note,
    )


def statements(it: Understanding, others: Others, most: int) -> tuple[Statement, ...]:
    """Return the statements to play back, numbered in the order of the page."""
    fit = [each for each in it.current if not _why_held_back(each, it, others)]
    fit.sort(key=lambda each: (-_worth(each), each.id))
    chosen: list[Observation] = []
    for each in fit:
        same = sum(other.facet == each.facet for other in chosen)
        if len(chosen) < most and same < MOST_A_FACET and not _is_told(each, chosen):
            chosen.append(each)
    order = list(facets())
    chosen.sort(key=lambda each: (SECTIONS[each.facet], order.index(each.facet), each.id))
    return tuple(_statement(number, each) for number, each in enumerate(chosen, start=1))


def held_back(it: Understanding, others: Others) -> Counter[str]:
    """Return why what is known of a person is not played back, and how often each reason holds."""
    return Counter(why for each in it.current if (why := _why_held_back(each, it, others)))


def _why_held_back(each: Observation, it: Understanding, others: Others) -> str:
    """Return why a statement may not be played back, in words; empty where it may."""
    age = seconds(it.last_at) - seconds(each.last_at) if it.last_at and each.last_at else 0
    fresh = timedelta(days=31 * facets()[each.facet].fresh_for).total_seconds()
    wrong = each.id in {mis.observation for mis in it.misbeliefs}
    words = why_not(_sayable(each.statement), others.names, others.known)
    reasons = (
        (each.status is not Status.HEARD, "judged already"),
        (each.facet not in SECTIONS or wrong, "a feeling or belief, for a talk rather than a tick"),
        (bool(each.said_by or each.holder or words in ABOUT_OTHERS), "about somebody else, too"),
        (each.probability < SURE_ENOUGH, f"not sure enough (below {SURE_ENOUGH})"),
        (age > fresh, "too long ago"),
        (words == "length", "too short or too long to stand by itself"),
        (bool(words) or len(stems_of(each.statement)) < 2, "unclear by itself, or a sales term"),
    )
    return next((why for holds, why in reasons if holds), "")


def _sayable(text: str) -> str:
    return plain(text).strip("\"“”'’ ")


def _worth(each: Observation) -> float:
    """Return what judging a statement is worth; one in plain words of ours a little more."""
    plainly = 1.0 if turned(_sayable(each.statement)) else 0.85
    return facets()[each.facet].weight * each.probability * plainly


def _is_told(each: Observation, chosen: Iterable[Observation]) -> bool:
    about = gist(each.statement)
    return any(likeness(about, gist(other.statement)) >= ALIKE for other in chosen)


def _statement(number: int, each: Observation) -> Statement:
    said = _sayable(each.statement)
    words = turned(said)
    return Statement(
        number,
        SECTIONS[each.facet],
        words or said,
        words is None,
        each.id,
        each.facet,
        each.probability,
        each.evidence,
    )


def _tastes(it: Understanding) -> Sequence[str]:
    own = [
        each
        for each in it.current
        if each.facet in {"taste", "irritant"} and not each.said_by and not each.holder
    ]
    own.sort(key=lambda each: -seconds(each.last_at))
    return [each.statement for each in own]


def _owed(it: Understanding) -> Iterable[str]:
    ours = [each for each in it.promises if each.by_us]
    ours.sort(key=lambda each: -seconds(each.at))
    for each in ours:
        age = seconds(it.last_at) - seconds(each.at)
        if it.last_at and each.at and age <= OWED_FOR.total_seconds():
            yield each.text


def _listed(texts: Iterable[str], others: Others, *, asking: bool = False) -> list[str]:
    """Return the first few that may be shown; the same asked twice counts once."""
    allowed: Collection[str] = {"", "asking"} if asking else {""}
    found: list[str] = []
    for said in map(_sayable, texts):
        about = gist(said)
        again = any(likeness(about, gist(other)) >= ALIKE for other in found)
        whole = len(said.split()) > FEWEST_WORDS and not again
        if whole and why_not(said, others.names, others.known) in allowed:
            found.append(said)
    return found[:LISTED]


def _unknown(it: Understanding) -> list[str]:
    """Return what we would like to know of facets that we know nothing of, feelings aside."""
    gaps = (facets()[gap.facet] for gap in it.gaps if gap.last_at is None)
    open_ones = [
        next((ask.text for ask in facet.questions if not ask.when.known), "")
        for facet in sorted(gaps, key=lambda facet: -facet.weight)
        if facet.id in SECTIONS
    ]
    return [each for each in open_ones if each and not sales_terms_in(each)][:LISTED]
