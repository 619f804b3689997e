"""An understanding put together by hand, and talks with annotations by hand, in few words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np

from tests.understand.talks import DANA, SAM, day, talk
from theirside.conversation import Channel, Conversation, Side, Speaker
from theirside.evidence import Annotation
from theirside.reader.encoder import Seen
from theirside.understand.people import People, people_in
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person, Question, Understanding

DANA_ID = people_in([talk("t", (DANA, "Hello."))]).persons[0].id
PERSON = Person(DANA_ID, ("Dana Whitfield",), company="Fernhill")


def known(**parts: Any) -> Understanding:
    """Return what is understood of Dana, of which only these parts are anything."""
    nothing: dict[str, Any] = {"observations": (), "gaps": (), "questions": ()}
    return Understanding(PERSON, 1, day(1), parts.pop("last_at", day(30)), **{**nothing, **parts})


def ready(conversation: Conversation, *annotations: Annotation) -> Talk:
    """Return a conversation ready to be looked at."""
    return Talk.of(conversation, annotations, people_of(conversation))


def people_of(*conversations: Conversation) -> People:
    """Return who takes part."""
    return people_in(conversations)


def call(key: str, *turns: tuple[Speaker, str], at: datetime | None = None) -> Conversation:
    """Return a call whose turns follow each other by a minute."""
    return talk(key, *turns, at=at or day(40), channel=Channel.CALL)


def ask(text: str, name: str = "goal.ask") -> Question:
    """Return a question worth asking."""
    return Question(name, "goal", text, "We don't know.", 0.5)


class Seeing:
    """Sees sentences as counts of the words that it was told of: alike where they share those."""

    version = "seeing-test"
    names: tuple[str, ...] = ()

    def __init__(self, *words: str) -> None:
        self._words = words

    def see(self, texts: Sequence[str], befores: Sequence[str]) -> Seen:
        """Return one number for each word; a sentence without any is like no other."""
        assert len(texts) == len(befores)
        rows = [[float(word in text.casefold()) for word in self._words] for text in texts]
        own = [float(not any(row)) for row in rows]
        alone = np.diag(own).tolist()
        found = np.array([[*row, *rest] for row, rest in zip(rows, alone, strict=True)])
        return Seen(np.zeros((len(texts), 0), np.float32), found.astype(np.float32))


__all__ = ["DANA", "SAM", "Side", "ask", "call", "known", "people_of", "ready"]
