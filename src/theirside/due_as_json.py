"""What is due, promises and come-backs as JSON-ready values: what ``due --json`` prints."""

from __future__ import annotations

from typing import Any

from theirside.as_json import Json, evidence, moment
from theirside.serve.due import Due
from theirside.serve.noted import HandMark, Noted


def item(value: Due) -> Json:
    """Return one thing that is due; ``on`` is null where one has to ask."""
    return {
        "id": value.id,
        "kind": str(value.kind),
        "person": value.person,
        "subject": value.subject,
        "on": moment(value.on),
        "standing": value.standing,
        "text": value.text,
        "why": value.why,
        "said": moment(value.said),
        "held": value.held,
        "evidence": evidence(value.evidence),
    }


def due(value: Any) -> Json:
    """Return the list of what is due: what ``theirside due --json`` prints."""
    return {
        "today": moment(value.today),
        "until": moment(value.until),
        "items": [item(each) for each in value.items],
        "later": value.later,
        "held": [item(each) for each in value.held],
    }


def promised(value: Any) -> Json:
    """Return a promise as it stands, with the sentence that kept it."""
    return {
        "id": value.id,
        "by": "ours" if value.by_us else "theirs",
        "subject": value.subject,
        "people": list(value.people),
        "text": value.text,
        "made": moment(value.made),
        "due": moment(value.due),
        "standing": value.standing,
        "kept_on": moment(value.on),
        "kept_by": value.by,
        "evidence": evidence(value.evidence),
        "kept": evidence((value.kept,)) if value.kept is not None else [],
    }


def patience(value: Any) -> Json:
    """Return a come-back or quiet time as it stands."""
    return {
        "id": value.id,
        "kind": str(value.kind),
        "subject": value.subject,
        "people": list(value.people),
        "text": value.text,
        "why": value.why,
        "on": moment(value.on),
        "event": value.event,
        "standing": value.standing,
        "said": moment(value.said),
        "evidence": evidence(value.evidence),
        "happened": evidence((value.told_over,)) if value.told_over is not None else [],
    }


def noted(value: Noted) -> Json:
    """Return something noted by hand."""
    return {
        "id": value.id,
        "what": str(value.what),
        "by": "ours" if value.by_us else "theirs",
        "text": value.text,
        "day": moment(value.day),
        "noted": moment(value.noted),
        "said": str(value.said) if value.said is not None else None,
        "marked_day": moment(value.marked),
    }


def mark(value: HandMark) -> Json:
    """Return what somebody said by hand of words in a talk."""
    return {
        "what": str(value.what),
        "said": str(value.said),
        "day": moment(value.day),
        "evidence": evidence((value.quote,)),
    }
