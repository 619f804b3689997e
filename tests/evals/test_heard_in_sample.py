"""What the comparison with the hand-written list counts as found, missed and besides."""

from __future__ import annotations

from pathlib import Path

from evals.heard_in_sample import Heard, compare, listed, observed, squeezed
from theirside.evidence import Quote
from theirside.understand.understanding import Observation, Person, Status, Understanding

GOAL = Heard("Ada", "goal", "We want fewer stops.")


def understanding(*quotes: str) -> Understanding:
    evidence = tuple(Quote("c", 0, 0, len(text), text) for text in quotes)
    observation = Observation("o", "ada", "goal", quotes[0], evidence, Status.HEARD, 0.9)
    return Understanding(
        person=Person("ada", ("Ada",)),
        conversations=1,
        first_at=None,
        last_at=None,
        observations=(observation,),
        gaps=(),
        questions=(),
    )


def test_the_same_words_are_found() -> None:
    result = compare([GOAL], [GOAL])
    assert (result.found, result.missed, result.besides) == ((GOAL,), (), ())


def test_a_quote_within_the_other_is_found_either_way() -> None:
    longer = Heard("Ada", "goal", "As I said: We want fewer stops. Soon.")
    assert compare([GOAL], [longer]).found == (GOAL,)
    assert compare([longer], [GOAL]).found == (longer,)


def test_another_facet_or_person_is_missed_and_besides() -> None:
    for other in (Heard("Ada", "pain", GOAL.quote), Heard("Ben", "goal", GOAL.quote)):
        result = compare([GOAL], [other])
        assert (result.found, result.missed, result.besides) == ((), (GOAL,), (other,))


def test_counts_are_by_facet() -> None:
    pain = Heard("Ada", "pain", "It stops every week.")
    assert compare([GOAL, pain], [GOAL]).facets() == {"goal": (1, 0, 0), "pain": (0, 1, 0)}
    assert compare([], [pain]).facets() == {"pain": (0, 0, 1)}


def test_every_quote_of_an_observation_counts_once() -> None:
    assert observed([understanding("We want\n fewer stops.", "Fewer!")]) == [
        GOAL,
        Heard("Ada", "goal", "Fewer!"),
    ]


def test_white_space_does_not_matter() -> None:
    assert squeezed(" a\n b\t\tc ") == "a b c"


def test_the_list_is_read_as_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "heard.yaml"
    path.write_text('Ada:\n  - {facet: goal, quote: "We want fewer stops.", by: Ben}\n')
    assert listed(path) == [GOAL]


def test_the_list_of_the_sample_is_long_enough_to_measure_by() -> None:
    assert len(listed()) > 150
