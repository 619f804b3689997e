"""From which state of the store something was worked out."""

from __future__ import annotations

from django.db import connection
from django.db.models import Count, Max

from theirside.app import models
from theirside.app.access import held_for
from theirside.app.store import changes, explained
from theirside.app.viewing import seen_by, viewer

_ROWS = """SELECT (SELECT count(*) FROM theirside_conversation),
  (SELECT max(id) FROM theirside_turn), (SELECT max(id) FROM theirside_annotation),
  (SELECT max(id) FROM theirside_judgement), (SELECT max(id) FROM theirside_withdrawn)"""


@explained
def state() -> tuple[object, ...]:
    """Return what changes with what people said and with what the viewer sees; three queries.

    What this process writes shows at once. Of what another one writes, this shows: talks that came
    or went, turns, what was read, judged or withdrawn, people and who holds what.
    """
    who = viewer()
    held = held_for(who) if who is not None else models.Holding.objects.none()
    if held is None:  # nearly all
        held = models.Holding.objects.all()
    with seen_by(None):
        every = models.Person.objects
        people = every.aggregate(n=Count("pk"), last=Max("pk"), heard=Max("heard_at"))
    with connection.cursor() as cursor:
        cursor.execute(_ROWS)
        rows = cursor.fetchone()
    seen = held.aggregate(n=Count("pk"), last=Max("pk"))
    return changes(), *people.values(), *rows, *seen.values()
