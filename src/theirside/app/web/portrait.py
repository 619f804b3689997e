"""What the page of a person shows: all that is understood of them, in the order to read it in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from theirside.app.standing import Stands
from theirside.app.web.pushing import IN_A_SENTENCE
from theirside.app.web.showing import (
    Ground,
    Section,
    ShownQuote,
    Statement,
    day,
    sections,
)
from theirside.app.web.worded import worded
from theirside.understand.facet import facets
from theirside.understand.moments import seconds
from theirside.understand.standing import Standing
from theirside.understand.understanding import Gap, Person, Question, Understanding

STAKE = "stake"
QUESTIONS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Part:
    """Facets that belong together. ``id`` is its anchor."""

    id: str
    heading: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """A belief of theirs that isn't so, and the fact that sets it right."""

    statement: Statement
    fact: str


@dataclass(frozen=True, slots=True)
class Told:
    """Words with a note of ours; ``quote`` is where they stand."""

    quote: ShownQuote
    note: str = ""


@dataclass(frozen=True, slots=True)
class PushedBack:
    """Where they resisted, and what we answered; None where nobody did."""

    kind: str
    quote: ShownQuote
    answer: ShownQuote | None


@dataclass(frozen=True, slots=True)
class ShownPromise:
    """A promise and how it stands, in words; ``shown_by`` are the words that show it was kept."""

    quote: ShownQuote
    how: str
    is_late: bool
    shown_by: ShownQuote | None


@dataclass(frozen=True, slots=True)
class Asking:
    """A question worth asking, why, and the words that gave rise to it."""

    text: str
    why: str
    quote: ShownQuote | None


