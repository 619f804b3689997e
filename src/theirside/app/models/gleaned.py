"""What is worked out of talks and kept with them, so that pages need not work it out each time.

No words are here, only who, where and when: whatever is shown is cut out of the turns themselves.
Rows go with what they were worked out from, and are made anew when that changes.
"""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import SeenOfTalk, SeenOfTurn
from theirside.app.models.talks import Conversation, Turn


class TakingPart(models.Model):
    """Somebody of theirs was part of a talk; ``last_at``: spoke last, None if only written to."""

    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, related_name="took_part", db_index=False
    )
    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="parties", db_index=False
    )
    last_at = models.DateTimeField(null=True)

    objects = SeenOfTalk["TakingPart"]()

    class Meta:
        """Once for a talk; the indexes answer "who was there" and "where were they"."""

        constraints = [
            models.UniqueConstraint(fields=("conversation", "person"), name="took_part_once")
        ]
        indexes = [models.Index(fields=("person", "conversation", "last_at"), name="took_part")]


class Gleaned(models.Model):
    """A talk was looked through for the ledger; ``by``: with which version of the words for it."""

    conversation = models.OneToOneField(
        Conversation, on_delete=models.CASCADE, related_name="gleaned"
    )
    by = models.CharField(max_length=16, db_index=True)

    objects = SeenOfTalk["Gleaned"]()


class GleanedPlace(models.Model):
    """A sentence ``[start, end)`` that gives, asks or tells of a referral.

    ``what`` is ``gift``, ``ask`` or ``referral``; ``kind`` is the kind within its column.
    """

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="gleaned_places")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    what = models.CharField(max_length=16, db_index=True)
    kind = models.CharField(max_length=64, blank=True)
    offered = models.BooleanField(default=False)

    objects = SeenOfTurn["GleanedPlace"]()
