"""The label files: complete, of one form, and the glossary's facets all there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from theirside.conversation import Side
from theirside.errors import SettingsError
from theirside.reader import label as label_module
from theirside.reader import labels
from theirside.reader.kept import LABELS
from theirside.reader.label import (
    GUARDS,
    KINDS,
    TRAINING,
    Label,
    Pattern,
    authored,
    expression,
    rules,
)

FACETS = (
    "goal pain stake criterion process decider constraint risk value taste interest irritant "
    "habit belief feeling"
).split(" ")
JUDGED = (
    "acknowledge advise ask contempt customer_focus gift inform promise self_focus small_talk wish "
    "question.open question.closed reflection.simple reflection.complex readiness.change "
    "readiness.sustain press.assumed_close press.urgency press.scarcity press.guilt press.trap "
    "press.flattery press.feigned_agreement"
).split(" ")
EMOTIONS = (
    "admiration amusement anger annoyance approval caring confusion curiosity desire "
    "disappointment disapproval disgust embarrassment excitement fear gratitude grief joy love "
    "nervousness optimism pride realization relief remorse sadness surprise"
).split(" ")
PUSHBACK = "price timing need trust authority status_quo competitor capability brush_off".split(" ")

ALL = pytest.mark.parametrize("label", list(labels().values()), ids=lambda each: each.id)


def test_every_facet_of_the_glossary_has_a_label() -> None:
    found = {name.removeprefix("facet.") for name in labels() if name.startswith("facet.")}
    assert found == set(FACETS)


def test_every_kind_of_pushback_question_and_guard_has_a_label() -> None:
    assert {f"pushback.{kind}" for kind in PUSHBACK} <= set(labels())
    assert {*JUDGED, "question.indirect", "special"} <= set(labels())


def test_every_emotion_has_a_label_of_its_own_beside_the_everyday_feelings() -> None:
    finer = {each.id for each in labels().values() if each.training == ("goemotions",)}
    assert finer == {f"feeling.{each}" for each in EMOTIONS}
    everyday = {each for each in labels() if each.startswith("feeling.")} - finer
    for each in labels().values():
        assert not each.group or (each.id in finer and each.group in everyday)
        assert bool(each.rule.patterns) == (each.id in everyday) or each.id not in everyday | finer


def test_ids_are_unique_and_tell_the_file() -> None:
    files = [path for path in LABELS.rglob("*.yaml") if path.name != "words.yaml"]
    ids = [".".join(path.relative_to(LABELS).with_suffix("").parts) for path in files]
    told = [re.sub(r"^emotion\.", "feeling.", each) for each in ids]
    assert sorted(told) == sorted(labels())
    assert len(files) == len(labels()) == len(rules())


@ALL
def test_a_label_is_complete(label: Label) -> None:
    for text in (label.name, label.definition, label.why, label.source):
        assert text.strip()
    assert label.definition.endswith(".")
    assert label.why.endswith(".")
    assert label.rule.side in ("theirs", "ours", "any")
    least = 2 if label.training == ("goemotions",) else 4
    assert len(label.fires) >= least
    assert len(label.silent) >= least


@ALL
def test_a_labels_patterns_are_sound(label: Label) -> None:
    assert label.rule.patterns or label.rule.of or label.training
    assert len(set(label.training)) == len(label.training)
    assert set(label.training) <= set(TRAINING)
    assert set(label.rule.guards) <= set(GUARDS)
    for pattern in label.rule.patterns:
        assert pattern.kind in KINDS
        assert 0.5 <= pattern.probability <= 0.95
        assert pattern.allows <= set(GUARDS)
        re.compile(expression(pattern.kind, pattern.regex), re.IGNORECASE)


@ALL
def test_facets_are_never_read_from_our_own_sentences(label: Label) -> None:
    if label.id.startswith(("facet.", "feeling.", "pushback.", "readiness.", "wish")):
        assert label.rule.side == "theirs"


@ALL
def test_how_a_text_treats_its_reader_is_read_from_our_own_texts(label: Label) -> None:
    if label.id.startswith("press."):
        assert label.rule.side == "ours"
        assert {each.side for each in label.fires + label.silent} == {Side.OURS}


def test_examples_are_not_used_twice() -> None:
    said = [each.text for label in labels().values() for each in label.fires + label.silent]
    assert len(set(said)) > 0.9 * len(said)


def test_a_negative_pattern_says_not_other_than_in_a_lookahead() -> None:
    assert Pattern("says", "we do not have", 0.7).negative
    assert not Pattern("says", r"we have (?!not\b)", 0.7).negative


@pytest.mark.parametrize(
    "content",
    [
        "- a list",
        "id: [unclosed",
        "id: facet.x\nside: theirs\npatterns:\n  - says: x\n",
        "id: facet.x\nside: theirs\npatterns:\n  - says: x\n    probability: high\n",
        "side: theirs\npatterns: []\n",
    ],
)
def test_a_broken_file_is_named(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.yaml").write_text(content, encoding="utf-8")
    monkeypatch.setattr(label_module, "LABELS", tmp_path)
    with pytest.raises(SettingsError, match=r"broken\.yaml"):
        authored()


@pytest.mark.parametrize("missing", ["name", "definition", "why", "source", "training", "examples"])
def test_a_file_without_a_field_is_named_with_the_field(
    missing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (LABELS / "facet" / "taste.yaml").read_text(encoding="utf-8")
    (tmp_path / "taste.yaml").write_text(
        re.sub(rf"^{missing}:.*\n", "", content, flags=re.MULTILINE), encoding="utf-8"
    )
    monkeypatch.setattr(label_module, "LABELS", tmp_path)
    with pytest.raises(SettingsError, match=r"taste\.yaml"):
        labels.__wrapped__()


@pytest.mark.parametrize("wrong", ["training: written", "training: [hearsay]", "training: 3"])
def test_a_wrong_source_of_training_is_named(
    wrong: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (LABELS / "wish.yaml").read_text(encoding="utf-8")
    (tmp_path / "wish.yaml").write_text(
        re.sub(r"^training:.*$", wrong, content, flags=re.MULTILINE), encoding="utf-8"
    )
    monkeypatch.setattr(label_module, "LABELS", tmp_path)
    with pytest.raises(SettingsError, match=r"wish\.yaml.*training"):
        labels.__wrapped__()


def test_training_and_group_are_read_from_the_file() -> None:
    assert labels()["promise"].training == ("written", "real")
    assert labels()["special"].training == ()
    assert labels()["feeling.grief"].group == "feeling.sad"
    assert labels()["feeling.curiosity"].group == ""
