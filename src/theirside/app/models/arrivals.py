"""What was handed over in the web app and is on its way in, and what each import brought."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import Own
from theirside.app.models.talks import Turn
from theirside.app.models.workspace import Import


class Arrival(models.Model):
    """Files that lie in the spool, under ``public``, until they are read.

    ``state`` is one of ``open`` (files are still coming), ``waiting``, ``reading``, ``stopped``,
    ``done``, ``failed``. ``names`` are the first few files; ``progress`` is how far it has come.
    """

    public = models.CharField(max_length=32, unique=True)
    member = models.ForeignKey(
        "Member", null=True, on_delete=models.SET_NULL, related_name="arrivals"
    )
    at = models.DateTimeField()
    state = models.CharField(max_length=8, default="open")
    files = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)
    names = models.JSONField(default=list)
    progress = models.JSONField(default=dict)
    stopping = models.BooleanField(default=False)
    error = models.TextField(blank=True)
    report = models.OneToOneField(
        Import, null=True, on_delete=models.SET_NULL, related_name="arrival"
    )

    objects = Own["Arrival"]()

    class Meta:
        """Newest first."""

        ordering = ("-at", "-id")


class Brought(models.Model):
    """An import brought this turn, or made this person known."""

    report = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="brought")
    turn = models.ForeignKey(Turn, null=True, on_delete=models.CASCADE, related_name="brought")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="brought")
