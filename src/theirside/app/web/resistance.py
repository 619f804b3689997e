"""One pushback as pages show it: their words, our answer, why it makes sense, what to say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from theirside.app.web.showing import ShownQuote, day, quote
from theirside.care.pushed import After, Outcome, Pushed, Reason, Response
from theirside.care.ways import ways
from theirside.conversation import Conversation
from theirside.pushback_words import afterwards, source_of, title_of

REASONS_SHOWN = 3
RESPONSES_SHOWN = 2

Talks = Mapping[str, Conversation]


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    """What we did in answer, in words, and the sentence that shows it."""

    way: str
    quote: ShownQuote


@dataclass(frozen=True, slots=True)
class ShownOutcome:
    """What they did then; an end has no words."""

    what: str
    quote: ShownQuote | None


@dataclass(frozen=True, slots=True)
class ShownReason:
    """Why it makes sense: ``quote`` is None where it stands in the pushback itself."""

    source: str
    why: str
    fact: str
    quote: ShownQuote | None


@dataclass(frozen=True, slots=True)
class ShownAsk:
    """What to ask where no reason is known, and why."""

    text: str
    why: str


@dataclass(frozen=True, slots=True)
class ShownPushed:
    """One pushback. ``signs`` tell what makes it firmer or softer. ``*_more`` are the others."""

    title: str
    quotes: tuple[ShownQuote, ...]
    signs: tuple[str, ...]
    answers: tuple[ShownAnswer, ...]
    is_answered: bool
    outcomes: tuple[ShownOutcome, ...]
    reasons: tuple[ShownReason, ...]
    reasons_more: tuple[ShownReason, ...]
    asks: tuple[ShownAsk, ...]
    responses: tuple[Response, ...]
    responses_more: tuple[Response, ...]


def shown_pushed(each: Pushed, talks: Talks) -> ShownPushed:
    """Return a pushback as a page shows it; ``talks`` are those that its quotes point to."""
    reasons = tuple(_reason(reason, talks) for reason in each.reasons)
    asks = each.questions if not each.reasons else each.questions[:1]
    return ShownPushed(
        title=title_of(each),
        quotes=tuple(quote(one, talks) for one in each.evidence),
        signs=tuple(sign.why for sign in each.strength.signs),
        answers=_answers(each, talks),
        is_answered=bool(each.reply),
        outcomes=tuple(_outcome(one, talks) for one in each.afterwards) if each.reply else (),
        reasons=reasons[:REASONS_SHOWN],
        reasons_more=reasons[REASONS_SHOWN:],
        asks=tuple(ShownAsk(one.text, one.why) for one in asks),
        responses=each.responses[:RESPONSES_SHOWN],
        responses_more=each.responses[RESPONSES_SHOWN:],
    )


def _answers(each: Pushed, talks: Talks) -> tuple[ShownAnswer, ...]:
    if each.answers or not each.reply:
        return tuple(
            ShownAnswer(f"We {ways()[one.way].name}", quote(one.evidence[0], talks))
            for one in each.answers
        )
    return (ShownAnswer("Our answer", quote(each.reply[0], talks)),)


def _outcome(outcome: Outcome, talks: Talks) -> ShownOutcome:
    if not outcome.evidence:
        return ShownOutcome("After that they said no more here", None)
    when = f" ({day(outcome.at)})" if outcome.what is After.REPEATED and outcome.at else ""
    return ShownOutcome(afterwards(outcome.what) + when, quote(outcome.evidence[0], talks))


def _reason(reason: Reason, talks: Talks) -> ShownReason:
    source = source_of(reason)
    if reason.same_words:
        return ShownReason(f"in the same words: {source}", reason.why, reason.fact, None)
    return ShownReason(source, reason.why, reason.fact, quote(reason.evidence[-1], talks))
