"""What was prepared for a talk: our wants, and the questions with the words they came from."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import SeenOfPerson, SeenOfTurn, SeenQuestions
from theirside.app.models.talks import Turn


class Preparation(models.Model):
    """The wants at the door of a talk with a person on a day; ``wants`` are ours, as typed in."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="preparations")
    day = models.DateField()
    wants = models.JSONField(default=list)
    at = models.DateTimeField()

    objects = SeenOfPerson["Preparation"]()

    class Meta:
        """One for a person and day; made again, it takes the earlier one's place."""

        constraints = [models.UniqueConstraint(fields=("person", "day"), name="preparation_once")]


class PreparedQuestion(models.Model):
    """A question that was to be asked. ``name`` is its id, ``place`` its place on the page."""

    preparation = models.ForeignKey(Preparation, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=128)
    facet = models.CharField(max_length=64)
    text = models.TextField()
    why = models.TextField()
    weight = models.FloatField()

    objects = SeenQuestions["PreparedQuestion"]()


class PreparedQuote(models.Model):
    """Words that gave rise to a question; gone with their turn, and the question with them."""

    question = models.ForeignKey(PreparedQuestion, on_delete=models.CASCADE, related_name="quotes")
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="prepared")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = SeenOfTurn["PreparedQuote"]()
