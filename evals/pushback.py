"""How well pushback, our answer to it and what came next are seen, on talks labelled by hand.

    python -m evals.pushback [--data FOLDER [--inputs FOLDER]]

Three tables, with 95% intervals (Wilson 1927). What is counted is what is printed: a kind counts
once a turn. **Kinds**: the whole talks of ``training/testtalks``, and with ``--data`` the single
sentences of ``training/labelled/test.tsv``. **Answers**: our turns after each of theirs in the
talks; a way holds where a label by hand says so (acknowledge or a reflection, a question, inform
or advise with a word of theirs, press, gift or promise). **What came next**: what the rules make of
the reader's labels against what they make of the labels by hand. Ways for which there are no
labels are printed in full, to be judged by eye. Nothing of these talks trains the reader.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evals.scores import wilson
from theirside.care.pushback.afterwards import afterwards
from theirside.care.pushback.answers import answers_to
from theirside.care.pushback.kinds import kinds
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.reader import Reader, default_reader, read
from theirside.understand.people import people_in
from theirside.understand.pushback import LABEL
from theirside.understand.talk import Talk
from training.talks import COLUMNS, TESTED

SIDES = {"customer": Side.THEIRS, "seller": Side.OURS, "note": Side.OURS}
BY_LABEL = {
    "acknowledged": ("acknowledge", "reflection"),
    "asked": ("question",),
    "viewed": ("inform", "advise"),
    "gave": ("gift", "promise"),
    "pressed": ("press",),
}
UNLABELLED = ("defended", "left", "ourselves", "ignored")
ANY = "(any kind)"


@dataclass(slots=True)
class Tally:
    """Per name: said and right, said and wrong, missed."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)

    def add(self, said: Iterable[str], holds: Iterable[str]) -> None:
        """Count one turn or sentence: what was said of it, and what holds."""
        told, true = set(said), set(holds)
        self.right.update(told & true)
        self.wrong.update(told - true)
        self.missed.update(true - told)

    def line(self, name: str) -> str:
        """Return a name's precision and recall with their intervals; a dash where none can be."""
        right, wrong, missed = self.right[name], self.wrong[name], self.missed[name]
        return (
            f"{name:16}{right + missed:6}  {_share(right, right + wrong)}"
            f"  {_share(right, right + missed)}"
        )


def _share(right: int, size: int) -> str:
    if not size:
        return f"{'–':>4} {'':13}"
    low, high = wilson(right, size)
    return f"{right / size:4.2f} ({low:.2f}-{high:.2f})".ljust(18)


def gold_talks(folder: Path = TESTED) -> Iterator[tuple[Conversation, list[Annotation]]]:
    """Yield each talk of a folder with the labels that it was given by hand."""
    for path in sorted(folder.glob("*.tsv")):
        yield _talk(path)


def _talk(path: Path) -> tuple[Conversation, list[Annotation]]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    head = rows[0][0] if rows and rows[0][0].startswith("#") else ""
    said = [row for row in rows if len(row) == len(COLUMNS) and tuple(row) != COLUMNS]
    turns: dict[tuple[str, str], str] = {}
    marks: list[Annotation] = []
    for number, who, labels, text in said:
        before = turns.get((number, who), "")
        start = len(before) + bool(before)
        turns[number, who] = f"{before} {text.strip()}".strip()
        place = list(turns).index((number, who))
        end = start + len(text.strip())
        marks += [
            Annotation(place, start, end, e, 1.0, "hand") for e in labels.split(",") if e != "-"
        ]
    spoken = tuple(
        Turn(f"{path.stem}-{place}", Speaker(who.title(), side=SIDES[who]), text)
        for place, ((_, who), text) in enumerate(turns.items())
    )
    channel = next((each for each in Channel if f"· {each} ·" in head), Channel.CALL)
    return Conversation(path.stem, channel, spoken), marks


def kinds_by_turn(annotations: Iterable[Annotation]) -> dict[int, set[str]]:
    """Return the kinds of pushback of each turn that has any, and that it has one at all."""
    found: dict[int, set[str]] = defaultdict(set)
    for each in annotations:
        if each.label.startswith(LABEL):
            found[each.turn] |= {each.label.removeprefix(LABEL), ANY}
    return found


