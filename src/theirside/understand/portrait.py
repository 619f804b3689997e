"""One person's understanding put together: their observations, and everything that is open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from theirside.evidence import Quote
from theirside.understand.facet import facets
from theirside.understand.feelings import feelings_passed_over
from theirside.understand.gaps import gaps_in
from theirside.understand.holes import holes_asked, holes_in
from theirside.understand.misbeliefs import misbeliefs_in
from theirside.understand.moments import earliest, latest, seconds
from theirside.understand.offer import Offer
from theirside.understand.our_turns import OurTurns
from theirside.understand.people import People
from theirside.understand.promises import joined, promises_in
from theirside.understand.pushback import pushback_in
from theirside.understand.questions import Known, answered_questions, questions_for
from theirside.understand.talk import Talk
from theirside.understand.unanswered import is_taken_up, unanswered_in
from theirside.understand.understanding import (
    Hole,
    Observation,
    Person,
    Promise,
    Pushback,
    Status,
    Understanding,
)


class Portrait:
    """One person with the talks that they took part in and what was observed of them."""

    def __init__(
        self,
        person: Person,
        people: People,
        talks: Sequence[Talk],
        observations: Sequence[Observation],
        offer: Offer | None,
    ) -> None:
        self._person = person
        self._people = people
        self._talks = talks
        self._observations = sorted(observations, key=_place_in_brief)
        self._offer = offer
        self._at = {
            (talk.id, number): seconds(turn.at or talk.conversation.started_at)
            for talk in talks
            for number, turn in enumerate(talk.conversation.turns)
        }
        self._ours = OurTurns(talks)

    def understanding(self, as_of: datetime | None) -> Understanding:
        """Return what is understood of the person; ``as_of`` is when "recent" ends."""
        talks, person = self._talks, self._person
        heard_in = [t for t in talks if any(who and who.id == person.id for who in t.speakers)]
        known = self._known(as_of)
        return Understanding(
            person=person,
            conversations=len(heard_in),
            first_at=earliest(t.conversation.started_at or t.conversation.last_at for t in talks),
            last_at=latest(talk.conversation.last_at for talk in talks),
            observations=tuple(self._observations),
            gaps=tuple(known.gaps),
            questions=tuple(questions_for(known, answered_questions(talks, person.id))),
            misbeliefs=tuple(known.misbeliefs),
            holes=tuple(known.holes),
            promises=tuple(self.promises()),
            pushback=tuple(self._pushback()),
            unanswered=tuple(known.unanswered),
        )

    def _known(self, as_of: datetime | None) -> Known:
        current = [each for each in self._observations if _holds(each)]
        unanswered = self.unanswered()
        passed_over = (
            place for talk in self._talks for place in feelings_passed_over(talk, self._person.id)
        )
        return Known(
            current=current,
            gaps=gaps_in(current, as_of),
            misbeliefs=misbeliefs_in(current, self._offer) if self._offer is not None else (),
            holes=[*self._holes(), *holes_asked(unanswered, self._offer)],
            unanswered=unanswered,
            passed_over=self._newest_first(passed_over),
        )

    def unanswered(self) -> list[Quote]:
        """Return their questions to us that nobody answered, the newest first."""
        return self._newest_first(self._unanswered())

    def _unanswered(self) -> Iterator[Quote]:
        for talk in self._talks:
            for place in unanswered_in(talk, self._person.id):
                if not is_taken_up(place, self._told_after(place)):
                    yield place

    def _holes(self) -> Iterator[Hole]:
        for talk in self._talks:
            for hole in holes_in(talk, self._person.id, self._offer):
                if not is_taken_up(hole.evidence[0], self._told_after(hole.evidence[0])):
                    yield hole

    def _told_after(self, place: Quote) -> Iterator[frozenset[str]]:
        """Yield what our turns tell, in any talk with them, that come after their words."""
        asked = self._at[place.conversation, place.turn]
        for talk, number in self._ours.with_words_of(place.text):
            if self._at[talk.id, number] > asked:
                yield talk.told(number).stems

    def promises(self) -> list[Promise]:
        """Return what they promised us and we them, the oldest first."""
        person, people = self._person.id, self._people
        found = [each for talk in self._talks for each in promises_in(talk, person, people)]
        return joined(sorted(found, key=lambda each: seconds(each.at)))

    def _pushback(self) -> list[Pushback]:
        found = [each for talk in self._talks for each in pushback_in(talk, self._person.id)]
        return sorted(found, key=lambda each: seconds(each.at))

    def _newest_first(self, places: Iterable[Quote]) -> list[Quote]:
        return sorted(places, key=lambda each: -self._at[each.conversation, each.turn])


def _holds(each: Observation) -> bool:
    return not each.replaced_by and each.status is not Status.WITHDRAWN


def _place_in_brief(each: Observation) -> tuple[int, float, str]:
    return (facets()[each.facet].order, -seconds(each.last_at), each.id)
