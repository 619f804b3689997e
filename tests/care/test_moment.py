"""Every kind of moment's data file: its small talks fire and stay silent as they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.care.example_talks import talk_of
from theirside.care.moment import MomentKind, Scene, moment_kinds, read_file
from theirside.care.worthwhile import moments_in
from theirside.errors import SettingsError
from theirside.reader import labels

EVERY = list(moment_kinds().values())
each_kind = pytest.mark.parametrize("kind", EVERY, ids=lambda each: each.id)


def shown(kind: MomentKind, scene: Scene) -> list[tuple[str, ...]]:
    found = moments_in([talk_of(scene)], None, only=[kind.id])
    return [tuple(quote.text for quote in each.evidence) for each in found]


@each_kind
def test_the_talks_that_fire_show_the_words_that_they_name(kind: MomentKind) -> None:
    assert len(kind.fires) >= 2
    for scene in kind.fires:
        assert shown(kind, scene) == [scene.shows]


@each_kind
def test_the_silent_talks_have_no_such_moment(kind: MomentKind) -> None:
    assert len(kind.silent) >= 2
    for scene in kind.silent:
        assert shown(kind, scene) == [], scene


@each_kind
def test_a_kind_rests_on_labels_that_there_are(kind: MomentKind) -> None:
    groups = {each.partition(".")[0] for each in labels()}
    assert [each for each in kind.how.labels if each not in labels() and each not in groups] == []


@each_kind
def test_a_kind_says_why_it_matters_and_what_to_talk_about(kind: MomentKind) -> None:
    assert 0 < kind.weight <= 1
    assert kind.why.endswith(".")
    assert kind.talk_about
    assert all(each.rstrip().endswith(("?", ".")) for each in kind.talk_about)
    assert kind.practice


def test_there_are_moments_that_worked_and_others() -> None:
    assert sum(each.good for each in EVERY) >= 4
    assert sum(not each.good for each in EVERY) >= 4


def test_a_file_that_is_not_right_is_named_with_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("id: broken\nexamples: {fires: [], silent: []}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"broken\.yaml: lacks 'how'"):
        read_file(path)


def test_a_need_that_there_is_not_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "needy.yaml"
    source = (Path(__file__).parents[2] / "src/theirside/care/moments/cut_off.yaml").read_text()
    path.write_text(source.replace("needs: [sides, times]", "needs: [weather]"), encoding="utf-8")
    with pytest.raises(SettingsError, match="weather"):
        read_file(path)
