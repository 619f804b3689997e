"""Pushback as pages show it: their words, why it makes sense, our answer, what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theirside.app.pushback import Looked
from theirside.app.web.showing import ShownQuote, day, quote
from theirside.care.kinds import kinds
from theirside.care.pushed import After, Level, Outcome, Pushed, Reason, Response
from theirside.care.ways import ways
from theirside.conversation import Conversation
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


def shown_pushback(found: Sequence[Looked]) -> tuple[ShownPushback, ...]:
    """Return the pushback of everybody in a talk, in the order of the talk."""
    shown = [_pushback(each, looked) for looked in found for each in looked.pushed]
    return tuple(sorted(shown, key=lambda each: each.place))


def _pushback(each: Pushed, looked: Looked) -> ShownPushback:
    talks = {talk.id: talk for talk in looked.conversations}
    person = looked.person
    return ShownPushback(
        place=each.evidence[0].turn,
        who=person.name if person is not None else "",
        link=reverse("person", args=[person.id]) if person is not None else "",
        kind=kinds()[each.kind].name,
        level=LEVELS[each.strength.level],
        guessed=each.guessed,
        whose=each.holder,
        quotes=tuple(quote(one, talks) for one in each.evidence),
        signs=tuple(
            ShownSign(sign.weight > 0, _one_line(sign.evidence.text), sign.why)
            for sign in each.strength.signs
        ),
        answered=bool(each.reply),
        answers=_answers(each, talks),
        afterwards=tuple(_outcome(one, talks) for one in each.afterwards),
        reasons=tuple(_reason(one, talks) for one in each.reasons),
        questions=each.questions,
        responses=each.responses,
    )


def _answers(each: Pushed, talks: Mapping[str, Conversation]) -> tuple[Step, ...]:
    if each.reply and not each.answers:
        return (Step(_("we answered"), (quote(each.reply[0], talks),)),)
    return tuple(
        Step(
            _("we %(way)s") % {"way": ways()[answer.way].name},
            tuple(quote(one, talks) for one in answer.evidence[:1]),
        )
        for answer in each.answers
    )


def _outcome(each: Outcome, talks: Mapping[str, Conversation]) -> Step:
    told = AFTERWARDS[each.what]
    if each.what is After.REPEATED and each.at is not None:
        told = _("it came back on %(day)s") % {"day": day(each.at)}
    return Step(told, tuple(quote(one, talks) for one in each.evidence[:1]))


def _reason(each: Reason, talks: Mapping[str, Conversation]) -> ShownReason:
    known = SOURCES.get(each.source)
    source = str(known) if known is not None else facets()[each.source].name.casefold()
    place = None if each.same_words or not each.evidence else quote(each.evidence[-1], talks)
    return ShownReason(source, each.text, each.why, each.fact, each.same_words, each.own, place)


def _one_line(text: str) -> str:
    return " ".join(text.split())
