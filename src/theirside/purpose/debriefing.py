"""A talk held against its preparation: whose wants it served, what was asked, what is new.

It works without a preparation too: the wants at the door are then those that were known before, and
the questions those that would have been worth asking.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.purpose.caring import is_taken_up
from theirside.purpose.debrief import (
    Asked,
    CameUp,
    Debrief,
    Manner,
    Passed,
    PassedOver,
    TakenUp,
)
from theirside.purpose.focus import Labels, focus_of, has, is_question, labels_of, sentences_of
from theirside.purpose.learning import learnt_from
from theirside.purpose.matching import Alike
from theirside.purpose.preparing import questions_of, wants_of
from theirside.purpose.promised import kept_in
from theirside.purpose.wants import Prepared, Want
from theirside.understand.feelings import feelings_passed_over
from theirside.understand.people import People
from theirside.understand.promises import promises_in
from theirside.understand.pushback import pushback_in
from theirside.understand.talk import BACKCHANNEL_WORDS, Talk
from theirside.understand.unanswered import unanswered_in
from theirside.understand.understanding import Question, Understanding
from theirside.understand.words import gist, stems_of

if TYPE_CHECKING:
    from theirside.reader.encoder import Seeing


@dataclass(frozen=True, slots=True)
class Door:
    """What was known before the talk: the understanding, the talks it came from."""

    understanding: Understanding
    talks: Sequence[Talk]


def debrief(
    talk: Talk,
    before: Door,
    after: Understanding,
    people: People,
    encoder: Seeing,
    *,
    prepared: Prepared | None = None,
    first: int = 0,
) -> Debrief:
    """Return a talk held against what was prepared for it.

    ``after`` is what was understood right after it. ``first`` is the turn with which the talk that
    was prepared for begins, where a thread had been going on before.
    """
    person = after.person.id
    wants = wants_of(before.understanding, before.talks)
    questions = (
        prepared.questions
        if prepared is not None
        else questions_of(before.understanding, before.talks)
    )
    room = _Room.of(talk, person, first, encoder, wants, questions, prepared)
    taken_up = tuple(room.taken_up(each) for each in wants)
    serving = frozenset(place for each in taken_up for place in each.by) | room.answers()
    return Debrief(
        person=after.person,
        conversation=talk.id,
        day=at.date() if (at := talk.conversation.last_at) is not None else None,
        prepared=prepared,
        sentences=focus_of(room.labels, room.ours, serving),
        questions=focus_of(room.labels, room.our_questions, serving),
        wants=taken_up,
        asked=tuple(room.asked(questions)),
        ours=tuple(room.came_up(each) for each in (prepared.ours if prepared else ())),
        made=tuple(
            each for each in promises_in(talk, person, people) if each.evidence[0].turn >= first
        ),
        kept=tuple(kept_in(before.understanding.promises, [talk], before.talks)),
        learnt=tuple(learnt_from(talk.id, first, before.understanding, after)),
        passed_over=tuple(each for each in room.passed_over() if each.quote.turn >= first),
    )


@dataclass(frozen=True, slots=True)
class _Room:
    """The talk, sentence by sentence, with what compares them."""

    talk: Talk
    person: str
    first: int
    labels: Labels
    ours: list[Quote]
    theirs: list[Quote]
    our_questions: list[Quote]
    alike: Alike

    @classmethod
    def of(
        cls,
        talk: Talk,
        person: str,
        first: int,
        encoder: Seeing,
        wants: Iterable[Want],
        questions: Iterable[Question],
        prepared: Prepared | None,
    ) -> _Room:
        labels = labels_of(talk)
        ours = sentences_of(talk, Side.OURS, first)
        theirs = sentences_of(talk, Side.THEIRS, first)
        compared = [each.text for each in (*ours, *theirs)]
        compared += [each.text for each in wants] + [each.text for each in questions]
        compared += prepared.ours if prepared is not None else ()
        asking = [each for each in ours if is_question(labels, each)]
        return cls(talk, person, first, labels, ours, theirs, asking, Alike(encoder, compared))

    def taken_up(self, want: Want) -> TakenUp:
        """Return our sentences that take up a want of theirs."""
        by = [each for each in self.ours if self.alike.is_about(want.text, each.text)]
        return TakenUp(want, tuple(by))

    def answers(self) -> frozenset[Quote]:
        """Return our sentences that answer a question of theirs, in words of the question."""
        found: set[Quote] = set()
        for place in self.theirs:
            if is_question(self.labels, place):
                asked, replies = gist(place.text).stems, self.talk.reply_to(place.turn)
                found.update(
                    each
                    for each in self.ours
                    if each.turn in replies
                    and not is_question(self.labels, each)
                    and asked & stems_of(each.text)
                )
        return frozenset(found)

    def asked(self, questions: Sequence[Question]) -> Iterator[Asked]:
        """Yield what became of each question; one sentence of ours asks one of them at most."""
        sure = sorted(
            (
                (self.alike.asks(question.text, place.text), -number, nth, place)
                for nth, question in enumerate(questions)
                for number, place in enumerate(self.our_questions)
            ),
            key=lambda each: each[:3],
            reverse=True,
        )
        found: dict[int, Quote] = {}
        for likeness, _, nth, place in sure:
            if likeness > 0 and nth not in found and place not in found.values():
                found[nth] = place
        for nth, question in enumerate(questions):
            asked = found.get(nth)
            answer = self._next_words(asked) if asked is not None else ()
            yield Asked(question, asked, answer)

    def came_up(self, want: str) -> CameUp:
        """Return where a want of ours came up first, how, and what they said to it."""
        places = sorted((*self.ours, *self.theirs), key=lambda each: (each.turn, each.start))
        place = next((each for each in places if self.alike.is_about(want, each.text)), None)
        if place is None:
            return CameUp(want)
        if self.talk.side(place.turn) is not Side.OURS:
            return CameUp(want, place, Manner.BY_THEM)
        manner = Manner.ASKED if is_question(self.labels, place) else Manner.TOLD
        if has(self.labels, place, ("press",)):
            manner = Manner.PRESSED
        return CameUp(want, place, manner, self._next_words(place))

    def passed_over(self) -> Iterator[PassedOver]:
        """Yield what of theirs our words took no notice of, in the order of the talk."""
        found = [
            *(PassedOver(Passed.QUESTION, each) for each in unanswered_in(self.talk, self.person)),
            *(
                PassedOver(Passed.FEELING, each)
                for each in feelings_passed_over(self.talk, self.person)
            ),
            *(
                PassedOver(Passed.PUSHBACK, each.evidence[0])
                for each in pushback_in(self.talk, self.person)
                if not is_taken_up(each)
            ),
        ]
        seen: set[Quote] = set()
        for each in sorted(found, key=lambda one: (one.quote.turn, one.quote.start)):
            if each.quote not in seen:
                seen.add(each.quote)
                yield each

    def _next_words(self, place: Quote) -> tuple[Quote, ...]:
        """Return what they said next: their first turn of substance after a place of ours."""
        for number in range(place.turn + 1, len(self.talk.conversation.turns)):
            if self.talk.side(number) is Side.OURS:
                if number > place.turn + 1:
                    return ()
                continue
            whole = self.talk.whole(number)
            if whole is not None and len(whole.text.split()) > BACKCHANNEL_WORDS:
                return (whole,)
        return ()
