"""Whom a draft is for: what is understood of them, and what stands open between us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from theirside.conversation import Conversation, Side, Turn
from theirside.evidence import Quote
from theirside.serve.ledger.entry import Entry
from theirside.understand.moments import seconds
from theirside.understand.people import People
from theirside.understand.standing import judged
from theirside.understand.talk import Talk
from theirside.understand.understanding import Observation, Promise, Understanding

MONTHS = (
    "january february march april may june july august september october november december".split()
)
_NAMED = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Them:
    """One person as a review needs them.

    ``talks`` are the conversations with them; ``today`` is the day on which the draft would go out:
    by it a promise is due, and what they said is fresh or old. ``ledger`` is what was given and
    asked between us.
    """

    understanding: Understanding
    talks: Sequence[Conversation] = field(repr=False)
    today: date
    ledger: Sequence[Entry] = field(default=(), repr=False)

    @cached_property
    def unmet(self) -> list[Promise]:
        """Our promises to them that nothing shows to have been kept."""
        talks = [Talk.of(each, (), People()) for each in self.talks]
        ours = [each for each in self.understanding.promises if each.by_us]
        return [each.promise for each in judged(ours, talks, self.today) if each.is_unmet]

    def known(self, facets: Sequence[str], fresh: int | None) -> list[Observation]:
        """Return what holds of these facets, newest first, said in the last ``fresh`` days."""
        found = [each for each in self.understanding.current if each.facet in facets]
        if fresh is not None:
            found = [each for each in found if self.days_since(each.last_at) <= fresh]
        return sorted(found, key=lambda each: -seconds(each.last_at))

    def days_since(self, at: datetime | None) -> int:
        """Return how many days ago something was; 0 where that is not known."""
        return (self.today - at.date()).days if at is not None else 0

    def is_over(self, said: str, at: datetime | None) -> bool:
        """Say whether a month that somebody named on that day ("not before March") has begun."""
        named = _NAMED.search(said)
        if named is None or at is None:
            return False
        month = MONTHS.index(named[0].casefold()) + 1
        year = at.year + (month < at.month)
        return self.today >= date(year, month, 1)

    def uses(self, words: str) -> bool:
        """Say whether somebody of their side said these words in a talk with us."""
        return re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", self._said) is not None

    @cached_property
    def _said(self) -> str:
        return "\n".join(
            turn.text.casefold()
            for talk in self.talks
            for turn in talk.turns
            if turn.speaker.side is Side.THEIRS
        )

    def when(self, quote: Quote) -> datetime | None:
        """Return when something was said, where that is known."""
        talk = next((each for each in self.talks if each.id == quote.conversation), None)
        if talk is None or quote.turn >= len(talk.turns):
            return None
        return talk.turns[quote.turn].at or talk.started_at

    def ours_since(self, quote: Quote) -> Iterator[Turn]:
        """Yield our turns after a quote: below it in its talk, and in later talks."""
        said = seconds(self.when(quote))
        for talk in self.talks:
            for number, turn in enumerate(talk.turns):
                if turn.speaker.side is not Side.OURS:
                    continue
                same = talk.id == quote.conversation
                if number > quote.turn if same else seconds(turn.at or talk.started_at) > said:
                    yield turn

    def took_up(self, quote: Quote, text: str) -> bool:
        """Say whether a turn of ours after the quote tells of what ``text`` is about."""
        return any(takes_up(turn.text, text) for turn in self.ours_since(quote))


def takes_up(told: str, text: str) -> bool:
    """Say whether ``told`` tells (neither asks nor puts off) what ``text`` is about."""
    from theirside.understand.told import told_in
    from theirside.understand.words import enough_of, gist

    wanted = gist(text).stems
    if not wanted:
        return False
    return len(wanted & told_in(told).stems) >= min(len(wanted), enough_of(len(wanted)))
