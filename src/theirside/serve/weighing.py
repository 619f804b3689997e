"""One need held against the offer: met, partly, not met, or unknown and what to ask.

Precision first where it flatters us. Met takes the customers' own words for a line of ours;
a number or a day that the line does not name makes it partly; likeness alone is never more than
partly. What speaks against us counts by words and by likeness.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from theirside.datafile import opened
from theirside.serve.fit import AGAINST, Kind, Line, Match, Need, Verdict, Weighed
from theirside.serve.matching import ALIKE, matches_for
from theirside.serve.waiting import is_waiting, wait_in
from theirside.translating import to_translate
from theirside.understand.misbeliefs import denies, is_about
from theirside.understand.offer import Fact, Offer
from theirside.understand.phrases import shortened
from theirside.understand.words import gist

_MONEY = re.compile(
    r"\b(?:budget|prices?|pric(?:ed|ing)|costs?|afford|pay|euros?|pounds?|dollars?|kroner|money)\b"
    r"|[€£$]",
    re.IGNORECASE,
)
_MONEY_FACETS = frozenset({"constraint", "criterion"})
_LATELY = "They put it off a while ago."


def weigh(
    need: Need, offer: Offer, lines: Sequence[Line], alike: Mapping[str, float], today: date
) -> Weighed:
    """Return a need held against the offer; ``today`` tells what still stands in the way."""
    if need.facet == "constraint" and is_waiting(need.statement):
        return _timing(need, today)
    matches = [*_facts(need, offer), *matches_for(need, lines, alike)]
    against = [each for each in matches if each.line.kind in AGAINST]
    answers = [each for each in matches if each.line.kind not in AGAINST]
    if need.facet in _MONEY_FACETS and _MONEY.search(need.statement) and not against:
        return _priced(need, offer)
    strong = [each for each in answers if each.strong]
    if against and (strong or not _decides(against[0])):
        return _against(need, against, strong)
    if against:
        return Weighed(need, Verdict.NOT_MET, tuple(against), _said_of(against[0]))
    if strong:
        return _answered(need, strong)
    return _open(need, answers)


def _decides(match: Match) -> bool:
    return bool(match.words)


def _said_of(match: Match) -> str:
    if match.words:
        return "They say " + ", ".join(f"“{word}”" for word in match.words) + "."
    return (
        f"It means much the same (likeness {match.likeness:.2f}); none of our words stands in it."
    )


def _timing(need: Need, today: date) -> Weighed:
    said = need.at.date() if need.at is not None else None
    wait = wait_in(need.statement, said, today)
    if wait is None:
        return Weighed(need, Verdict.UNKNOWN, (), _LATELY, _ask("still", need))
    ask = "" if wait.until is not None else _ask("still", need)
    return Weighed(need, Verdict.NOT_MET, (), wait.why, ask, waits=True, until=wait.until)


def _priced(need: Need, offer: Offer) -> Weighed:
    lines = [Line(Kind.PRICE, e.id, e.statement, e.words) for e in offer.prices if e.price]
    lines = lines or [
        Line(Kind.FACT, fact.id, fact.statement)
        for fact in offer.facts
        if is_about("price cost fee", fact.topic)
    ]
    shown = tuple(Match(line, strong=False) for line in lines[:2])
    if not shown:
        return Weighed(need, Verdict.UNKNOWN, (), "They speak of money.", _ask("no-price", need))
    why = to_translate("They speak of money; whether ours is within it is theirs to say.")
    return Weighed(need, Verdict.UNKNOWN, shown, why, _ask("price", need, shown[0].line))


def _against(need: Need, against: Sequence[Match], strong: Sequence[Match]) -> Weighed:
    """Return what both sides have something to say for, or what is against us by likeness."""
    if strong:
        why = f"{_said_of(strong[0])} But a limit of ours touches it too."
        ask = _ask("line", need, strong[0].line)
        return Weighed(need, Verdict.PARTLY, (*strong, *against), why, ask)
    return Weighed(
        need, Verdict.NOT_MET, tuple(against), _said_of(against[0]), _ask(need.facet, need)
    )


def _answered(need: Need, strong: Sequence[Match]) -> Weighed:
    line = strong[0].line
    unnamed = gist(need.statement).values - gist(line.statement).values
    if need.facet != "pain" and unnamed:
        why = f"{_said_of(strong[0])} Our line says nothing of {_listed(unnamed)}."
        return Weighed(need, Verdict.PARTLY, tuple(strong), why, _ask("line", need, line))
    return Weighed(need, Verdict.MET, tuple(strong), _said_of(strong[0]))


def _open(need: Need, answers: Sequence[Match]) -> Weighed:
    if not answers:
        why = to_translate("Nothing in the offer speaks of it.")
        return Weighed(need, Verdict.UNKNOWN, (), why, _ask(need.facet, need))
    nearest = answers[0]
    ask = _ask("line", need, nearest.line)
    if not nearest.words and nearest.likeness >= ALIKE:
        return Weighed(need, Verdict.PARTLY, tuple(answers[:2]), _said_of(nearest), ask)
    why = to_translate("Our nearest line speaks of it by the way, or of something like it.")
    return Weighed(need, Verdict.UNKNOWN, (nearest,), why, ask)


def _facts(need: Need, offer: Offer) -> list[Match]:
    """Return the facts that a need touches by what they contradict, or by what they speak of."""
    found = []
    for fact in offer.facts:
        denied = tuple(each for each in fact.contradicts if denies(need.statement, each))
        line = Line(Kind.FACT, fact.id, fact.statement, fact.words)
        if denied:
            found.append(Match(line, denied, strong=True))
        elif topic := _topic(need, fact):
            found.append(Match(line, topic))
    return found


def _topic(need: Need, fact: Fact) -> tuple[str, ...]:
    return tuple(each for each in fact.topic if is_about(need.statement, [each]))


def _listed(values: frozenset[str]) -> str:
    return ", ".join(f"“{each}”" for each in sorted(values))


def _ask(kind: str, need: Need, line: Line | None = None) -> str:
    # Not str.format: people's own words may hold braces.
    text = _asks()[kind].replace("{line}", line.statement.rstrip(".") if line else "")
    return text.replace("{words}", shortened(need.statement))


@lru_cache(maxsize=1)
def _asks() -> Mapping[str, str]:
    found: Mapping[str, str] = opened(Path(__file__).parent / "asking.yaml")
    return found


def merged(weighed: Sequence[Weighed]) -> list[Weighed]:
    """Return each need once: the same words told under two facets count as the one that binds."""
    kept: dict[tuple[str, str], Weighed] = {}
    for each in sorted(weighed, key=lambda one: not one.need.is_must):
        kept.setdefault((each.need.person, " ".join(each.need.statement.split())), each)
    order = [Verdict.NOT_MET, Verdict.PARTLY, Verdict.MET, Verdict.UNKNOWN]
    return sorted(
        kept.values(), key=lambda one: (order.index(one.verdict), -one.need.strength, one.need.id)
    )
