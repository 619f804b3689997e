"""The shelf and what there is for whom as JSON: what ``shelf`` and ``in-mind --json`` print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from theirside import as_json
from theirside.as_json import Json, evidence, moment
from theirside.intake.report import Report
from theirside.intake.shelf.thing import Thing
from theirside.serve.in_mind.choosing import Chosen, InMind
from theirside.serve.in_mind.given import Answered
from theirside.serve.in_mind.selling import Sold


def added(report: Report, new: int, known: int) -> Json:
    """Return an import's account, and how many things are new on the shelf or were there."""
    return {**as_json.report(report), "new": new, "known": known}


def thing(value: Thing) -> Json:
    """Return a thing of the shelf without its text, which may be long."""
    return {
        "id": value.id,
        "kind": str(value.kind),
        "title": value.title,
        "url": value.url,
        "tags": list(value.tags),
    }


def shelved(value: Thing, added_at: datetime, given: int, sold: Iterable[Sold]) -> Json:
    """Return a thing with when it was added, to how many it was given, and what it sells."""
    return {
        **thing(value),
        "text": value.text,
        "added_at": moment(added_at),
        "given": given,
        "sells": [sells(each) for each in sold],
    }


def sells(value: Sold) -> Json:
    """Return a sign that something is sold."""
    return {"sign": value.sign, "words": value.words, "why": value.why}


def in_mind(value: InMind) -> Json:
    """Return a thing for somebody, why them, and the first line; ``near`` is in spreads."""
    why = value.why
    return {
        "thing": thing(value.thing),
        "why": {
            "observation": why.observation,
            "facet": why.facet,
            "statement": why.statement,
            "near": round(why.near, 2),
            "words": list(why.words),
            "said_at": moment(why.said_at),
            "evidence": evidence(why.evidence),
        },
        "opening": value.opening,
    }


def chosen(value: Chosen) -> Json:
    """Return what there is for a person, or why there is nothing."""
    return {
        "person": {"id": value.person.id, "name": value.person.name},
        "things": [in_mind(each) for each in value.things],
        "last_given": answered(value.last_given) if value.last_given else None,
        "silence": str(value.silence) if value.silence else None,
        "until": moment(value.until),
        "evidence": evidence(value.evidence),
    }


def today(found: Sequence[Chosen], looked_at: int, known: int) -> Json:
    """Return the few people of the day, and of how many people how many were looked at."""
    return {"people": [chosen(each) for each in found], "looked_at": looked_at, "known": known}


def answered(value: Answered) -> Json:
    """Return that a thing was given to somebody, or never is to be."""
    return {
        "thing": value.thing,
        "kind": str(value.kind),
        "title": value.title,
        "answer": str(value.answer),
        "facet": value.facet,
        "at": moment(value.at),
        "evidence": evidence(value.evidence),
    }
