"""The brief as a page: one person's side, their words first, for a sheet of paper.

The same order as in the terminal: what is at stake comes first, what to ask comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from theirside.conversation import Conversation
from theirside.evidence import Annotation, Quote
from theirside.in_words import count, day, told_of, where
from theirside.page import Line, Page, Section, Voice, notes, said
from theirside.translating import to_translate
from theirside.understand.facet import facets
from theirside.understand.leading import lead_of
from theirside.understand.moments import seconds
from theirside.understand.pushback import kind_in_words
from theirside.understand.understanding import Observation, Promise, Status, Understanding

SHOWN_PER_FACET = 3
QUESTIONS_SHOWN = 5
PROMISES_SHOWN = 4
GUESSED = frozenset({"feeling"})

Talks = Mapping[str, Conversation]
Annotations = Mapping[str, Sequence[Annotation]]


def brief_page(it: Understanding, talks: Talks, annotations: Annotations) -> Page:
    """Return the brief of one person; ``talks`` are those that its quotes point to.

    A sentence that tells of two facets stands under the first of them only.
    """
    person = it.person
    days = list(dict.fromkeys(filter(None, (day(it.first_at), day(it.last_at)))))
    under = ", ".join(filter(None, (count(it.conversations, "conversation"), " to ".join(days))))
    return Page(
        ", ".join(filter(None, (person.name, person.role, person.company))),
        (under,),
        (
            *_facets(it, talks, annotations),
            _section(to_translate("What they believe that isn't so"), _misbeliefs(it, talks)),
            _section(to_translate("What they don't know yet"), _told(_holes(it), talks)),
            _section(
                to_translate("What they asked and nobody answered"), _told(it.unanswered, talks)
            ),
            _section(to_translate("Where they pushed back"), _pushback(it, talks)),
            _section(to_translate("Promises"), _promises(it, talks)),
            _section(to_translate("What to ask next"), _questions(it)),
        ),
    )


def _section(title: str, lines: Iterable[Line]) -> Section:
    return Section(title, tuple(dict.fromkeys(lines)))


def _facets(it: Understanding, talks: Talks, annotations: Annotations) -> Iterator[Section]:
    repaired = {each.observation for each in it.misbeliefs}
    current = [each for each in it.current if each.id not in repaired]
    if not current:
        yield Section(
            to_translate("What we know"),
            (),
            to_translate("Nothing yet that they have said themselves."),
        )
    shown: set[Quote] = set()
    for facet, group in groupby(current, key=lambda each: each.facet):
        fresh = [each for each in group if each.evidence[-1] not in shown][:SHOWN_PER_FACET]
        shown |= {each.evidence[-1] for each in fresh}
        guess = " (our guess)" if facet in GUESSED else ""
        heading = facets()[facet].heading + guess
        yield _section(heading, (_statement(each, talks, annotations) for each in fresh))


def _statement(each: Observation, talks: Talks, annotations: Annotations) -> Line:
    newest = each.evidence[-1]
    talk = talks.get(newest.conversation)
    mark, how = _mark(each)
    if each.status is Status.CORRECTED:
        had = f"they had said {said(newest.text)}"
        return Line(each.statement, Voice.THEIRS, mark, notes=notes(f"{how} · {had}"))
    lead = lead_of(newest, talk, annotations.get(newest.conversation))
    more = len(each.evidence) - 1
    again = f"and {count(more, 'more time')}" if more else ""
    place = " · ".join(notes(how, where(newest, talk), again))
    before = f"before it: “{lead}”" if lead else ""
    return Line(said(each.statement), Voice.THEIRS, mark, notes=notes(before, place))


def _mark(each: Observation) -> tuple[str, str]:
    if each.status in (Status.CONFIRMED, Status.CORRECTED):
        return "✓", f"{each.status} {day(each.judged_at)}".strip()
    if each.said_by or each.holder:
        return "↷", f"says {each.said_by}" if each.said_by else told_of(each.holder)
    return ("≈", "") if each.facet in GUESSED else ("", "")


def _misbeliefs(it: Understanding, talks: Talks) -> Iterator[Line]:
    for each in it.misbeliefs[:SHOWN_PER_FACET]:
        [line] = _told(each.evidence[:1], talks)
        yield Line(line.text, line.voice, beneath=f"fact: {each.fact}", notes=line.notes)


def _holes(it: Understanding) -> list[Quote]:
    asked = set(it.unanswered)
    return [each.evidence[0] for each in it.holes if not asked & set(each.evidence)]


def _told(quotes: Iterable[Quote], talks: Talks) -> Iterator[Line]:
    for each in list(quotes)[:SHOWN_PER_FACET]:
        place = where(each, talks.get(each.conversation))
        yield Line(said(each.text), Voice.THEIRS, notes=(place,))


def _pushback(it: Understanding, talks: Talks) -> Iterator[Line]:
    for each in it.pushback[::-1][:SHOWN_PER_FACET]:
        [line] = _told(each.evidence[:1], talks)
        answer = f"our answer: {said(each.answer[0].text)}" if each.answer else "not answered"
        yield Line(line.text, line.voice, "", kind_in_words(each.kind), answer, line.notes)


def _promises(it: Understanding, talks: Talks) -> Iterator[Line]:
    newest = sorted(it.promises, key=lambda each: -seconds(each.at))
    for by_us in (True, False):
        for each in [one for one in newest if one.by_us is by_us][:PROMISES_SHOWN]:
            yield _promise(each, talks)


def _promise(each: Promise, talks: Talks) -> Line:
    due = f", due {day(each.due)}" if each.due else ""
    place = where(each.evidence[0], talks.get(each.evidence[0].conversation))
    voice = Voice.OURS if each.by_us else Voice.THEIRS
    return Line(
        said(each.text), voice, "", ("ours" if each.by_us else "theirs") + due, "", (place,)
    )


def _questions(it: Understanding) -> Iterator[Line]:
    for each in it.questions[:QUESTIONS_SHOWN]:
        yield Line(each.text, Voice.TOOL, "?", notes=(each.why,))
