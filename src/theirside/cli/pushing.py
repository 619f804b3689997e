"""Pushback as it stands in a terminal: their words, our answer, why it makes sense, what to say.

The reasons come before any advice, and where none is known, the questions do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from theirside.care.pushback.kinds import kinds
from theirside.care.pushback.pushed import SAID, After, Outcome, Pushed, Reason, Response
from theirside.care.pushback.ways import ways
from theirside.cli.printing import count, day, heading, one_line, paragraph, where
from theirside.conversation import Conversation
from theirside.evidence import Quote
from theirside.understand.facet import facets

if TYPE_CHECKING:
    from theirside.app.pushback import Looked

SHOWN, REASONS_SHOWN, RESPONSES_SHOWN = 3, 3, 2
QUOTED = 160
SOURCES = {
    "misbelief": "a belief that isn't so",
    "hole": "something they don't know yet",
    "unanswered": "a question of theirs that nobody answered",
    "promise": "a promise of ours, due, with no word that it was kept",
}
THEY = {
    After.OPENED_UP: "they opened up",
    After.CAME_CLOSER: "they came closer",
    After.STAYED: "they stayed with it",
    After.REPEATED: "it came back",
    After.ENDED: "they ended it",
}


class PushbackSheet:
    """Prints one person's pushback, the newest first; ``said`` where it is words just said."""

    def __init__(self, looked: Looked, *, everything: bool = False, said: bool = False) -> None:
        self._it = looked
        self._talks: Mapping[str, Conversation] = {each.id: each for each in looked.conversations}
        self._all = everything
        self._said = said

    @staticmethod
    def print_none() -> None:
        """Say that there is none."""
        paragraph("No pushback was heard here.")

    def print(self) -> None:
        """Print the whole sheet."""
        person, found = self._it.person, self._it.pushed
        if person is not None:
            title = ", ".join(each for each in (person.name, person.role, person.company) if each)
            paragraph(title, style="head", hang=2)
        if not found:
            self._none()
            return
        newest = list(reversed(found))
        for each in newest if self._all else newest[:SHOWN]:
            self._pushback(each)
        if len(newest) > SHOWN and not self._all:
            paragraph("")
            paragraph(f"and {count(len(newest) - SHOWN, 'pushback')} more: --all", style="dim")

    def _none(self) -> None:
        if self._said:
            known = ", ".join(kinds())
            paragraph("Nothing in these words is read as pushback.")
            paragraph(f"If it is, say which with --kind: {known}.", style="dim")
        else:
            self.print_none()

    def _pushback(self, each: Pushed) -> None:
        guess = " (our guess)" if each.guessed else ""
        holder = f", as they tell it of {each.holder}" if each.holder else ""
        heading(f"{kinds()[each.kind].name}{guess}, {each.strength.level}{holder}")
        for place in each.evidence:
            paragraph(f"  “{one_line(place.text)}”", hang=3)
        if each.evidence[0].conversation != SAID:
            self._dim(self._where(each.evidence[0]))
        for sign in each.strength.signs:
            way = "firmer" if sign.weight > 0 else "softer"
            self._dim(f"{way}: “{one_line(sign.evidence.text)}”. {sign.why}")
        if not self._said:
            self._answered(each)
        self._reasons(each)
        self._responses(each.responses)

    def _answered(self, each: Pushed) -> None:
        if not each.reply:
            paragraph("Nobody of ours answered it.", indent=2)
            return
        for answer in each.answers:
            words = self._short(answer.evidence[0])
            paragraph(f"We {ways()[answer.way].name}: “{words}”", indent=2, hang=2)
        if not each.answers:
            paragraph(f"Our answer: “{self._short(each.reply[0])}”", indent=2, hang=2)
        for outcome in each.afterwards:
            paragraph(self._outcome(outcome), indent=2, hang=2)

    def _outcome(self, outcome: Outcome) -> str:
        told = THEY[outcome.what][0].upper() + THEY[outcome.what][1:]
        if not outcome.evidence:
            return "After that they said no more here."
        when = f" ({day(outcome.at)})" if outcome.what is After.REPEATED and outcome.at else ""
        return f"{told}{when}: “{self._short(outcome.evidence[0])}”"

    def _reasons(self, each: Pushed) -> None:
        paragraph("Why it makes sense", style="head", indent=2)
        for reason in each.reasons if self._all else each.reasons[:REASONS_SHOWN]:
            self._reason(reason)
        if not each.reasons:
            asking = " They do:" if each.questions else ""
            paragraph(f"We don't know.{asking}", indent=2)
        for question in each.questions if self._all or not each.reasons else each.questions[:1]:
            paragraph(f"? {question.text}", indent=2, hang=2)
            self._dim(question.why)

    def _reason(self, reason: Reason) -> None:
        source = SOURCES.get(reason.source) or facets()[reason.source].name.casefold()
        if reason.same_words:
            paragraph(f"  in the same words: {source}", hang=2)
        else:
            paragraph(f"  “{reason.text}”", hang=3)
        self._dim(reason.why)
        if reason.fact:
            self._dim(f"fact: {reason.fact}")
        if not reason.same_words:
            self._dim(f"{source}, {self._where(reason.evidence[-1])}")

    def _responses(self, responses: Sequence[Response]) -> None:
        if not responses:
            return
        paragraph("What one can honestly say", style="head", indent=2)
        for each in responses if self._all else responses[:RESPONSES_SHOWN]:
            paragraph(f"· {each.name}", indent=2, hang=2)
            paragraph(each.acknowledge, indent=4, hang=2)
            for step, words in (("then ask", each.ask), ("then a view", each.view)):
                if words:
                    paragraph(f"{step}: {words}", indent=4, hang=2)
            self._dim(f"fits: {each.fits}")
            self._dim(f"false: {each.false_when}")

    def _short(self, place: Quote) -> str:
        words = one_line(place.text)
        if len(words) > QUOTED and not self._all:
            return words[:QUOTED].rpartition(" ")[0] + " …"
        return words

    def _where(self, place: Quote) -> str:
        if place.conversation == SAID:
            return "just said"
        return where(place, self._talks.get(place.conversation))

    def _dim(self, text: str) -> None:
        paragraph(text, style="dim", indent=4, hang=2)
