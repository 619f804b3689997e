"""Which measures of how we showed up go with what came of the talk, in open data?

    python -m evals.validity DATA --kept READINGS.jsonl.gz            # prints the tables
    python -m evals.validity DATA --kept READINGS.jsonl.gz --write    # and puts them on the page
    python -m evals.validity DATA --patterns                          # patterns alone: quick

DATA holds ``persuasion-for-good`` and ``casino``. READINGS keeps what the reader said: with another
reader all is read anew. For each measure: its rank correlation with the outcome, the same with the
talk's length held constant, and the same of the talk's first half only, before most of it was
decided; 95% intervals from 1,000 draws of talks; probabilities corrected by Holm within a table.
A last table takes the sets' own human labels in place of the reader.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from evals.associations import Association, association, holm
from evals.foreseeing import Foreseeing
from evals.kept_readings import Readings, readings_of
from evals.outcome_talks import Outcome, casino_outcomes, first_half, persuasion_outcomes
from theirside.care.counting import kinds
from theirside.care.definition import Measure, measures
from theirside.care.intervals import median
from theirside.care.measuring import not_heard
from theirside.care.spoken import Spoken
from theirside.care.talks import talks_of
from theirside.care.unheard import unheard
from theirside.conversation import Conversation

PAGE = Path(__file__).parents[1] / "docs" / "why" / "validity.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"
FEWEST = 100
"""Talks in which a measure must have a value for its correlation to be told."""
RARE = 20
"""Talks that must differ from the most usual value; of fewer, draws tell nothing of the spread."""
Values = Mapping[str, Sequence[float | None]]


@dataclass(frozen=True, slots=True)
class Row:
    """One measure against one outcome."""

    name: str
    plain: Association
    held: Association | None
    half: Association | None


def values_of(talks: Sequence[Conversation], readings: Readings) -> dict[str, list[float | None]]:
    """Return each measure's value in each talk; None where the talk has none.

    Measures of what the reader does not hear are left out.

    Even of few things, unlike what is shown of one talk: here noise only weakens what is found,
    while leaving talks out would choose among them.
    """
    heard = [name for name, each in measures().items() if not not_heard(each, unheard())]
    found: dict[str, list[float | None]] = {name: [] for name in heard}
    for talk in talks:
        turns = len(talk.turns)
        known = {talk.id: [each for each in readings[talk.id] if each.turn < turns]}
        [read] = talks_of(talk, known)
        spoken = Spoken(read)
        for name in heard:
            found[name].append(_value(spoken, measures()[name]))
    return found


def _value(spoken: Spoken, measure: Measure) -> float | None:
    if spoken.talk.conversation.channel not in measure.channels:
        return None
    if any(spoken.lacks(need) for need in measure.needs):
        return None
    tally = kinds()[measure.how.kind].tally(spoken, measure.how)
    if tally.lacks:
        return None
    if tally.values:
        return median(tally.values)
    return tally.count / tally.of if tally.of else None


def rows(
    outcomes: Sequence[Outcome], came: str, whole: Values, half: Values | None
) -> Iterator[Row]:
    """Yield each measure that enough talks have, against one outcome."""
    result = np.array([each.came[came] for each in outcomes])
    lengths = [
        np.array([sum(len(t.text.split()) for t in each.talk.turns) for each in outcomes], float),
        np.array([len(each.talk.turns) for each in outcomes], float),
        *(np.array([each.besides[name] for each in outcomes]) for name in outcomes[0].besides),
    ]
    clusters = [each.cluster for each in outcomes]
    for name, values in whole.items():
        plain = _against(values, result, clusters, ())
        if plain is not None:
            held = _against(values, result, clusters, lengths)
            early = _against(half[name], result, clusters, ()) if half else None
            yield Row(name, plain, held, early)


def _against(
    values: Sequence[float | None],
    result: np.ndarray,
    clusters: Sequence[str],
    besides: Sequence[np.ndarray],
) -> Association | None:
    here = [place for place, each in enumerate(values) if each is not None]
    if len(here) < FEWEST:
        return None
    chosen = np.array([values[place] for place in here], dtype=float)
    if len(here) - int(np.unique(chosen, return_counts=True)[1].max()) < RARE:
        return None
    return association(
        chosen,
        result[here],
        [clusters[place] for place in here],
        besides=[each[here] for each in besides],
    )


def table(found: Sequence[Row], named: Callable[[str], str]) -> Iterator[str]:
    """Yield the lines of a table, the strongest first; what holds after correction is bold."""
    corrected = holm([each.plain.chance for each in found])
    yield "| | talks | goes with it | p (Holm) | length held constant | first half only |"
    yield "|---|---|---|---|---|---|"
    ordered = sorted(zip(found, corrected, strict=True), key=lambda pair: -abs(pair[0].plain.value))
    for each, chance in ordered:
        mark = "**" if chance < 0.05 else ""
        cells = (each.plain.size, f"{mark}{told(each.plain)}{mark}", f"{chance:.3f}")
        yield (
            f"| {named(each.name)} | {cells[0]:,} | {cells[1]} | {cells[2]} "
            f"| {told(each.held)} | {told(each.half)} |"
        )


def told(value: Association | None) -> str:
    """Return a correlation with its interval: ``+0.12 [0.05, 0.19]``."""
    return f"{value.value:+.2f} [{value.low:+.2f}, {value.high:+.2f}]" if value else "–"


def tables(title: str, outcomes: Sequence[Outcome], readings: Readings) -> Iterator[str]:
    """Yield the tables of one data set: by what was read, then by its own human labels."""
    talks = [each.talk for each in outcomes]
    whole = values_of(talks, readings)
    half = values_of([first_half(each) for each in talks], readings)
    for came in outcomes[0].came:
        yield from ("", f"### {title}: {came}, by what was read", "")
        yield from table(list(rows(outcomes, came, whole, half)), _name)
    labelled = [each for each in outcomes if each.ours is not None]
    names = sorted({name for each in labelled for name in each.ours or ()})
    by_hand = {name: [(each.ours or {}).get(name, 0.0) for each in labelled] for name in names}
    for came in outcomes[0].came:
        yield from ("", f"### {title}: {came}, by the set's own labels of what we said", "")
        yield from table(list(rows(labelled, came, by_hand, None)), str)


def first_talks(outcomes: Sequence[Outcome], most: int | None) -> list[Outcome]:
    """Return the first so many talks of a set, in its own order, each with all its views."""
    names = list(dict.fromkeys(each.cluster for each in outcomes))[:most]
    return [each for each in outcomes if each.cluster in set(names)]


def _name(measure: str) -> str:
    return measures()[measure].name


def main() -> None:
    """Print the tables; with ``--write`` put them on the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--kept", type=Path, help="file in which readings stay")
    parser.add_argument("--first", type=int, default=None, help="so many talks of each set")
    parser.add_argument("--patterns", action="store_true", help="the patterns alone, no model")
    parser.add_argument("--write", action="store_true", help="put the tables on the page")
    options = parser.parse_args()
    from theirside.reader.combined import CombinedReader
    from theirside.reader.patterns import PatternReader

    encoder = Foreseeing()
    reader = PatternReader() if options.patterns else CombinedReader(encoder=encoder)
    sets = {
        "Persuasion for Good": first_talks(persuasion_outcomes(options.data), options.first),
        "CaSiNo": first_talks(casino_outcomes(options.data), options.first),
    }
    every = [each.talk for outcomes in sets.values() for each in outcomes]
    readings = readings_of(
        every, reader, options.kept, len if options.patterns else encoder.foresee
    )
    lines = [f"Reader: `{reader.version}`."]
    for title, outcomes in sets.items():
        lines += tables(title, outcomes, readings)
    print("\n".join(lines))
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.partition(BEGIN)[0], page.partition(END)[2]
        made = "\n".join([before + BEGIN, "", *lines, "", END + after])
        PAGE.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    main()
