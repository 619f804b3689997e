"""A debrief as its page shows it: a few sections of a few lines, each with its words and place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theirside.app.web.showing import day
from theirside.app.web.talking import in_talk
from theirside.app.web.worded import worded
from theirside.conversation import Conversation
from theirside.evidence import Quote
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
from theirside.purpose.wants import WantKind
from theirside.understand.facet import facets
from theirside.understand.understanding import Promise

EXAMPLES = 3
TAKEN_UP = 2
LEARNT = 12
"""Lines of what is new that are shown: it is one page."""
WANTS: Mapping[WantKind, str | Lazy] = {
    WantKind.QUESTION: gettext_lazy("asked, not answered"),
    WantKind.WISH: gettext_lazy("asked of us"),
    WantKind.GOAL: gettext_lazy("wants to reach"),
    WantKind.PAIN: gettext_lazy("hurts today"),
    WantKind.STAKE: gettext_lazy("at stake"),
}
MANNERS: Mapping[Manner, str | Lazy] = {
    Manner.ASKED: gettext_lazy("we asked"),
    Manner.TOLD: gettext_lazy("we told them"),
    Manner.PRESSED: gettext_lazy("we pressed"),
    Manner.BY_THEM: gettext_lazy("they brought it up"),
}
NEWS: Mapping[News, str | Lazy] = {
    News.NEW: gettext_lazy("new"),
    News.CHANGED: gettext_lazy("changed"),
    News.AGAIN: gettext_lazy("said again"),
}
PASSED: Mapping[Passed, str | Lazy] = {
    Passed.QUESTION: gettext_lazy("a question"),
    Passed.FEELING: gettext_lazy("a feeling, we think"),
    Passed.PUSHBACK: gettext_lazy("a pushback"),
}


@dataclass(frozen=True, slots=True)
class Under:
    """What belongs to a line: a lead-in, words, and the link to where they stand ("" for none)."""

    lead: str | Lazy
    words: str = ""
    link: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One line. ``voice`` is ``theirs``, ``ours`` or ``tool``; ``mark`` says how it is known."""

    words: str
    voice: str = "tool"
    label: str | Lazy = ""
    mark: str = ""
    under: tuple[Under, ...] = ()

    @property
    def quoted(self) -> bool:
        """Whether the words are somebody's own."""
        return self.voice != "tool"


@dataclass(frozen=True, slots=True)
class DebriefSection:
    """A heading with its lines; ``empty`` is what to say where there are none."""

    heading: str
    items: tuple[Item, ...]
    empty: str = ""


