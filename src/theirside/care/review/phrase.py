"""A phrase that a rule looks for, and the circumstances under which finding it counts.

A phrase is a regular expression of one of three forms: ``says`` (anywhere in a sentence), ``opens``
(where a clause begins) and ``is`` (the sentence as a whole). ``{NAMES}`` in it stand for the lists
in ``packs/words.yaml``, else for those of the reader. It is compiled when a sentence first holds
the words without which it cannot match.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from theirside.care.review.draft import Clause, Draft, Part
from theirside.care.review.kept import ways, word_lists
from theirside.errors import SettingsError
from theirside.reader import words as reader_words
from theirside.reader.label import GUARDS, expression
from theirside.reader.scope import holds

FORMS = ("says", "opens", "is")
WHERE = ("anywhere", "subject", "greeting", "opening", "closing", "body", "question")
"""Parts of a draft: its first and last sentence, those below the greeting, those that ask."""
made: set[str] = set()
"""Every regular expression that a rule was read with: what ``rules.json`` is worked out from."""
_NAME = re.compile(r"\{([A-Z][A-Z_]*)\}")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One regular expression. ``ways`` are sets of words of which a sentence must hold one each."""

    regex: str
    ways: tuple[tuple[frozenset[str], ...], ...] = ()

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Say whether a text with these words can match; quick, and never wrongly False."""
        return not self.ways or any(
            all(not words.isdisjoint(each) for each in way) for way in self.ways
        )

    def matches(self, clause: Clause) -> Iterator[re.Match[str]]:
        """Yield where a sentence says it."""
        if self.may_be_in(clause.words):
            for match in compiled(self.regex).finditer(clause.smooth.text):
                if match.end() > match.start():
                    yield match


@cache
def compiled(regex: str) -> re.Pattern[str]:
    """Return a regular expression, compiled once; small and capital letters are one."""
    try:
        return re.compile(regex, re.IGNORECASE)
    except re.error as error:
        raise SettingsError(f"The pattern {regex!r} of a rule makes no sense: {error}") from error


def phrases(content: Any) -> tuple[Phrase, ...]:
    """Return the phrases that a rule file lists; one alone may stand without a list."""
    listed = content if isinstance(content, list) else [content] if content else []
    return tuple(_phrase(each) for each in listed)


def _phrase(content: Any) -> Phrase:
    form, regex = "says", content
    if isinstance(content, dict):
        [(form, regex)] = content.items()
    if form not in FORMS or not isinstance(regex, str):
        raise ValueError(f"a pattern; {form!r} is none of {', '.join(FORMS)}")
    ready = expression(form, expand(regex))
    made.add(ready)
    return Phrase(ready, ways().get(ready, ()))


def expand(regex: str) -> str:
    """Return the pattern with the names of the packs' own word lists filled in."""
    return _NAME.sub(lambda match: _piece(match[1]) or match[0], regex)


@cache
def _piece(name: str) -> str:
    content = word_lists().get(name)
    if content is None:
        if name not in reader_words.lists():
            raise SettingsError(f"No word list is called {{{name}}}; see packs/words.yaml.")
        return ""
    if isinstance(content, str):
        return expand(content)
    return "(?:" + "|".join(expand(each) for each in sorted(content, key=len, reverse=True)) + ")"


@dataclass(frozen=True, slots=True)
class Search:
    """Phrases and when finding one counts.

    ``where`` is the part of the draft. A sentence in which ``unless`` stands does not count; with
    ``unless_draft`` anywhere in the draft nothing does; with ``needs``, nothing does unless that
    stands somewhere. ``before`` must stand in the sentence before it, ``then`` in the next one.
    ``guards`` are those of ``theirside.reader.scope``: by default only what is in quotation marks
    is let pass.
    """

    phrases: tuple[Phrase, ...]
    where: str = "anywhere"
    unless: tuple[Phrase, ...] = ()
    unless_draft: tuple[Phrase, ...] = ()
    needs: tuple[Phrase, ...] = ()
    before: tuple[Phrase, ...] = ()
    then: tuple[Phrase, ...] = ()
    guards: tuple[str, ...] = ("quoted",)

    def found(self, draft: Draft) -> Iterator[tuple[Clause, re.Match[str]]]:
        """Yield each sentence that says one of the phrases, with where; in order, none twice."""
        likely = [each for each in self.phrases if each.may_be_in(draft.words)]
        if not likely or not self.fits(draft):
            return
        clauses = list(within(draft, self.where))
        for clause in clauses:
            end = -1
            for match in sorted(self._in(clause, likely), key=lambda m: (m.start(), -m.end())):
                if match.start() >= end and self._counts(draft, clause, match):
                    end = match.end()
                    yield clause, match

    def fits(self, draft: Draft) -> bool:
        """Say whether what must, and must not, stand in the draft does."""
        return not says(draft, self.unless_draft) and (not self.needs or says(draft, self.needs))

    def _in(self, clause: Clause, likely: Sequence[Phrase]) -> Iterator[re.Match[str]]:
        for phrase in likely:
            yield from phrase.matches(clause)

    def _counts(self, draft: Draft, clause: Clause, match: re.Match[str]) -> bool:
        if any(_says(clause, each) for each in self.unless):
            return False
        start, end = match.span("body" if "body" in match.groupdict() else 0)
        if any(holds(guard, clause.smooth.text, start, end) for guard in self.guards):
            return False
        return _beside(draft, clause, self.before, -1) and _beside(draft, clause, self.then, 1)


def search(content: dict[str, Any], name: str = "patterns") -> Search:
    """Return what a rule file looks for under ``name``, with its circumstances."""
    where = content.get("where", "anywhere")
    guards = tuple(content.get("guards", ("quoted",)))
    if where not in WHERE:
        raise ValueError(f"where; {where!r} is none of {', '.join(WHERE)}")
    if not set(guards) <= set(GUARDS):
        raise ValueError(f"guards; known are {', '.join(GUARDS)}")
    return Search(
        phrases=phrases(content[name]),
        where=where,
        unless=phrases(content.get("unless")),
        unless_draft=phrases(content.get("unless_draft")),
        needs=phrases(content.get("needs")),
        before=phrases(content.get("before")),
        then=phrases(content.get("then")),
        guards=guards,
    )


def within(draft: Draft, where: str) -> Iterator[Clause]:
    """Yield the sentences of a part of the draft."""
    body = draft.body
    if where == "opening":
        yield from body[:1]
    elif where == "closing":
        yield from body[-1:]
    elif where == "question":
        yield from (each for each in body if each.smooth.text.rstrip("\"')]* ").endswith("?"))
    elif where == "anywhere":
        yield from draft.clauses
    else:
        yield from (each for each in draft.clauses if each.part is Part(where))


def says(draft: Draft, wanted: Sequence[Phrase]) -> bool:
    """Say whether one of the phrases stands anywhere in the draft."""
    return any(
        phrase.may_be_in(draft.words) and any(_says(clause, phrase) for clause in draft.clauses)
        for phrase in wanted
    )


def _says(clause: Clause, phrase: Phrase) -> bool:
    return next(phrase.matches(clause), None) is not None


def _beside(draft: Draft, clause: Clause, wanted: Sequence[Phrase], step: int) -> bool:
    """Say whether the sentence before (or after) says one of the phrases; True if none is given."""
    if not wanted:
        return True
    at = draft.clauses.index(clause) + step
    if not 0 <= at < len(draft.clauses):
        return False
    return any(_says(draft.clauses[at], each) for each in wanted)
