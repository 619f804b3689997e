"""Gifts, asks and promises measured: what is kept, and the arithmetic."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from evals.given_and_asked import (
    AGAIN,
    HALVES,
    KEPT,
    LABELS,
    Labelled,
    candidates,
    fired,
    held,
    labelled,
    mistakes,
    share,
    table,
    weights,
)
from theirside.evidence import Annotation
from theirside.reader.reader import Sentence
from training.labelled import UNCLEAR, digest, readings
from training.said import Said


class Fixed:
    """A reader that says "gift" of every sentence with the word."""

    version = "fixed"

    def annotate(self, sentences: Sequence[Sentence], everything: bool = False) -> list[Annotation]:
        return [
            Annotation(each.turn, each.start, each.end, "gift", 1.0, self.version)
            for each in sentences
            if "gift" in each.text
        ]


def one(text: str, *labels: str, stratum: str = "a", of: int = 2) -> Labelled:
    return Labelled(Said(f"casino:{text}", "t", text), stratum, of, "seen", frozenset(labels))


CHOSEN = (
    one("a gift", "gift"),
    one("no", of=2),
    one("gift again", stratum="b", of=30),
    one("given", "gift", stratum="b", of=30),
    one("nothing", stratum="b", of=30),
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def test_nothing_that_is_kept_is_labelled_for_training_or_for_its_test() -> None:
    kept = rows(KEPT)
    known = {**readings("train"), **readings("test")}
    texts = {text for text, _, _ in known.values()}
    assert len(kept) >= 300
    assert not {row["sentence"] for row in kept} & known.keys()
    assert not {row["digest"] for row in kept} & texts


def test_only_identifiers_digests_and_labels_are_kept() -> None:
    for row in rows(KEPT):
        assert set(row) == {"sentence", "digest", "stratum", "of", "half", "labels"}
        assert set(row["labels"].split(",")) <= {*LABELS, UNCLEAR, "-"}
        assert row["half"] in HALVES
        assert " " not in row["sentence"] + row["digest"] + row["labels"]
    again = {row["sentence"] for row in rows(AGAIN)}
    assert len(again) == 100
    assert again <= {row["sentence"] for row in rows(KEPT)}


def test_no_stratum_is_larger_drawn_than_it_is() -> None:
    drawn: dict[str, int] = {}
    size: dict[str, int] = {}
    for row in rows(KEPT):
        drawn[row["stratum"]] = drawn.get(row["stratum"], 0) + 1
        assert size.setdefault(row["stratum"], int(row["of"])) == int(row["of"])
    assert len(size) == 36
    assert all(count <= size[name] for name, count in drawn.items())


def test_a_sentence_stands_for_as_many_as_its_stratum_has() -> None:
    assert weights(CHOSEN).tolist() == [1.0, 1.0, 10.0, 10.0, 10.0]


def test_shares_are_counted_and_weighed_back() -> None:
    said, holds = fired(Fixed(), CHOSEN)[:, 0], held(CHOSEN)[:, 0]
    precision = share(holds, said, CHOSEN)
    assert (precision.part, precision.whole) == (1, 2)
    assert precision.weighed == pytest.approx(1 / 11)
    recall = share(said, holds, CHOSEN)
    assert (recall.part, recall.whole) == (1, 2)
    assert recall.weighed == pytest.approx(1 / 11)
    assert recall.weighed_low <= recall.weighed <= recall.weighed_high


def test_nothing_fired_has_no_share() -> None:
    none = np.zeros(len(CHOSEN), dtype=bool)
    assert "0/0   –" in str(share(none, none, CHOSEN))
    assert any("ask" in line and "0/0" in line for line in table(CHOSEN, fired(Fixed(), CHOSEN)))


def test_mistakes_are_shown_of_licensed_sets_alone() -> None:
    hidden = Labelled(Said("inputs:x:y:0:0", "t", "a gift"), "a", 2, "seen", frozenset())
    told = list(mistakes((*CHOSEN, hidden), fired(Fixed(), (*CHOSEN, hidden))))
    assert [line.split("»")[1].strip() for line in told] == ["gift again", "given"]


def test_a_text_that_is_another_one_is_noticed(tmp_path: Path) -> None:
    place = tmp_path / "kept.tsv"
    head = "sentence\tdigest\tstratum\tof\thalf\tlabels\n"
    right, other = Said("e:1", "e", "Take it."), Said("e:2", "e", "Broken")
    place.write_text(
        f"{head}e:1\t{digest('Take it.')}\ta\t9\tseen\tgift\ne:2\t{digest('Broken')}\ta\t9\tseen\t"
        "unclear\n"
    )
    assert [each.labels for each in labelled([right, other], place)] == [{"gift"}]
    with pytest.raises(ValueError, match="not the text"):
        labelled([Said("e:1", "e", "Take that.")], place)


def test_without_the_sets_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        candidates(tmp_path, None)
