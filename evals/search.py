"""How well search finds what was said: ``python -m evals.search``.

Questions in somebody's own words over the fictional sample workspace, with the sentences that
answer them (``search.yaml``). For each way of searching: the share of a question's answers among
the first five and ten turns (recall), and 1 / the place of the first answer (MRR), with intervals
from resampled questions. Every second question chooses ``FLOOR`` and ``SURE``
(``theirside.app.queries.near``); the others measure. ``--each`` lists every question.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from evals.scores import interval

FILE = Path(__file__).with_name("search.yaml")
WAYS = ("words", "meaning", "both", "both, by reciprocal rank")
KEPT, NONSENSE = 0.9, 0.2
"""``FLOOR`` is to leave so much of the recall; so much of the nonsense may reach ``SURE``."""
_FUSED = 60
"""The constant of reciprocal rank fusion (Cormack and others, SIGIR 2009)."""
_FIRST = 10


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and where each of its answers stands: turns, any of which will do."""

    text: str
    answers: tuple[frozenset[int], ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The turns that a question found, the best first; by meaning with their likeness."""

    words: tuple[int, ...]
    meaning: tuple[tuple[int, float], ...]

    def by(self, way: str, floor: float = -1.0) -> list[int]:
        """Return the turns in the order of one of the ``WAYS``, those below the floor left out."""
        meant = [turn for turn, likeness in self.meaning if likeness >= floor]
        if way == "words":
            return list(self.words)
        if way == "meaning":
            return meant
        if way == "both":
            return list(dict.fromkeys([*self.words, *meant]))
        return fused([self.words, meant])


def fused(lists: Sequence[Sequence[int]]) -> list[int]:
    """Return what stands in any of the lists, the highest sum of 1 / (60 + place) first."""
    sums: dict[int, float] = {}
    for ranked in lists:
        for place, turn in enumerate(ranked, start=1):
            sums[turn] = sums.get(turn, 0.0) + 1 / (_FUSED + place)
    return sorted(sums, key=lambda turn: -sums[turn])


def recall(found: Sequence[int], asked: Asked, first: int) -> float:
    """Return the share of the answers of which a turn is among the first."""
    there = set(found[:first])
    return sum(bool(each & there) for each in asked.answers) / len(asked.answers)


def reciprocal(found: Sequence[int], asked: Asked) -> float:
    """Return 1 / the place of the first answer among the first ten; 0 where there is none."""
    right = frozenset().union(*asked.answers)
    places = (place for place, turn in enumerate(found[:_FIRST], start=1) if turn in right)
    return 1 / next(places, float("inf"))


def questions(texts: Mapping[int, str]) -> tuple[list[Asked], list[str]]:
    """Return the questions, their answers looked up in these turns, and what nobody speaks of.

    Raises ``ValueError`` naming an answer that stands nowhere.
    """
    import yaml

    data = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    plain = {turn: " ".join(text.split()) for turn, text in texts.items()}

    def places(answer: str) -> frozenset[int]:
        found = frozenset(turn for turn, text in plain.items() if answer in text)
        if not found:
            raise ValueError(f"{answer!r} stands nowhere in the sample workspace")
        return found

    asked = [Asked(q["ask"], tuple(map(places, q["answers"]))) for q in data["questions"]]
    return asked, [str(each) for each in data["nothing"]]


@contextmanager
def sample_store() -> Iterator[None]:
    """Open a store that holds the sample workspace, and throw it away again."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["THEIRSIDE_DATABASE"] = str(Path(folder) / "sample.sqlite3")
        from theirside.app.store import close_store, open_store

        open_store()
        from theirside.app.sample import add_sample

        add_sample()
        yield
        close_store()


def ranked(text: str) -> Ranked:
    """Search the open store."""
    from theirside.app import models
    from theirside.app.queries.near import near
    from theirside.app.queries.search import search
    from theirside.app.queries.wanted import Wanted
    from theirside.reader.encoder import default_encoder

    hits = search(Wanted(text, words_only=True)).hits
    keys = [(hit.conversation, hit.turn) for hit in hits]
    rows = models.Turn.objects.values_list("conversation__key", "place", "pk")
    places = {(key, place): pk for key, place, pk in rows} if keys else {}
    found = near(
        text, models.Turn.objects.all(), models.Meaning.objects.all(), default_encoder(), -1.0
    )
    meaning = tuple((each.turn, each.likeness) for each in found)
    return Ranked(tuple(places[key] for key in keys), meaning)


def scores(
    asked: Sequence[Asked], found: Sequence[Ranked], way: str, floor: float = -1.0
) -> dict[str, np.ndarray]:
    """Return recall at 5 and 10 and the reciprocal place, a figure for each question."""
    orders = [each.by(way, floor) for each in found]
    pairs = list(zip(orders, asked, strict=True))
    return {
        "recall@5": np.array([recall(order, each, 5) for order, each in pairs]),
        "recall@10": np.array([recall(order, each, 10) for order, each in pairs]),
        "MRR": np.array([reciprocal(order, each) for order, each in pairs]),
    }


def finding(found: Sequence[Ranked], limit: float) -> float:
    """Return the share of questions that find anything by meaning, from a likeness on."""
    return float(np.mean([bool(each.by("meaning", limit)) for each in found]))


def chosen_floor(asked: Sequence[Asked], found: Sequence[Ranked]) -> float:
    """Return the highest floor that leaves ``KEPT`` of the recall at 10."""
    whole = scores(asked, found, "meaning")["recall@10"].mean()
    return max(
        limit
        for limit in np.arange(0.2, 0.8, 0.01).round(2)
        if scores(asked, found, "meaning", limit)["recall@10"].mean() >= KEPT * whole
    )


def chosen_sure(nothing: Sequence[Ranked]) -> float:
    """Return the lowest likeness from which on ``NONSENSE`` of the nonsense finds anything."""
    limits = np.arange(0.2, 0.9, 0.01).round(2)
    return float(next(limit for limit in limits if finding(nothing, limit) <= NONSENSE))


def _mean(values: np.ndarray, drawn: np.ndarray) -> float:
    return float(values[drawn].mean())


def rows(asked: Sequence[Asked], found: Sequence[Ranked], floor: float) -> Iterator[str]:
    """Yield a row of the table for each way."""
    for way in WAYS:
        figures = scores(asked, found, way, floor)
        cells = [f"{way:<26}"]
        for values in figures.values():
            low, high = interval(partial(_mean, values), len(values))
            cells.append(f"{values.mean():.3f} ({low:.3f}–{high:.3f})")
        yield " | ".join(cells)


def main(arguments: Sequence[str] = ()) -> None:
    """Print the tables."""
    with sample_store():
        from theirside.app import models
        from theirside.app.queries.near import FLOOR, SURE

        asked, nothing = questions(dict(models.Turn.objects.values_list("pk", "text")))
        found, none = [ranked(each.text) for each in asked], [ranked(each) for each in nothing]
    halves = {"that choose": slice(0, None, 2), "that measure": slice(1, None, 2)}
    for name, half in halves.items():
        print(f"\n{len(asked[half])} questions {name}: recall@5, recall@10, MRR, from {FLOOR} on")
        print("\n".join(rows(asked[half], found[half], FLOOR)))
    print(f"\nall {len(asked)}, without a floor")
    print("\n".join(rows(asked, found, -1.0)))
    print("\nfrom a likeness on: recall@10 by meaning; of the questions that nothing answers, find")
    for limit in (-1.0, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, FLOOR, SURE):
        figure = scores(asked[1::2], found[1::2], "meaning", limit)["recall@10"].mean()
        print(f"{limit:>5}  {figure:.3f}  {finding(none[1::2], limit):.2f}")
    choosing = asked[::2], found[::2]
    print(f"\nchosen: FLOOR {chosen_floor(*choosing):.2f}, SURE {chosen_sure(none[::2]):.2f}")
    if "--each" in arguments:
        for each, it in zip(asked, found, strict=True):
            print(f"{recall(it.by('both', FLOOR), each, 10):.2f} {each.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
