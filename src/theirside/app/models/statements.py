"""What was said of turns: the reader's annotations and people's judgements."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import SeenByQuotes, SeenThrough
from theirside.app.models.talks import Turn


class Annotation(models.Model):
    """What the reader said of characters ``[start, end)`` of a turn."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="annotations")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    label = models.CharField(max_length=64)
    probability = models.FloatField()
    reader = models.CharField(max_length=64)
    holder = models.CharField(max_length=255, blank=True)
    due = models.DateField(null=True)

    objects = SeenThrough["Annotation"]("turn__conversation")


class Judgement(models.Model):
    """What somebody said of an observation; its quotes say which one."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="judgements")
    facet = models.CharField(max_length=64)
    status = models.CharField(max_length=16)
    text = models.TextField(blank=True)
    at = models.DateTimeField()

    objects = SeenByQuotes["Judgement"]("JudgementQuote", "judgement")


class JudgementQuote(models.Model):
    """One quote of a judgement: characters ``[start, end)`` of a turn."""

    judgement = models.ForeignKey(Judgement, on_delete=models.CASCADE, related_name="quotes")
    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="judged")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    objects = SeenThrough["JudgementQuote"]("turn__conversation")
