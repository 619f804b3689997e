"""Whose view a sentence gives, when it is not the speaker's own: "my boss", "Dana", "she".

A loose pattern finds who might be meant; whether those words name a person is checked here against
the roles in ``labels/words.yaml``, which is quicker than one pattern that knows every role.
"""

from __future__ import annotations

import re
from functools import cache

from theirside.reader.words import expand, lists

OURS = frozenset(("you", "your", "you guys"))
"""Tellers of whom a customer's sentence says nothing about the customer."""

_DETERMINERS = frozenset(("my", "our", "the", "his", "her", "their", "your", "a", "an", "this"))
PRONOUNS = frozenset(("he", "she", "they", "his", "her", "him"))
_OWN = re.compile(
    r"\b(?:but|whereas|while|; ?|i say,?|i think) ?(?:i|we)\b|\bi (?:say|think)\b", re.IGNORECASE
)
_TRADE = re.compile(r"(?:ist|ian|man|woman|keeper|smith)s?$")
_PLURAL = re.compile(
    r",? (?:\w+ly |also |still |just )?(?:want|need|have|are|were|am|do|hope|plan|like|love|hate|"
    r"prefer|believe|care|struggle|use|spend|lose|feel|get|worry|see)\b",
    re.IGNORECASE,
)
"""What follows a capital that is no name: "Like, need to", "Clients want"."""
_MORE = re.compile(r" [\w-]+")
_WORDS_MORE = 2
_PLACE = re.compile(r" (?:from|in|at|of) .*$")


@cache
def _roles() -> frozenset[str]:
    names = (entry.split()[-1] for entry in lists()["ROLE"])
    return frozenset(name if name == "IT" else name.casefold() for name in names)


@cache
def _no_names() -> frozenset[str]:
    return frozenset(entry.casefold() for entry in lists()["NOT_NAME"])


@cache
def _attribution() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = re.compile(expand("{ATTRIBUTION}"), re.IGNORECASE)
    return before, re.compile(expand("{ATTRIBUTION_AFTER}"), re.IGNORECASE)


def is_person(words: str) -> bool:
    """Say whether the words, as they stand in a sentence, name somebody."""
    parts = _PLACE.sub("", words).removesuffix("'s").split()
    first = parts[0].casefold()
    if first in PRONOUNS and len(parts) == 1:
        return True
    if first in _DETERMINERS:
        inner = {part.casefold() for part in parts[1:]}
        return bool(inner) and not inner & _DETERMINERS and _is_role(parts)
    return all(part[0].isupper() and part.casefold() not in _no_names() for part in parts)


def _is_role(parts: list[str]) -> bool:
    last = parts[-1] if parts[-1] in ("IT", "it") else parts[-1].casefold()
    if last in _roles() or (len(parts) > 2 and parts[1].casefold() == "head"):
        return True
    return bool(_TRADE.search(last)) and not last.endswith("list")


def person_at(text: str, start: int, end: int) -> str:
    """Return the person named at ``[start, end)``, or by up to two words more; "" for nobody.

    A pattern that allows a word in between may have stopped at "our night" of "our night nurse".
    """
    determined = text[start:end].split(maxsplit=1)[0].casefold() in _DETERMINERS
    if is_person(text[start:end]):
        a_name = text[start].isupper() and not determined
        return "" if a_name and _PLURAL.match(text, end) else text[start:end]
    if not determined:
        return ""
    for _ in range(_WORDS_MORE):
        more = _MORE.match(text, end)
        if more is None:
            break
        end = more.end()
        if is_person(text[start:end]):
            return text[start:end]
    return ""


def attributed_to(text: str, start: int, end: int) -> str:
    """Return who is said to have said what stands at ``[start, end)``; "" for the speaker."""
    before, after = _attribution()
    found = ""
    for match in before.finditer(text, 0, start):
        teller = match["teller"] or match["teller2"]
        if _OWN.search(text, match.end(), start + 2):
            continue  # "she says eight, but I say": the speaker has taken the word back
        if teller.casefold() in OURS or is_person(teller):
            found = teller
    if found:
        return found
    match_after = after.search(text, end)
    if match_after and is_person(match_after["teller"]):
        return match_after["teller"]
    return ""


def antecedent(before: str) -> str:
    """Return the only person whom a "she" or "he" after these words can mean; "" if unclear.

    A capital at the start of a sentence counts only where a person's verb follows.
    """
    found: dict[str, str] = {}
    for match in _mentions().finditer(before):
        words = match["role"] or match["after"] or match["starts"]
        if is_person(words) and words.casefold().split()[-1] not in _collectives():
            found.setdefault(words.split()[-1].casefold(), words)
    return next(iter(found.values())) if len(found) == 1 else ""


@cache
def _collectives() -> frozenset[str]:
    return frozenset(entry.casefold() for entry in lists()["COLLECTIVE"])


@cache
def _mentions() -> re.Pattern[str]:
    name = r"[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+)?"
    role = r"\b(?i:my|our|the) (?:[a-z-]+ ){0,2}(?i:{ROLE})\b"
    return re.compile(
        expand(
            rf"(?P<role>{role})|(?<=[\w,;:–—)] )(?P<after>{name})"
            rf"|(?P<starts>{name})(?= (?:{{PERSONLY}})\b)"
        )
    )
