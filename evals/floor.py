"""The floor: TF-IDF over words and letters with logistic regression, on the same splits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline, make_union

from evals.judged import ENOUGH
from evals.scores import Array, best_shared_threshold, macro_f1, one_of
from training.contract import FAMILIES
from training.corpus import own, public
from training.labelled import labelled
from training.said import Said
from training.sources import casino, goemotions, persuasion


def floor(data: Path, inputs: Path | None) -> None:
    """Print the floor of every public set, and of the real sentences labelled by hand."""
    sets = public(data)
    for name, part, test in (
        (goemotions.TASK, "goemotions", goemotions.goemotions(data, "test")),
        (casino.TASK, "casino", casino.casino(data, "test")),
        (persuasion.PERSUADER, "persuasion", persuasion.persuasion(data, "test")),
        (persuasion.PERSUADEE, "persuasion", persuasion.persuasion(data, "test")),
    ):
        print(f"TF-IDF, {name:50}{_score(name, sets.train[part], sets.tune[part], test):.3f}")
    ours = own(data, inputs)
    train = [each for said in ours.train.values() for each in said]
    real = _score("judged", train, ours.tune["real"], labelled("test", data, inputs))
    print(f"TF-IDF, {'real sentences, labels as above':50}{real:.3f}")


def _score(name: str, train: list[Said], tune: list[Said], test: list[Said]) -> float:
    family = next(each for each in FAMILIES if each.name == name)
    parts = [[each for each in said if name in each.gold] for said in (train, tune, test)]
    holds = [
        np.array([[n in each.gold[name] for n in family.names] for each in said], dtype=int)
        for said in parts
    ]
    there = holds[0].any(0)
    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=3)
    model = make_pipeline(
        make_union(words, letters),
        OneVsRestClassifier(LogisticRegression(C=4, class_weight="balanced", solver="liblinear")),
    )
    model.fit([each.text for each in parts[0]], holds[0][:, there])
    chances: list[Array] = [
        np.asarray(model.predict_proba([each.text for each in said])) for said in parts[1:]
    ]
    if family.one:
        measured = [n != persuasion.NON_STRATEGY for n in np.array(family.names)[there]]
        guessed = one_of(chances[1].argmax(1), int(there.sum()))
        return macro_f1(guessed[:, measured], holds[2][:, there][:, measured])
    limit = best_shared_threshold(chances[0], holds[1][:, there])
    told = holds[2][:, there].sum(0) >= (ENOUGH if name == "judged" else 0)
    return macro_f1(chances[1][:, told] >= limit, holds[2][:, there][:, told])
