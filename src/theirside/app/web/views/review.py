"""Review: a draft read from their side as somebody writes it. Nothing is sent, nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theirside.app import queries, reviewing
from theirside.app.access import Right, may
from theirside.app.reviewing import Reviewed
from theirside.app.web import showing
from theirside.app.web.worded import worded
from theirside.care.review import DraftKind, Finding, Level
from theirside.care.review.reviewing import filled_in
from theirside.care.review.rule import rules
from theirside.conversation import Conversation
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.understanding import Person

FOUND = 8
KINDS: Mapping[DraftKind, str | Promise] = {
    DraftKind.MAIL: gettext_lazy("A mail"),
    DraftKind.NOTE: gettext_lazy("A note"),
    DraftKind.PROPOSAL: gettext_lazy("A proposal"),
    DraftKind.CALL_PLAN: gettext_lazy("A plan for a call"),
}
LEVELS: Mapping[Level, tuple[str, str | Promise]] = {
    Level.WARNING: ("~", gettext_lazy("reads badly")),
    Level.ADVICE: ("~", gettext_lazy("could be better")),
    Level.PRAISE: ("✓", gettext_lazy("reads well")),
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the draft; ``level`` is empty where nothing was found in it."""

    text: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding beside the words that it is about."""

    rule: str
    name: str
    start: int
    end: int
    line: int
    words: str
    sign: str
    level: str
    says: str
    message: str
    why: str
    better: str
    fix: str | None
    quotes: tuple[showing.ShownQuote, ...]


@dataclass(frozen=True, slots=True)
class Off:
    """A rule that is switched off; ``here`` for this person only."""

    rule: str
    name: str
    here: bool


@dataclass(frozen=True, slots=True)
class Page:
    """The editor with what was found. ``wrong`` says what is amiss with whom it is for."""

    text: str
    kind: str
    kinds: tuple[tuple[str, str], ...]
    to: str
    person: Person | None
    wrong: str
    findings: tuple[ShownFinding, ...]
    stretches: tuple[Stretch, ...]
    safe: int
    off: tuple[Off, ...]
    everywhere: bool


def review(request: HttpRequest) -> HttpResponse:
    """Show the editor; with a draft, what reads badly in it and what would be better."""
    given = request.POST if request.method == "POST" else request.GET
    text, kind = request.POST.get("text", ""), _kind(given.get("kind", ""))
    to = given.get("to", "").strip()
    person, wrong = _meant(to)
    do = request.POST.get("do", "")
    if do.startswith("fix"):
        at = do.partition(":")[2]
        text = reviewing.fix(text, kind, person, at=int(at) if at.isdecimal() else None)
    elif do:
        _switch(do, person)
    page = _page(reviewing.reviewed(text, kind, person), kind, to, person, wrong)
    context = {"page": page, "changed": do.startswith("fix")}
    part = "HX-Request" in request.headers and request.method == "POST"
    return render(request, "parts/reviewed.html" if part else "review.html", context)


def _kind(text: str) -> DraftKind:
    return DraftKind(text) if text in tuple(DraftKind) else DraftKind.MAIL


def _meant(text: str) -> tuple[Person | None, str]:
    """Return whom somebody's words mean; or why that is not known."""
    if not text:
        return None, ""
    near = [each.summary.person for each in queries.people_page(text, size=FOUND).people]
    exact = [each for each in near if text.casefold() in {n.casefold() for n in each.names}]
    if len(exact) == 1:
        return exact[0], ""
    try:
        return queries.find_person(text), ""
    except (AmbiguousError, NotFoundError):
        several = ", ".join(each.name for each in near)
        if several:
            return None, _("Several people fit: %(names)s") % {"names": several}
        return None, _("Nobody known is called so; it is read as for anybody")


def _switch(do: str, person: Person | None) -> None:
    """Carry out ``off``, ``off-here``, ``on`` or ``on-here`` with the rule behind the colon."""
    what, _colon, rule = do.partition(":")
    here = person if what.endswith("-here") else None
    if what in ("off", "off-here", "on", "on-here") and (here or not what.endswith("-here")):
        reviewing.switch_rule(rule, on=what.startswith("on"), person=here)


def _page(found: Reviewed, kind: DraftKind, to: str, person: Person | None, wrong: str) -> Page:
    talks = {each.id: each for each in found.them.talks} if found.them is not None else {}
    return Page(
        text=found.text,
        kind=kind,
        kinds=tuple((str(each), str(words)) for each, words in KINDS.items()),
        to=to,
        person=person,
        wrong=wrong,
        findings=tuple(_finding(each, found.text, talks) for each in found.findings),
        stretches=tuple(_stretches(found)),
        safe=len(found.safe),
        off=tuple(
            Off(each.rule, _name(each.rule), bool(each.person)) for each in found.switched_off
        ),
        everywhere=may(Right.SETTINGS),
    )


def _finding(each: Finding, text: str, talks: Mapping[str, Conversation]) -> ShownFinding:
    sign, says = LEVELS[each.level]
    message, why, better = _told(each)
    return ShownFinding(
        each.rule,
        _name(each.rule),
        each.start,
        each.end,
        each.line,
        text[each.start : each.end],
        sign,
        str(each.level),
        str(says),
        message,
        why,
        better,
        each.fix,
        tuple(showing.quote(one, talks) for one in each.quotes),
    )


def _told(each: Finding) -> tuple[str, str, str]:
    """Return what a finding says, why and what would be better, in the page's language."""
    rule = rules().get(each.rule)
    if rule is None:
        return each.message, each.why, each.better
    texts = (worded(rule.message), worded(rule.why), worded(rule.better))
    try:
        return filled_in(texts, dict(each.told))
    except (ValueError, IndexError):  # a brace that a translator left open
        return each.message, each.why, each.better


def _name(rule: str) -> str:
    known = rules().get(rule)
    return worded(known.name) if known is not None else rule


def _stretches(found: Reviewed) -> Iterator[Stretch]:
    """Yield the draft in stretches; of findings that overlap the first is marked."""
    at = 0
    for each in found.findings:
        if each.start < at or each.end <= each.start:
            continue
        yield Stretch(found.text[at : each.start])
        yield Stretch(found.text[each.start : each.end], str(each.level))
        at = each.end
    yield Stretch(found.text[at:])


def to_whom(request: HttpRequest) -> HttpResponse:
    """Answer with people who go by what was typed, for the field that asks whom it is for."""
    text = request.GET.get("to", "").strip()
    near = queries.people_page(text, size=FOUND).people if text else ()
    return render(request, "parts/review_people.html", {"people": near})


urlpatterns = [
    path("", review, name="review"),
    path("people/", to_whom, name="review_people"),
]
