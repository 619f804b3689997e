"""What matters most to somebody, from their words alone.

For each thing that they speak of, the words around it are weighed: put first, can't do without,
wanted, spared, left to the other side. The weights are set by reason, not fitted to anybody's
answers (``wants.yaml``; how well that does is in docs/fit.md). What they ask of us, and what they
say of our needs, counts for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from theirside.reader.split import spans
from theirside.serve.matching import place_of

MENTIONED = 0.25
"""What a thing weighs that is only spoken of."""
EACH = 0.5
"""What each piece that they take, or leave, adds or takes away."""
BEHIND = -1.5
"""What a thing weighs that another is put before: "more water than food"."""
_CLAUSE = re.compile(
    r"[,;:!?.]+\s+|\s[-–—]+\s|\s+(?=(?:but|if|so|because|since|while|though|whereas|as long as)\s)"
    r"|\s+(?=(?:and|or)\s+(?:(?:i|we|you|let|can|could|would|will|in|then|give|take)\b))",
    re.IGNORECASE,
)
_US = re.compile(r"\b(?:i|we|me|my|us|our|mine|i['’]\w+|we['’]\w+)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|yours|you['’]\w+|u)\b", re.IGNORECASE)
_BEHIND = re.compile(r"\b(?:than|over|instead of|rather than|before)\b", re.IGNORECASE)
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
    import yaml

    rows = yaml.safe_load((files("theirside.serve") / "wants.yaml").read_text("utf-8"))
    return tuple(
        Cue(
            row["id"],
            row["who"] == "ours",
            float(row["weight"]),
            row["why"],
            re.compile(row["pattern"].replace("'", "['’]"), re.IGNORECASE),
            tuple(row["fires"]),
            tuple(row["silent"]),
        )
        for row in rows
    )


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
    carried: list[Cue] = []
    theirs = True
    for clause in _clauses(sentence):
        own, you = bool(_US.search(clause)), bool(_YOU.search(clause))
        held = _cues_of(clause)
        if own or you or held:
            carried, theirs = held, own or not you
        for option in options:
            place = _place(clause, option)
            if place is not None and (theirs or not asks or _spared(carried)):
                yield option.id, _mention(clause, place, carried, theirs=theirs)


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
    behind = _BEHIND.search(clause, 0, place)
    if behind is not None and theirs:
        return Mention(clause.strip(), BEHIND, "They put something else before it.")
    pieces = _pieces(clause, place)
    spared = next((cue for cue in held if not cue.ours), None)
    if spared is not None:
        return Mention(clause.strip(), spared.weight - EACH * (pieces or 0), spared.why)
    if not theirs:
        return Mention(clause.strip(), -EACH * pieces if pieces else 0.0, "They speak of yours.")
    if pieces == 0:
        return Mention(clause.strip(), BEHIND, "They take none of it.")
    best = max(held, key=lambda cue: cue.weight, default=None)
    weight = (best.weight if best else MENTIONED) + EACH * ((pieces or 1) - 1)
    return Mention(clause.strip(), weight, best.why if best else "They speak of it.")


def _pieces(clause: str, place: int) -> int | None:
    """Return how many pieces of a thing a clause names; None where it names no number."""
    found = _AMOUNT.search(clause, 0, place)
    if found is None:
        return None
    word = found["n"].casefold()
    return int(word) if word.isdigit() else _NUMBERS[word]
