"""The whole talks written for this project."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from training import talks as room
from training.contract import FELT, JUDGED
from training.talks import talks


def test_most_labels_and_many_sentences_without_any_are_there() -> None:
    said = talks()
    labels = [each.gold["judged"] | each.gold["felt"] for each in said]
    carried = set().union(*labels)
    assert carried <= {*JUDGED, *FELT}
    assert set(JUDGED) - carried == set()
    assert 0.15 < sum(not each for each in labels) / len(labels) < 0.6


def test_each_sentence_has_what_stood_before_it_in_the_same_talk() -> None:
    said = talks()
    for earlier, later in itertools.pairwise(said):
        if later.conversation == earlier.conversation:
            assert later.before.endswith(earlier.text[-300:])
        else:
            assert later.before == ""


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("1\tseller\tgreet\tHello.\n", "no such label: greet"),
        ("1\tme\t-\tHello.\n", "as it should"),
    ],
)
def test_a_wrong_line_is_named(
    line: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "FOLDER", tmp_path)
    (tmp_path / "one.tsv").write_text("# farm · call\n" + line, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"one\.tsv:2: .*{what}"):
        talks()
