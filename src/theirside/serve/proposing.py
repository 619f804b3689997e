"""What follows from the needs: a proposal with its reasons, for a person to decide.

- not us: something that they measure by or that binds them is against a line of ours, or nothing
  of what we know of is met and something is not
- not now: nothing speaks against us but the time
- fit: something is met, and nothing that binds them stands against it
- else nothing is proposed: too little is known
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from theirside.serve.fit import AGAINST, Decision, Kind, Proposal, Reason, Verdict, Weighed

SHOWN = 3


def speaks_against(needs: Sequence[Weighed]) -> list[Reason]:
    """Return what speaks against us, said plainly, the most binding first."""
    found: dict[tuple[str, str], Reason] = {}
    ordered = sorted(needs, key=lambda each: (not each.need.is_must, not each.need.own))
    for each in ordered:
        for match in each.matches:
            if match.line.kind in AGAINST:
                key = (each.need.id, match.line.statement)
                found.setdefault(key, _reason(each, match.line.kind, match.line.statement))
        if each.waits:
            found[each.need.id, ""] = _waiting(each)
    return list(found.values())


def _reason(each: Weighed, kind: Kind, statement: str) -> Reason:
    line = next(match.line for match in each.matches if match.line.statement == statement)
    said = "Our limit" if kind is Kind.LIMIT else "Wrong for"
    told = "" if each.need.own else " (they tell it of somebody else)"
    return Reason(f"{said}: {statement.rstrip('.')}{told}", each.need.evidence, line)


def _waits(waiting: Sequence[Weighed]) -> tuple[Reason, ...]:
    """Return each thing that they wait for once, however often they said so."""
    return tuple({reason.text: reason for reason in map(_waiting, waiting)}.values())


def _waiting(each: Weighed) -> Reason:
    until = f" (until {each.until.isoformat()})" if each.until else ""
    return Reason(f"{each.why.rstrip('.')}{until}", each.need.evidence)


def propose(needs: Sequence[Weighed]) -> Proposal:
    """Return what we would decide, and why."""
    binding = [each for each in needs if _binds(each)]
    met = [each for each in needs if each.verdict in {Verdict.MET, Verdict.PARTLY}]
    unmet = [each for each in needs if each.verdict is Verdict.NOT_MET and not each.waits]
    waiting = [each for each in needs if each.waits and each.need.own]
    if binding:
        return Proposal(Decision.NOT_US, tuple(speaks_against(binding)), firm=True)
    if unmet and not met:
        firm = len(unmet) == len(needs) and all(_by_words(each) for each in unmet)
        return Proposal(Decision.NOT_US, tuple(speaks_against(unmet)), firm)
    if waiting:
        return Proposal(Decision.NOT_NOW, _waits(waiting), firm=True, look_again=_last(waiting))
    if met:
        return Proposal(Decision.FIT, _reasons(met), firm=_is_firm(met, needs))
    nothing = "Nothing that they said can be held against the offer yet."
    return Proposal(None, (Reason(nothing),), firm=False)


def _binds(each: Weighed) -> bool:
    """Say whether a need alone decides: binding, in their own words, and by words of our limits."""
    return (
        each.need.is_must and each.need.own and each.verdict is Verdict.NOT_MET and _by_words(each)
    )


def _by_words(each: Weighed) -> bool:
    return any(match.words and match.line.kind in AGAINST for match in each.matches)


def _reasons(met: Sequence[Weighed]) -> tuple[Reason, ...]:
    """Return the strongest reason for each line of ours that answers them, the first few."""
    ordered = sorted(met, key=lambda each: (each.verdict is not Verdict.MET, -each.need.strength))
    by_line: dict[str, Reason] = {}
    for each in ordered:
        by_line.setdefault(each.matches[0].line.statement, _for_us(each))
    return tuple(by_line.values())[:SHOWN]


def _for_us(each: Weighed) -> Reason:
    line = each.matches[0].line
    return Reason(f"{each.verdict.capitalize()}: {line.statement}", each.need.evidence, line)


def _is_firm(met: Sequence[Weighed], needs: Sequence[Weighed]) -> bool:
    by_words = [each for each in met if each.verdict is Verdict.MET]
    return len(by_words) * 2 >= len(needs)


def _last(waiting: Sequence[Weighed]) -> date | None:
    return max((each.until for each in waiting if each.until is not None), default=None)
