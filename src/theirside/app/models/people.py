"""The people on their side, the keys that they are known by, and what the user decided of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.db import models

from theirside.app.models.seen import SeenPeople
from theirside.understand.names import fold


class Person(models.Model):
    """Someone on their side; ``public`` is the short id that is shown and never changes.

    ``heard_at`` is when they last spoke, worked out from their turns whenever those change
    (``services.heard``), so that a long list of people is in order at once.
    """

    public = models.CharField(max_length=64, unique=True)
    company = models.CharField(max_length=255, blank=True)
    role = models.CharField(max_length=255, blank=True)
    heard_at = models.DateTimeField(null=True)

    objects = SeenPeople["Person"]()

    class Meta:
        """A list of people is read the last heard first."""

        indexes = [models.Index(fields=("-heard_at", "id"), name="person_heard")]


if TYPE_CHECKING:
    _Text = models.CharField[str, str]
else:
    _Text = models.CharField


class _FirstWord(_Text):
    """The first word of a key's value as names are compared, worked out whenever it is saved."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002
        """Return the word, and put it into the row."""
        words = fold(getattr(model_instance, "value", "")).split()
        word = words[0][:64] if words else ""
        setattr(model_instance, self.attname, word)
        return word

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        """Tell migrations of it as of any column of text."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs


class Key(models.Model):
    """One key of a person, as ``understand.people`` makes them: ``email:dana@x.example``.

    ``value`` is what to show for it: the address, phone or name as it was written first. A full
    name (``name:…``) may be several people's and then tells nobody apart; any other key is one
    person's. ``id:`` keys are ids that a merged person had before. By the ``first`` word of a name
    it is found whom somebody may mean who says it.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="keys")
    key = models.CharField(max_length=640, db_index=True)
    value = models.CharField(max_length=255)
    first = _FirstWord(max_length=64, blank=True, db_index=True)

    class Meta:
        """A person has a key once."""

        constraints = [models.UniqueConstraint(fields=("person", "key"), name="key_once")]


class Decision(models.Model):
    """The user said: these two keys are one person (``merge``), or they are not (``split``)."""

    kind = models.CharField(max_length=8)
    first = models.CharField(max_length=640)
    second = models.CharField(max_length=640)
    at = models.DateTimeField()


class Forgotten(models.Model):
    """The salted hash of a key of somebody who was forgotten, so that they stay forgotten."""

    digest = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
