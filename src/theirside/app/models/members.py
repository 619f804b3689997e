"""Who works here: the members of a team, whose talks are whose, and what was shared."""

from __future__ import annotations

from django.db import models

from theirside.app.models.talks import Conversation


class Member(models.Model):
    """One of us with an account. ``account`` is its number in the web app, None before they came.

    ``role`` is ``seller``, ``coach`` or ``administrator``; ``left_at`` says that they may not come
    in any more, while what they brought stays.
    """

    public = models.CharField(max_length=16, unique=True)
    name = models.CharField(max_length=255, blank=True)
    email = models.CharField(max_length=255, unique=True)
    role = models.CharField(max_length=16)
    account = models.PositiveBigIntegerField(null=True, unique=True)
    invited_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)


class Holding(models.Model):
    """A conversation is a member's; several may hold one thread. ``shared`` opens it to coaches."""

    conversation = models.ForeignKey(
        Conversation, on_delete=models.CASCADE, related_name="holdings"
    )
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="holdings")
    shared = models.BooleanField(default=False)

    class Meta:
        """A member holds a conversation once."""

        constraints = [models.UniqueConstraint(fields=("member", "conversation"), name="held_once")]
