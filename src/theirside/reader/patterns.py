"""The first reader: linguistic patterns, kept as data, behind the seam that a model shares.

Precision before recall: a wrong statement about a customer costs more than a missed one. A pattern
speaks only where no guard (negation, hypothesis, question, quotation, irony, politeness) holds and
where it is clear whose view it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache, lru_cache
from typing import NamedTuple

from theirside.conversation import Side
from theirside.evidence import Annotation
from theirside.reader.holder import OURS, PRONOUNS, antecedent, attributed_to, person_at
from theirside.reader.kept import digest_in_use
from theirside.reader.label import Pattern, Rule, Way, expression, rules
from theirside.reader.plain import plain
from theirside.reader.reader import Sentence
from theirside.reader.scope import holds
from theirside.reader.tokens import tokens

ENGINE = "patterns-1"
SPECIAL = "special"
PROMISE = "promise"
_LONGEST = 2000
"""Characters of a sentence that are read; what is longer is a table or a log, not a sentence."""
_NOT = re.compile(r"\b(?:not|never|no|nobody)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_WITH_ME = re.compile(r"\b(?:me|myself|i),? and $", re.IGNORECASE)


@cache
def _regex(kind: str, regex: str) -> re.Pattern[str]:
    return re.compile(expression(kind, regex), re.IGNORECASE)


def _says(regex: str, text: str) -> bool:
    return _regex("says", regex).search(text) is not None


@cache
def _any_of(words: str) -> frozenset[str]:
    return frozenset(words.split(" "))


class _Entry(NamedTuple):
    """Where pattern ``place`` of rule ``number`` may match: each of ``rest`` is in the sentence."""

    rest: Way
    number: int
    place: int


class PatternReader:
    """Reads sentences by the labels' patterns. Deterministic; safe to share between threads."""

    def __init__(self, chosen: Sequence[Rule] | None = None) -> None:
        self._rules = tuple(rules() if chosen is None else chosen)
        self._groups = tuple(rule for rule in self._rules if rule.of)
        self._always: list[tuple[int, int]] = []
        self._version = f"{ENGINE}.{digest_in_use()[:6]}"
        self._by_word: dict[str, list[_Entry]] = {}
        for number, rule in enumerate(self._rules):
            for place, pattern in enumerate(rule.patterns):
                if not pattern.ways:
                    self._always.append((number, place))
                for way in pattern.ways:
                    entry = _Entry(way[1:], number, place)
                    for word in way[0].split(" "):
                        self._by_word.setdefault(word, []).append(entry)

    @property
    def version(self) -> str:
        """What the annotations are marked with: the engine's version and the labels' digest.

        Whoever edits a label file has another reader, so stores know what to read again.
        """
        return self._version

    def annotate(
        self,
        sentences: Sequence[Sentence],
        everything: bool = False,  # noqa: ARG002 (a pattern matches or doesn't: it has no threshold)
    ) -> list[Annotation]:
        """Return the annotations of the sentences, in the order of the sentences."""
        return [found for sentence in sentences for found in self._read(sentence)]

    def _read(self, sentence: Sentence) -> list[Annotation]:
        text = plain(sentence.text[:_LONGEST])
        found: dict[str, Annotation] = {}
        for number, places in self._candidates(text).items():
            rule = self._rules[number]
            annotation = self._try(rule, places, sentence, text)
            if annotation is None:
                continue
            if rule.id == SPECIAL:
                return [annotation]
            found[rule.id] = annotation
        return [*found.values(), *self._of_groups(list(found.values()))]

    def _of_groups(self, found: Sequence[Annotation]) -> Iterator[Annotation]:
        """Yield the labels that stand wherever one of a group does: a feeling of any kind."""
        for rule in self._groups:
            inside = [each for each in found if each.label.startswith(rule.of + ".")]
            if inside:
                best = max(inside, key=lambda each: each.probability)
                yield replace(best, label=rule.id)

    def _candidates(self, text: str) -> dict[int, list[int]]:
        """Return the places of the patterns that have a chance, by the number of their rule."""
        chosen = set(self._always)
        words = tokens(text)
        for word in words & self._by_word.keys():
            for rest, number, place in self._by_word[word]:
                for each in rest:
                    if words.isdisjoint(_any_of(each)):
                        break
                else:
                    chosen.add((number, place))
        places: dict[int, list[int]] = {}
        for number, place in sorted(chosen):
            places.setdefault(number, []).append(place)
        return places

    def _try(
        self, rule: Rule, places: Sequence[int], sentence: Sentence, text: str
    ) -> Annotation | None:
        if rule.side != "any" and sentence.side is not Side.UNKNOWN and sentence.side != rule.side:
            return None
        for place in sorted(places, key=lambda each: -rule.patterns[each].probability):
            found = self._match(rule, rule.patterns[place], sentence, text)
            if found is not None:  # the surest: what others would find adds nothing
                return None if rule.unless and _says(rule.unless, text) else found
        return None

    def _match(
        self, rule: Rule, pattern: Pattern, sentence: Sentence, text: str
    ) -> Annotation | None:
        if pattern.after and not _says(pattern.after, sentence.before):
            return None
        if pattern.answers and not _says(pattern.answers, _asked(sentence)):
            return None
        regex, position = _regex(pattern.kind, pattern.regex), 0
        while match := regex.search(text, position):
            holder = _holder(rule, pattern, text, match)
            if holder and holder.casefold() in PRONOUNS:
                holder = antecedent(f"{plain(sentence.before)} {text[: match.start()]}") or None
            if holder is None:
                position = match.start() + 1
                continue
            return Annotation(
                turn=sentence.turn,
                start=sentence.start,
                end=sentence.end,
                label=rule.id,
                probability=pattern.probability,
                reader=self._version,
                holder=holder,
                due=_due(rule, text, match.start(), sentence.at),
            )
        return None


def _asked(sentence: Sentence) -> str:
    return _question(sentence.before, sentence.before_side is Side.OURS)


@lru_cache(maxsize=64)
def _question(before: str, from_us: bool) -> str:
    """Return the question that ends what was said before, as patterns read it; "" if none does.

    We often add why we ask ("It helps me think"), so of ours the sentence before counts too.
    """
    said = _SENTENCES.split(before.strip())[-2 if from_us else -1 :]
    asked = [each for each in said if each.rstrip("\"')]} ").endswith("?")]
    return plain(asked[-1]) if asked else ""


def _holder(rule: Rule, pattern: Pattern, text: str, match: re.Match[str]) -> str | None:
    """Return whose view the match gives ("" for the speaker's), or None if it does not count."""
    named = match.groupdict()
    start, end = match.span("body" if "body" in named else 0)
    people = {
        group: person_at(text, *match.span(group))
        for group in ("holder", "who")
        if named.get(group)
    }
    if not all(people.values()):
        return None
    holder = people.get("holder", "")
    if holder and _WITH_ME.search(text, 0, match.start("holder")):
        holder = ""  # "me and my boss": the speaker's view too
    if _NOT.search(match[0]) and not pattern.negative:
        return None
    for guard in rule.guards:
        if guard not in pattern.allows and holds(guard, text, start, end):
            return None
    if rule.side == "any":
        return holder
    holder = holder or attributed_to(text, start, end)
    return None if holder.casefold() in OURS else holder.removesuffix("'s")


def _due(rule: Rule, text: str, start: int, at: datetime | None) -> date | None:
    if rule.id != PROMISE or at is None:
        return None
    from theirside.reader.due import due

    return due(text, start, at.date())
