"""What a customer does by a link, without an account: answer, take out what is held, be erased.

Whoever has the link stands for the person it was made for. So everything here is about that one
person, and looks at all talks with them, whoever of ours holds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from theirside.app import queries, services
from theirside.app.errands import is_much, went_wrong
from theirside.app.exporting import written
from theirside.app.viewing import seen_by
from theirside.errors import TheirsideError
from theirside.in_words import day
from theirside.serve.checkback.compose import SECTIONS
from theirside.serve.checkback.gathered import NOT_HOW
from theirside.serve.checkback.screened import screened
from theirside.serve.checkback.statement import (
    Answer,
    Page,
    Reply,
    Section,
    Unclear,
    Verdict,
)
from theirside.serve.checkback.told import Told, told
from theirside.serve.checkback.tones import tones
from theirside.understand.understanding import Person, Status

SAID = {
    Status.CONFIRMED: Verdict.YES,
    Status.CORRECTED: Verdict.NOT_QUITE,
    Status.WITHDRAWN: Verdict.DONT_KEEP,
}
LONGEST = 2000
"""Characters of a correction."""


class LinkClosedError(TheirsideError):
    """A link that once opened a check-back, and does no more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One statement as the customer is asked about it, and what they said of it.

    ``quoted``: the words are theirs as they said them. ``text`` is how it really is, in their
    words. Of a withdrawn one nothing is left: ``words`` is empty.
    """

    number: int
    section: Section
    words: str
    quoted: bool
    verdict: Verdict | None
    text: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A check-back as the customer sees it."""

    code: str
    person: Person
    seller: str
    told: Told
    asked: tuple[Asked, ...]
    until: datetime

    @property
    def sections(self) -> tuple[tuple[str, tuple[Asked, ...]], ...]:
        """The statements under their headings, empty sections left out."""
        parts = ((self.told.title_of(each), self._in(each)) for each in Section)
        return tuple((title, found) for title, found in parts if found)

    def said(self, verdict: Verdict) -> tuple[Asked, ...]:
        """Return the statements that have this answer."""
        return tuple(each for each in self.asked if each.verdict is verdict)

    def _in(self, section: Section) -> tuple[Asked, ...]:
        return tuple(each for each in self.asked if each.section is section)


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of what they sent: how many answers were kept, and what stays open, and why."""

    kept: int
    unclear: tuple[Unclear, ...]


def sheet_of(token: str) -> Sheet:
    """Return what a link leads to. Raises ``NotFoundError`` or ``LinkClosedError``."""
    with seen_by(None):
        found = queries.opened_by(token)
    link, past = found.link, found.checkback
    if link.state is queries.LinkState.REVOKED:
        raise LinkClosedError(f"{past.seller} has closed this link")
    if link.state is queries.LinkState.EXPIRED:
        raise LinkClosedError(f"This link held until {day(link.expires_at)}")
    words = told(found.others, tones()[past.tone])
    return Sheet(
        past.code,
        found.person,
        past.seller,
        words,
        tuple(_asked(each) for each in past.statements if _is_theirs(each)),
        link.expires_at,
    )


def _is_theirs(each: queries.PastStatement) -> bool:
    """Say whether there is anything to ask: words, or that they had them erased."""
    return bool(each.shown) or each.status is Status.WITHDRAWN


def _asked(each: queries.PastStatement) -> Asked:
    lead = "You said: “"
    quoted = each.shown.startswith(lead)
    return Asked(
        each.number,
        SECTIONS.get(each.facet, Section.MATTERS),
        each.shown.removeprefix(lead).removesuffix("”") if quoted else each.shown,
        quoted,
        SAID[each.status] if each.status else None,
        each.text,
        each.answered_at,
    )


def preview_of(page: Page, person: Person, until: datetime) -> Sheet:
    """Return a page that is not kept yet as the customer would see it."""
    asked = tuple(
        Asked(each.number, each.section, each.words, each.quoted, None, "", None)
        for each in page.statements
    )
    words = told(page.other_lines, page.tone)
    return Sheet(page.code, person, page.signed, words, asked, until)


def answer(sheet: Sheet, given: Mapping[int, tuple[Verdict, str]]) -> Answered:
    """Keep what they said of the statements, by number; what is as it was is passed over.

    What touches a special category is not kept, and its words are in nothing that is returned.
    """
    answers, unclear = [], []
    for each in sheet.asked:
        verdict, text = given.get(each.number, (None, ""))
        text = " ".join(text.split())[:LONGEST] if verdict is Verdict.NOT_QUITE else ""
        same = (verdict, text) == (each.verdict, each.text)
        if verdict is None or same or each.verdict is Verdict.DONT_KEEP:
            continue
        if verdict is Verdict.NOT_QUITE and not text:
            unclear.append(Unclear("", NOT_HOW, each.number))
        else:
            answers.append(Answer(each.number, verdict, text))
    reply = screened(Reply(tuple(answers), tuple(unclear)))
    if reply.answers:
        with seen_by(None):
            services.take_answers(sheet.code, reply.answers)
    return Answered(len(reply.answers), reply.unclear)


def is_much_held(sheet: Sheet) -> bool:
    """Say whether there is too much on them to be gathered while they wait."""
    with seen_by(None):
        return is_much(queries.turns_with(sheet.person))


def everything_held(sheet: Sheet) -> str:
    """Return all that is held on them, as text to read."""
    with seen_by(None):
        return written(sheet.person, "text")


def everything_as_json(sheet: Sheet) -> str:
    """Return all that is held on them, as JSON for another program."""
    with seen_by(None):
        return written(sheet.person, "json")


def erase(sheet: Sheet) -> services.Forgotten:
    """Erase them for good: every word of theirs, whoever of ours holds the talk.

    Where that fails or leaves something, whoever sees to people's data learns of it.
    """
    with seen_by(None):
        try:
            done = services.forget(sheet.person)
        except Exception as error:
            services.note_unerased(sheet.person.id, error=went_wrong(error))
            raise
        if done.traces:
            services.note_unerased(sheet.person.id, traces=done.traces)
        return done
