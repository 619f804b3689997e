"""``packs/rules.json``: what the rule files come to, kept ready so that a first review is quick.

Parsing a hundred rule files and compiling their patterns takes a second, reading this one file
milliseconds. ``python scripts/reference.py`` writes it; it counts only as long as no rule file has
changed since. Until then a review reads the files themselves (slow but right).
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from theirside.datafile import name_of
from theirside.reader.kept import digest_of, fresh
from theirside.reader.words import parsed

PACKS = Path(__file__).parent / "packs"
KEPT = PACKS / "rules.json"
LISTS = PACKS / "words.yaml"
_LEFT_OUT = frozenset({"examples"})


def rule_files() -> list[Path]:
    """Return every rule's file, pack by pack."""
    return sorted(PACKS.glob("*/*.yaml"))


def digest() -> str:
    """Return a digest of all rule files and word lists."""
    return digest_of([*rule_files(), LISTS], PACKS)


@cache
def kept() -> dict[str, Any] | None:
    """Return what the file holds, or None where it is missing or a rule has changed since."""
    return fresh(KEPT, "packs", digest)


@cache
def word_lists() -> dict[str, Any]:
    """Return the word lists that rules share, by name."""
    ready = kept()
    if ready is not None:
        return dict(ready["words"])
    return parsed(LISTS.read_text(encoding="utf-8"), name_of(LISTS))


def contents() -> list[dict[str, Any]]:
    """Return what each rule file says, but for its examples."""
    ready = kept()
    return list(ready["rules"]) if ready is not None else _authored()


def _authored() -> list[dict[str, Any]]:
    found = []
    for path in rule_files():
        head, _, _ = path.read_text(encoding="utf-8").partition("\nexamples:")
        content = parsed(head, name_of(path))
        found.append({key: value for key, value in content.items() if key not in _LEFT_OUT})
    return found


@cache
def ways() -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """Return the words that a sentence must hold, by expression; see ``reader.required``."""
    ready = kept()
    if ready is None:
        return {}
    sets = [frozenset(each.split(" ")) for each in ready["sets"]]
    return {
        expression: tuple(tuple(sets[number] for number in way) for way in found)
        for expression, found in ready["ways"].items()
    }


def written() -> str:
    """Return the text of ``rules.json``, worked out from the rule files."""
    from theirside.care.review.phrase import made
    from theirside.care.review.rule import rule_of
    from theirside.reader.required import required

    rules = _authored()
    made.clear()
    for content in rules:
        rule_of(content)
    seen: Counter[str] = Counter()
    found = {each: required(each, seen) for each in sorted(made)}
    sets = sorted({words for each in found.values() for way in each for words in way})
    number = {words: place for place, words in enumerate(sets)}
    lines = {each: [[number[s] for s in way] for way in one] for each, one in found.items() if one}
    parts = [
        f'"packs": {_line(digest())}',
        f'"words": {_line(parsed(LISTS.read_text(encoding="utf-8"), name_of(LISTS)))}',
        '"sets": [\n' + ",\n".join(map(_line, sets)) + "\n]",
        '"ways": {\n' + ",\n".join(f"{_line(k)}: {_line(v)}" for k, v in lines.items()) + "\n}",
        '"rules": [\n' + ",\n".join(map(_line, rules)) + "\n]",
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _line(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False)
