"""What a seller does in a reply: the acts that are heard in it, each with the words and by what.

The reader's labels come first. Some of them it does not hear well enough to say so (pressing among
them), so the ways of answering pushback and the rules of the review listen as well: a draft that a
rule says presses is a reply that presses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from theirside.care.pushback.ways import ways
from theirside.evidence import Annotation
from theirside.purpose.chairs.data import Act, acts
from theirside.purpose.chairs.looks import looks
from theirside.purpose.chairs.state import Heard, State
from theirside.reader.split import spans


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters ``[start, end)`` of a reply, with the labels that the reader gave them."""

    start: int
    end: int
    text: str
    labels: frozenset[str]

    def has(self, wanted: Iterable[str]) -> str:
        """Return the first of these labels, or groups of labels, that it has; "" for none."""
        return next((each for each in wanted if each in self.labels), "")


@dataclass(frozen=True, slots=True)
class Reply:
    """What the seller just said, where it was said, and what was said before.

    ``before`` is what the customer said last, ``question`` their open question ("" for none);
    ``again`` that the seller said exactly this before.
    """

    text: str
    sentences: tuple[Sentence, ...]
    before: str
    question: str
    again: bool
    state: State

    @classmethod
    def of(
        cls,
        text: str,
        annotations: Sequence[Annotation],
        state: State,
        *,
        before: str = "",
        question: str = "",
        again: bool = False,
    ) -> Reply:
        """Return a reply; the annotations are of its text alone."""
        sentences = tuple(
            Sentence(start, end, text[start:end], _labels(annotations, start, end))
            for start, end in spans(text)
        )
        return cls(text, sentences, before, question, again, state)


def _labels(annotations: Iterable[Annotation], start: int, end: int) -> frozenset[str]:
    found: set[str] = set()
    for each in annotations:
        if each.start < end and start < each.end:
            found.update((each.label, each.label.partition(".")[0]))
    return frozenset(found)


def hear(reply: Reply) -> tuple[Heard, ...]:
    """Return the acts in a reply, in the order of the acts, each where it was first heard."""
    found: dict[str, list[Heard]] = {}
    for act in acts().values():
        heard = _places(act, reply, found)
        if heard:
            found[act.id] = heard
    kept = ((act, _unbeaten(act, found)) for act in found)
    return tuple(left[0] for _, left in kept if left)


def hear_one(act: str, reply: Reply) -> list[Heard]:
    """Return where one act is heard in a reply, whatever else is: quicker than hearing all."""
    return _places(acts()[act], reply, {})


def _places(act: Act, reply: Reply, found: Mapping[str, Sequence[Heard]]) -> list[Heard]:
    """Return where an act is heard; what earlier acts beat is still in ``found``."""
    places = looks()[act.looks](reply, found) if act.looks else ()
    if not (act.labels or act.ways or act.rules or act.says):
        return [Heard(act.id, start, end, act.looks) for start, end in places]
    heard = list(_in_words(act, reply))
    if not act.looks:
        return heard
    return [each for each in heard if _overlaps(each, places)]


def _unbeaten(act: str, found: Mapping[str, Sequence[Heard]]) -> list[Heard]:
    """Return where an act counts: not where another that beats it was heard."""
    beaten = [
        (each.start, each.end)
        for other, heard in found.items()
        if act in acts()[other].beats
        for each in heard
    ]
    return [each for each in found[act] if not _overlaps(each, beaten)]


def _overlaps(each: Heard, places: Iterable[tuple[int, int]]) -> bool:
    return any(each.start < end and start < each.end for start, end in places)


def _in_words(act: Act, reply: Reply) -> Iterator[Heard]:
    ruled = list(_ruled(act, reply))
    for sentence in reply.sentences:
        by = sentence.has(act.labels) or _by_phrase(act, sentence) or _by_rule(ruled, sentence)
        if by:
            yield Heard(act.id, sentence.start, sentence.end, by)


def _by_phrase(act: Act, sentence: Sentence) -> str:
    told = " ".join(sentence.text.split())
    if act.says is not None and act.says.search(told):
        return "says"
    for each in act.ways:
        way = ways()[each]
        if way.unless is not None and way.unless.search(told):
            continue
        if way.says is not None and way.says.search(told):
            return f"way {each}"
    return ""


def _ruled(act: Act, reply: Reply) -> Iterator[tuple[int, int, str]]:
    """Yield where rules of the review find something, with the rule; praise is none."""
    if not act.rules:
        return
    from theirside.care.review.draft import DraftKind
    from theirside.care.review.finding import Level
    from theirside.care.review.reviewing import review
    from theirside.care.review.rule import Rule, rules

    chosen = [
        rule
        for rule in rules().values()
        if (rule.id in act.rules or rule.pack in act.rules) and rule.id not in act.rules_not
    ]
    by_kind: dict[DraftKind, list[Rule]] = {}
    for rule in chosen:  # as mail wherever that can be: a text is laid out once for each kind
        kind = DraftKind.MAIL if DraftKind.MAIL in rule.kinds else min(rule.kinds)
        by_kind.setdefault(kind, []).append(rule)
    for kind, several in by_kind.items():
        for each in review(reply.text, kind, chosen=several):
            if each.level is not Level.PRAISE:
                yield each.start, each.end, f"rule {each.rule}"


def _by_rule(ruled: Sequence[tuple[int, int, str]], sentence: Sentence) -> str:
    at = (by for start, end, by in ruled if start < sentence.end and sentence.start < end)
    return next(at, "")
