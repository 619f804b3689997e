"""What each of us practised, and what is shared with the team."""

from __future__ import annotations

from django.db import models

from theirside.app.models.seen import SeenOfTurn
from theirside.app.models.talks import Turn


class Practised(models.Model):
    """A task of the deck on a day. ``sign`` called for it ("": none), in ``talks`` of ``of``.

    ``seller`` is one of us, by the name that is shown; "" where nobody said who we are. ``shown``:
    its quotes are the newest words in which the sign shows; until one of their talks changes.
    """

    seller = models.CharField(max_length=255, blank=True)
    day = models.DateField()
    task = models.CharField(max_length=64)
    outcome = models.CharField(max_length=8)
    sign = models.CharField(max_length=64, blank=True)
    talks = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(default=0)
    note = models.TextField(blank=True)
    shown = models.BooleanField(default=False)
    at = models.DateTimeField()


class PractisedQuote(models.Model):
    """Characters ``[start, end)`` of a turn in which the sign that called for a task shows."""

    practised = models.ForeignKey(Practised, on_delete=models.CASCADE, related_name="quotes")
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="practised")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = SeenOfTurn["PractisedQuote"]()


class SharedMoment(models.Model):
    """A moment that one of us shares with the team; ``named``: with the customer's name.

    ``code`` is the moment's id, ``month`` (``2026-11``) when the team looked at it; "" not yet.
    """

    code = models.CharField(max_length=16)
    kind = models.CharField(max_length=64)
    seller = models.CharField(max_length=255)
    named = models.BooleanField(default=False)
    month = models.CharField(max_length=7, blank=True)
    at = models.DateTimeField()

    class Meta:
        """Each of us shares a moment once."""

        constraints = [models.UniqueConstraint(fields=("code", "seller"), name="shared_once")]


class SharedQuote(models.Model):
    """The words that a shared moment rests on: characters ``[start, end)`` of a turn, in order."""

    shared = models.ForeignKey(SharedMoment, on_delete=models.CASCADE, related_name="quotes")
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="shared")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()


class TeamExperiment(models.Model):
    """The experiment that a team took up in a month (``2026-11``)."""

    month = models.CharField(max_length=7, unique=True)
    experiment = models.CharField(max_length=64)
    at = models.DateTimeField()
