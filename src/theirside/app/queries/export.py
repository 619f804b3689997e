"""Everything that is kept about one person, as data that they may be handed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from django.db.models import Q

from theirside.app import models
from theirside.app.queries.checkbacks import PastCheckback, checkbacks_of
from theirside.app.queries.comments import Comment, comments_of
from theirside.app.queries.fits import fit_decisions
from theirside.app.queries.ledger import ledger_marks, ledger_typed
from theirside.app.queries.people import person_of, row_of
from theirside.app.queries.practice import notes_naming
from theirside.app.queries.preparations import preparations_of
from theirside.app.queries.promises import hand_marks, noted
from theirside.app.queries.rehearsals import rehearsals
from theirside.app.queries.shelf import shelf_answers
from theirside.app.queries.talks import Talk, conversations_of
from theirside.app.queries.team_kit import SharedBy, shared_of
from theirside.app.queries.understanding import judgements_of
from theirside.app.rows import speaker_of
from theirside.app.store import explained
from theirside.conversation import Speaker
from theirside.purpose.chairs.session import Rehearsal
from theirside.purpose.choosing import Practised
from theirside.purpose.wants import Prepared
from theirside.serve.decisions import Decided as FitDecided
from theirside.serve.in_mind.given import Answered
from theirside.serve.ledger.entry import Entry, Mark
from theirside.serve.noted import HandMark, Noted
from theirside.understand.understanding import Judgement, Person


@dataclass(frozen=True, slots=True)
class Decided:
    """What the user decided of who somebody is: two keys are one person (merge), or not (split)."""

    kind: str
    first: str
    second: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Everything:
    """All that is kept about a person; what is understood of them is worked out from it.

    ``keys`` are what they are recognised by; ``speakers`` how the sources name them; ``shared`` are
    moments of their talks shared with the team, ``practised`` our notes for ourselves
    that name them.
    ``keys`` are what they are recognised by; ``speakers`` how the sources name them;
    ``comments`` what colleagues wrote on turns, by conversation; ``not_today`` what was put off
    on the first page, and until when.
    """

    person: Person
    keys: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    talks: tuple[Talk, ...]
    comments: Mapping[str, Sequence[Comment]]
    judgements: tuple[Judgement, ...]
    decisions: tuple[Decided, ...]
    preparations: tuple[Prepared, ...]
    fits: tuple[FitDecided, ...]
    checkbacks: tuple[PastCheckback, ...]
    ledger: tuple[Entry, ...]
    ledger_marks: tuple[Mark, ...]
    noted: tuple[Noted, ...]
    marks: tuple[HandMark, ...]
    from_the_shelf: tuple[Answered, ...]
    shared: tuple[SharedBy, ...]
    practised: tuple[Practised, ...]
    rehearsals: tuple[Rehearsal, ...]
    not_today: tuple[tuple[str, date], ...]


@explained
def everything_about(person: Person) -> Everything:
    """Return all that is kept about a person. Raises ``NotFoundError``."""
    row = row_of(person)
    rows = list(row.keys.order_by("pk"))
    talks = tuple(conversations_of(person))
    keys = tuple(key.key for key in rows)
    decisions = models.Decision.objects.filter(Q(first__in=keys) | Q(second__in=keys))
    return Everything(
        person=person_of(row, rows),
        keys=keys,
        speakers=tuple(speaker_of(each) for each in row.speakers.order_by("pk")),
        talks=talks,
        comments=comments_of(each.conversation.id for each in talks),
        judgements=tuple(judgements_of(person)),
        decisions=tuple(
            Decided(each.kind, each.first, each.second, each.at)
            for each in decisions.order_by("pk")
        ),
        preparations=tuple(preparations_of(person)),
        fits=tuple(fit_decisions(person)),
        checkbacks=tuple(checkbacks_of(person)),
        ledger=tuple(ledger_typed(person)),
        ledger_marks=tuple(ledger_marks(person)),
        noted=tuple(noted(person)),
        marks=tuple(hand_marks(person)),
        from_the_shelf=tuple(shelf_answers(person)),
        shared=tuple(shared_of(person)),
        practised=tuple(notes_naming(person)),
        rehearsals=tuple(rehearsals(person, whole=True)),
        not_today=tuple(row.not_today.order_by("pk").values_list("code", "until")),
    )


def export_person(person: Person) -> dict[str, Any]:
    """Return all that is kept about a person, ready for JSON. Raises ``NotFoundError``."""
    from theirside import (
        as_json,
        chairs_as_json,
        due_as_json,
        practice_as_json,
        purpose_as_json,
        serve_as_json,
        shelf_as_json,
    )

    kept = everything_about(person)
    return {
        "person": as_json.person(kept.person),
        "keys": list(kept.keys),
        "speakers": [_speaker(each) for each in kept.speakers],
        "conversations": [
            _talk(talk, kept.comments.get(talk.conversation.id, ())) for talk in kept.talks
        ],
        "judgements": [
            {
                "facet": each.facet,
                "status": str(each.status),
                "text": each.text,
                "at": as_json.moment(each.at),
                "evidence": as_json.evidence(each.evidence),
            }
            for each in kept.judgements
        ],
        "decisions": [
            {
                "kind": each.kind,
                "first": each.first,
                "second": each.second,
                "at": as_json.moment(each.at),
            }
            for each in kept.decisions
        ],
        "preparations": [purpose_as_json.prepared(each) for each in kept.preparations],
        "fits": [serve_as_json.fit_decided(each) for each in kept.fits],
        "marks": [due_as_json.mark(each) for each in kept.marks],
        "noted": [due_as_json.noted(each) for each in kept.noted],
        "checkbacks": [serve_as_json.checkback(each) for each in kept.checkbacks],
        "ledger": [serve_as_json.entry(each) for each in kept.ledger],
        "ledger_marks": [serve_as_json.ledger_mark(each) for each in kept.ledger_marks],
        "from_the_shelf": [shelf_as_json.answered(each) for each in kept.from_the_shelf],
        "shared_moments": [
            {
                "kind": each.kind,
                "seller": each.seller,
                "named": each.named,
                "at": as_json.moment(each.at),
                "evidence": as_json.evidence(each.evidence),
            }
            for each in kept.shared
        ],
        "practice_notes": [practice_as_json.practised(each) for each in kept.practised],
        "rehearsals": [chairs_as_json.rehearsal(each) for each in kept.rehearsals],
        "not_today": [
            {"thing": code, "until": until.isoformat()} for code, until in kept.not_today
        ],
    }


def _speaker(each: Speaker) -> dict[str, Any]:
    return {
        "name": each.name,
        "email": each.email,
        "phone": each.phone,
        "company": each.company,
        "side": str(each.side),
    }


def _talk(talk: Talk, comments: Sequence[Comment]) -> dict[str, Any]:
    from theirside import as_json
    from theirside.intake.jsonl_form import to_dict

    return {
        **to_dict(talk.conversation),
        "source": PurePath(talk.conversation.source).name,  # not where it lies on our machine
        "reader": talk.reader,
        "annotations": [as_json.annotation(each) for each in talk.annotations],
        "comments": [_comment(each) for each in comments],
    }


def _comment(each: Comment) -> dict[str, Any]:
    from theirside import as_json

    return {
        "turn": each.turn,
        "by": each.name or "us",
        "text": each.text,
        "at": as_json.moment(each.at),
    }
