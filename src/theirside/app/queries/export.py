"""Everything that is kept about one person, as data that they may be handed."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from theirside import as_json
from theirside.app import models
from theirside.app.queries.people import row_of
from theirside.app.queries.talks import Talk, conversations_of
from theirside.app.queries.understanding import judgements_of, understanding_inputs
from theirside.app.store import explained
from theirside.intake.jsonl_form import to_dict
from theirside.understand.understanding import Person


@explained
def export_person(person: Person) -> dict[str, Any]:
    """Return all that is kept about a person, ready for JSON.

    ``person``, the ``keys`` they are known by, ``speakers`` (how sources name them and whose side
    was set), ``conversations`` they took part in, each with its ``annotations`` and reader,
    ``judgements``, and the user's ``decisions`` on who they are. What is understood of them is
    worked out from these, not kept. Raises ``NotFoundError``.
    """
    row = row_of(person)
    keys = [key.key for key in row.keys.order_by("pk")]
    decisions = models.Decision.objects.filter(Q(first__in=keys) | Q(second__in=keys))
    return {
        "person": as_json.person(understanding_inputs(person).person),
        "keys": keys,
        "speakers": [_speaker(each) for each in row.speakers.order_by("pk")],
        "conversations": [_talk(talk) for talk in conversations_of(person)],
        "judgements": [
            {
                "facet": each.facet,
                "status": str(each.status),
                "text": each.text,
                "at": as_json.moment(each.at),
                "evidence": as_json.evidence(each.evidence),
            }
            for each in judgements_of(person)
        ],
        "decisions": [
            {
                "kind": each.kind,
                "first": each.first,
                "second": each.second,
                "at": as_json.moment(each.at),
            }
            for each in decisions.order_by("pk")
        ],
    }


def _speaker(row: models.Speaker) -> dict[str, Any]:
    return {
        "name": row.name,
        "email": row.email,
        "phone": row.phone,
        "company": row.company,
        "side": row.side,
        "told": row.told,
    }


def _talk(talk: Talk) -> dict[str, Any]:
    return {
        **to_dict(talk.conversation),
        "reader": talk.reader,
        "annotations": [as_json.annotation(each) for each in talk.annotations],
    }
