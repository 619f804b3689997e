"""The whole way: conversations and their annotations to an understanding of each person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from theirside.conversation import Conversation
from theirside.evidence import Annotation, Quote
from theirside.intake.us import Us
from theirside.understand.facet import facets
from theirside.understand.feelings import feelings_passed_over
from theirside.understand.gaps import gaps_in
from theirside.understand.heard import heard_in
from theirside.understand.holders import Holders
from theirside.understand.holes import holes_asked, holes_in
from theirside.understand.judgements import with_judgements
from theirside.understand.misbeliefs import misbeliefs_in
from theirside.understand.moments import earliest, latest, seconds
from theirside.understand.observations import observations_from
from theirside.understand.offer import Offer
from theirside.understand.people import People, people_in
from theirside.understand.promises import promises_in
from theirside.understand.pushback import pushback_in
from theirside.understand.questions import Known, answered_questions, questions_for
from theirside.understand.talk import Talk
from theirside.understand.unanswered import unanswered_in
from theirside.understand.understanding import (
    Judgement,
    Observation,
    Person,
    Promise,
    Pushback,
    Status,
    Understanding,
)


def compose(
    conversations: Iterable[Conversation],
    annotations: Mapping[str, Sequence[Annotation]] | None = None,
    *,
    us: Us | None = None,
    offer: Offer | None = None,
    people: People | None = None,
    judgements: Sequence[Judgement] = (),
    as_of: datetime | None = None,
    person: str | None = None,
) -> list[Understanding]:
    """Return what is understood of each person; what ``theirside.understand`` documents."""
    talks = sorted(_with_sides(conversations, us), key=lambda talk: talk.id)
    people = people if people is not None else people_in(talks)
    wanted = [people.find(person)] if person is not None else list(people.persons)
    ready = [Talk.of(talk, _annotations(talk, annotations), people) for talk in talks]
    observations = _observations(ready, people, judgements)
    newest = latest(talk.last_at for talk in talks)
    return [
        _Portrait(
            each,
            people,
            [talk for talk in ready if each.id in talk.present],
            observations.get(each.id, []),
            as_of or newest,
            offer,
        ).understanding()
        for each in wanted
    ]


def _with_sides(conversations: Iterable[Conversation], us: Us | None) -> list[Conversation]:
    talks = list(conversations)
    if us is None:
        return talks
    from theirside.intake.sides import KnownNames, learn_from, with_sides

    known = KnownNames()
    talks = [with_sides(talk, us, known) for talk in talks]
    learn_from(talks, known)
    return [with_sides(talk, us, known) for talk in talks]


def _annotations(
    talk: Conversation, given: Mapping[str, Sequence[Annotation]] | None
) -> Sequence[Annotation]:
    if given is not None and talk.id in given:
        return given[talk.id]
    from theirside.reader import read

    return read(talk)


def _observations(
    talks: Sequence[Talk], people: People, judgements: Sequence[Judgement]
) -> dict[str, list[Observation]]:
    by_id = {talk.id: talk.conversation for talk in talks}
    special = {talk.id: talk for talk in talks}
    holders = Holders(people, by_id.values())
    heard = [
        each
        for talk in talks
        for each in heard_in(talk.conversation, talk.annotations, people, holders)
    ]
    judged = with_judgements(heard, judgements, by_id, people)
    allowed = [
        each for each in judged.heard if special[each.quote.conversation].may_show(each.quote)
    ]
    found: dict[str, list[Observation]] = {}
    for each in observations_from(judged.only(allowed)):
        found.setdefault(each.person, []).append(each)
    return found


@dataclass(frozen=True, slots=True)
class _Portrait:
    """One person with everything that their understanding is made from."""

    person: Person
    people: People
    talks: Sequence[Talk]
    observations: Sequence[Observation]
    as_of: datetime | None
    offer: Offer | None

    def understanding(self) -> Understanding:
        """Return what is understood of the person."""
        current = [each for each in self.observations if _holds(each)]
        talks, person = self.talks, self.person.id
        unanswered = [place for talk in talks for place in unanswered_in(talk, person)]
        holes = [each for talk in talks for each in holes_in(talk, person, self.offer)]
        known = Known(
            current,
            gaps_in(current, self.as_of),
            misbeliefs_in(current, self.offer) if self.offer is not None else (),
            [*holes, *holes_asked(unanswered, self.offer)],
            self._newest_first(unanswered),
            self._newest_first(
                place for talk in talks for place in feelings_passed_over(talk, person)
            ),
        )
        return Understanding(
            person=self.person,
            conversations=len(talks),
            first_at=earliest(t.conversation.started_at or t.conversation.last_at for t in talks),
            last_at=latest(talk.conversation.last_at for talk in talks),
            observations=tuple(sorted(self.observations, key=_in_the_brief)),
            gaps=tuple(known.gaps),
            questions=tuple(questions_for(known, answered_questions(talks, person))),
            misbeliefs=tuple(known.misbeliefs),
            holes=tuple(known.holes),
            promises=tuple(self._promises()),
            pushback=tuple(self._pushback()),
            unanswered=tuple(known.unanswered),
        )

    def _promises(self) -> list[Promise]:
        found = [p for talk in self.talks for p in promises_in(talk, self.person.id, self.people)]
        return sorted(found, key=lambda each: seconds(each.at))

    def _pushback(self) -> list[Pushback]:
        found = [each for talk in self.talks for each in pushback_in(talk, self.person.id)]
        return sorted(found, key=lambda each: seconds(each.at))

    def _newest_first(self, places: Iterable[Quote]) -> list[Quote]:
        times = {
            (talk.id, number): turn.at or talk.conversation.started_at
            for talk in self.talks
            for number, turn in enumerate(talk.conversation.turns)
        }
        return sorted(places, key=lambda each: -seconds(times[each.conversation, each.turn]))


def _holds(each: Observation) -> bool:
    return not each.replaced_by and each.status is not Status.WITHDRAWN


def _in_the_brief(each: Observation) -> tuple[int, float, str]:
    facet = facets().get(each.facet)
    return (facet.order if facet else len(facets()), -seconds(each.last_at), each.id)
