"""What there is to measure in the store: one conversation, a person's, or all of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from theirside.app import queries
from theirside.care.talks import talks_of
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.people import describe
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: its title, and the talks, which may be gone through again and again."""

    title: str
    about: str
    talks: Callable[[], Iterable[Talk]]
    person: Person | None = None


def subject(text: str) -> Subject:
    """Return the conversation or the person's talks that a user's words mean.

    Raises ``NotFoundError``, or ``AmbiguousError`` with the candidates.
    """
    person, who = _person(text)
    talk, which = _conversation(text)
    if person is not None and talk is not None:
        conversation = talk.conversation
        named = f"{conversation.id} ({conversation.subject or conversation.channel})"
        raise AmbiguousError(text, [f"{describe(person)} [{person.id}]", named])
    if talk is not None:
        return _of_conversation(talk)
    if person is not None:
        return of_person(person)
    if who or which:
        raise AmbiguousError(text, [*who, *which])
    raise NotFoundError(
        f"{text!r}: no such person or conversation; `theirside people` and `theirside show` list "
        "what there is"
    )


def _person(text: str) -> tuple[Person | None, tuple[str, ...]]:
    try:
        return queries.find_person(text), ()
    except AmbiguousError as error:
        return None, error.candidates
    except NotFoundError:
        return None, ()


def _conversation(text: str) -> tuple[queries.Talk | None, tuple[str, ...]]:
    try:
        return queries.find_conversation(text), ()
    except AmbiguousError as error:
        return None, error.candidates
    except NotFoundError:
        return None, ()


def _of_conversation(talk: queries.Talk) -> Subject:
    conversation = talk.conversation
    title = conversation.subject or f"({conversation.channel} without a subject)"
    return Subject(title, str(conversation.channel), lambda: ready([talk]))


def of_person(person: Person) -> Subject:
    """Return a person's talks with us."""
    return Subject(
        f"The talks with {person.name}",
        "",
        lambda: ready(queries.conversations_of(person)),
        person,
    )


def ready(talks: Iterable[queries.Talk]) -> Iterator[Talk]:
    """Yield stored talks as they are looked at; what no reader has read is read now."""
    for each in talks:
        given = {each.conversation.id: (*each.annotations, *each.withheld)} if each.reader else None
        yield from talks_of(each.conversation, given)
