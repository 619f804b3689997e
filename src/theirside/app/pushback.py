"""Pushback of stored people looked at closely, worked out anew from what is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from theirside.app import queries
from theirside.app.offer import kept_offer
from theirside.app.understanding import understood
from theirside.care.pushback.kinds import kinds
from theirside.care.pushback.pushed import SAID, Pushed
from theirside.care.pushback.reasons import Grounds
from theirside.care.pushback.resistance import resistance_in, resistance_of
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.errors import AmbiguousError, NotFoundError
from theirside.evidence import Annotation
from theirside.reader import Reader, default_reader, read
from theirside.understand.people import people_in
from theirside.understand.pushback import LABEL
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person

GUESS = 0.2
"""A kind of at least this probability is offered as a guess where none is sure."""
_CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Looked:
    """One person's pushback, and the conversations that its quotes point to.

    ``person`` is None where it is not known who said it.
    """

    person: Person | None
    pushed: tuple[Pushed, ...]
    conversations: tuple[Conversation, ...]


def pushback_of(person: Person) -> Looked:
    """Return every pushback of a person. Raises ``SettingsError`` for a broken ``offer.yaml``."""
    grounds = _grounds(person)
    pushed = resistance_of(grounds.understanding, grounds.talks, kept_offer())
    talks = tuple(talk.conversation for talk in grounds.talks)
    return Looked(grounds.understanding.person, tuple(pushed), talks)


def pushback_in(conversation: Conversation) -> list[Looked]:
    """Return the pushback in one conversation, person by person, in the order they first spoke."""
    found = []
    for person in queries.people_speaking_in(conversation.id):
        looked = pushback_of(person)
        here = tuple(e for e in looked.pushed if e.evidence[0].conversation == conversation.id)
        found.append(Looked(looked.person, here, looked.conversations))
    return [each for each in found if each.pushed]


def pushback_at(text: str) -> list[Looked]:
    """Return the pushback of the person, or in the conversation, that a text names.

    A person is looked for first. Raises ``NotFoundError`` or ``AmbiguousError``.
    """
    try:
        return [pushback_of(queries.find_person(text))]
    except NotFoundError:
        try:
            return pushback_in(queries.find_conversation(text).conversation)
        except NotFoundError:
            raise NotFoundError(
                f"{text!r}: no person and no conversation; `theirside people` and "
                "`theirside show` list what there is"
            ) from None
        except AmbiguousError as error:
            raise AmbiguousError(text, error.candidates) from None


def pushback_said(words: str, to: str = "", kind: str = "", reader: Reader | None = None) -> Looked:
    """Return the pushback in words that somebody only just said.

    ``to`` is a person, so that reasons can be told; ``kind`` says what it is where the reader
    does not know. Without any ``kind`` and if nothing in the words is read as pushback, nothing
    is returned. Raises ``NotFoundError`` for ``kind``, that or ``AmbiguousError`` for ``to``.
    """
    if kind and kind not in kinds():
        raise NotFoundError(f"{kind!r}: no such kind of pushback; there are {', '.join(kinds())}")
    grounds = _grounds(queries.find_person(to)) if to else None
    talk = _just_said(words, reader or default_reader(), kind)
    sure = [each for each in talk.annotations if each.label.startswith(LABEL)]
    guesses = () if sure else _guesses(talk, reader or default_reader())
    pushed = resistance_in(talk, grounds, kept_offer(), guesses, datetime.now(UTC))
    talks = [each.conversation for each in grounds.talks] if grounds else []
    person = grounds.understanding.person if grounds else None
    return Looked(person, tuple(pushed), (talk.conversation, *talks))


def _just_said(words: str, reader: Reader, kind: str) -> Talk:
    turn = Turn(f"{SAID}-0", Speaker(_CUSTOMER, side=Side.THEIRS), words.strip())
    conversation = Conversation(SAID, Channel.CALL, (turn,))
    found = list(read(conversation, reader))
    if kind:
        told = Annotation(0, 0, len(turn.text), LABEL + kind, 1.0, "told")
        found = [each for each in found if not each.label.startswith(LABEL)] + [told]
    return Talk.of(conversation, found, people_in([conversation]))


def _guesses(talk: Talk, reader: Reader) -> Sequence[Annotation]:
    """Return the likeliest kind in these words, if it is likely at all."""
    every = read(talk.conversation, reader, everything=True)
    likely = [each for each in every if each.label.startswith(LABEL) and each.probability >= GUESS]
    return [max(likely, key=lambda each: each.probability)] if likely else []


def _grounds(person: Person) -> Grounds:
    understanding, inputs = understood(person)
    talks = [
        Talk.of(each, inputs.annotations.get(each.id) or read(each), inputs.people)
        for each in inputs.conversations
    ]
    return Grounds.of(understanding, talks)
