"""What the customer's page shows, in the words that stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from theirside.app.answering import LONGEST, Answered, Asked, Sheet
from theirside.app.web.showing import day
from theirside.serve.checkback.gathered import NOT_HOW
from theirside.serve.checkback.statement import Verdict


@dataclass(frozen=True, slots=True)
class Item:
    """One statement with its three answers. ``wrong`` says what was not plain about the last."""

    number: int
    words: str
    quoted: bool
    yes: bool
    not_quite: bool
    dont_keep: bool
    text: str
    wrong: str

    @property
    def is_erased(self) -> bool:
        """Whether nothing is left of it."""
        return not self.words


@dataclass(frozen=True, slots=True)
class Page:
    """The page: its words and its items under their headings; ``kept`` of what was just sent."""

    subject: str
    name: str
    hello: str
    intro: str
    note: str
    sections: tuple[tuple[str, tuple[Item, ...]], ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...]
    closing: str
    regards: str
    seller: str
    until: str
    answered: int
    kept: int
    unclear: int
    longest: int = LONGEST


@dataclass(frozen=True, slots=True)
class Thanks:
    """How it stands after they answered."""

    seller: str
    yes: tuple[Asked, ...]
    not_quite: tuple[Asked, ...]
    erased: int
    open: int


def page_of(sheet: Sheet, done: Answered | None = None) -> Page:
    """Return the page; ``done`` is what became of answers that were just sent."""
    words, tone = sheet.told, sheet.told.tone
    wrong = {each.number: _why(each.why) for each in done.unclear} if done else {}
    return Page(
        subject=tone.subject,
        name=sheet.person.name,
        hello=words.hello,
        intro=tone.intro,
        note=words.note,
        sections=tuple(
            (title, tuple(_item(each, wrong.get(each.number, "")) for each in found))
            for title, found in sheet.sections
        ),
        lists=words.lists,
        closing=tone.closing,
        regards=tone.regards,
        seller=sheet.seller,
        until=day(sheet.until),
        answered=sum(each.verdict is not None for each in sheet.asked),
        kept=done.kept if done else 0,
        unclear=len(done.unclear) if done else 0,
    )


def _item(each: Asked, wrong: str) -> Item:
    verdict = Verdict.NOT_QUITE if wrong else each.verdict
    return Item(
        each.number,
        each.words,
        each.quoted,
        verdict is Verdict.YES,
        verdict is Verdict.NOT_QUITE,
        verdict is Verdict.DONT_KEEP,
        "" if wrong else each.text,
        wrong,
    )


def _why(why: str) -> str:
    if why == NOT_HOW:
        return _("How is it really? Write it here, or choose another answer.")
    return _(
        "This touches health, religion, politics, sexuality, origin or a trade union. That is "
        "nobody's to keep here, so it was not kept. Say how it is without it, or leave it."
    )


def thanks_of(sheet: Sheet) -> Thanks:
    """Return how it stands, for the page that says thank you."""
    return Thanks(
        sheet.seller,
        sheet.said(Verdict.YES),
        sheet.said(Verdict.NOT_QUITE),
        len(sheet.said(Verdict.DONT_KEEP)),
        sum(each.verdict is None for each in sheet.asked),
    )
