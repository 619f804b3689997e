"""Moments as JSON-ready values: the form that ``theirside moments --json`` prints."""

from __future__ import annotations

from collections.abc import Iterable

from theirside.as_json import Json, evidence
from theirside.as_json import moment as time
from theirside.care.moment import Moment, moment_kinds


def moments(of: str, found: Iterable[Moment]) -> Json:
    """Return the moments, the weightiest first; ``of`` says what was looked at."""
    return {"of": of, "moments": [moment(each) for each in found]}


def moment(value: Moment) -> Json:
    """Return a moment: its kind in words, the quotes it rests on, and the turns around them."""
    kind = moment_kinds()[value.kind]
    return {
        "id": value.id,
        "kind": value.kind,
        "name": kind.name,
        "good": kind.good,
        "why": kind.why,
        "talk_about": list(kind.talk_about),
        "weight": value.weight,
        "note": value.note,
        "at": time(value.at),
        "evidence": evidence(value.evidence),
        "stretch": evidence(value.stretch),
    }
