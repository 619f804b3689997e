"""All that is kept about one person as text that the person can read: what ``export`` writes."""

from __future__ import annotations

from collections.abc import Iterator

from theirside.conversation import Conversation
from theirside.understand.understanding import Observation, Person, Understanding


def as_text(person: Person) -> str:
    """Return who they are, what is understood of them, and every talk, in plain words."""
    from theirside.app import queries
    from theirside.app.understanding import understanding_of

    understanding, _ = understanding_of(person)
    talks = [talk.conversation for talk in queries.conversations_of(person)]
    lines = [
        *_who(person),
        *_understood(understanding),
        *(line for talk in talks for line in _talk(talk)),
    ]
    return "\n".join(lines) + "\n"


def _who(person: Person) -> Iterator[str]:
    yield f"All that is kept about {person.name}"
    yield ""
    yield from (f"Name: {name}" for name in person.names)
    yield from (f"Address: {email}" for email in person.emails)
    yield from (f"Phone: {phone}" for phone in person.phones)
    if person.company:
        yield f"Company: {person.company}"
    if person.role:
        yield f"Role: {person.role}"


def _understood(understanding: Understanding) -> Iterator[str]:
    from theirside.understand.facet import facets

    yield ""
    yield "What is understood of you, and the words that it rests on"
    if not understanding.observations:
        yield "  nothing yet"
    for each in understanding.observations:
        yield ""
        yield f"  {facets()[each.facet].name}: {each.statement}"
        yield f"    {_standing(each)}"
        for quote in each.evidence:
            yield f"    “{quote.text}” ({quote.conversation}, turn {quote.turn})"
    for promise in understanding.promises:
        yield ""
        yield f"  Promise ({'ours' if promise.by_us else 'yours'}): “{promise.text}”"


def _standing(observation: Observation) -> str:
    parts = [f"{observation.status}, as likely as {observation.probability:.2f}"]
    if observation.said_by:
        parts.append(f"said by {observation.said_by}")
    if observation.replaced_by:
        parts.append("replaced by something newer")
    return "; ".join(parts)


def _talk(talk: Conversation) -> Iterator[str]:
    yield ""
    yield f"{talk.channel} “{talk.subject}” ({talk.id})"
    for number, turn in enumerate(talk.turns):
        when = f", {turn.at:%d %B %Y %H:%M}" if turn.at else ""
        yield ""
        yield f"  [{number}] {turn.speaker.label} ({turn.speaker.side}){when}:"
        yield from (f"  {line}" for line in turn.text.splitlines())
