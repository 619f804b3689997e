"""The files of real sentences labelled by hand, without the sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import labelled as room
from training.labelled import digest, labelled, readings
from training.said import Said
from training.sources.persuasion import split_of

TALK = "inputs:call.vtt:call-1"


def test_there_are_enough_and_the_test_set_was_read_twice() -> None:
    test = readings("test")
    assert len(readings("train")) + len(test) >= 2_500
    twice = set(readings("test.first")) & set(readings("test.second"))
    assert set(test) <= twice
    assert len(test) >= 800


def test_no_conversation_is_in_both() -> None:
    def talk(name: str) -> str:
        return name if name.startswith("email") else ":".join(name.split(":")[:2])

    both = {talk(each) for each in readings("train") if not each.startswith("inputs")}
    assert both.isdisjoint({talk(each) for each in readings("test")})
    meetings = {each.rsplit(":", 2)[0] for each in readings("train") if each.startswith("inputs")}
    assert meetings.isdisjoint({each.rsplit(":", 2)[0] for each in readings("test")})


def test_talks_of_the_annotated_training_part_are_not_tested_on() -> None:
    talks = {":".join(each.split(":")[:2]) for each in readings("test") if each.startswith("p4g")}
    assert {split_of(each) for each in talks} <= {"test", "valid"}


def test_no_text_is_kept() -> None:
    for name in ("train", "test", "test.first", "test.second"):
        for sentence, (known, labels, how) in readings(name).items():
            assert " " not in sentence.replace(" (", "(") or sentence.startswith("inputs")
            assert len(known) == 8
            assert labels is not None
            assert how.partition(":")[0] in ("natural", "near", "pattern", "sure", "doubtful")


def test_a_text_that_is_not_the_labelled_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = f"{TALK}:0:0\t{digest('We want more.')}\tfacet.goal\tnatural\n"
    (tmp_path / "test.tsv").write_text(line, encoding="utf-8")
    monkeypatch.setattr(room, "FOLDER", tmp_path)
    said = Said(f"{TALK}:0:0", TALK, "We want less.")
    monkeypatch.setattr(room, "_candidates", lambda data, inputs: [said])
    with pytest.raises(ValueError, match="is not the text that was labelled"):
        labelled("test", tmp_path, None)


def test_labels_come_with_their_families_and_the_unclear_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [Said(f"{TALK}:0:{n}", TALK, text) for n, text in enumerate(("Good!", "Hrmpf"))]
    lines = [
        f"{each.id}\t{digest(each.text)}\t{labels}\tnatural\n"
        for each, labels in zip(said, ("small_talk,feeling.pleased", "unclear"), strict=True)
    ]
    (tmp_path / "test.tsv").write_text("".join(lines), encoding="utf-8")
    monkeypatch.setattr(room, "FOLDER", tmp_path)
    monkeypatch.setattr(room, "_candidates", lambda data, inputs: said)
    found = labelled("test", tmp_path, None)
    assert [each.text for each in found] == ["Good!"]
    assert found[0].gold == {
        "judged": frozenset({"small_talk"}),
        "felt": frozenset({"feeling.pleased"}),
    }


def test_an_unknown_label_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "test.tsv").write_text("a:1\t12345678\tgaol\tnatural\n", encoding="utf-8")
    monkeypatch.setattr(room, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="a:1: no such label: gaol"):
        readings("test")
