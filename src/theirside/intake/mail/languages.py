"""The words that mail programs and mail writers use around a mail, language by language.

Each ``languages/<code>.yaml`` is a sibling of one shape: the openers and verbs of reply headers
("On … wrote:"), the field names of header blocks, sign-offs, "Sent from my …" lines and notices.
A new language is a new file; nothing here names one. A mail is not asked for its language first
(people quote and sign in several at once): all languages are looked for together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from theirside.datafile import files_in, made


@dataclass(frozen=True, slots=True)
class Example:
    """A body with the new text that must come out of it; the same text where all of it is new."""

    text: str
    new: str


@dataclass(frozen=True, slots=True)
class Language:
    """One language's words. Comparison ignores case; ``*`` stands for a device or program."""

    code: str
    name: str
    openers: tuple[str, ...]
    verbs: tuple[str, ...]
    you: tuple[str, ...]
    fields: tuple[tuple[str, tuple[str, ...]], ...]
    original: tuple[str, ...]
    forwarded: tuple[str, ...]
    above: tuple[str, ...]
    closings: tuple[str, ...]
    thanks: tuple[str, ...]
    devices: tuple[str, ...]
    sent_from: tuple[str, ...]
    excuses: tuple[str, ...]
    notices: tuple[str, ...]
    hints: tuple[str, ...]
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class ProgramLines:
    """The lines that mail programs add ("Sent from my …"), and what a device's name looks like.

    A device is capitalised, numbered or a known noun: "Sent from my desk" names none.
    """

    whole: frozenset[str]
    around: re.Pattern[str]
    device: re.Pattern[str]

    def match(self, line: str) -> bool:
        """Tell whether a whole line is one of them."""
        if line.casefold() in self.whole:
            return True
        found = self.around.fullmatch(line)
        if found is None or found.lastindex is None:
            return False
        return bool(self.device.fullmatch(found.group(found.lastindex).strip()))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All languages together, in the forms in which lines are compared with them."""

    opener: re.Pattern[str]
    verb: re.Pattern[str]
    you: frozenset[str]
    fields: dict[str, frozenset[str]]
    original: frozenset[str]
    forwarded: frozenset[str]
    forwarded_by: re.Pattern[str]
    above: re.Pattern[str]
    closings: frozenset[str]
    thanks: frozenset[str]
    program: ProgramLines
    excuse: re.Pattern[str]
    notice: re.Pattern[str]
    hint: re.Pattern[str]


@cache
def languages() -> tuple[Language, ...]:
    """Return every language that there is a file for, by code."""
    return tuple(made(path, _language) for path in files_in(Path(__file__).parent / "languages"))


def _language(data: dict[str, Any]) -> Language:
    words = {
        key: tuple(data.get(key) or ())
        for key in ("openers", "verbs", "you", "original", "forwarded", "above", "closings")
    } | {
        key: tuple(data.get(key) or ())
        for key in ("thanks", "devices", "sent_from", "excuses", "notices", "hints")
    }
    return Language(
        code=data["code"],
        name=data["name"],
        fields=tuple((kind, tuple(names)) for kind, names in data["fields"].items()),
        fires=tuple(Example(entry["text"], entry["new"].strip()) for entry in data["fires"]),
        silent=tuple(Example(entry, entry.strip()) for entry in data["silent"]),
        **words,
    )


@cache
def lexicon() -> Lexicon:
    """Return all languages' words, compiled once, when the first mail asks for them."""
    known = languages()

    def every(kind: str) -> set[str]:
        words = {word.casefold() for language in known for word in getattr(language, kind)}
        return words | {_unaccented(word) for word in words}

    return Lexicon(
        opener=re.compile(rf"(?:{_any(every('openers'))})(?!\w)"),
        verb=_words(every("verbs")),
        you=frozenset(every("you")),
        fields=_fields(known),
        original=frozenset(every("original")),
        forwarded=frozenset(word for word in every("forwarded") if not word.endswith("*")),
        forwarded_by=re.compile(
            _any({word.rstrip("* ") for word in every("forwarded") if word.endswith("*")})
        ),
        above=re.compile(_any(every("above"))),
        closings=frozenset(every("closings")),
        thanks=frozenset(every("thanks")),
        program=_program_lines(known),
        excuse=_words(every("excuses")),
        notice=_words(every("notices")),
        hint=_words(every("hints")),
    )


def _unaccented(word: str) -> str:
    """Return a word as people type it who leave the accents out ("Udv" for "Üdv")."""
    pieces = unicodedata.normalize("NFKD", word) if max(word, default="") < "\u0250" else word
    return "".join(char for char in pieces if not unicodedata.combining(char))


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in longest_first) or r"(?!)"


def _words(words: set[str]) -> re.Pattern[str]:
    """Match any of ``words`` as whole words; scripts without spaces match anywhere."""
    spaced = {word for word in words if not _is_unspaced(word)}
    return re.compile(rf"(?<!\w)(?:{_any(spaced)})(?!\w)|(?:{_any(words - spaced)})")


def _is_unspaced(word: str) -> bool:
    return any("\u3040" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in word)


def _fields(known: tuple[Language, ...]) -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = {}
    for language in known:
        for kind, names in language.fields:
            for name in names:
                for written in {name.casefold(), _unaccented(name.casefold())}:
                    kinds.setdefault(written, set()).add(kind)
    return {name: frozenset(found) for name, found in kinds.items()}


def _program_lines(known: tuple[Language, ...]) -> ProgramLines:
    templates = {template for language in known for template in language.sent_from}
    starts = _any(part[:-1] for part in templates if part.endswith("*"))
    longest_first = sorted(templates, key=lambda part: (-len(part), part))
    around = [part.split("*") for part in longest_first if "*" in part[:-1]]
    parts = [rf"{re.escape(head)}(.{{2,70}}?){re.escape(tail)}" for head, tail in around]
    parts.append(rf"(?:{starts})(.{{2,70}})")
    nouns = _any({word for language in known for word in language.devices})
    token = rf"(?:[^\W\d_a-zà-ÿа-я][\w.+&'’®™-]*|[a-z]?\d[\w.+-]*|[a-z][A-Z][\w'’]*|{nouns})"
    return ProgramLines(
        frozenset(part.casefold() for part in templates if "*" not in part),
        re.compile("|".join(parts), re.IGNORECASE),
        re.compile(rf"{token}(?: ?[ |/·] ?{token}){{0,6}}"),
    )
