"""Copies of test sentences in the training sets: found by words and by meaning, then left out."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from training import corpus
from training.corpus import LEFT_OUT, left_out
from training.labelled import digest
from training.leaks import Leaks, close, leaks, lines, same, table, words
from training.said import Said


def said(name: str, *texts: str) -> list[Said]:
    return [Said(f"{name}:{n}", f"{name}:{n}", text) for n, text in enumerate(texts)]


def test_case_punctuation_and_quotes_make_no_other_words() -> None:
    assert words("I don’t KNOW what that is…") == words("i don't know, what that is!")
    assert words("I don't know") != words("I do know")
    assert words("👍 👍") == ("👍", "👍")


def test_near_pairs_are_the_same_whatever_the_block() -> None:
    chance = np.random.default_rng(1)
    test, train = (chance.normal(size=(n, 8)) for n in (2500, 60))
    test /= np.linalg.norm(test, axis=1, keepdims=True)
    train /= np.linalg.norm(train, axis=1, keepdims=True)
    rows, others = np.nonzero(test @ train.T >= 0.92)
    assert len(rows) > 0
    found = list(close(test, train))
    assert {pair[:2] for pair in found} == set(zip(rows.tolist(), others.tolist(), strict=True))
    assert all(cosine >= 0.92 for *_, cosine in found)


def test_a_copy_leaks_and_a_formula_does_not() -> None:
    test = said(
        "test", "We close the mill in June.", "Thank you so much!", "Nothing like it at all."
    )
    train = said(
        "train", "we close the mill in june", "The mill closes in June.", "Thank you so much"
    )
    assert [pair[:2] for pair in same(test, train)] == [(0, 0), (1, 2)]
    found = leaks(test, train, [(0, 0, 0.99), (0, 1, 0.95), (1, 2, 0.98)])
    assert found == Leaks(same={0}, near=set(), formulas={1}, copies={0: (0, 1.0), 1: (0, 0.95)})


def test_near_by_meaning_alone_is_counted_apart() -> None:
    test = said("test", "We close the mill in June.")
    found = leaks(test, said("train", "The mill closes in June."), [(0, 0, 0.95)])
    assert (found.same, found.near, found.copies) == (set(), {0}, {0: (0, 0.95)})
    row = list(table({"one set": (4, found)}))[1].split()
    assert row == ["one", "set", "4", "0", "1", "25.0%", "0", "1"]


def test_a_copy_is_written_once_with_its_nearest_and_without_text() -> None:
    train = said("train", "a b c d e", "f g h i j")
    first, second = said("one", "a b c d x"), said("two", "a b c d e")
    found = [(first, Leaks(copies={0: (0, 0.93)})), (second, Leaks(copies={0: (0, 1.0)}))]
    assert lines(train, found) == [("train:0", digest("a b c d e"), "two:0", "1.000")]


def test_what_is_left_out_trains_nothing_unless_the_whole_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, gone = said("written", "The van is red today.", "The mill closes in June.")
    path = tmp_path / "left_out.tsv"
    path.write_text(f"old:place\t{digest(gone.text)}\ttest:1\t0.950\n", encoding="utf-8")
    monkeypatch.setattr(corpus, "LEFT_OUT", path)
    monkeypatch.setattr(corpus, "written", list)
    monkeypatch.setattr(corpus, "labelled", lambda *_: [])
    monkeypatch.setattr(corpus, "talks", lambda: [kept, gone])
    monkeypatch.setitem(corpus._TUNED, "talks", 100)
    assert [each.text for each in corpus.own(tmp_path, None).train["talks"]] == [kept.text]
    whole = corpus.own(tmp_path, None, whole=True).train["talks"]
    assert [each.text for each in whole] == [kept.text, gone.text]


def test_without_a_file_nothing_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corpus, "LEFT_OUT", tmp_path / "left_out.tsv")
    assert left_out() == frozenset()


def test_the_file_names_sentences_and_keeps_no_text() -> None:
    with LEFT_OUT.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))
    assert rows == sorted(rows)
    for name, known, test, cosine in rows:
        assert len(known) == 8
        assert ":" in name
        assert ":" in test
        assert 0.92 <= float(cosine) <= 1.0
