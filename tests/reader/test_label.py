"""The label files: complete, of one form, and the glossary's facets all there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from theirside.errors import SettingsError
from theirside.reader import label as label_module
from theirside.reader import labels
from theirside.reader.kept import LABELS
from theirside.reader.label import GUARDS, KINDS, Label, Pattern, authored, expression, rules

FACETS = (
    "goal pain stake criterion process decider constraint risk value taste interest irritant "
    "habit belief feeling"
).split(" ")
PUSHBACK = "price timing need trust authority status_quo competitor capability brush_off".split(" ")

ALL = pytest.mark.parametrize("label", list(labels().values()), ids=lambda each: each.id)


def test_every_facet_of_the_glossary_has_a_label() -> None:
    found = {name.removeprefix("facet.") for name in labels() if name.startswith("facet.")}
    assert found == set(FACETS)


def test_every_kind_of_pushback_question_and_guard_has_a_label() -> None:
    assert {f"pushback.{kind}" for kind in PUSHBACK} <= set(labels())
    assert {"question.open", "question.closed", "promise", "special"} <= set(labels())


def test_ids_are_unique_and_tell_the_file() -> None:
    files = [path for path in LABELS.rglob("*.yaml") if path.name != "words.yaml"]
    ids = [str(path.relative_to(LABELS).with_suffix("")).replace("/", ".") for path in files]
    assert sorted(ids) == sorted(labels())
    assert len(files) == len(labels()) == len(rules())


@ALL
def test_a_label_is_complete(label: Label) -> None:
    for text in (label.name, label.definition, label.why, label.source):
        assert text.strip()
    assert label.definition.endswith(".")
    assert label.why.endswith(".")
    assert label.rule.side in ("theirs", "ours", "any")
    assert len(label.fires) >= 4
    assert len(label.silent) >= 4


@ALL
def test_a_labels_patterns_are_sound(label: Label) -> None:
    assert label.rule.patterns or label.rule.of
    assert set(label.rule.guards) <= set(GUARDS)
    for pattern in label.rule.patterns:
        assert pattern.kind in KINDS
        assert 0.5 <= pattern.probability <= 0.95
        assert pattern.allows <= set(GUARDS)
        re.compile(expression(pattern.kind, pattern.regex), re.IGNORECASE)


@ALL
def test_facets_are_never_read_from_our_own_sentences(label: Label) -> None:
    if label.id.startswith(("facet.", "feeling.", "pushback.")):
        assert label.rule.side == "theirs"


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


@pytest.mark.parametrize("missing", ["name", "definition", "why", "source", "examples"])
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
