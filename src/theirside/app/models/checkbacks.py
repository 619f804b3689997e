"""Check-backs: what was played back to a person, when, by whom, and what they said of it."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import SeenOfPerson, SeenOfTurn, SeenStatements
from theirside.app.models.talks import Turn


class Checkback(models.Model):
    """One page for one person. ``others`` are its lines that are no statement of it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="checkbacks")
    code = models.CharField(max_length=16, unique=True)
    seller = models.CharField(max_length=255, blank=True)
    tone = models.CharField(max_length=16)
    others = models.JSONField(default=list)
    made_at = models.DateTimeField()

    objects = SeenOfPerson["Checkback"]()


class CheckbackStatement(models.Model):
    """One statement of a check-back, and its answer, "" while there is none.

    Of one that was withdrawn nothing is left but that it was: no words, no quotes.
    """

    checkback = models.ForeignKey(Checkback, on_delete=models.CASCADE, related_name="statements")
    number = models.PositiveIntegerField()
    facet = models.CharField(max_length=64)
    observation = models.CharField(max_length=16)
    probability = models.FloatField()
    shown = models.TextField(blank=True)
    status = models.CharField(max_length=16, blank=True)
    text = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)

    objects = SeenStatements["CheckbackStatement"]()

    class Meta:
        """A number stands once on a page."""

        constraints = [
            models.UniqueConstraint(fields=("checkback", "number"), name="statement_once")
        ]


class CheckbackQuote(models.Model):
    """One quote behind a statement: characters ``[start, end)`` of a turn."""

    statement = models.ForeignKey(
        CheckbackStatement, on_delete=models.CASCADE, related_name="quotes"
    )
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="played_back")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = SeenOfTurn["CheckbackQuote"]()


class CheckbackLink(models.Model):
    """A way to a check-back for whoever has it, until ``expires_at`` or ``revoked_at``.

    That it was opened is not kept: nobody is watched reading. It holds no text but its token.
    """

    checkback = models.ForeignKey(Checkback, on_delete=models.CASCADE, related_name="links")
    token = models.CharField(max_length=32, unique=True)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)


class Withdrawn(models.Model):
    """The salted hash of words that somebody withdrew, so that no import brings them back."""

    digest = models.CharField(max_length=64, unique=True)
    words = models.PositiveIntegerField()
    at = models.DateTimeField()
