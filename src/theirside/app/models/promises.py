"""What was marked or noted by hand of promises and come-backs, and what went into a calendar."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import SeenOfPerson, SeenOfTurn
from theirside.app.models.talks import Turn


class Mark(models.Model):
    """What somebody said by hand of words ``[start, end)`` of a turn: kept, let go, done, put off.

    ``what`` is ``promise`` or ``come back``. Anchored to the words, so that it outlives a reading.
    """

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="marks")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    what = models.CharField(max_length=16)
    standing = models.CharField(max_length=16)
    day = models.DateField(null=True)
    at = models.DateTimeField()

    objects = SeenOfTurn["Mark"]()


class Noted(models.Model):
    """A promise or come-back noted by hand; ``day`` is when it is due, or when to come back."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="noted")
    public = models.CharField(max_length=8, unique=True)
    what = models.CharField(max_length=16)
    by_us = models.BooleanField(default=True)
    text = models.TextField()
    day = models.DateField(null=True)
    standing = models.CharField(max_length=16, blank=True)
    marked_day = models.DateField(null=True)
    at = models.DateTimeField()

    objects = SeenOfPerson["Noted"]()


class CalendarEntry(models.Model):
    """What a calendar was given: its number, and how often it has changed since. No words."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, null=True, related_name="calendar_entries"
    )
    uid = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=32)
    sequence = models.PositiveIntegerField(default=0)
    day = models.DateField()
    gone = models.BooleanField(default=False)
    changed = models.DateTimeField()
