"""Fit and check-backs as JSON-ready values: what ``fit`` and ``checkback --json`` print."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from theirside.as_json import Json, evidence, moment
from theirside.serve.decisions import Decided
from theirside.serve.fit import Fit, Line, Reason, Weighed


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