class Debriefed:
    """Words a debrief for a page; ``talks`` are those that its quotes point to."""

    def __init__(self, it: Debrief, talks: Mapping[str, Conversation]) -> None:
        self._it, self._talks = it, talks

    def sections(self) -> tuple[DebriefSection, ...]:
        """Return the sections that say something."""
        it = self._it
        asked = (
            _("The questions we went with")
            if it.prepared is not None
            else _("What was worth asking, by what was known before")
        )
        found = (
            DebriefSection(_("Whose talk it was"), _once(self._focus())),
            DebriefSection(_("What they wanted at the door"), _once(map(self._want, it.wants))),
            DebriefSection(_("What we wanted"), _once(map(self._ours, it.ours)), self._no_wants()),
            DebriefSection(asked, _once(map(self._asked, it.asked))),
            DebriefSection(_("Promises"), _once(self._promises())),
            DebriefSection(
                _("New in what we understand"),
                _once(map(self._learnt, it.learnt[:LEARNT])),
                _("Nothing that we heard."),
            ),
            DebriefSection(_("Passed over"), _once(self._passed())),
        )
        return tuple(each for each in found if each.items or each.empty)

    def _no_wants(self) -> str:
        if self._it.prepared is None:
            return _("Nothing was written down before this talk, so only theirs can be told.")
        return _("None were written down.")

    def _focus(self) -> Iterable[Item]:
        yield Item(counted(self._it.sentences, _("sentences")))
        yield Item(counted(self._it.questions, _("questions")))
        for label, places in (
            (_("about them"), self._it.sentences.theirs),
            (_("about us"), self._it.sentences.ours),
        ):
            for each in places[:EXAMPLES]:
                yield Item(_line(each.text), "ours", label, under=(self._at(each),))

    def _want(self, each: TakenUp) -> Item:
        found = tuple(self._said(_("we said"), one) for one in each.by[:TAKEN_UP])
        note = found or (Under(_("we found no words of ours on it")),)
        return Item(_line(each.want.text), "theirs", WANTS[each.want.kind], under=note)

    def _ours(self, each: CameUp) -> Item:
        if each.place is None or each.manner is None:
            note = (Under(_("did not come up, as far as we see")),)
            return Item(each.want, label=_("we wanted"), under=note)
        came = (self._said(MANNERS[each.manner], each.place),)
        answer = tuple(self._said(_("they"), one) for one in each.answer[:1])
        return Item(each.want, label=_("we wanted"), under=came + answer)

    def _asked(self, each: Asked) -> Item:
        if each.asked is None:
            note = Under(_("not asked, as far as we see"))
            return Item(each.question.text, mark="?", under=(note,))
        answer = (
            self._said(_("they"), each.answer[0])
            if each.answer
            else Under(_("they did not answer it"))
        )
        asked = self._said(_("asked"), each.asked)
        return Item(each.question.text, mark="✓", under=(asked, answer))

    def _promises(self) -> Iterable[Item]:
        for promise in self._it.made:
            due = _(", due %(day)s") % {"day": day(promise.due)} if promise.due else ""
            label = _("made, ours") if promise.by_us else _("made, theirs")
            yield self._promise(promise, label + due)
        for kept in self._it.kept:
            label = _("kept, ours") if kept.promise.by_us else _("kept, theirs")
            yield self._promise(kept.promise, label, (self._said(_("kept"), kept.by),))

    def _promise(self, promise: Promise, label: str, under: tuple[Under, ...] = ()) -> Item:
        voice = "ours" if promise.by_us else "theirs"
        place = self._at(promise.evidence[-1])
        return Item(_line(promise.text), voice, label, under=(*under, place))

    def _learnt(self, each: Learnt) -> Item:
        it = each.observation
        mark = "≈" if it.facet == "feeling" else "↷" if it.said_by else ""
        under = [Under(_("before"), _line(each.before))] if each.before else []
        if it.said_by:
            under.append(Under(_("says %(who)s") % {"who": it.said_by}))
        label = f"{NEWS[each.news]}, {worded(facets()[it.facet].name).casefold()}"
        return Item(_line(each.quote.text), "theirs", label, mark, (*under, self._at(each.quote)))

    def _passed(self) -> Iterable[Item]:
        for each in self._it.passed_over:
            words, label = _line(each.quote.text), PASSED[each.kind]
            yield Item(words, "theirs", label, under=(self._at(each.quote),))

    def _said(self, lead: str | Lazy, place: Quote) -> Under:
        shown = in_talk(place, self._talks, self._it.conversation)
        return Under(lead, _line(place.text), shown.link)

    def _at(self, place: Quote) -> Under:
        shown = in_talk(place, self._talks, self._it.conversation)
        return Under("", "", shown.link, shown.place)


def counted(focus: Focus, what: str) -> str:
    """Return what the counts say of our sentences or questions, with a share where one is due."""
    rest = focus.all - len(focus.theirs) - len(focus.ours)
    said = _("Of our %(all)s %(what)s %(theirs)s were about them, %(ours)s about us, "
             "%(rest)s about neither or unclear.") % {
        "all": focus.all, "what": what, "theirs": len(focus.theirs), "ours": len(focus.ours),
        "rest": rest,
    }  # fmt: skip
    if focus.share is None:
        return said + " " + _("Too few are clear to give a share.")
    share = f"{focus.share:.0%}"
    return said + " " + _("Of those that are clear %(share)s were about them.") % {"share": share}


def _line(text: str) -> str:
    return " ".join(text.split())


def _once(found: Iterable[Item]) -> tuple[Item, ...]:
    """Return lines, each once: the same words of the same voice say nothing twice."""
    return tuple(dict.fromkeys(found))
