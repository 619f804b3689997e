"""The review itself: every rule that is on, held against one draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from theirside.care.review.draft import Draft, DraftKind, draft
from theirside.care.review.finding import Finding, Hit
from theirside.care.review.rule import Rule, rules
from theirside.care.review.silence import Silence, Switch, is_on, silences

if TYPE_CHECKING:
    from theirside.care.review.them import Them


_LONGEST = 60
"""Characters of what they said that a message repeats; the quote has all of it."""


class _Told(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def review(
    text: str,
    kind: DraftKind = DraftKind.MAIL,
    them: Them | None = None,
    switches: Sequence[Switch] = (),
    chosen: Iterable[Rule] | None = None,
) -> list[Finding]:
    """Return what reads badly (or well) from their side in a text, in the order of the text.

    ``them`` is whom it is for, where that is known. ``switches`` silence packs and rules, comments
    in the text lines of it. ``chosen`` holds the text against these rules only, whatever is
    switched. Places are characters of the text with its line ends as ``\\n``.
    """
    ready = draft(text.replace("\r\n", "\n").replace("\r", "\n"), kind)
    person = them.understanding.person.id if them else ""
    wanted = (
        [each for each in rules().values() if is_on(each.id, each.on, switches, person)]
        if chosen is None
        else chosen
    )
    silenced = silences(ready.text)
    found = [
        finding
        for rule in wanted
        if kind in rule.kinds
        for hit in rule.looks.hits(ready, them)
        if not _is_silent(finding := _finding(rule, hit, ready, them), ready, silenced)
    ]
    return sorted(found, key=lambda each: (each.start, each.end, each.rule))


def _finding(rule: Rule, hit: Hit, draft: Draft, them: Them | None) -> Finding:
    line, column = draft.place(hit.start)
    told = dict(hit.told)
    told.setdefault("words", " ".join(draft.text[hit.start : hit.end].split()))
    if them is not None:
        told.setdefault("name", _first_name(them))
    message, why, better = filled_in((rule.message, rule.why, rule.better), told)
    return Finding(
        rule=rule.id,
        start=hit.start,
        end=hit.end,
        line=line,
        column=column,
        message=message,
        why=why,
        better=better,
        level=rule.level,
        quotes=hit.quotes,
        fix=hit.fix,
        told=tuple(told.items()),
    )


def filled_in(texts: tuple[str, str, str], told: Mapping[str, str]) -> tuple[str, str, str]:
    """Return a rule's message, why and better with what was found in their ``{names}``.

    The message is a line: there it is shortened. Raises ``ValueError`` for braces without a name.
    """
    message, why, better = texts
    short = {key: _short(value) for key, value in told.items()}
    return _filled(message, short), _filled(why, told), _filled(better, told)


def _filled(text: str, told: Mapping[str, str]) -> str:
    return text.format_map(_Told(told)) if "{" in text else text


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[:_LONGEST].rpartition(" ")[0].rstrip(",;") + " …"


def _first_name(them: Them) -> str:
    return them.understanding.person.name.split()[0]


def _is_silent(finding: Finding, draft: Draft, silenced: Sequence[Silence]) -> bool:
    last, _ = draft.place(max(finding.start, finding.end - 1))
    return any(
        each.holds(finding.rule, line)
        for each in silenced
        for line in range(finding.line, last + 1)
    )
