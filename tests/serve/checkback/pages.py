"""One page for the tests of this room; Dana and Sam are fictional."""

from __future__ import annotations

from theirside.serve.checkback.statement import Page, Section, Sent, Statement
from theirside.serve.checkback.tones import tones

WORDS = (
    (Section.MATTERS, "If this slips again you're the one who explains it to the board.", False),
    (Section.MATTERS, "Your goal is to halve the waiting list before the audit in March.", False),
    (Section.MATTERS, "Please no calls before ten, mail me the short version.", True),
    (
        Section.WARY,
        "You would not introduce anything that shows where a driver is, with or without the works "
        "council agreeing to it in writing beforehand.",
        False,
    ),
    (Section.WARY, "You can't bear a second surprise.", False),
)


def page(tone: str = "warm") -> Page:
    """Return a page with five statements, one of them a quote and one too long for a line."""
    return Page(
        code="7f3a2c91",
        name="Dana",
        signed="Sam Okoro",
        address="sam@lantern.example",
        tone=tones()[tone],
        statements=tuple(
            Statement(number, section, words, quoted, f"o{number}", "goal", 0.8, ())
            for number, (section, words, quoted) in enumerate(WORDS, start=1)
        ),
        asked=("What happens when a driver loses the phone?",),
        owed=("I'll send you the list on Monday.",),
        unknown=("What would you like to be able to say a year from now?",),
    )


def sent(made: Page) -> Sent:
    """Return what is remembered of a page."""
    return Sent(made.code, {each.number: each.shown for each in made.statements}, made.other_lines)
