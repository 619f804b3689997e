"""Measures' files: what is misspelt is named; what may be said is held to."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from theirside.care.counting import kinds
from theirside.care.definition import FOLDER, measures, read_file
from theirside.errors import SettingsError


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("why:", "warum:", "why"),
        ("needs: [ours]", "needs: [moonlight]", "'moonlight', which is none of ours, sides"),
        ("good: computed", "good: excellent", "'excellent'"),
        ("{side: ours, labels: [question]}", "{side: ours, label: [question]}", "label"),
    ],
)
def test_a_file_that_is_not_as_it_should_be_is_named(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    text = (FOLDER / "open_questions.yaml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "mine.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SettingsError, match=r"mine\.yaml") as raised:
        read_file(path)
    assert named in str(raised.value)


def test_a_measure_bears_the_name_of_its_file() -> None:
    assert sorted(measures()) == sorted(path.stem for path in FOLDER.glob("*.yaml"))


def test_every_kind_is_used_and_every_measure_has_one() -> None:
    assert {each.how.kind for each in measures().values()} == set(kinds())


def test_groups_stand_together_on_a_sheet() -> None:
    groups = [each.group for each in measures().values()]
    changes = sum(one != other for one, other in pairwise(groups))
    assert changes == len(set(groups)) - 1


def test_a_published_range_says_who_and_how_good() -> None:
    for each in measures().values():
        for known in each.ranges:
            assert known.who
            assert known.evidence
            if known.good == "vendor":
                assert "not open" in known.evidence
