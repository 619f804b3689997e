"""What was decided on a fit, and whom it is about."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import SeenDecisions, SeenOfPerson


class FitDecision(models.Model):
    """One decision on a person or company; ``subject`` is the name shown.

    It stays until the last of its people is forgotten.
    """

    subject = models.CharField(max_length=255)
    decision = models.CharField(max_length=16)
    proposed = models.CharField(max_length=16, blank=True)
    because = models.TextField()
    pointed_to = models.TextField(blank=True)
    look_again = models.DateField(null=True)
    at = models.DateTimeField()

    objects = SeenDecisions["FitDecision"]()


class FitSubject(models.Model):
    """Whom a decision is about."""

    decision = models.ForeignKey(FitDecision, on_delete=models.CASCADE, related_name="subjects")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="fits")

    objects = SeenOfPerson["FitSubject"]()

    class Meta:
        """A decision is about a person once."""

        constraints = [
            models.UniqueConstraint(fields=("decision", "person"), name="fit_subject_once")
        ]
