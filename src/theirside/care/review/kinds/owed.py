"""``owed``: what we owe the person, and the draft passes over: a promise, an answer, a fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from theirside.care.review.draft import Draft
from theirside.care.review.finding import Hit
from theirside.care.review.them import Them, takes_up
from theirside.evidence import Quote

WHAT = ("promise", "answer", "fact")
Owed = tuple[str, Quote, str, str]
"""What it is, where it was said, what is told of it, and when it is due."""


@dataclass(frozen=True, slots=True)
class Owing:
    """Fires for each thing owed that neither the draft nor a turn of ours since has taken up.

    ``what`` is a promise of ours that is due within ``soon`` days, an answer to a question of
    theirs, or the fact that a belief of theirs goes against. What is older than ``fresh`` days is
    let rest. At most ``most`` are told, the newest first.
    """

    what: str
    soon: int
    fresh: int
    most: int

    def hits(self, draft: Draft, them: Them | None) -> Iterator[Hit]:
        """Yield each, at the draft's first sentence."""
        if them is None or not draft.body:
            return
        said = "\n".join(draft.text[start:end] for start, end in draft.own)
        told = 0
        for text, quote, fact, due in self._owed(them):
            if told == self.most:
                return
            if not self._is_met(said, text, quote, fact, them):
                told += 1
                first = draft.body[0]
                more = (("said", " ".join(quote.text.split())), ("fact", fact), ("due", due))
                yield Hit(first.start, first.end, more, (quote,))

    def _owed(self, them: Them) -> Iterator[Owed]:
        if self.what == "promise":
            for promise in reversed(them.unmet):
                if promise.due is not None:
                    late = (them.today - promise.due).days
                    if -self.soon <= late <= self.fresh:
                        due = f"{promise.due.day} {promise.due:%b %Y}"
                        yield promise.text, promise.evidence[-1], "", due
        elif self.what == "answer":
            for quote in reversed(them.understanding.unanswered):
                if them.days_since(them.when(quote)) <= self.fresh:
                    yield quote.text, quote, "", ""
        else:
            for belief in reversed(them.understanding.misbeliefs):
                if them.days_since(them.when(belief.evidence[-1])) <= self.fresh:
                    yield belief.fact, belief.evidence[-1], belief.fact, ""

    def _is_met(self, said: str, text: str, quote: Quote, fact: str, them: Them) -> bool:
        if self.what == "answer":
            from theirside.understand.told import told_in
            from theirside.understand.unanswered import answers

            return answers(told_in(said), text, only=False, in_mail=True)
        if takes_up(said, text) or them.took_up(quote, text):
            return True
        return self.what == "fact" and _comes_near(said, fact)


def _comes_near(said: str, fact: str) -> bool:
    """Say whether a draft speaks of a fact in other words: two of its content words will do."""
    from theirside.understand.words import gist, stems_of

    return len(gist(fact).stems & stems_of(said)) >= 3


def read(content: dict[str, Any]) -> Owing:
    """Return the kind as a rule file has it: ``what``, and in days ``soon`` and ``fresh``."""
    if content["what"] not in WHAT:
        raise ValueError(f"what; {content['what']!r} is none of {', '.join(WHAT)}")
    return Owing(
        what=content["what"],
        soon=int(content.get("soon", "0")),
        fresh=int(content["fresh"]),
        most=int(content.get("most", "2")),
    )
