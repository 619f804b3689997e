"""The labels' rules with the words that each pattern needs: worked out, written, opened again.

``python scripts/reference.py`` writes them to ``labels/rules.json``; see ``theirside.reader.kept``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from theirside.reader.kept import LABELS, digest
from theirside.reader.label import Pattern, Rule, Way, authored, expression
from theirside.reader.plain import plain
from theirside.reader.tokens import tokens
from theirside.reader.words import LISTS, parsed


def derived(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return the rules with the words that each pattern needs, worked out from the patterns."""
    from theirside.reader.required import required

    seen = _frequency()
    return tuple(
        replace(
            rule,
            patterns=tuple(
                replace(pattern, ways=required(expression(pattern.kind, pattern.regex), seen))
                for pattern in rule.patterns
            ),
        )
        for rule in rules
    )


def _frequency() -> Counter[str]:
    """Return in how many lines of the labels' examples each word stands."""
    found: Counter[str] = Counter()
    for path in sorted(LABELS.rglob("*.yaml")):
        _, _, examples = path.read_text(encoding="utf-8").partition("\nexamples:")
        for line in examples.splitlines():
            found.update(tokens(plain(line)))
    return found


def written() -> str:
    """Return the text of ``rules.json``: one line a word list, a set of words, a pattern."""
    rules = derived(authored())
    sets = sorted(set(_sets(rules)))
    number = {words: place for place, words in enumerate(sets)}
    words = parsed((LABELS / LISTS).read_text(encoding="utf-8"), f"labels/{LISTS}")
    parts = [
        f'"labels": {_line(digest())}',
        '"words": {\n' + ",\n".join(f"{_line(k)}: {_line(v)}" for k, v in words.items()) + "\n}",
        '"sets": [\n' + ",\n".join(map(_line, sets)) + "\n]",
        '"rules": [\n' + ",\n".join(_rule(rule, number) for rule in rules) + "\n]",
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _sets(rules: Sequence[Rule]) -> list[str]:
    patterns = (pattern for rule in rules for pattern in rule.patterns)
    return [each for pattern in patterns for way in pattern.ways for each in way]


def _line(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)


def _rule(rule: Rule, number: Mapping[str, int]) -> str:
    head = [rule.id, rule.side, list(rule.guards), rule.unless, rule.of]
    lines = [_line(_pattern(pattern, number)) for pattern in rule.patterns]
    return f"[{_line(head)}, [\n" + ",\n".join(lines) + "\n]]"


def _pattern(pattern: Pattern, number: Mapping[str, int]) -> list[Any]:
    return [
        pattern.kind,
        pattern.regex,
        pattern.probability,
        sorted(pattern.allows),
        pattern.after,
        pattern.answers,
        [[number[each] for each in way] for way in pattern.ways],
    ]


def opened(content: Mapping[str, Any]) -> tuple[Rule, ...]:
    """Return the rules that ``written`` wrote down."""
    sets: list[str] = content["sets"]
    return tuple(
        Rule(
            id=name,
            side=side,
            guards=tuple(guards),
            patterns=tuple(_opened(each, sets) for each in patterns),
            unless=unless,
            of=of,
        )
        for (name, side, guards, unless, of), patterns in content["rules"]
    )


def _opened(fields: Sequence[Any], sets: Sequence[str]) -> Pattern:
    kind, regex, probability, allows, after, answers, numbers = fields
    ways: tuple[Way, ...] = tuple(tuple(sets[each] for each in way) for way in numbers)
    return Pattern(
        kind=kind,
        regex=regex,
        probability=probability,
        allows=frozenset(allows),
        after=after,
        answers=answers,
        ways=ways,
    )