@dataclass(frozen=True, slots=True)
class Wait:
    """Something that waits for us, and where on the page it stands."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """All that the page of a person shows. Of promises ``*_more`` are those that don't wait."""

    person: Person
    under: str
    span: str
    waits: tuple[Wait, ...]
    stakes: tuple[Statement, ...]
    stake_question: Question | None
    parts: tuple[Part, ...]
    repairs: tuple[Repair, ...]
    holes: tuple[Told, ...]
    unanswered: tuple[Told, ...]
    pushback: tuple[PushedBack, ...]
    ours: tuple[ShownPromise, ...]
    ours_more: tuple[ShownPromise, ...]
    theirs: tuple[ShownPromise, ...]
    theirs_more: tuple[ShownPromise, ...]
    questions: tuple[Asking, ...]
    questions_more: tuple[Asking, ...]
    gaps: tuple[Gap, ...]

    @property
    def has_promises(self) -> bool:
        """Whether anything was promised."""
        return any((self.ours, self.ours_more, self.theirs, self.theirs_more))

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is known yet."""
        return not (self.stakes or self.parts or self.repairs or self.holes or self.unanswered)


def portrait(ground: Ground, promises: Sequence[Stands]) -> Portrait:
    """Return what the page of a person shows; ``promises`` are those between them and us."""
    it = ground.it
    found = sections(ground)
    stakes = next((each for each in found if each.facet == STAKE), None)
    questions = [_asking(each, ground) for each in it.questions]
    ours, ours_more = _promises(promises, ground, by_us=True)
    theirs, theirs_more = _promises(promises, ground, by_us=False)
    return Portrait(
        person=it.person,
        under=", ".join(filter(None, (it.person.role, it.person.company))),
        span=span_of(it),
        waits=tuple(_waits(it, promises)),
        stakes=_own_first((*stakes.statements, *stakes.more)) if stakes else (),
        stake_question=next((each for each in it.questions if each.facet == STAKE), None),
        parts=tuple(_parts(each for each in found if each.facet != STAKE)),
        repairs=tuple(_repairs(ground)),
        holes=tuple(_holes(ground)),
        unanswered=tuple(Told(ground.quote(each)) for each in it.unanswered),
        pushback=tuple(_pushback(ground)),
        ours=ours,
        ours_more=ours_more,
        theirs=theirs,
        theirs_more=theirs_more,
        questions=tuple(questions[:QUESTIONS_SHOWN]),
        questions_more=tuple(questions[QUESTIONS_SHOWN:]),
        gaps=tuple(each for each in it.gaps if each.last_at is None),
    )


def span_of(it: Understanding) -> str:
    """Return in how many conversations they spoke, and from when to when we were in touch."""
    talks = ngettext("%(n)s conversation", "%(n)s conversations", it.conversations) % {
        "n": f"{it.conversations:,}"
    }
    days = list(dict.fromkeys(filter(None, (day(it.first_at), day(it.last_at)))))
    return ", ".join(filter(None, (talks, _(" to ").join(days))))


def _waits(it: Understanding, promises: Iterable[Stands]) -> Iterator[Wait]:
    owed = sum(each.waits and each.promise.by_us for each in promises)
    if owed:
        text = ngettext("%(n)s promise of ours to keep", "%(n)s promises of ours to keep", owed)
        yield Wait("promises", text % {"n": owed})
    asked, believed, unknown = len(it.unanswered), len(it.misbeliefs), len(_unasked_holes(it))
    if asked:
        text = ngettext(
            "%(n)s question of theirs unanswered", "%(n)s questions of theirs unanswered", asked
        )
        yield Wait("unanswered", text % {"n": asked})
    if believed:
        text = ngettext("%(n)s belief to set right", "%(n)s beliefs to set right", believed)
        yield Wait("repairs", text % {"n": believed})
    if unknown:
        text = ngettext(
            "%(n)s thing they don't know yet", "%(n)s things they don't know yet", unknown
        )
        yield Wait("holes", text % {"n": unknown})
    if it.questions:
        text = ngettext("%(n)s question to ask", "%(n)s questions to ask", len(it.questions))
        yield Wait("ask", text % {"n": len(it.questions)})


def _own_first(stakes: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(sorted(stakes, key=lambda each: each.how == "relayed"))


def _parts(found: Iterable[Section]) -> Iterator[Part]:
    headings = {
        "their situation": _("Their situation"),
        "how they decide": _("The decision"),
        "who they are": _("Who they are"),
        "what they know": _("What they believe of our offer"),
    }
    order = list(headings)
    by_group = sorted(found, key=lambda each: order.index(facets()[each.facet].group))
    for group, of_group in groupby(by_group, key=lambda each: facets()[each.facet].group):
        yield Part(group.replace(" ", "-"), headings[group], tuple(of_group))


def _repairs(ground: Ground) -> Iterator[Repair]:
    by_id = {each.id: each for each in ground.it.current}
    for each in ground.it.misbeliefs:
        if each.observation in by_id:
            yield Repair(ground.statement(by_id[each.observation]), each.fact)


def _unasked_holes(it: Understanding) -> list[int]:
    """Return the places of the holes that are no unanswered question at the same time."""
    asked = set(it.unanswered)
    return [n for n, hole in enumerate(it.holes) if not asked & set(hole.evidence)]


def _holes(ground: Ground) -> Iterator[Told]:
    for place in _unasked_holes(ground.it):
        hole = ground.it.holes[place]
        yield Told(ground.quote(hole.evidence[0]), hole.why)


def _pushback(ground: Ground) -> Iterator[PushedBack]:
    for each in reversed(ground.it.pushback):
        answer = ground.quote(each.answer[0]) if each.answer else None
        yield PushedBack(
            str(IN_A_SENTENCE.get(each.kind, each.kind)), ground.quote(each.evidence[0]), answer
        )


def _promises(
    promises: Iterable[Stands], ground: Ground, *, by_us: bool
) -> tuple[tuple[ShownPromise, ...], tuple[ShownPromise, ...]]:
    """Return the promises of one side that wait, the newest first, and all others."""
    found = [each for each in promises if each.promise.by_us is by_us]
    found.sort(key=lambda each: -seconds(each.promise.at))
    waiting = tuple(_promise(each, ground) for each in found if each.waits)
    return waiting, tuple(_promise(each, ground) for each in found if not each.waits)


def _promise(each: Stands, ground: Ground) -> ShownPromise:
    quote, judged = ground.quote(each.promise.evidence[0]), each.judged
    due = day(each.promise.due)
    if judged is None:
        return ShownPromise(quote, _("nothing to wait for"), is_late=False, shown_by=None)
    shown_by = ground.quote(judged.kept.quote) if judged.kept is not None else None
    on = {"day": day(judged.on), "due": due}
    words = {
        Standing.OPEN: _("due %(due)s") % on if due else _("open"),
        Standing.DUE: _("due %(due)s") % on if due else _("due"),
        Standing.LATE: _("was due %(due)s; no sign that it was kept") % on,
        Standing.FORGOTTEN: _("was due %(due)s; nobody spoke of it since") % on,
        Standing.KEPT: _("kept %(day)s") % on,
        Standing.KEPT_LATE: _("kept %(day)s, after its day") % on,
        Standing.LET_GO: _("let go"),
    }
    is_late = judged.standing in (Standing.LATE, Standing.FORGOTTEN)
    return ShownPromise(quote, words[judged.standing].strip(), is_late, shown_by)


def _asking(each: Question, ground: Ground) -> Asking:
    return Asking(
        each.text, worded(each.why), ground.quote(each.evidence[-1]) if each.evidence else None
    )
