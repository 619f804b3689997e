"""Practice as JSON-ready values: what ``practice`` and ``team-kit --json`` print."""

from __future__ import annotations

from collections.abc import Iterable

from theirside.as_json import Json, evidence
from theirside.care_as_json import figure
from theirside.purpose.choosing import Practised
from theirside.purpose.deck import Task
from theirside.purpose.practised import Moved, Week
from theirside.purpose.session import Experiment, LookedBack, Session
from theirside.purpose.signs import Shown
from theirside.purpose.team_moment import TeamMoment


def practice(seller: str, given: Practised, of: Task, because: Shown | None) -> Json:
    """Return the task of a day: what ``theirside practice --json`` prints."""
    return {
        "seller": seller,
        "day": given.day.isoformat(),
        "outcome": str(given.outcome),
        "note": given.note,
        "because": _because(because) if because is not None else None,
        "task": task(of),
    }


def _because(value: Shown) -> Json:
    return {
        "sign": value.sign.id,
        "says": value.sign.says,
        "talks": value.talks,
        "of": value.of,
        "evidence": evidence(value.evidence),
    }


def task(value: Task) -> Json:
    """Return a task of the deck."""
    return {
        "id": value.id,
        "title": value.title,
        "do": value.do,
        "purpose": value.purpose,
        "how": list(value.how),
        "minutes": value.minutes,
        "practice": list(value.practice),
        "calls": list(value.calls),
        "wrong_when": value.wrong_when,
        "afterwards": value.afterwards,
    }


def tasks(found: Iterable[Task]) -> Json:
    """Return tasks of the deck: what ``theirside practice list --json`` prints."""
    return {"tasks": [task(each) for each in found]}


def practised(value: Practised) -> Json:
    """Return what was given to practise on a day, and what became of it."""
    return {
        "day": value.day.isoformat(),
        "task": value.task,
        "outcome": str(value.outcome),
        "sign": value.sign,
        "note": value.note,
    }


def practice_log(seller: str, weeks: Iterable[Week], moved: Iterable[Moved]) -> Json:
    """Return what was practised: what ``theirside practice log --json`` prints."""
    return {
        "seller": seller,
        "weeks": [
            {"monday": each.monday.isoformat(), "done": [practised(one) for one in each.done]}
            for each in weeks
        ],
        "moved": [
            {
                "measure": each.measure,
                "since": each.since.isoformat(),
                "movement": str(each.movement),
                "before": figure(each.before) if each.before is not None else None,
                "after": figure(each.after) if each.after is not None else None,
            }
            for each in moved
        ],
    }


def team_kit(session: Session, moments: Iterable[TeamMoment]) -> Json:
    """Return a month's session: what ``theirside team-kit --json`` prints."""
    last = session.looked_back
    return {
        "month": f"{session.month:%Y-%m}",
        "moments": [shared_moment(each) for each in moments],
        "lacking": session.lacking,
        "questions": [{"id": each.id, "text": each.text} for each in session.questions],
        "experiment": _experiment(session.experiment) if session.experiment is not None else None,
        "looked_back": _looked_back(last) if last is not None else None,
    }


def _experiment(value: Experiment) -> Json:
    return {
        "id": value.id,
        "title": value.title,
        "do": value.do,
        "why": value.why,
        "how": list(value.how),
        "fits": list(value.fits),
        "measure": value.measure,
        "wrong_when": value.wrong_when,
        "look_back": value.look_back,
    }


def _looked_back(value: LookedBack) -> Json:
    return {
        "month": f"{value.month:%Y-%m}",
        "experiment": _experiment(value.experiment),
        "movement": str(value.movement),
        "before": figure(value.before) if value.before is not None else None,
        "during": figure(value.during) if value.during is not None else None,
    }


def shared(found: Iterable[TeamMoment]) -> Json:
    """Return what is shared with the team: what ``theirside moments --shared --json`` prints."""
    return {"shared": [shared_moment(each) for each in found]}


def shared_moment(value: TeamMoment) -> Json:
    """Return a shared moment as the team sees it."""
    return {
        "id": value.id,
        "kind": value.kind.id,
        "name": value.kind.name,
        "good": value.kind.good,
        "why": value.kind.why,
        "talk_about": list(value.kind.talk_about),
        "where": value.where,
        "lines": [
            {
                "side": str(each.side),
                "who": each.label,
                "text": each.text,
                "rests_on": each.rests_on,
            }
            for each in value.lines
        ],
        "waits_for": list(value.waits_for),
    }
