"""Whom a talk may name: who is in it, their colleagues, whoever has a name that stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from django.db.models import Q

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.queries.understanding import people_in
from theirside.app.store import explained
from theirside.conversation import Conversation
from theirside.understand.names import fold
from theirside.understand.people import People

_WORD = re.compile(r"\w+")


@explained
def people_told_of(talk: Conversation) -> People:
    """Return everybody whom a stored talk may name; eight queries, however many people there are.

    Of those who were elsewhere it is whoever is at the company of somebody in it, and whoever has a
    name of several words one of which is said in it.
    """
    inside = people_in([talk.id])
    speakers = {who for turn in talk.turns for who in (turn.speaker, *turn.to)}
    companies = {each.company for each in inside.persons} | {each.company for each in speakers}
    said = {word for turn in talk.turns for word in _WORD.findall(fold(turn.text))}
    wanted = {*_named(said), *_working_at(companies - {""})}
    others = persons_of(models.Person.objects.filter(pk__in=wanted)).values()
    by_id = {**{each.id: each for each in others}, **inside.by_id}
    return replace(inside, persons=tuple(by_id.values()), by_id=by_id)


def _named(said: set[str]) -> Iterable[int]:
    """Yield the primary keys of those with a word of whose full name among the words said."""
    names = models.Key.objects.filter(value__contains=" ").exclude(key__startswith="id:")
    for pk, value in names.values_list("person_id", "value").iterator(chunk_size=5000):
        if not said.isdisjoint(_WORD.findall(fold(value))):
            yield pk


def _working_at(companies: Iterable[str]) -> Iterable[int]:
    """Return the primary keys of those at these companies, by name or by their mail's domain."""
    there = Q(company__in=list(companies))
    mail = Q(pk__in=[])
    for each in companies:
        mail |= Q(key__startswith="email:", key__endswith=f"@{each.casefold()}")
    by_mail = models.Key.objects.filter(mail).values_list("person_id", flat=True)
    return {*models.Person.objects.filter(there).values_list("pk", flat=True), *by_mail}
