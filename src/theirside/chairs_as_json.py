"""Rehearsals as JSON-ready values: what ``theirside rehearse --json`` prints."""

from __future__ import annotations

from theirside import care_as_json, moments_as_json
from theirside.as_json import Json, evidence, moment, person
from theirside.purpose.chairs.looking_back import Inner, LookedBack
from theirside.purpose.chairs.session import Exchange, Rehearsal
from theirside.purpose.chairs.state import Line


def rehearsal(value: Rehearsal) -> Json:
    """Return a rehearsal; in a list its exchanges are left out (none)."""
    return {
        "code": value.code,
        "person": person(value.person),
        "chair": str(value.chair),
        "seed": value.seed,
        "seller": value.seller,
        "begun": moment(value.begun),
        "at": moment(value.at),
        "replies": value.replies,
        "trust": value.state.trust,
        "patience": value.state.patience,
        "end": value.end or None,
        "exchanges": [_exchange(each) for each in value.exchanges],
    }


def _exchange(value: Exchange) -> Json:
    return {
        "reply": value.reply,
        "lines": [line(each) for each in value.lines],
        "heard": [
            {"act": each.act, "start": each.start, "end": each.end, "by": each.by}
            for each in value.heard
        ],
        "trust": value.trust,
        "patience": value.patience,
        "stood": {"trust": value.stood[0], "patience": value.stood[1]},
        "move": value.move or None,
        "played": [{"habit": each.habit, "did": each.did} for each in value.played],
    }


def line(value: Line) -> Json:
    """Return what was said, and where it comes from: a quote, a phrase, or both."""
    return {
        "text": value.text,
        "phrase": value.phrase or None,
        "outside": value.outside,
        "ask": value.ask or None,
        "evidence": evidence((value.quote,) if value.quote is not None else ()),
    }


def looked_back(value: LookedBack) -> Json:
    """Return a rehearsal looked back on: what ``theirside rehearse --json`` prints."""
    return {
        "rehearsal": rehearsal(value.rehearsal),
        "ending": {"id": value.ending.id, "says": value.ending.says},
        "told": [{"rung": name, "told": told, "known": known} for name, told, known in value.told],
        "inner": [_inner(each) for each in value.inner],
        "played": [
            {"habit": habit, "did": did, "times": times} for habit, did, times in value.played
        ],
        "acts": [{"act": act, "times": times} for act, times in value.acts],
        "figures": [care_as_json.figure(each) for each in value.figures],
        "moments": [moments_as_json.moment(each) for each in value.moments],
        "ask": list(value.ask),
    }


def _inner(value: Inner) -> Json:
    return {
        "exchange": value.exchange,
        "said": value.said,
        "heard": list(value.heard),
        "thoughts": list(value.thoughts),
        "did": value.did,
        "trust": value.trust,
        "patience": value.patience,
        "stood": {"trust": value.stood[0], "patience": value.stood[1]},
    }
