"""Rehearsals: role-play with a person's words, kept apart from every real conversation."""

from __future__ import annotations

from django.db import models

from theirside.app.models.members import Member
from theirside.app.models.people import Person
from theirside.app.models.seen import Own
from theirside.app.models.talks import Turn


class Rehearsal(models.Model):
    """One rehearsal about a person. ``state`` and ``selling`` hold numbers and ids, no words.

    ``seller`` is whose habits are played, "" for all of ours. In a team it is for the eyes of its
    ``member`` alone.
    """

    objects = Own["Rehearsal"]()

    member = models.ForeignKey(
        Member, on_delete=models.CASCADE, null=True, related_name="rehearsals"
    )
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="rehearsals")
    code = models.CharField(max_length=16, unique=True)
    chair = models.CharField(max_length=16)
    seed = models.BigIntegerField()
    seller = models.CharField(max_length=255, blank=True)
    state = models.JSONField(default=dict)
    selling = models.JSONField(null=True)
    end = models.CharField(max_length=16, blank=True)
    begun = models.DateTimeField()
    at = models.DateTimeField()


class RehearsalExchange(models.Model):
    """What the user said, and what it did; ``heard`` and ``played`` are ids and places."""

    rehearsal = models.ForeignKey(Rehearsal, on_delete=models.CASCADE, related_name="exchanges")
    place = models.PositiveIntegerField()
    reply = models.TextField(blank=True)
    heard = models.JSONField(default=list)
    played = models.JSONField(default=list)
    move = models.CharField(max_length=32, blank=True)
    trust = models.SmallIntegerField()
    patience = models.SmallIntegerField()
    trust_at = models.SmallIntegerField()
    patience_at = models.SmallIntegerField()

    class Meta:
        """A place is taken once."""

        constraints = [models.UniqueConstraint(fields=("rehearsal", "place"), name="exchange_once")]


class RehearsalLine(models.Model):
    """What was said to it. Words of a talk are not copied: they are read from their turn.

    ``text`` has ``{words}`` where they stand; a line goes with the turn that its words are from.
    """

    exchange = models.ForeignKey(RehearsalExchange, on_delete=models.CASCADE, related_name="lines")
    text = models.TextField(blank=True)
    item = models.CharField(max_length=16, blank=True)
    phrase = models.CharField(max_length=32, blank=True)
    outside = models.BooleanField(default=False)
    ask = models.TextField(blank=True)
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, null=True, related_name="rehearsed")
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
