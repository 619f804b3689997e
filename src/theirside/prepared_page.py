"""The page before a talk, worded: what ``prepare`` prints, and what its files hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from theirside.conversation import Conversation
from theirside.evidence import Quote
from theirside.in_words import count, day, where
from theirside.ledger_words import since_gift
from theirside.page import Line, Page, Section, Voice, lines, notes, said
from theirside.purpose.wants import (
    Care,
    CareKind,
    Gift,
    GiftKind,
    Owed,
    Preparation,
    Want,
    WantKind,
)
from theirside.translating import to_translate
from theirside.understand.pushback import kind_in_words

Talks = Mapping[str, Conversation]

WANTS = {
    WantKind.QUESTION: to_translate("asked, not answered"),
    WantKind.WISH: to_translate("asked of us"),
    WantKind.GOAL: to_translate("wants to reach"),
    WantKind.PAIN: to_translate("hurts today"),
    WantKind.STAKE: to_translate("at stake"),
}
GIFTS = {
    GiftKind.ANSWER: to_translate("an answer"),
    GiftKind.REPAIR: to_translate("set right, gently"),
    GiftKind.KNOWLEDGE: to_translate("what they don't know"),
    GiftKind.OWED: to_translate("what we promised"),
    GiftKind.OFFERED: to_translate("what we offered"),
    GiftKind.LIMIT: to_translate("an honest no"),
}
CARE = {
    CareKind.TASTE: to_translate("likes it so"),
    CareKind.IRRITANT: to_translate("puts them off"),
    CareKind.FEELING: to_translate("last felt, we think"),
    CareKind.PUSHBACK: to_translate("pushed back"),
}
PROMISES_SHOWN = 3
"""Of each side: it is one page."""


def prepared_page(it: Preparation, talks: Talks, how_to_say: str = "") -> Page:
    """Return the page before a talk; ``talks`` are those that its quotes point to.

    ``how_to_say`` tells, where our wants are not written down, how one does.
    """
    person = it.person
    title = ", ".join(part for part in (person.name, person.role, person.company) if part)
    last = f"last in touch {day(it.last_at)}" if it.last_at else "not in touch yet"
    wants = [*it.wants, it.stake] if it.stake is not None else it.wants
    return Page(
        title,
        (f"For the talk on {day(it.day)} · {last}", *_standing(it)),
        (
            Section(
                to_translate("What they want"),
                lines(_want(each, talks) for each in wants),
                to_translate(
                    "They have not said yet. Ask: what would make this talk worth your time?"
                ),
            ),
            Section(
                to_translate("What we want"),
                lines(Line(each, Voice.OURS) for each in it.ours),
                " ".join(notes("Not written down.", how_to_say)),
            ),
            Section(
                to_translate("What we could give"),
                lines(_gift(each, talks) for each in it.gifts),
                to_translate("Nothing that we know of. Listen for it."),
            ),
            Section(to_translate("Three questions worth asking"), lines(_question(it))),
            Section(to_translate("Promises"), lines(_promises(it, talks))),
            Section(to_translate("Be careful"), lines(_care(each, talks) for each in it.careful)),
        ),
    )


def _standing(it: Preparation) -> Iterator[str]:
    """Yield how often we asked since we last gave something, if we did."""
    if it.standing is not None and it.standing.asks:
        yield since_gift(it.standing)


def _at(evidence: tuple[Quote, ...], talks: Talks) -> str:
    return where(evidence[-1], talks.get(evidence[-1].conversation)) if evidence else ""


def _want(each: Want, talks: Talks) -> Line:
    again = len(each.evidence) - 1
    more = f"and {count(again, 'more time')}" if again else ""
    says = f"says {each.said_by}" if each.said_by else ""
    place = " · ".join(notes(says, _at(each.evidence, talks), more))
    mark = "↷" if each.said_by else ""
    return Line(said(each.text), Voice.THEIRS, mark, WANTS[each.kind], notes=(place,))


def _gift(each: Gift, talks: Talks) -> Line:
    ours = each.kind in {GiftKind.OWED, GiftKind.OFFERED}
    fact = (
        f"{'say so' if each.kind is GiftKind.LIMIT else 'fact'}: {each.fact}" if each.fact else ""
    )
    return Line(
        said(each.words),
        Voice.OURS if ours else Voice.THEIRS,
        label=GIFTS[each.kind],
        beneath=fact,
        notes=notes(_at(each.evidence, talks)),
    )


def _question(it: Preparation) -> list[Line]:
    return [Line(each.text, Voice.TOOL, "?", notes=(each.why,)) for each in it.questions]


def _promises(it: Preparation, talks: Talks) -> list[Line]:
    found: list[Line] = []
    for by_us in (True, False):
        of_side = [each for each in it.owed if each.promise.by_us is by_us]
        found += [_promise(each, talks) for each in of_side[:PROMISES_SHOWN]]
        more = len(of_side) - PROMISES_SHOWN
        if more > 0:
            found.append(Line(f"and {more} more of {'ours' if by_us else 'theirs'}"))
    return found


def _promise(each: Owed, talks: Talks) -> Line:
    promise = each.promise
    due = f", due {day(promise.due)}" if promise.due else ""
    due += ", no sign that it was kept" if each.late else ""
    return Line(
        said(promise.text),
        Voice.OURS if promise.by_us else Voice.THEIRS,
        label=("ours" if promise.by_us else "theirs") + due,
        notes=notes(_at(promise.evidence, talks)),
    )


def _care(each: Care, talks: Talks) -> Line:
    says = f"says {each.said_by}" if each.said_by else ""
    mark = "≈" if each.kind is CareKind.FEELING else "↷" if each.said_by else ""
    kind = kind_in_words(each.note)
    label = CARE[each.kind] + (f", {kind}" if kind else "")
    place = " · ".join(notes(says, _at(each.evidence, talks)))
    return Line(said(each.words), Voice.THEIRS, mark, label, notes=(place,))
