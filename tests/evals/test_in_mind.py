"""How evals/in_mind.py counts, and that what was judged can be read."""

from __future__ import annotations

from evals.in_mind import SETS, Proposed, Score, proposed, row, score, sets
from tests.serve.in_mind.vectors import near_by

JUDGED = {
    "things": {"boats": ["Old boats", "On the quay."], "bread": ["Cold bread", "In the cellar."]},
    "people": [
        {"name": "Ana", "said": [["interest", "I love my little dinghy."]], "fits": ["boats"]},
        {"name": "Ben", "said": [["pain", "The dough never rises here."]], "fits": ["boats"]},
        {"name": "Cem", "said": [["goal", "We open a second shop."]], "fits": []},
        {"name": "Dov", "said": [["decider", "My father decides."]], "fits": []},
    ],
}
NEAR = near_by(
    {
        ("I love", "Old boats"): 3.0,
        ("The dough", "Cold bread"): 2.5,
        ("We open", "Cold bread"): 0.5,
    }
)


def test_the_nearest_thing_is_proposed_for_each() -> None:
    found = proposed(JUDGED, NEAR)
    assert found[0] == Proposed("Ana", "boats", 3.0, "I love my little dinghy.", fits=True)
    assert (found[1].thing, found[1].fits) == ("bread", False)
    assert (found[3].thing, found[3].near) == ("", 0.0)


def test_right_is_what_fits_and_silence_where_nothing_does() -> None:
    found = score(JUDGED, proposed(JUDGED, NEAR), 2.0)
    assert found == Score(
        people=4, proposed=2, right=1, nothing_fits=2, silent=2, something_fits=2, first=1
    )
    assert row("x", found) == "| x | 1 of 2 (0.09 to 0.91) | 2 of 2 | 1 of 2 | 1 of 2 |"


def test_nothing_proposed_is_no_share() -> None:
    assert "| none |" in row("x", score(JUDGED, proposed(JUDGED, NEAR), 9.0))


def test_whatever_is_judged_to_fit_is_there() -> None:
    judged = sets()
    assert tuple(judged) == SETS
    for each in judged.values():
        assert len(each["things"]) == 20
        for who in each["people"]:
            assert set(who["fits"]) <= set(each["things"]), who["name"]
