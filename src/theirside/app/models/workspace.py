"""The workspace itself: who we are, what the user told us, and what was imported when."""

from __future__ import annotations

import secrets

from django.db import models

from theirside.app.models.seen import Own


def new_salt() -> str:
    """Return a fresh salt for the hashes of what was forgotten."""
    return secrets.token_hex(16)


class Workspace(models.Model):
    """One row: our side's domains, addresses and names; the salt of this database's hashes.

    ``open_to_coaches`` says that the team agreed to let its coaches see every talk.
    ``calendar_words``: their words may go into a calendar. ``forgotten_after``: days after which a
    late promise that nobody spoke of again is a forgotten one.
    """

    domains = models.JSONField(default=list)
    addresses = models.JSONField(default=list)
    names = models.JSONField(default=list)
    calendar_words = models.BooleanField(default=False)
    forgotten_after = models.PositiveSmallIntegerField(default=30)
    salt = models.CharField(max_length=64, default=new_salt)
    open_to_coaches = models.BooleanField(default=False)


class ToldSide(models.Model):
    """The user said that whoever goes by this key is on this side, in every conversation."""

    key = models.CharField(max_length=255, unique=True)
    side = models.CharField(max_length=8)


class Import(models.Model):
    """The report of one import: ``skipped`` lists ``[item, reason]``, ``formats`` counts kept.

    ``undone_at`` says that what it brought was taken back.
    """

    at = models.DateTimeField()
    sources = models.JSONField(default=list)
    kept = models.PositiveIntegerField(default=0)
    skipped = models.JSONField(default=list)
    formats = models.JSONField(default=dict)
    notes = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)
    member = models.ForeignKey(
        "Member", null=True, on_delete=models.SET_NULL, related_name="imports"
    )

    objects = Own["Import"]()

    class Meta:
        """Newest first."""

        ordering = ("-at", "-id")
