"""How well the shelf is matched to people: ``python -m evals.in_mind``.

Invented people and things (``in_mind.yaml``), judged by reading before any score was looked at.
For each person the nearest thing of twenty is proposed if it is near enough; else nothing is. Right
is a proposal that was judged to fit, and silence where nothing was. ``--pairs`` lists each.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from evals.scores import wilson
from theirside.evidence import Quote
from theirside.intake.shelf.thing import Thing, ThingKind
from theirside.serve.in_mind.choosing import nearest, reasons
from theirside.serve.in_mind.near import Nearness, by_words_only, nearness_by
from theirside.serve.in_mind.pace import usual_pace
from theirside.understand.understanding import Observation, Person, Status, Understanding

FILE = Path(__file__).with_name("in_mind.yaml")
SETS = ("first", "second", "held_back")
TODAY = date(2026, 6, 1)
_SAID = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Proposed:
    """The nearest thing for a person, how near, and whether it was judged to fit."""

    person: str
    thing: str
    near: float
    said: str
    fits: bool


@dataclass(frozen=True, slots=True)
class Score:
    """Of ``people``, ``proposed`` got something, of which ``right`` fit; silence likewise.

    ``nothing_fits`` counts the people for whom silence was right, ``silent`` those of them who were
    spared. ``first`` counts those for whom the nearest thing fits, near enough or not, of
    ``something_fits``.
    """

    people: int
    proposed: int
    right: int
    nothing_fits: int
    silent: int
    something_fits: int
    first: int


def sets() -> dict[str, Any]:
    """Return the judged sets by name."""
    import yaml

    data: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return data


def proposed(judged: dict[str, Any], near: Nearness) -> list[Proposed]:
    """Return the nearest thing for each person of a set."""
    things = [
        Thing(name, ThingKind.ARTICLE, title, text)
        for name, (title, text) in judged["things"].items()
    ]
    found = []
    for who in judged["people"]:
        said = list(reasons(_understanding(who), TODAY))
        whys = list(nearest(things, said, near))
        if not whys:
            found.append(Proposed(who["name"], "", 0.0, "", fits=False))
            continue
        thing, why = max(whys, key=lambda pair: pair[1].near)
        fits = thing.id in who["fits"]
        found.append(Proposed(who["name"], thing.id, why.near, why.statement, fits))
    return found


def _understanding(who: dict[str, Any]) -> Understanding:
    said = tuple(
        Observation(
            f"{who['name']}{number}",
            who["name"],
            facet,
            text,
            (Quote("talk", 0, 0, len(text), text),),
            Status.HEARD,
            0.9,
            _SAID,
            _SAID,
        )
        for number, (facet, text) in enumerate(who["said"])
    )
    person = Person(who["name"], (who["name"],))
    return Understanding(person, 1, _SAID, _SAID, said, (), ())


def score(judged: dict[str, Any], found: list[Proposed], enough: float) -> Score:
    """Return how often the proposals, and the silence, were right."""
    fits = {who["name"]: bool(who["fits"]) for who in judged["people"]}
    told = [each for each in found if each.near >= enough]
    spared = [each for each in found if each.near < enough and not fits[each.person]]
    return Score(
        people=len(found),
        proposed=len(told),
        right=sum(each.fits for each in told),
        nothing_fits=sum(not any_fit for any_fit in fits.values()),
        silent=len(spared),
        something_fits=sum(fits.values()),
        first=sum(each.fits for each in found),
    )


def row(name: str, it: Score) -> str:
    """Return a line of the table: precision@1 with its 95% interval (Wilson), silence, reach."""
    low, high = wilson(it.right, it.proposed)
    precision = f"{it.right} of {it.proposed} ({low:.2f} to {high:.2f})" if it.proposed else "none"
    return (
        f"| {name} | {precision} | {it.silent} of {it.nothing_fits} | "
        f"{it.right} of {it.something_fits} | {it.first} of {it.something_fits} |"
    )


def main() -> None:
    """Print the table, and with ``--pairs`` what was proposed to whom."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pairs", action="store_true", help="list what was proposed")
    asked.add_argument("--only", choices=SETS, help="one of the sets")
    asked.add_argument("--enough", type=float, default=usual_pace().enough)
    told = asked.parse_args()
    from theirside.reader.encoder import default_encoder

    ways = {"meaning and words": nearness_by(default_encoder()), "words only": by_words_only}
    print(
        "| set | proposals right | rightly silent | found | nearest fits |\n|---|---|---|---|---|"
    )
    for name, judged in sets().items():
        if told.only not in (None, name):
            continue
        for way, near in ways.items():
            found = proposed(judged, near)
            enough = told.enough if near is not by_words_only else 1.0
            print(row(f"{name}, {way}", score(judged, found, enough)))
            for each in sorted(found, key=lambda one: -one.near) if told.pairs else ():
                mark = "fits" if each.fits else "no"
                print(f"    {each.near:5.2f} {mark:4} {each.person} ← {each.thing}: {each.said}")


if __name__ == "__main__":
    main()
