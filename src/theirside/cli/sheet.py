"""The brief as it stands in a terminal: one person's side, their words first.

What is at stake for them comes before anything else; what we don't know yet comes last, as
questions, so that the sheet ends with what to do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from theirside.cli.printing import NO_BREAK, count, day, heading, mark, one_line, paragraph, where
from theirside.conversation import Conversation
from theirside.evidence import Annotation, Quote
from theirside.understand.facet import facets
from theirside.understand.leading import lead_of
from theirside.understand.phrases import shortened
from theirside.understand.pushback import kind_in_words
from theirside.understand.understanding import (
    Hole,
    Observation,
    Promise,
    Pushback,
    Question,
    Status,
    Understanding,
)

SHOWN_PER_FACET = 3
QUESTIONS_SHOWN = 5
GUESSED = {"feeling"}
ANSWER_SHOWN = 160
WORDS_AGAIN = 9


class Sheet:
    """Prints one person's understanding.

    ``conversations`` are those that the quotes point to, ``annotations`` what the reader says of
    each by its id: only of what was read it is known what may be shown.
    """

    def __init__(
        self,
        understanding: Understanding,
        conversations: Iterable[Conversation],
        annotations: Mapping[str, Sequence[Annotation]],
        *,
        everything: bool = False,
    ) -> None:
        self._it = understanding
        self._talks: Mapping[str, Conversation] = {each.id: each for each in conversations}
        self._annotations = annotations
        self._all = everything
        self._shown: set[Quote] = set()

    def print(self) -> None:
        """Print the whole sheet."""
        self._head()
        self._open()
        self._facets()
        self._misbeliefs()
        self._holes()
        self._unanswered()
        self._pushback()
        self._promises()
        self._questions()

    def print_questions(self) -> None:
        """Print only who it is and what to ask."""
        self._head()
        self._questions()

    def _head(self) -> None:
        person = self._it.person
        title = ", ".join(part for part in (person.name, person.role, person.company) if part)
        paragraph(title, style="head", hang=2)
        when = [day(self._it.first_at), day(self._it.last_at)]
        span = " to ".join(dict.fromkeys(part for part in when if part))
        talks = count(self._it.conversations, "conversation")
        paragraph(f"{talks}, {span}" if span else talks, style="dim", hang=2)

    def _open(self) -> None:
        """Say in one line what waits for us, because it stands far down."""
        asked, believed = len(self._it.unanswered), len(self._it.misbeliefs)
        unknown = len(self._it.holes) - len(self._asked_too())
        parts = [
            f"{count(asked, 'question')} of theirs unanswered" if asked else "",
            f"{count(believed, 'belief')} to set right" if believed else "",
            f"{count(unknown, 'thing')} they don't know yet" if unknown else "",
        ]
        parts = [part for part in parts if part]
        if parts:
            paragraph("Open: " + ", ".join(parts), hang=2)

    def _facets(self) -> None:
        repaired = {each.observation for each in self._it.misbeliefs}  # they come further down
        current = {each.id: each for each in self._it.current if each.id not in repaired}
        replaced = [each for each in self._it.observations if each.replaced_by]
        if not self._it.current:
            heading("What we know")
            paragraph("Nothing yet that they have said themselves. The questions below begin it.")
        for facet, group in groupby(current.values(), key=lambda each: each.facet):
            found = list(group)
            guess = " (our guess)" if facet in GUESSED else ""
            heading(facets()[facet].heading + guess)
            fresh = [each for each in found if each.evidence[-1] not in self._shown]
            found = fresh + [each for each in found if each.evidence[-1] in self._shown]
            for each in found if self._all else found[:SHOWN_PER_FACET]:
                if each.evidence[-1] in self._shown:
                    words = shortened(each.statement, WORDS_AGAIN)
                    self._dim(f"as above: “{words}”{NO_BREAK}·{NO_BREAK}{each.id}")
                    continue
                self._shown.add(each.evidence[-1])
                self._observation(each, current)
                for old in replaced:
                    if old.replaced_by == each.id:
                        until = f"until {day(each.first_at)}: " if each.first_at else "before: "
                        self._dim(f"{until}“{one_line(old.statement)}”")
            self._rest(len(found) - SHOWN_PER_FACET)

    def _observation(self, each: Observation, current: Mapping[str, Observation]) -> None:
        sign, words = mark(each)
        if each.facet in GUESSED and not sign.strip():
            sign = "≈"
        if each.status is Status.CORRECTED:
            paragraph(f"{sign} {one_line(each.statement)}", hang=2)
            paragraph(f"they had said “{one_line(each.evidence[0].text)}”", style="dim", indent=4)
        else:
            paragraph(f"{sign} “{one_line(each.statement)}”", hang=3)
            self._lead(each.evidence[-1])
        parts = [words, self._said(each.evidence)]
        more = len(each.evidence) - 1
        if more:
            parts.append(f"and {more} more time" + ("s" if more > 1 else ""))
        self._dim(" · ".join(part for part in parts if part) + f"{NO_BREAK}·{NO_BREAK}{each.id}")
        for other in (current.get(other) for other in each.contradicts):
            if other is not None:
                self._dim(f"but also: “{one_line(other.statement)}” · {other.id}")

    def _lead(self, quote: Quote) -> None:
        """Print what went before a sentence that leans on it: “That's the main thing for me.”"""
        talk = self._talks.get(quote.conversation)
        before = lead_of(quote, talk, self._annotations.get(quote.conversation))
        if before:
            self._dim(f"before it: “{before}”")

    def _misbeliefs(self) -> None:
        self._section(
            "What they believe that isn't so",
            ((each.evidence, f"fact: {each.fact}") for each in self._it.misbeliefs),
        )

    def _holes(self) -> None:
        asked = self._asked_too()
        self._section(
            "What they don't know yet",
            ((each.evidence, "") for each in self._it.holes if each not in asked),
        )

    def _asked_too(self) -> list[Hole]:
        """Return the holes that show in a question which stands under those nobody answered."""
        asked = set(self._it.unanswered)
        return [each for each in self._it.holes if not asked.isdisjoint(each.evidence)]

    def _unanswered(self) -> None:
        self._section(
            "They asked, and nobody answered", (((each,), "") for each in self._it.unanswered)
        )

    def _pushback(self) -> None:
        self._section(
            "Where they pushed back",
            ((each.evidence, self._answer(each)) for each in self._it.pushback),
        )

    def _answer(self, pushback: Pushback) -> str:
        kind = kind_in_words(pushback.kind)
        if not pushback.answer:
            return f"{kind}; we did not answer it"
        words = one_line(pushback.answer[0].text)
        if len(words) > ANSWER_SHOWN and not self._all:
            words = words[:ANSWER_SHOWN].rpartition(" ")[0] + " …"
        return f"{kind}; our answer: “{words}”"

    def _promises(self) -> None:
        if not self._it.promises:
            return
        heading("Promises")
        promises = sorted(self._it.promises, key=_newest_first)
        for each in promises if self._all else promises[: SHOWN_PER_FACET * 2]:
            whose = "ours" if each.by_us else "theirs"
            due = f", due {day(each.due)}" if each.due else ""
            paragraph(f"  {whose}{due}: “{one_line(each.text)}”", hang=4)
            self._dim(self._said(each.evidence))
        self._rest(len(promises) - SHOWN_PER_FACET * 2)

    def _questions(self) -> None:
        found: Sequence[Question] = self._it.questions
        if not found:
            return
        heading("What to ask next")
        for each in found if self._all else found[:QUESTIONS_SHOWN]:
            paragraph(f"? {each.text}", hang=2)
            self._dim(each.why)
        self._rest(len(found) - QUESTIONS_SHOWN)

    def _section(self, title: str, rows: Iterable[tuple[Sequence[Quote], str]]) -> None:
        found = list(rows)
        if not found:
            return
        heading(title)
        for evidence, note in found if self._all else found[:SHOWN_PER_FACET]:
            paragraph(f"  “{one_line(evidence[0].text)}”", hang=3)
            if note:
                paragraph(note, indent=4, hang=2)
            self._dim(self._said(evidence))
        self._rest(len(found) - SHOWN_PER_FACET)

    def _rest(self, more: int) -> None:
        if more > 0 and not self._all:
            self._dim(f"and {more} more: --all")

    def _said(self, evidence: Sequence[Quote]) -> str:
        return where(evidence[-1], self._talks.get(evidence[-1].conversation))

    def _dim(self, text: str) -> None:
        paragraph(text, style="dim", indent=4, hang=2)


def _newest_first(promise: Promise) -> tuple[bool, float]:
    return promise.at is None, -promise.at.timestamp() if promise.at else 0.0
