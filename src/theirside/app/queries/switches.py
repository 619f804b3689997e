"""The switches of the review read back."""

from __future__ import annotations

from theirside.app import models
from theirside.app.store import explained
from theirside.care.review import Switch


@explained
def switches() -> tuple[Switch, ...]:
    """Return every switch; ``person`` is the id of whom it is for, "" for everybody."""
    rows = models.Switch.objects.order_by("rule", "pk")
    return tuple(
        Switch(rule, on, person or "")
        for rule, on, person in rows.values_list("rule", "on", "person__public")
    )