def ways_by_label(talk: Talk, turn: int, seen_on_topic: bool) -> set[str]:
    """Return the ways that the labels by hand say we answered in; a view only if on the topic."""
    replies = set(talk.reply_to(turn))
    labels = {each.label for each in talk.annotations if each.turn in replies}
    found = {
        way
        for way, wanted in BY_LABEL.items()
        if any(each.partition(".")[0] in wanted for each in labels)
    }
    return found if seen_on_topic else found - {"viewed"}


def _answered(gold: Talk, said: Talk, turn: int, kind: str, tally: Tally) -> list[str]:
    """Count the ways of one reply; return those for which there are no labels, with the words."""
    on_topic = any(each.way == "viewed" for each in answers_to(gold, turn, kind))
    answers = answers_to(said, turn, kind)
    told = {each.way for each in answers} & BY_LABEL.keys()
    tally.add(told, ways_by_label(gold, turn, on_topic))
    return [
        f"  {each.way:10} “{' '.join(said.turn(turn).text.split())[-90:]}”\n"
        f"  {'':10}  → “{' '.join(each.evidence[0].text.split())[:110]}”"
        for each in answers
        if each.way in UNLABELLED
    ]


def talk_tables(reader: Reader) -> None:
    """Print all three tables for the whole talks."""
    by_kind, after_all, after_push, came = Tally(), Tally(), Tally(), Tally()
    shown: list[str] = []
    for conversation, marks in gold_talks():
        people = people_in([conversation])
        gold = Talk.of(conversation, marks, people)
        said = Talk.of(conversation, read(conversation, reader), people)
        true, told = kinds_by_turn(gold.annotations), kinds_by_turn(said.annotations)
        for number, turn in enumerate(conversation.turns):
            if turn.speaker.side is not Side.THEIRS:
                continue
            by_kind.add(told.get(number, ()), true.get(number, ()))
            if not gold.reply_to(number):
                continue
            kind = min(true.get(number, set()) - {ANY}, default="")
            lines = _answered(gold, said, number, kind or "need", after_all)
            if kind:
                _answered(gold, said, number, kind, after_push)
                shown += lines
                person = gold.speakers[number]
                if person is not None:
                    both = (afterwards(each, person.id, number) for each in (said, gold))
                    came.add(*({str(o.what) for o in outcomes} for outcomes in both))
    table("Kinds of pushback, turn by turn, whole talks", by_kind, (ANY, *kinds()))
    table("How we answered, after pushback", after_push, tuple(BY_LABEL))
    table("How we answered, after any turn of theirs", after_all, tuple(BY_LABEL))
    table("What came next, after pushback, reader against hand", came, sorted(came_names(came)))
    print("\nWays without labels, after pushback, to be judged by eye:")
    print("\n".join(shown) or "  none")


def came_names(tally: Tally) -> set[str]:
    """Return every name that a tally has seen."""
    return {*tally.right, *tally.wrong, *tally.missed}


def table(title: str, tally: Tally, names: Sequence[str]) -> None:
    """Print a tally."""
    print(f"\n{title}\n{'':16}{'holds':>6}  {'precision':18}  recall")
    for name in names:
        print(tally.line(name))


def sentence_table(data: Path, inputs: Path | None, reader: Reader) -> None:
    """Print how well kinds are told in the single test sentences."""
    from training.calibrate import sentence
    from training.labelled import labelled

    every = labelled("test", data, inputs)
    found = kinds_by_turn(reader.annotate([sentence(n, each) for n, each in enumerate(every)]))
    tally = Tally()
    for number, each in enumerate(every):
        gold = {e.removeprefix(LABEL) for e in each.gold["judged"] if e.startswith(LABEL)}
        tally.add(found.get(number, ()), gold | ({ANY} if gold else set()))
    table(f"Kinds of pushback, {len(every)} single sentences", tally, (ANY, *kinds()))


def main(reader_of: Callable[[], Reader] = default_reader) -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, help="the folder of the public sets")
    parser.add_argument("--inputs", type=Path, help="the folder of outside files")
    asked = parser.parse_args()
    reader = reader_of()
    print(f"reader: {reader.version}")
    talk_tables(reader)
    if asked.data:
        sentence_table(asked.data, asked.inputs, reader)


if __name__ == "__main__":
    main()
