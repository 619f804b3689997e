"""Fit and check-backs as JSON-ready values: what ``fit`` and ``checkback --json`` print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from theirside.as_json import Json, evidence, moment
from theirside.serve.decisions import Decided
from theirside.serve.fit import Fit, Line, Reason, Weighed
from theirside.serve.ledger.balance import Counts, Standing
from theirside.serve.ledger.entry import Entry, Mark
from theirside.serve.ledger.referral import Named, Referral


def line(value: Line) -> Json:
    """Return a line of the offer; ``id`` is empty where it has none."""
    return {"kind": str(value.kind), "id": value.id, "statement": value.statement}


def weighed(value: Weighed) -> Json:
    """Return a need with how the offer answers it, and the offer's lines that show it."""
    need = value.need
    return {
        "id": need.id,
        "person": need.person,
        "facet": need.facet,
        "statement": need.statement,
        "probability": round(need.probability, 4),
        "own": need.own,
        "strength": need.strength,
        "verdict": str(value.verdict),
        "why": value.why,
        "ask": value.ask,
        "waits": value.waits,
        "until": moment(value.until),
        "matches": [
            {
                "line": line(each.line),
                "words": list(each.words),
                "likeness": round(each.likeness, 4),
                "strong": each.strong,
            }
            for each in value.matches
        ],
        "evidence": evidence(need.evidence),
    }


def reason(value: Reason) -> Json:
    """Return a reason with their words, and the offer's line where there is one."""
    return {
        "text": value.text,
        "line": line(value.line) if value.line is not None else None,
        "evidence": evidence(value.evidence),
    }


def fit(value: Fit, decided: Iterable[Decided] = ()) -> Json:
    """Return needs against the offer: what ``theirside fit SUBJECT --json`` prints."""
    proposal = value.proposal
    return {
        "subject": value.subject,
        "offer": value.offer,
        "needs": [weighed(each) for each in value.needs],
        "share": list(value.share) if value.share is not None else None,
        "against": [reason(each) for each in value.against],
        "proposal": {
            "decision": str(proposal.decision) if proposal.decision is not None else None,
            "firm": proposal.firm,
            "look_again": moment(proposal.look_again),
            "reasons": [reason(each) for each in proposal.reasons],
        },
        "point_to": [
            {
                "name": each.to.name,
                "for": each.to.fits,
                "why": each.to.why,
                "url": each.to.url,
                "competitor": each.to.competitor,
                "needs": list(each.needs),
            }
            for each in value.point_to
        ],
        "decided": [fit_decided(each) for each in decided],
    }


def fit_decided(value: Decided) -> Json:
    """Return what somebody decided on a fit."""
    return {
        "subject": value.subject,
        "people": list(value.people),
        "decision": str(value.decision),
        "because": value.because,
        "pointed_to": value.pointed_to,
        "look_again": moment(value.look_again),
        "proposed": str(value.proposed) if value.proposed is not None else None,
        "did_right": value.did_right,
        "at": moment(value.at),
    }


def checkback(value: Any) -> Json:
    """Return a check-back that was sent, with what was said of each statement."""
    return {
        "code": value.code,
        "seller": value.seller,
        "tone": value.tone,
        "made_at": moment(value.made_at),
        "statements": [
            {
                "number": each.number,
                "facet": each.facet,
                "shown": each.shown,
                "probability": round(each.probability, 4),
                "status": str(each.status) if each.status else None,
                "text": each.text,
                "answered_at": moment(each.answered_at),
            }
            for each in value.statements
        ],
    }


def entry(value: Entry) -> Json:
    """Return a gift or an ask; ``evidence`` is empty where somebody typed it."""
    return {
        "id": value.id,
        "person": value.person,
        "column": str(value.column),
        "kind": value.kind,
        "by": "ours" if value.by_us else "theirs",
        "text": value.text,
        "on": moment(value.on),
        "offered": value.offered,
        "typed": value.typed,
        "corrected": value.corrected,
        "weight": value.weight,
        "named": value.named,
        "evidence": evidence(value.evidence),
    }


def ledger_mark(value: Mark) -> Json:
    """Return what somebody said of a gift, an ask or a referral that was found."""
    return {
        "subject": value.subject,
        "struck": value.struck,
        "kind": value.kind,
        "weight": value.weight,
        "thanked": value.thanked,
        "evidence": evidence([value.quote]),
    }


def counts(value: Counts) -> Json:
    """Return how often each side gave and asked."""
    return {
        "gave": value.gave,
        "asked": value.asked,
        "they_gave": value.they_gave,
        "they_asked": value.they_asked,
        "offered": value.offered,
        "they_offered": value.they_offered,
    }


def standing(value: Standing) -> Json:
    """Return how it stands; ``asks`` are the ids of what we asked since our last gift."""
    ours, theirs = value.weights
    return {
        "counts": counts(value.counts),
        "asks": [each.id for each in value.asks],
        "last_gift": value.last_gift.id if value.last_gift is not None else None,
        "last_gift_on": moment(value.last_gift.on) if value.last_gift is not None else None,
        "weights": {"ours": ours, "theirs": theirs},
    }


def stands(value: Any) -> Json:
    """Return how it stands with one person, as in the list of everybody."""
    return {
        "person": value.person.id,
        "name": value.person.name,
        "standing": standing(value.standing),
        "last": moment(value.last),
    }


def ledger(value: Any) -> Json:
    """Return one person's ledger: what ``theirside ledger PERSON --json`` prints."""
    return {
        "person": value.person.id,
        "name": value.person.name,
        "standing": standing(value.standing),
        "months": [
            {
                "month": f"{each.first:%Y-%m}",
                "added": counts(each.added),
                "stood": counts(each.stood),
            }
            for each in value.months
        ],
        "entries": [entry(each) for each in value.entries],
        "struck": [entry(each) for each in value.struck],
    }


def _named(value: Named) -> Json:
    return {
        "name": value.name,
        "person": value.person or None,
        "sure": value.sure,
        "us": value.us,
    }


def referral(value: Referral) -> Json:
    """Return who recommended whom to whom, and our thanks for it."""
    return {
        "id": value.id,
        "received": value.received,
        "by": _named(value.by),
        "whom": _named(value.whom),
        "to": _named(value.to),
        "text": value.text,
        "on": moment(value.on),
        "typed": value.typed,
        "owes_thanks": value.owes_thanks,
        "thanked": value.thanked,
        "thanks": evidence([value.thanks]) if value.thanks is not None else [],
        "evidence": evidence(value.evidence),
    }
