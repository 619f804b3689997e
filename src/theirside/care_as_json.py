"""How we showed up, pushback and reviews as JSON-ready values: the forms that ``--json`` prints."""

from __future__ import annotations

from collections.abc import Iterable

from theirside.as_json import Json, evidence, moment, person, question
from theirside.care.figure import Figure
from theirside.care.over_time import Compared, Trend
from theirside.care.pushback.pushed import Pushed, Reason, Response
from theirside.care.review.finding import Finding
from theirside.understand.understanding import Person


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


def looked(whose: Person | None, found: Iterable[Pushed]) -> Json:
    """Return one person's pushback; ``person`` is null where it is not known who said it."""
    return {
        "person": person(whose) if whose is not None else None,
        "pushback": [pushed(each) for each in found],
    }


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


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
