"""What Theirside knows as JSON-ready values: the forms that ``--json`` prints.

Each form has a JSON Schema in ``theirside/schemas``. Every statement carries ``evidence``: a list
of ``{conversation, turn, start, end, quote}``, where ``quote`` is exactly characters ``start`` to
``end`` of the text of turn number ``turn``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from theirside.care.figure import Figure
from theirside.care.over_time import Compared, Trend
from theirside.care.pushed import Pushed, Reason, Response
from theirside.care.review.finding import Finding
from theirside.conversation import Conversation
from theirside.evidence import Annotation, Quote
from theirside.intake.report import Report
from theirside.intake.us import Us
from theirside.understand.understanding import (
    Observation,
    Person,
    Promise,
    Pushback,
    Question,
    Understanding,
)

Json = dict[str, Any]


def moment(value: datetime | date | None) -> str | None:
    """Return a day or moment in ISO 8601, or None."""
    return value.isoformat() if value is not None else None


def evidence(quotes: Iterable[Quote]) -> list[Json]:
    """Return quotes in the form that every statement's ``evidence`` has."""
    return [
        {
            "conversation": each.conversation,
            "turn": each.turn,
            "start": each.start,
            "end": each.end,
            "quote": each.text,
        }
        for each in quotes
    ]


def annotation(value: Annotation) -> Json:
    """Return an annotation; ``holder`` and ``due`` only where there are any."""
    form: Json = {
        "turn": value.turn,
        "start": value.start,
        "end": value.end,
        "label": value.label,
        "probability": round(value.probability, 4),
    }
    if value.holder:
        form["holder"] = value.holder
    if value.due:
        form["due"] = value.due.isoformat()
    return form


def reading(conversation: Conversation, reader: str, annotations: Sequence[Annotation]) -> Json:
    """Return what ``theirside read --json`` prints for one conversation."""
    return {
        "conversation": conversation.id,
        "reader": reader,
        "annotations": [annotation(each) for each in annotations],
    }


def report(value: Report) -> Json:
    """Return an import's account; ``found`` equals ``kept`` plus the length of ``skipped``."""
    return {
        "found": value.found,
        "kept": value.kept,
        "skipped": [{"item": each.item, "reason": each.reason} for each in value.skipped],
        "formats": dict(sorted(value.kept_by_format.items())),
        "notes": list(value.notes),
    }


def person(value: Person) -> Json:
    """Return who somebody is."""
    return {
        "id": value.id,
        "name": value.name,
        "names": list(value.names),
        "emails": list(value.emails),
        "phones": list(value.phones),
        "company": value.company,
        "role": value.role,
    }


def observation(value: Observation) -> Json:
    """Return one observation with its evidence."""
    return {
        "id": value.id,
        "facet": value.facet,
        "statement": value.statement,
        "status": str(value.status),
        "probability": round(value.probability, 4),
        "first_at": moment(value.first_at),
        "last_at": moment(value.last_at),
        "said_by": value.said_by,
        "holder": value.holder,
        "replaced_by": value.replaced_by,
        "contradicts": list(value.contradicts),
        "evidence": evidence(value.evidence),
    }


def question(value: Question) -> Json:
    """Return a question worth asking, why, and what gave rise to it."""
    return {
        "id": value.id,
        "facet": value.facet,
        "text": value.text,
        "why": value.why,
        "weight": round(value.weight, 4),
        "evidence": evidence(value.evidence),
    }


def promise(value: Promise) -> Json:
    """Return a promise, whose it is and when it is due."""
    return {
        "text": value.text,
        "by": "ours" if value.by_us else "theirs",
        "due": moment(value.due),
        "at": moment(value.at),
        "evidence": evidence(value.evidence),
    }


def pushback(value: Pushback) -> Json:
    """Return a pushback with our answer to it."""
    return {
        "kind": value.kind,
        "at": moment(value.at),
        "evidence": evidence(value.evidence),
        "answer": evidence(value.answer),
    }


def figure(value: Figure) -> Json:
    """Return a figure with its interval, what was counted, and the words that were."""
    return {
        "measure": value.measure,
        "value": _rounded(value.value),
        "unit": value.unit,
        "low": _rounded(value.low),
        "high": _rounded(value.high),
        "count": _rounded(value.count),
        "of": _rounded(value.of),
        "talks": value.talks,
        "left_out": [{"why": why, "talks": talks} for why, talks in value.left_out],
        "note": value.note,
        "evidence": evidence(value.evidence),
        "rest": evidence(value.rest),
    }


