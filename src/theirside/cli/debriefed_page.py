"""A talk held against its preparation, worded: what ``debrief`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from theirside.cli.page import Line, Page, Section, Voice, lines, notes, said
from theirside.cli.printing import count, day, where
from theirside.evidence import Quote
from theirside.prepared_page import WANTS, Talks
from theirside.purpose.debrief import (
    Asked,
    CameUp,
    Debrief,
    Focus,
    Learnt,
    Manner,
    News,
    Passed,
    TakenUp,
)
from theirside.understand.facet import facets
from theirside.understand.understanding import Promise

SENTENCES_SHOWN = 3
TAKEN_UP_SHOWN = 2
LEARNT_SHOWN = 8
MANNERS = {
    Manner.ASKED: "we asked",
    Manner.TOLD: "we told them",
    Manner.PRESSED: "we pressed",
    Manner.BY_THEM: "they brought it up",
}
NEWS = {News.NEW: "new", News.CHANGED: "changed", News.AGAIN: "said again"}
PASSED = {
    Passed.QUESTION: "a question",
    Passed.FEELING: "a feeling, we think",
    Passed.PUSHBACK: "a pushback",
}


class DebriefedPage:
    """Words a debrief; ``talks`` are those that its quotes point to."""

    def __init__(self, it: Debrief, talks: Talks, *, everything: bool = False) -> None:
        self._it, self._talks, self._all = it, talks, everything

    def page(self) -> Page:
        """Return the page."""
        it = self._it
        talk = self._talks[it.conversation]
        kept = f"the preparation for {day(it.prepared.day)}" if it.prepared is not None else ""
        against = f"held against {kept}" if kept else "nothing was prepared for it"
        title = f"{talk.channel} with {it.person.name}"
        title = title[0].upper() + title[1:] + (f": {talk.subject}" if talk.subject else "")
        return Page(
            title,
            (" · ".join(notes(day(talk.started_at or talk.last_at), against)),),
            (
                Section("Whose talk it was", lines(self._focus())),
                Section("What they wanted at the door", lines(map(self._want, it.wants))),
                Section(self._questions_title(), lines(map(self._asked, it.asked))),
                Section("What we wanted", lines(map(self._ours, it.ours)), self._no_wants()),
                Section("Promises", lines(self._promises())),
                Section("New in what we understand", lines(self._learnt()), "Nothing."),
                Section("Passed over", lines(self._passed())),
            ),
        )

    def _no_wants(self) -> str:
        if self._it.prepared is None:
            return "Not written down before it; theirside prepare does that for the next one."
        return "None were written down."

    def _questions_title(self) -> str:
        if self._it.prepared is not None:
            return "The questions we went with"
        return "The questions that were worth asking, by what was known before"

    def _focus(self) -> Iterable[Line]:
        for focus, what in ((self._it.sentences, "sentence"), (self._it.questions, "question")):
            yield Line(_counted(focus, what))
        yield from self._examples("about them", self._it.sentences.theirs)
        yield from self._examples("about us", self._it.sentences.ours)

    def _examples(self, label: str, places: Sequence[Quote]) -> list[Line]:
        shown = places if self._all else places[:SENTENCES_SHOWN]
        return [
            Line(said(each.text), Voice.OURS, label=label, notes=self._at(each)) for each in shown
        ]

    def _want(self, each: TakenUp) -> Line:
        shown = each.by if self._all else each.by[:TAKEN_UP_SHOWN]
        found = tuple(f"we said {said(one.text)}" for one in shown)
        note = found or ("we found no words of ours on it",)
        return Line(said(each.want.text), Voice.THEIRS, label=WANTS[each.want.kind], notes=note)

    def _asked(self, each: Asked) -> Line:
        if each.asked is None:
            return Line(each.question.text, mark="?", notes=("not asked, as far as we see",))
        answer = f"they: {said(each.answer[0].text)}" if each.answer else "they did not answer it"
        asked = f"asked: {said(each.asked.text)}"
        return Line(each.question.text, mark="✓", notes=(asked, answer))

    def _ours(self, each: CameUp) -> Line:
        if each.place is None or each.manner is None:
            return Line(each.want, Voice.OURS, notes=("did not come up, as far as we see",))
        came = f"{MANNERS[each.manner]}: {said(each.place.text)}"
        answer = f"they: {said(each.answer[0].text)}" if each.answer else ""
        return Line(each.want, Voice.OURS, notes=notes(came, answer))

    def _promises(self) -> Iterable[Line]:
        for promise in self._it.made:
            due = f", due {day(promise.due)}" if promise.due else ""
            yield self._promise(promise, "made, " + _whose(promise) + due, "")
        for kept in self._it.kept:
            by = f"kept: {said(kept.by.text)}"
            yield self._promise(kept.promise, "kept, " + _whose(kept.promise), by)

    def _promise(self, promise: Promise, label: str, note: str) -> Line:
        voice = Voice.OURS if promise.by_us else Voice.THEIRS
        place = self._at(promise.evidence[-1])
        return Line(said(promise.text), voice, label=label, notes=(*notes(note), *place))

    def _learnt(self) -> Iterable[Line]:
        found = self._it.learnt
        for each in found if self._all else found[:LEARNT_SHOWN]:
            yield self._news(each)
        more = len(found) - LEARNT_SHOWN
        if more > 0 and not self._all:
            yield Line(f"and {more} more: --all")

    def _news(self, each: Learnt) -> Line:
        it = each.observation
        before = f"before: {said(each.before)}" if each.before else ""
        mark = "≈" if it.facet == "feeling" else "↷" if it.said_by else ""
        says = f"says {it.said_by}" if it.said_by else ""
        return Line(
            said(each.quote.text),
            Voice.THEIRS,
            mark,
            f"{NEWS[each.news]}, {facets()[it.facet].name.casefold()}",
            notes=notes(before, says),
        )

    def _passed(self) -> Iterable[Line]:
        for each in self._it.passed_over:
            text = said(each.quote.text)
            yield Line(text, Voice.THEIRS, label=PASSED[each.kind], notes=self._at(each.quote))

    def _at(self, place: Quote) -> tuple[str, ...]:
        return (where(place, self._talks.get(place.conversation)),)


def _whose(promise: Promise) -> str:
    return "ours" if promise.by_us else "theirs"


def _counted(focus: Focus, what: str) -> str:
    """Return what the counts say: "Of our 40 sentences 12 were about them, 4 about us"."""
    clear = f"{len(focus.theirs)} about them, {len(focus.ours)} about us"
    rest = focus.all - len(focus.theirs) - len(focus.ours)
    said_of = f"Of our {count(focus.all, what)}: {clear}, {rest} about neither or unclear."
    if focus.share is None:
        return said_of + " Too few are clear to give a share."
    return said_of + f" Of those that are clear {focus.share:.0%} were about them."
