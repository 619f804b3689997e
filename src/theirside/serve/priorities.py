"""What matters most to somebody, from their words alone.

For each thing that they speak of, the words around it are weighed: put first, can't do without,
wanted, spared, left to the other side. The weights are set by reason, not fitted to anybody's
answers (``wants.yaml``; how well that does is in docs/fit.md). What they ask of us, and what they
say of our needs, counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import filled, made_each
from theirside.reader.split import spans
from theirside.serve.matching import place_of

MENTIONED = 0.25
"""What a thing weighs that is only spoken of."""
EACH = 0.5
"""What each piece that they take, or leave, adds or takes away."""
BEFORE, BEHIND = 3.0, -1.5
"""What a thing weighs that is put before another, and the other: "more water than food"."""
NONE = -1.0
"""What a thing weighs of which they take none."""
_CLAUSE = re.compile(
    r"[,;:!?.]+\s+|\s[-–—]+\s"
    r"|\s+(?=(?:but|if|so|because|since|while|though|whereas|as long as|as i|as we)\s)"
    r"|\s+(?=(?:and|or)\s+(?:(?:i|we|you|let|can|could|would|will|in|then|give|take)\b))"
    r"|(?<=for me)\s+|(?<=for you)\s+|(?<=for us)\s+"
    r"|(?<!what)(?<!if)(?<!think)(?<!for)(?<!that)\s+"
    r"(?=you\s+(?:can|could|may|get|take|have|keep)\b)"
    r"|\s+(?=(?:in exchange |in return )?for\s+"
    r"(?:\d|all|one|two|three|some|your|the|more|extra)\b)",
    re.IGNORECASE,
)
_US = re.compile(r"\b(?:i|we|me|my|us|our|mine|i['’]\w+|we['’]\w+)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|yours|you['’]\w+|u)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?:\b(?:more|rather|higher|better|prefer\w*)\b[^.;]*?\bthan\b)"
    r"|(?:\bprefer\w*\b[^.;]*?\b(?:over|to)\b(?! (?:have|get|take|keep)))"
    r"|\b(?:instead of|rather than)\b",
    re.IGNORECASE,
)
_TO_US = re.compile(
    r"\b(?:give|provide|spare|offer|let|leave|for|trade) (?:me|us)\b", re.IGNORECASE
)
_IN_RETURN = re.compile(r"(?:in exchange |in return )?for\b", re.IGNORECASE)
_LACKING = re.compile(r"\b(?:have|has|had|got|there (?:is|was))\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\b(?P<n>\d|zero|no|an?|one|two|three|four|five|both|all)\b(?:\s+(?:of|the|my|your|our|more|"
    r"extra|packs?|packages?|packets?|units?|pieces?|boxes|bottles?|cases?|items?)\b){0,4}\s*$",
    re.IGNORECASE,
)
_NUMBERS = {"zero": 0, "no": 0, "a": 1, "an": 1, "one": 1, "two": 2, "both": 2, "three": 3} | {
    "all": 3,
    "four": 4,
    "five": 5,
}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words around a thing that tell how much somebody makes of it."""

    id: str
    ours: bool
    weight: float
    why: str
    pattern: re.Pattern[str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """Something that may matter to them; ``words`` are theirs for it."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where they spoke of it: their words, what that weighs, and why."""

    text: str
    weight: float
    why: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """An option with what their words give it; no mention, no weight."""

    id: str
    weight: float
    mentions: tuple[Mention, ...]


@lru_cache(maxsize=1)
def cues() -> tuple[Cue, ...]:
    """Return the shipped cues, read once."""
    return made_each(Path(__file__).parent / "wants.yaml", _cue)


def _cue(row: Mapping[str, Any]) -> Cue:
    found = re.compile(row["pattern"].replace("'", "['’]"), re.IGNORECASE)
    return filled(Cue, row, beside=("who",), ours=row["who"] == "ours", pattern=found)


def strength(text: str) -> float:
    """Return how much somebody makes of a need by its words: 1 is a plain wish, 3 comes first."""
    weights = [cue.weight for cue in cues() if cue.ours and cue.pattern.search(text)]
    return max(weights, default=1.0)


def rank(said: Sequence[str], options: Sequence[Option]) -> list[Ranked]:
    """Return the options, what matters most to whoever said this first.

    Equal ones stand in the order in which they were first spoken of.
    """
    found: dict[str, list[Mention]] = {option.id: [] for option in options}
    first: dict[str, int] = {}
    for number, (option, mention) in enumerate(_mentions(said, options)):
        found[option].append(mention)
        first.setdefault(option, number)
    ranked = [
        Ranked(option, round(sum(each.weight for each in mentions), 4), tuple(mentions))
        for option, mentions in found.items()
    ]
    return sorted(ranked, key=lambda each: (-each.weight, first.get(each.id, len(said) * 99)))


def _mentions(said: Sequence[str], options: Sequence[Option]) -> Iterator[tuple[str, Mention]]:
    for text in said:
        for start, end in spans(text):
            yield from _in_sentence(text[start:end], options)


def _in_sentence(sentence: str, options: Sequence[Option]) -> Iterator[tuple[str, Mention]]:
    asks = sentence.rstrip().endswith("?")
    held: list[Cue] = []
    theirs = True
    for clause in _clauses(sentence):
        own, you = _US.search(clause), _YOU.search(clause)
        found = _cues_of(clause)
        if _IN_RETURN.match(clause) and not (own or you):
            held, theirs = [cue for cue in cues() if cue.id == "want"], True
        elif own or you or found:
            held, theirs = found, _is_own(clause, own, you)
        places = {each.id: at for each in options if (at := _place(clause, each)) is not None}
        for option, place in places.items():
            if theirs or not asks or _spared(held):
                near = _nearest(clause, place, places.values(), held)
                yield option, _mention(clause, place, near, theirs=theirs)


def _is_own(clause: str, own: re.Match[str] | None, you: re.Match[str] | None) -> bool:
    """Say whether a clause tells of the speaker's side: who is named first, or "give me"."""
    if you is None:
        return True
    return own is not None and (own.start() < you.start() or bool(_TO_US.search(clause)))


def _nearest(clause: str, place: int, places: Iterable[int], held: Sequence[Cue]) -> list[Cue]:
    """Return the cues without those that put first what stands nearer to them."""
    kept = []
    for cue in held:
        found = cue.pattern.search(clause)
        at = found.start() if found is not None else place
        first = cue.id != "first" or abs(place - at) == min(abs(each - at) for each in places)
        kept.append(cue if first else next(each for each in cues() if each.id == "want"))
    return kept


def _spared(held: Sequence[Cue]) -> bool:
    return any(not cue.ours for cue in held)


def _clauses(sentence: str) -> list[str]:
    return [clause for clause in _CLAUSE.split(sentence) if clause and clause.strip()]


def _cues_of(clause: str) -> list[Cue]:
    """Return the cues of a clause; words that spare a thing are no wish for it."""
    held = [cue for cue in cues() if cue.pattern.search(clause)]
    spared = [cue for cue in held if not cue.ours]
    return spared or held


def _place(clause: str, option: Option) -> int | None:
    places = [place_of(clause, phrase) for phrase in option.words]
    return min((place[0] for place in places if place is not None), default=None)


def _mention(clause: str, place: int, held: Sequence[Cue], *, theirs: bool) -> Mention:
    compared = _BEHIND.search(clause)
    spared = next((cue for cue in held if not cue.ours), None)
    if compared is not None and theirs and spared is None:
        if place >= compared.end():
            return Mention(clause.strip(), BEHIND, "They put something else before it.")
        return Mention(clause.strip(), BEFORE, "They put it before something else.")
    pieces = _pieces(clause, place)
    if spared is not None or not theirs:
        return _left(clause, pieces, spared)
    best = max(held, key=lambda cue: cue.weight, default=None)
    if pieces == 0:
        return Mention(clause.strip(), NONE, "They take none of it.")
    if best is None:
        return Mention(clause.strip(), MENTIONED + EACH * ((pieces or 1) - 1), "They speak of it.")
    counted = best.weight if pieces is None else best.weight - 1.0 + EACH * pieces
    return Mention(clause.strip(), counted, best.why)


def _left(clause: str, pieces: int | None, spared: Cue | None) -> Mention:
    """Return what it weighs that they leave to the other side, or say of the other side's wants."""
    why = spared.why if spared is not None else "They speak of yours."
    if pieces is not None:
        return Mention(clause.strip(), EACH if not pieces else -EACH * pieces, why)
    return Mention(clause.strip(), spared.weight if spared is not None else 0.0, why)


def _pieces(clause: str, place: int) -> int | None:
    """Return how many pieces of a thing a clause names; None where it names no number."""
    found = _AMOUNT.search(clause, 0, place)
    if found is None:
        return None
    word = found["n"].casefold()
    if word == "no" and _LACKING.search(clause, 0, found.start()):
        return None
    return int(word) if word.isdigit() else _NUMBERS[word]
