"""Pushback as pages show it: their words, why it makes sense, our answer, what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theirside.app.pushback import Looked
from theirside.app.web.showing import ShownQuote, day
from theirside.app.web.talking import in_talk
from theirside.app.web.worded import worded
from theirside.care.pushback.kinds import kinds
from theirside.care.pushback.pushed import After, Level, Outcome, Pushed, Reason, Response
from theirside.care.pushback.ways import ways
from theirside.evidence import Quote
from theirside.understand.facet import facets
from theirside.understand.understanding import Question

SOURCES: Mapping[str, str | Promise] = {
    "misbelief": gettext_lazy("a belief that isn't so"),
    "hole": gettext_lazy("something they don't know yet"),
    "unanswered": gettext_lazy("a question of theirs that nobody answered"),
    "promise": gettext_lazy("a promise of ours, due, with no word that it was kept"),
}
AFTERWARDS: Mapping[After, str | Promise] = {
    After.OPENED_UP: gettext_lazy("they opened up"),
    After.CAME_CLOSER: gettext_lazy("they came closer"),
    After.STAYED: gettext_lazy("they stayed with it"),
    After.REPEATED: gettext_lazy("it came back"),
    After.ENDED: gettext_lazy("after that they said no more here"),
}
LEVELS: Mapping[Level, str | Promise] = {
    Level.TENTATIVE: gettext_lazy("tentative"),
    Level.PLAIN: gettext_lazy("plain"),
    Level.FIRM: gettext_lazy("firm"),
}


IN_A_SENTENCE: Mapping[str, str | Promise] = {
    "authority": gettext_lazy("authority"),
    "brush_off": gettext_lazy("putting it off"),
    "capability": gettext_lazy("capability"),
    "competitor": gettext_lazy("competitor"),
    "need": gettext_lazy("need"),
    "price": gettext_lazy("price"),
    "status_quo": gettext_lazy("status quo"),
    "timing": gettext_lazy("timing"),
    "trust": gettext_lazy("trust"),
}
"""Kinds of pushback as they stand in a sentence."""


@dataclass(frozen=True, slots=True)
class ShownSign:
    """Words that make it firmer or softer, and why."""

    firmer: bool
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """Something that we did in answer, or that they did after it, with its words."""

    words: str | Promise
    quotes: tuple[ShownQuote, ...]


@dataclass(frozen=True, slots=True)
class ShownReason:
    """Why it makes sense; ``quote`` is None where it stands in the pushback itself."""

    source: str
    text: str
    why: str
    fact: str
    same_words: bool
    own: bool
    quote: ShownQuote | None


@dataclass(frozen=True, slots=True)
class ShownPushback:
    """One pushback looked at closely. ``place`` is its turn; ``whose`` whom they tell it of."""

    place: int
    who: str
    link: str
    kind: str
    level: str | Promise
    guessed: bool
    whose: str
    quotes: tuple[ShownQuote, ...]
    signs: tuple[ShownSign, ...]
    answered: bool
    answers: tuple[Step, ...]
    afterwards: tuple[Step, ...]
    reasons: tuple[ShownReason, ...]
    questions: tuple[Question, ...]
    responses: tuple[Response, ...]


def shown_pushback(found: Sequence[Looked], key: str) -> tuple[ShownPushback, ...]:
    """Return the pushback of everybody in talk ``key``, in the order of the talk."""
    shown = [_Shown(looked, key).pushback(each) for looked in found for each in looked.pushed]
    return tuple(sorted(shown, key=lambda each: each.place))


def pushback_shown(looked: Looked, pushed: Sequence[Pushed]) -> tuple[ShownPushback, ...]:
    """Return these pushbacks of one person, whatever talks they were in."""
    return tuple(map(_Shown(looked, "").pushback, pushed))


class _Shown:
    """Shows what was looked at in one talk."""

    def __init__(self, looked: Looked, key: str) -> None:
        self._person, self._key = looked.person, key
        self._talks = {talk.id: talk for talk in looked.conversations}

    def pushback(self, each: Pushed) -> ShownPushback:
        """Return one pushback."""
        person = self._person
        return ShownPushback(
            place=each.evidence[0].turn,
            who=person.name if person is not None else "",
            link=reverse("person", args=[person.id]) if person is not None else "",
            kind=worded(kinds()[each.kind].name),
            level=LEVELS[each.strength.level],
            guessed=each.guessed,
            whose=each.holder,
            quotes=self._quotes(each.evidence),
            signs=tuple(
                ShownSign(sign.weight > 0, _one_line(sign.evidence.text), worded(sign.why))
                for sign in each.strength.signs
            ),
            answered=bool(each.reply),
            answers=self._answers(each),
            afterwards=tuple(map(self._outcome, each.afterwards)),
            reasons=tuple(map(self._reason, each.reasons)),
            questions=each.questions,
            responses=each.responses,
        )

    def _quotes(self, found: Sequence[Quote]) -> tuple[ShownQuote, ...]:
        return tuple(in_talk(one, self._talks, self._key) for one in found)

    def _answers(self, each: Pushed) -> tuple[Step, ...]:
        if each.reply and not each.answers:
            return (Step(_("we answered"), self._quotes(each.reply[:1])),)
        return tuple(
            Step(
                _("we %(way)s") % {"way": worded(ways()[answer.way].name)},
                self._quotes(answer.evidence[:1]),
            )
            for answer in each.answers
        )

    def _outcome(self, each: Outcome) -> Step:
        told = AFTERWARDS[each.what]
        if each.what is After.REPEATED and each.at is not None:
            told = _("it came back on %(day)s") % {"day": day(each.at)}
        return Step(told, self._quotes(each.evidence[:1]))

    def _reason(self, each: Reason) -> ShownReason:
        known = SOURCES.get(each.source)
        source = str(known) if known is not None else worded(facets()[each.source].name).casefold()
        place = () if each.same_words else self._quotes(each.evidence[-1:])
        return ShownReason(
            source,
            each.text,
            worded(each.why),
            each.fact,
            each.same_words,
            each.own,
            place[0] if place else None,
        )


def _one_line(text: str) -> str:
    return " ".join(text.split())
