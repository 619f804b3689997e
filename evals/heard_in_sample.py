"""How much of what an attentive person hears in the sample does Theirside hear, and what besides?

The sample was written by hand, and so was the list of what is to be heard in it
(``tests/fixtures/sample/heard.yaml``). An observation counts as found where its facet is the
listed one and one of the two quotes holds the other. What was found besides is printed in full,
because the list is one attentive person's and not complete: look at it before calling it wrong.
Nothing may be tuned by these sentences that would not hold for others; they are a check.

Run it from the repository: ``python -m evals.heard_in_sample`` (``--missed`` lists those too).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from theirside.understand.understanding import Understanding

HEARD = Path(__file__).parents[1] / "tests" / "fixtures" / "sample" / "heard.yaml"


@dataclass(frozen=True, slots=True)
class Heard:
    """One facet of one person, in the words that it rests on."""

    person: str
    facet: str
    quote: str

    def matches(self, other: Heard) -> bool:
        """Say whether both are the same facet of the same person, in overlapping words."""
        same = (self.person, self.facet) == (other.person, other.facet)
        return same and (self.quote in other.quote or other.quote in self.quote)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found of what is to be heard, what was missed, and what was found besides."""

    found: tuple[Heard, ...]
    missed: tuple[Heard, ...]
    besides: tuple[Heard, ...]

    def facets(self) -> Mapping[str, tuple[int, int, int]]:
        """Return found, missed and besides by facet."""
        found, missed, besides = (
            Counter(each.facet for each in part) for part in (self.found, self.missed, self.besides)
        )
        return {
            facet: (found[facet], missed[facet], besides[facet])
            for facet in sorted(found | missed | besides)
        }


def squeezed(text: str) -> str:
    """Return the text with its white space made single spaces."""
    return re.sub(r"\s+", " ", text).strip()


def listed(path: Path = HEARD) -> list[Heard]:
    """Return what is to be heard, as written down by hand."""
    people = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Heard(person, each["facet"], squeezed(each["quote"]))
        for person, rows in people.items()
        for each in rows
    ]


def observed(understandings: Iterable[Understanding]) -> list[Heard]:
    """Return what was observed, one for each quote."""
    return [
        Heard(understanding.person.name, observation.facet, squeezed(quote.text))
        for understanding in understandings
        for observation in understanding.observations
        for quote in observation.evidence
    ]


def compare(expected: Sequence[Heard], got: Sequence[Heard]) -> Comparison:
    """Compare what is to be heard with what was observed."""
    return Comparison(
        found=tuple(each for each in expected if any(each.matches(other) for other in got)),
        missed=tuple(each for each in expected if not any(each.matches(other) for other in got)),
        besides=tuple(each for each in got if not any(each.matches(other) for other in expected)),
    )


def understood() -> list[Understanding]:
    """Return what Theirside understands of the sample's people."""
    import theirside
    from theirside import sample
    from theirside.understand import understand

    where = sample.folder()
    talks = theirside.load(
        *(str(where / part) for part in ("mail", "calls", "chat")), us=list(sample.US)
    )
    return understand(talks, offer=theirside.load_offer(where / "offer.yaml"))


def main(arguments: Sequence[str] = ()) -> None:
    """Print found, missed and besides by facet, then what was found besides."""
    result = compare(listed(), observed(understood()))
    print(f"{'facet':<12}{'found':>6}{'missed':>8}{'besides':>9}")
    for facet, (found, missed, besides) in result.facets().items():
        print(f"{facet:<12}{found:>6}{missed:>8}{besides:>9}")
    totals = (len(result.found), len(result.missed), len(result.besides))
    print(f"{'all':<12}{totals[0]:>6}{totals[1]:>8}{totals[2]:>9}")
    parts = {"besides": result.besides}
    if "--missed" in arguments:
        parts["missed"] = result.missed
    for name, rows in parts.items():
        print(f"\n{name}")
        for each in rows:
            print(f"  {each.person} · {each.facet}: {each.quote}")


if __name__ == "__main__":
    main(sys.argv[1:])
