"""How far does a measure of the reader's labels agree with the same measure of human labels?

    python -m evals.measured [--patterns]

Over the talks in ``training/testtalks``, of which people labelled every sentence and from which no
model learned; the notes among them have no sides and are left out. Per measure: the talks that
have a value by both, the mean of each, the mean difference (reader less people) and the rank
correlation over talks, with 95% intervals from talks drawn again. Measures without labels are left
out: they can't differ. The talks are few; the intervals say how few.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np

from evals.associations import association
from evals.validity import told, values_of
from theirside.care.definition import measures
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.reader import Reader, read
from training.said import Said
from training.talks import TESTED, talks

SPEAKERS = {
    "seller": Speaker("Ours", side=Side.OURS),
    "customer": Speaker("Theirs", side=Side.THEIRS),
}
DRAWS, SEED = 2000, 3
PEOPLE = "people"


def labelled_talks() -> Iterator[tuple[Conversation, list[Annotation]]]:
    """Yield each talk with what people say of its sentences."""
    for name, said in groupby(talks(TESTED), key=lambda each: each.conversation):
        found = list(said)
        if {each.who for each in found} <= SPEAKERS.keys():
            yield _talk(name, found)


def _talk(name: str, said: Sequence[Said]) -> tuple[Conversation, list[Annotation]]:
    turns: list[Turn] = []
    marks: list[Annotation] = []
    for number, (who, part) in enumerate(groupby(said, key=lambda each: each.who)):
        text = ""
        for each in part:
            start = len(text) + 1 if text else 0
            text = f"{text} {each.text}" if text else each.text
            marks += [
                Annotation(number, start, len(text), label, 1.0, PEOPLE)
                for labels in each.gold.values()
                for label in sorted(labels)
            ]
        turns.append(Turn(str(number), SPEAKERS[who], text))
    return Conversation(name, _channel(name), tuple(turns)), marks


def _channel(name: str) -> Channel:
    """Return the kind of talk that a file's first line names; a meeting where it names none."""
    path = TESTED / f"{name.removeprefix('talk:')}.tsv"
    with path.open(encoding="utf-8") as lines:
        head = next(lines).split()
    return next((each for each in Channel if each.value in head), Channel.MEETING)


def rows(reader: Reader) -> Iterator[str]:
    """Yield a table's line for each measure that rests on labels."""
    found = list(labelled_talks())
    every = [talk for talk, _ in found]
    people = values_of(every, {talk.id: tuple(marks) for talk, marks in found})
    machine = values_of(every, {talk.id: read(talk, reader) for talk in every})
    for name in people:
        measure = measures()[name]
        pairs = [
            (one, other)
            for one, other in zip(people[name], machine[name], strict=True)
            if one is not None and other is not None
        ]
        if measure.labels and len(pairs) >= 3:
            yield _row(measure.name, np.array(pairs))


def _row(name: str, pairs: np.ndarray) -> str:
    away = pairs[:, 1] - pairs[:, 0]
    chance = np.random.default_rng(SEED)
    drawn = away[chance.integers(0, len(away), (DRAWS, len(away)))].mean(1)
    low, high = np.quantile(drawn, [0.025, 0.975])
    both = association(pairs[:, 0], pairs[:, 1], [str(place) for place in range(len(pairs))])
    means = pairs.mean(0)
    return (
        f"| {name} | {len(pairs)} | {means[0]:.2f} | {means[1]:.2f} "
        f"| {away.mean():+.2f} [{low:+.2f}, {high:+.2f}] | {told(both)} |"
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--patterns", action="store_true", help="the patterns alone, no model")
    options = parser.parse_args()
    from theirside.reader import default_reader
    from theirside.reader.patterns import PatternReader

    reader = PatternReader() if options.patterns else default_reader()
    print(f"Reader: `{reader.version}`.\n")
    print("| measure | talks | by people | by the reader | mean difference | correlation |")
    print("|---|---|---|---|---|---|")
    for line in rows(reader):
        print(line)


if __name__ == "__main__":
    main()
