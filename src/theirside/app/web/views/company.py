"""A company: its people, who decides there and how, in the words of all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from theirside.app.companies import Company, Member, company_known_as
from theirside.app.web.portrait import span_of
from theirside.app.web.showing import Ground, Statement, once
from theirside.app.web.views.person import ground_from
from theirside.app.web.worded import worded
from theirside.evidence import Quote
from theirside.understand.facet import facets
from theirside.understand.moments import seconds
from theirside.understand.understanding import Observation, Person

DECIDING = ("decider", "process", "criterion")
STAKE = "stake"


@dataclass(frozen=True, slots=True)
class ShownMember:
    """One person of the company: with what is at stake for them, the newest first."""

    person: Person
    span: str
    stake: Statement | None


@dataclass(frozen=True, slots=True)
class SaidBy:
    """A statement, and who of them said it."""

    person: Person
    statement: Statement


@dataclass(frozen=True, slots=True)
class Section:
    """One facet across people; ``ask`` is what to ask where nothing is known of it."""

    facet: str
    heading: str
    said: tuple[SaidBy, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page of a company shows."""

    name: str
    members: tuple[ShownMember, ...]
    others: tuple[Person, ...]
    sections: tuple[Section, ...]


def company(request: HttpRequest, name: str) -> HttpResponse:
    """Show a company."""
    return render(request, "company.html", {"page": _page(company_known_as(name))})


def _page(found: Company) -> Page:
    grounds = [(each, ground_from(each.it, each.inputs)) for each in found.members]
    said: dict[Quote, str] = {}
    return Page(
        found.name,
        tuple(_member(each, ground) for each, ground in grounds),
        found.others,
        tuple(_section(facet, grounds, said) for facet in DECIDING),
    )


def _member(each: Member, ground: Ground) -> ShownMember:
    stakes = [one for one in each.it.current if one.facet == STAKE and not one.said_by]
    stake = ground.statement(stakes[0]) if stakes else None
    return ShownMember(each.it.person, span_of(each.it), stake)


def _section(
    facet: str, grounds: Sequence[tuple[Member, Ground]], said: dict[Quote, str]
) -> Section:
    found = sorted(_said(facet, grounds), key=lambda each: -seconds(each[1].last_at))
    asking = (
        question.text
        for member, _ in grounds
        for question in member.it.questions
        if question.facet == facet
    )
    shown = tuple(SaidBy(who, once(ground.statement(one), one, said)) for who, one, ground in found)
    shown = tuple(sorted(shown, key=lambda each: bool(each.statement.again)))
    return Section(facet, worded(facets()[facet].heading), shown, "" if shown else next(asking, ""))


def _said(
    facet: str, grounds: Sequence[tuple[Member, Ground]]
) -> Iterator[tuple[Person, Observation, Ground]]:
    """Yield each statement of this facet once, though it may be known of several of them."""
    seen = set()
    for member, ground in grounds:
        for each in member.it.current:
            if each.facet == facet and each.evidence[-1] not in seen:
                seen.add(each.evidence[-1])
                yield member.it.person, each, ground


urlpatterns = [path("<path:name>/", company, name="company")]
