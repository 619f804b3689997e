"""What a label is, and how its data file is read.

A label is one file, ``labels/<group>/<name>.yaml``: what it means in plain words, why it matters
from the customer's side, what teaches it to the model (``training``), the patterns that find it,
and sentences that it must find and must leave alone. Whoever knows customers can edit one without
touching code. A label without patterns is read by the model alone.

A pattern is of one of three kinds: ``says`` (anywhere in the sentence), ``opens`` (where a clause
begins) and ``is`` (the sentence as a whole). ``{NAMES}`` in a pattern stand for the lists in
``labels/words.yaml``. Which words a sentence must hold for a pattern to be tried at all is worked
out from the pattern itself (``theirside.reader.required``).

A match counts unless one of the label's ``guards`` holds (all of them where none are named; see
``theirside.reader.scope``), or one of its ``unless`` patterns stands in the sentence. A guard that
a pattern ``allows`` is passed over: "if this fails, we lose the licence" is a stake although it
says "if". A pattern without a "not" never matches across one. ``{WHO}`` lets it be the view of
somebody else, who is then its holder.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from theirside.conversation import Side
from theirside.datafile import name_of, naming
from theirside.reader.kept import LABELS, kept
from theirside.reader.words import expand, parsed

KINDS = ("says", "opens", "is")
GUARDS = ("negated", "hypothetical", "question", "quoted", "ironic", "polite")
TRAINING = ("written", "real", "goemotions")
"""What can teach the model a label: sentences written for this project (``training/examples``,
``training/talks``), real sentences labelled by hand, or GoEmotions."""
_NOT = re.compile(r"(?:\b|\|)(?:not|never|no|nobody|nothing|none)\b")
_LOOKING = re.compile(r"\(\?<?!(?:[^()]|\([^()]*\))*\)")
_EXAMPLES = "\nexamples:"
_OPENING = (
    r"(?:^|[,;:–—] |\b(?:and|but|so|because|that|though|although|which means|"
    r"thinks|says|said|believes|feels|guess|afraid) )"
    r"(?:(?:well|so|and|but|look|honestly|frankly|actually|basically|right now|also|plus|yes|yeah|"
    r"no|ok|okay|oh|i think|i guess|to be honest|for us|personally|then|today|currently),? )*"
)


Way = tuple[str, ...]
"""Sets of words, of each of which a sentence must hold one: "oven ovens", "broken cold"."""


def expression(kind: str, regex: str) -> str:
    """Return the regular expression of a pattern of that kind, its word lists filled in."""
    if kind == "opens":
        return f"{_OPENING}(?P<body>{expand(regex)})"
    if kind == "is":
        return f"^[\\W_]*(?:{expand(regex)})[\\W_]*$"
    return rf"(?<![\w'])(?:{expand(regex)})"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which people say it; ``regex`` has its word lists still to be filled in.

    ``probability`` is our rough precision of it, 0..1. ``allows`` names the guards that do not
    hold for it. ``after`` must be found in what was said before; ``answers`` in the question that
    stands right before. A sentence can match only if it fulfils one of ``ways``: holds one word of
    each of its sets; no ways mean that any sentence may match.
    """

    kind: str
    regex: str
    probability: float
    allows: frozenset[str] = frozenset()
    after: str = ""
    answers: str = ""
    ways: tuple[Way, ...] = ()

    @property
    def negative(self) -> bool:
        """Whether it speaks of what is not, so that a "not" inside its match is meant."""
        return _NOT.search(_LOOKING.sub("", self.regex)) is not None


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that a label must find (or leave alone), with what else is expected of it.

    Their side says it unless the file says otherwise; of a label that is read from our sentences
    only, ours does.
    """

    text: str
    side: Side = Side.THEIRS
    before: str = ""
    at: datetime | None = None
    holder: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A label's working part: whose sentences it is read from, its patterns, and its guards.

    ``unless`` is a pattern that silences the label. A label ``of`` a group has no patterns: it
    stands wherever one of the group's labels does.
    """

    id: str
    side: str
    guards: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    unless: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A label as people read it: what it means, why it matters, and examples of both kinds.

    ``training`` says what teaches it to the model; nothing does where only patterns read it.
    ``group`` is the everyday feeling that an emotion belongs to, "" for none.
    """

    id: str
    name: str
    definition: str
    why: str
    source: str
    rule: Rule
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
    training: tuple[str, ...]
    group: str = ""


@cache
def rules() -> tuple[Rule, ...]:
    """Return the working part of every label, in the order of their files."""
    from theirside.reader import rulebook

    ready = kept()
    return rulebook.derived(authored()) if ready is None else rulebook.opened(ready)


def authored() -> tuple[Rule, ...]:
    """Return the working parts as the label files have them; their examples stay unread."""
    found = []
    for path in _files():
        head, _, _ = path.read_text(encoding="utf-8").partition(_EXAMPLES)
        found.append(_rule(parsed(head, name_of(path)), name_of(path)))
    return tuple(found)


@cache
def labels() -> Mapping[str, Label]:
    """Return every label that this version of Theirside knows, by id.

    Raises ``SettingsError`` for a data file that is not as it should be.
    """
    found = [_label(path) for path in _files()]
    return {label.id: label for label in found}


def _files() -> list[Path]:
    return [path for path in sorted(LABELS.rglob("*.yaml")) if path.name != "words.yaml"]


def _rule(content: Mapping[str, Any], name: str) -> Rule:
    with naming(name):
        return Rule(
            id=content["id"],
            side=content["side"],
            guards=tuple(content.get("guards", GUARDS)),
            of=content.get("of", ""),
            patterns=tuple(_pattern(each) for each in content.get("patterns", ())),
            unless="|".join(content.get("unless", ())),
        )


def _pattern(content: Mapping[str, Any]) -> Pattern:
    kind = next(each for each in KINDS if each in content)
    return Pattern(
        kind=kind,
        regex=content[kind],
        probability=float(content["probability"]),
        allows=frozenset(content.get("allows", ())),
        after=content.get("after", ""),
        answers=content.get("answers", ""),
    )


def _label(path: Path) -> Label:
    content = parsed(path.read_text(encoding="utf-8"), name_of(path))
    rule = _rule(content, name_of(path))
    with naming(name_of(path)):
        return Label(
            id=rule.id,
            name=content["name"],
            definition=content["definition"],
            why=content["why"],
            source=content["source"],
            rule=rule,
            fires=tuple(_example(each, rule) for each in content["examples"]["fires"]),
            silent=tuple(_example(each, rule) for each in content["examples"]["silent"]),
            training=_training(content["training"]),
            group=content.get("group", ""),
        )


def _training(content: Sequence[str]) -> tuple[str, ...]:
    if not isinstance(content, list):
        raise TypeError(f"training is a list, not {content!r}")
    unknown = [each for each in content if each not in TRAINING]
    if unknown:
        raise ValueError(f"training: {unknown[0]!r} is none of {', '.join(TRAINING)}")
    return tuple(content)


def _example(content: str | Mapping[str, Any], rule: Rule) -> Example:
    side = Side.OURS if rule.side == "ours" else Side.THEIRS
    if isinstance(content, str):
        return Example(content, side)
    at, due = content.get("at"), content.get("due")
    return Example(
        text=content["say"],
        side=Side(content.get("side", side)),
        before=content.get("before", ""),
        at=datetime.fromisoformat(at) if at else None,
        holder=content.get("holder", ""),
        due=date.fromisoformat(due) if due else None,
    )
