"""From which state of the store something was worked out."""

from __future__ import annotations

from django.db.models import Count, Max

from theirside.app import models
from theirside.app.access import held_for
from theirside.app.store import changes, explained
from theirside.app.viewing import seen_by, viewer


@explained
def state() -> tuple[object, ...]:
    """Return what changes with what people said and with what the viewer sees; five queries.

    What this process writes shows at once. Of what another one writes, whatever adds a row shows:
    talks, turns, what was read, people and who holds what.
    """
    who = viewer()
    held = held_for(who) if who is not None else models.Holding.objects.none()
    if held is None:  # nearly all
        held = models.Holding.objects.all()
    with seen_by(None):
        people = models.Person.objects.aggregate(n=Count("pk"), heard=Max("heard_at"))
        newest = [
            rows.aggregate(last=Max("pk"))["last"]
            for rows in (models.Person.objects, models.Turn.objects, models.Annotation.objects)
        ]
    seen = held.aggregate(n=Count("pk"), last=Max("pk"))
    return changes(), *people.values(), *newest, *seen.values()
