"""The shelf, what was given from it to whom, and what never is to be."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.talks import Turn


class ShelfThing(models.Model):
    """One thing worth giving. ``anyway`` says that somebody overruled that it sells something."""

    key = models.CharField(max_length=32, unique=True)
    kind = models.CharField(max_length=16)
    title = models.CharField(max_length=255)
    text = models.TextField(blank=True)
    url = models.TextField(blank=True)
    tags = models.JSONField(default=list)
    source = models.TextField(blank=True)
    anyway = models.BooleanField(default=False)
    added_at = models.DateTimeField()


class ShelfAnswer(models.Model):
    """A thing was given to a person, or never is to be. Things may leave the shelf, this stays.

    ``turn``, ``start`` and ``end`` are their words that were the reason, where there was one.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="shelf_answers")
    thing = models.CharField(max_length=32)
    title = models.CharField(max_length=255)
    kind = models.CharField(max_length=16)
    answer = models.CharField(max_length=8)
    facet = models.CharField(max_length=64, blank=True)
    turn = models.ForeignKey(Turn, on_delete=models.SET_NULL, null=True, related_name="given_for")
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        """A thing is answered for a person once."""

        constraints = [
            models.UniqueConstraint(fields=("person", "thing"), name="shelf_answer_once")
        ]