def compared(value: Compared) -> Json:
    """Return a figure since a day beside the same of the time before."""
    return {
        "measure": value.measure,
        "since": figure(value.since) if value.since is not None else None,
        "before": figure(value.before) if value.before is not None else None,
    }


def trend(value: Trend) -> Json:
    """Return a measure week by week, each by its Monday, and the past that it is held against."""
    return {
        "measure": value.measure,
        "weeks": [
            {"monday": monday.isoformat(), "figure": figure(each)} for monday, each in value.weeks
        ],
        "past": figure(value.past) if value.past is not None else None,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def understanding(value: Understanding) -> Json:
    """Return all that is understood of one person: what ``theirside brief --json`` prints."""
    return {
        "person": person(value.person),
        "conversations": value.conversations,
        "first_at": moment(value.first_at),
        "last_at": moment(value.last_at),
        "observations": [observation(each) for each in value.observations],
        "gaps": [
            {"facet": each.facet, "why": each.why, "last_at": moment(each.last_at)}
            for each in value.gaps
        ],
        "questions": [question(each) for each in value.questions],
        "misbeliefs": [
            {
                "observation": each.observation,
                "fact": each.fact,
                "evidence": evidence(each.evidence),
            }
            for each in value.misbeliefs
        ],
        "holes": [
            {"topic": each.topic, "why": each.why, "evidence": evidence(each.evidence)}
            for each in value.holes
        ],
        "promises": [promise(each) for each in value.promises],
        "pushback": [pushback(each) for each in value.pushback],
        "unanswered": evidence(value.unanswered),
    }


def talk(conversation: Conversation, reader: str, annotations: Sequence[Annotation]) -> Json:
    """Return what ``theirside show CONVERSATION --json`` prints."""
    from theirside.intake.jsonl_form import to_dict

    return {
        "conversation": to_dict(conversation),
        "reader": reader,
        "annotations": [annotation(each) for each in annotations],
    }


def us(value: Us) -> Json:
    """Return who we are."""
    return {
        "domains": sorted(value.domains),
        "addresses": sorted(value.addresses),
        "names": sorted(value.names),
    }


def proposal(one: Person, other: Person, why: str) -> Json:
    """Return two who are perhaps one person."""
    return {"one": person(one), "other": person(other), "why": why}


def pushed(value: Pushed) -> Json:
    """Return one pushback looked at closely: one of ``theirside pushback --json``."""
    return {
        "kind": value.kind,
        "at": moment(value.at),
        "holder": value.holder,
        "guessed": value.guessed,
        "evidence": evidence(value.evidence),
        "strength": {
            "level": str(value.strength.level),
            "signs": [
                {
                    "id": each.id,
                    "weight": each.weight,
                    "why": each.why,
                    "evidence": evidence([each.evidence]),
                }
                for each in value.strength.signs
            ],
        },
        "reasons": [reason(each) for each in value.reasons],
        "questions": [question(each) for each in value.questions],
        "reply": evidence(value.reply),
        "answers": [
            {"way": each.way, "evidence": evidence(each.evidence)} for each in value.answers
        ],
        "afterwards": [
            {
                "what": str(each.what),
                "at": moment(each.at),
                "evidence": evidence(each.evidence),
            }
            for each in value.afterwards
        ],
        "responses": [response(each) for each in value.responses],
    }


def reason(value: Reason) -> Json:
    """Return why a pushback makes sense, with the words that say so."""
    return {
        "source": value.source,
        "text": value.text,
        "why": value.why,
        "weight": value.weight,
        "fact": value.fact,
        "same_words": value.same_words,
        "own": value.own,
        "evidence": evidence(value.evidence),
    }


def response(value: Response) -> Json:
    """Return an honest response; ``ask`` and ``view`` may be empty."""
    return {
        "id": value.id,
        "name": value.name,
        "acknowledge": value.acknowledge,
        "ask": value.ask,
        "view": value.view,
        "fits": value.fits,
        "false_when": value.false_when,
        "fact": value.fact,
        "evidence": evidence(value.evidence),
    }


def looked(whose: Person | None, found: Iterable[Pushed]) -> Json:
    """Return one person's pushback; ``person`` is null where it is not known who said it."""
    return {
        "person": person(whose) if whose is not None else None,
        "pushback": [pushed(each) for each in found],
    }


def review(file: str, findings: Iterable[Finding]) -> Json:
    """Return what ``theirside review --json`` prints of one draft; places count characters."""
    return {
        "file": file,
        "findings": [
            {
                "rule": each.rule,
                "line": each.line,
                "column": each.column,
                "start": each.start,
                "end": each.end,
                "why": each.why,
                "better": each.better,
            }
            for each in findings
        ],
    }
