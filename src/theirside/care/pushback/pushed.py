"""What one pushback looks like from their side: values only; how they are made is beside this.

A pushback is a turn in which they resist. Looked at closely it has a kind, a strength with the
words that tell it, our answer in the order in which we gave it, what they did next, the reasons
for which it makes sense, the questions where we know none, and honest responses.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from theirside.evidence import Quote
from theirside.understand.understanding import Question

SAID = "said"
"""The id of the conversation that holds words which were only just said, and nothing else."""


class Level(StrEnum):
    """How firmly it was worded. It says nothing of how right they are, or how it will end."""

    TENTATIVE = "tentative"
    PLAIN = "plain"
    FIRM = "firm"


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that make a pushback firmer (``weight`` 1) or softer (-1), and why they do."""

    id: str
    weight: int
    why: str
    evidence: Quote


@dataclass(frozen=True, slots=True)
class Strength:
    """A level and the signs that it rests on; plain where there are none, or as many of each."""

    level: Level
    signs: tuple[Sign, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that we did in answer: the id of a way, and the sentences that show it."""

    way: str
    evidence: tuple[Quote, ...]


class After(StrEnum):
    """What they did after our answer."""

    OPENED_UP = "opened up"
    CAME_CLOSER = "came closer"
    STAYED = "stayed"
    REPEATED = "repeated"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing that happened next. ``at`` is when; an end has no words of theirs to quote."""

    what: After
    evidence: tuple[Quote, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why it makes sense, from what is known of them.

    ``source`` is a facet's id, or ``misbelief``, ``hole``, ``unanswered``, ``promise``. ``fact``
    is the offer's fact that a misbelief contradicts. ``weight`` (0..1) says how much this bears on
    this kind of pushback. With ``same_words`` the reason stands in the pushback itself. ``own`` is
    false where somebody else said it of them, or they of somebody else: not to be quoted to them.
    """

    source: str
    text: str
    why: str
    weight: float
    evidence: tuple[Quote, ...]
    fact: str = ""
    same_words: bool = False
    own: bool = True


@dataclass(frozen=True, slots=True)
class Response:
    """One honest response: what to acknowledge, what to ask, and a view where there is ground.

    ``ask`` and ``view`` may be empty. ``evidence`` are the words of theirs, or the promise of
    ours, that it carries besides the pushback; ``fact`` is what of the offer the view rests on.
    """

    id: str
    name: str
    acknowledge: str
    ask: str
    view: str
    fits: str
    false_when: str
    evidence: tuple[Quote, ...] = ()
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Pushed:
    """One pushback of one person, looked at closely.

    ``reply`` are our turns directly after it, whole; none of them means that nobody answered.
    ``holder`` names whose view it is where they told us another's ("my boss"). ``guessed`` is
    true where the reader was not sure enough of the kind to say so by default.
    """

    kind: str
    evidence: tuple[Quote, ...]
    at: datetime | None
    strength: Strength
    reply: tuple[Quote, ...] = ()
    answers: tuple[Answer, ...] = ()
    afterwards: tuple[Outcome, ...] = ()
    reasons: tuple[Reason, ...] = ()
    questions: tuple[Question, ...] = ()
    responses: tuple[Response, ...] = ()
    holder: str = ""
    guessed: bool = False
