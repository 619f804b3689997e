"""Preparations and debriefs as JSON-ready values: what ``prepare`` and ``debrief --json`` print."""

from __future__ import annotations

from theirside.as_json import Json, evidence, moment, observation, person, promise, question
from theirside.evidence import Quote
from theirside.purpose.debrief import Asked, CameUp, Debrief, Focus, Learnt
from theirside.purpose.wants import Care, Gift, Preparation, Prepared, Want
from theirside.serve_as_json import standing


def preparation(value: Preparation) -> Json:
    """Return the page before a talk: what ``theirside prepare --json`` prints."""
    return {
        "person": person(value.person),
        "day": value.day.isoformat(),
        "last_at": moment(value.last_at),
        "wants": [want(each) for each in value.wants],
        "stake": want(value.stake) if value.stake is not None else None,
        "ours": list(value.ours),
        "gifts": [_gift(each) for each in value.gifts],
        "questions": [question(each) for each in value.questions],
        "promises": [{**promise(each.promise), "late": each.late} for each in value.owed],
        "careful": [_care(each) for each in value.careful],
        "standing": standing(value.standing) if value.standing is not None else None,
    }


def want(value: Want) -> Json:
    """Return something that they want, and what it was read from."""
    return {
        "kind": str(value.kind),
        "text": value.text,
        "at": moment(value.at),
        "said_by": value.said_by,
        "evidence": evidence(value.evidence),
    }


def _gift(value: Gift) -> Json:
    return {
        "kind": str(value.kind),
        "words": value.words,
        "fact": value.fact,
        "evidence": evidence(value.evidence),
    }


def _care(value: Care) -> Json:
    return {
        "kind": str(value.kind),
        "words": value.words,
        "at": moment(value.at),
        "said_by": value.said_by,
        "note": value.note,
        "evidence": evidence(value.evidence),
    }


def prepared(value: Prepared) -> Json:
    """Return what is kept of a preparation: our wants for that day, and the questions."""
    return {
        "day": value.day.isoformat(),
        "ours": list(value.ours),
        "questions": [question(each) for each in value.questions],
    }


def debrief(value: Debrief) -> Json:
    """Return a talk held against its preparation: what ``theirside debrief --json`` prints."""
    return {
        "person": person(value.person),
        "conversation": value.conversation,
        "day": moment(value.day),
        "prepared": prepared(value.prepared) if value.prepared is not None else None,
        "sentences": _focus(value.sentences),
        "questions": _focus(value.questions),
        "wants": [{"want": want(each.want), "taken_up": evidence(each.by)} for each in value.wants],
        "asked": [_asked(each) for each in value.asked],
        "ours": [_came_up(each) for each in value.ours],
        "made": [promise(each) for each in value.made],
        "kept": [
            {"promise": promise(each.promise), "by": evidence((each.by,))} for each in value.kept
        ],
        "learnt": [_learnt(each) for each in value.learnt],
        "passed_over": [
            {"kind": str(each.kind), "evidence": evidence((each.quote,))}
            for each in value.passed_over
        ],
    }


def _focus(value: Focus) -> Json:
    return {
        "all": value.all,
        "about_them": evidence(value.theirs),
        "about_us": evidence(value.ours),
        "share": None if value.share is None else round(value.share, 4),
    }


def _asked(value: Asked) -> Json:
    return {
        "question": question(value.question),
        "asked": evidence(_some(value.asked)),
        "answer": evidence(value.answer),
    }


def _came_up(value: CameUp) -> Json:
    return {
        "want": value.want,
        "how": str(value.manner) if value.manner is not None else None,
        "place": evidence(_some(value.place)),
        "answer": evidence(value.answer),
    }


def _learnt(value: Learnt) -> Json:
    return {
        "news": str(value.news),
        "before": value.before,
        "observation": observation(value.observation),
        "evidence": evidence((value.quote,)),
    }


def _some(place: Quote | None) -> tuple[Quote, ...]:
    return () if place is None else (place,)
