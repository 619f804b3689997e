"""What somebody added to the ledger by hand, and what they said of what was found."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import SeenOfPerson, SeenOfTurn
from theirside.app.models.talks import Turn


class LedgerEntry(models.Model):
    """A gift or an ask that somebody typed in. ``named`` is who else a referral is about."""

    code = models.CharField(max_length=16, unique=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ledger")
    column = models.CharField(max_length=8)
    kind = models.CharField(max_length=64)
    by_us = models.BooleanField()
    text = models.TextField()
    on = models.DateField()
    weight = models.FloatField(null=True)
    named = models.CharField(max_length=255, blank=True)
    thanked = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects = SeenOfPerson["LedgerEntry"]()


class LedgerMark(models.Model):
    """That a found entry is none, or of another kind; gone with the turn that it was found in."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="ledger_marks")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    subject = models.CharField(max_length=16)
    struck = models.BooleanField(default=False)
    kind = models.CharField(max_length=64, blank=True)
    weight = models.FloatField(null=True)
    thanked = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects = SeenOfTurn["LedgerMark"]()

    class Meta:
        """One for a place and subject; said again, it takes the earlier one's place."""

        constraints = [
            models.UniqueConstraint(
                fields=("turn", "start", "end", "subject"), name="ledger_mark_once"
            )
        ]
