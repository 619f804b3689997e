"""The whole way: conversations and their annotations to an understanding of each person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.intake.us import Us
from theirside.understand.heard import heard_in
from theirside.understand.holders import Holders
from theirside.understand.judgements import with_judgements
from theirside.understand.moments import latest
from theirside.understand.observations import observations_from
from theirside.understand.offer import Offer
from theirside.understand.people import People, people_in
from theirside.understand.portrait import Portrait
from theirside.understand.talk import Talk
from theirside.understand.understanding import Judgement, Observation, Understanding


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
    talks_with: dict[str, list[Talk]] = {}
    for talk in ready:
        for each in talk.present:
            talks_with.setdefault(each, []).append(talk)
    return [
        Portrait(
            one, people, talks_with.get(one.id, []), observations.get(one.id, []), offer
        ).understanding(as_of or newest)
        for one in wanted
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
    ready = {talk.id: talk for talk in talks}
    holders = Holders(people, by_id.values())
    heard = [
        each
        for talk in talks
        for each in heard_in(talk.conversation, talk.annotations, people, holders)
    ]
    judged = with_judgements(heard, judgements, by_id, people)
    allowed = [h for h in judged.heard if ready[h.quote.conversation].may_show(h.quote)]
    found: dict[str, list[Observation]] = {}
    for each in observations_from(judged.only(allowed)):
        found.setdefault(each.person, []).append(each)
    return found
