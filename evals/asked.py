"""How rightly is it seen that a question was asked?

``evals/asked_pairs.tsv`` holds questions worth asking, each with sentences that ask it in other
words and with near misses, written for this; every question is also held against all sentences that
were written for others, nearly all of which don't ask it. Run it from the repository:
``python -m evals.asked``. It prints precision and recall on the pairs with Wilson's 95% interval,
how often a sentence written for another question is taken for one, and every mistake. The bounds in
``theirside.purpose.matching`` were chosen on these pairs, so the figures lean towards the bright
side; run it again whenever the model is exchanged.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from evals.sameness import wilson
from theirside.purpose.matching import Alike
from theirside.reader.encoder import Seeing, default_encoder

PAIRS = Path(__file__).with_name("asked_pairs.tsv")


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, a sentence, and whether it asks it."""

    question: str
    asked: str
    same: bool


def pairs(path: Path = PAIRS) -> list[Pair]:
    """Return the pairs of the file."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Pair(row["question"], row["asked"], row["same"] == "yes") for row in rows]


def crossed(known: list[Pair]) -> list[Pair]:
    """Return every question with the sentences that were written for the others."""
    own = {(each.question, each.asked) for each in known}
    questions = dict.fromkeys(each.question for each in known)
    return [
        Pair(question, each.asked, same=False)
        for question in questions
        for each in known
        if (question, each.asked) not in own
    ]


def seen(alike: Alike, wanted: list[Pair]) -> list[Pair]:
    """Return the pairs that are taken for the same."""
    return [each for each in wanted if alike.asks(each.question, each.asked) > 0]


def report(encoder: Seeing) -> str:
    """Return the figures and the mistakes as text."""
    known = pairs()
    texts = [text for each in known for text in (each.question, each.asked)]
    alike, others = Alike(encoder, texts), crossed(known)
    called, strayed = seen(alike, known), seen(alike, others)
    right = sum(each.same for each in called)
    asked = sum(each.same for each in known)
    lines = [
        _share("precision", right, len(called)),
        _share("recall", right, asked),
        _share("taken for another question", len(strayed), len(others)),
    ]
    lines += [f"wrongly: {each.question} | {each.asked}" for each in called if not each.same]
    lines += [f"missed: {each.question} | {each.asked}" for each in known if _missed(each, called)]
    lines += [f"strayed: {each.question} | {each.asked}" for each in strayed]
    return "\n".join(lines)


def _missed(pair: Pair, called: list[Pair]) -> bool:
    return pair.same and pair not in called


def _share(name: str, right: int, of: int) -> str:
    low, high = wilson(right, of)
    share = right / of if of else 0.0
    return f"{name:<28}{right:>5} of {of:>5}  {share:.3f}  ({low:.3f} to {high:.3f})"


if __name__ == "__main__":
    print(report(default_encoder()))
