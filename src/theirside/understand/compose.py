"""The whole way: conversations and their annotations to an understanding of each person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.intake.us import Us
from theirside.understand.facet import facets
from theirside.understand.gaps import gaps_in
from theirside.understand.heard import Heard, heard_in, without_special
from theirside.understand.observations import observations_from
from theirside.understand.people import People, people_in
from theirside.understand.questions import questions_for
from theirside.understand.understanding import (
    Judgement,
    Observation,
    Person,
    Status,
    Understanding,
)


def understand(
    conversations: Iterable[Conversation],
    annotations: Mapping[str, Sequence[Annotation]] | None = None,
    *,
    us: Us | None = None,
    people: People | None = None,
    judgements: Sequence[Judgement] = (),
    as_of: datetime | None = None,
    person: str | None = None,
) -> list[Understanding]:
    """Return what is understood of each person on their side, by name.

    ``annotations`` are by conversation id; where one is missing the conversation is read here.
    ``as_of`` (default: the newest turn's time) is when "recent" ends. ``person`` is an id, name or
    address, to have that one only.
    """
    talks = sorted(conversations, key=lambda talk: talk.id)
    people = people if people is not None else people_in(talks)
    marks = {talk.id: _annotations(talk, annotations) for talk in talks}
    as_of = as_of or max((at for talk in talks if (at := talk.last_at)), default=None)
    wanted = [people.find(person)] if person else list(people.persons)
    heard = [each for talk in talks for each in heard_in(talk, marks[talk.id], people)]
    return [_of(one, talks, heard, people, as_of) for one in wanted]


def _annotations(
    talk: Conversation, given: Mapping[str, Sequence[Annotation]] | None
) -> list[Annotation]:
    if given is None or talk.id not in given:
        from theirside.reader import read

        return without_special(read(talk))
    return without_special(given[talk.id])


def _of(
    person: Person,
    talks: Sequence[Conversation],
    heard: Sequence[Heard],
    people: People,
    as_of: datetime | None,
) -> Understanding:
    theirs = [
        talk
        for talk in talks
        if any(people.of(talk.id, speaker) == person for speaker in talk.speakers)
    ]
    observations = observations_from(each for each in heard if each.person == person.id)
    order = list(facets())
    observations.sort(key=lambda each: (order.index(each.facet), _newest_first(each)))
    current = [o for o in observations if not o.replaced_by and o.status is not Status.WITHDRAWN]
    gaps = gaps_in(current, as_of)
    return Understanding(
        person=person,
        conversations=len(theirs),
        first_at=min((at for talk in theirs if (at := talk.started_at)), default=None),
        last_at=max((at for talk in theirs if (at := talk.last_at)), default=None),
        observations=tuple(observations),
        gaps=tuple(gaps),
        questions=tuple(questions_for(gaps)),
    )


def _newest_first(each: Observation) -> tuple[bool, float, str]:
    return (each.last_at is None, -each.last_at.timestamp() if each.last_at else 0.0, each.id)
