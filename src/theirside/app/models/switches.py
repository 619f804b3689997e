"""The switches of the review: which rules and packs are on, for everybody or for one person."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person


class Switch(models.Model):
    """A rule ("pressure.guilt") or a pack ("pressure") was switched; for one person or for all."""

    rule = models.CharField(max_length=64)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="switches")
    on = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        """A rule is switched once for a person, and once for all."""

        constraints = [
            models.UniqueConstraint(fields=("rule", "person"), name="switch_once"),
            models.UniqueConstraint(
                fields=("rule",), condition=models.Q(person=None), name="switch_once_for_all"
            ),
        ]
