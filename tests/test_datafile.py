"""Reading data files: what comes out, and what is said of one that is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from theirside import datafile
from theirside.datafile import (
    entry_name,
    files_in,
    filled,
    made,
    made_each,
    name_of,
    naming,
    opened,
    parsed,
    pattern,
    texts,
)
from theirside.errors import SettingsError


class Mood(StrEnum):
    CALM = "calm"
    GLAD = "glad"


@dataclass(frozen=True, slots=True)
class Part:
    what: str
    much: float = 1.0


@dataclass(frozen=True, slots=True)
class Whole:
    id: str
    count: int
    mood: Mood = Mood.CALM
    on: bool = False
    day: date | None = None
    words: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()
    parts: tuple[Part, ...] = ()
    part: Part | None = None


def test_every_field_comes_in_its_own_type() -> None:
    content = {
        "id": "a",
        "count": 2,
        "mood": "glad",
        "on": True,
        "day": date(2026, 3, 2),
        "words": ["one", "two"],
        "common": ["x", "x"],
        "parts": [{"what": "salt", "much": 2}, {"what": "oil"}],
        "part": {"what": "bread"},
    }
    assert filled(Whole, content) == Whole(
        "a",
        2,
        Mood.GLAD,
        on=True,
        day=date(2026, 3, 2),
        words=("one", "two"),
        common=frozenset({"x"}),
        parts=(Part("salt", 2.0), Part("oil")),
        part=Part("bread"),
    )


def test_what_is_not_there_is_as_the_dataclass_has_it() -> None:
    assert filled(Whole, {"id": "a", "count": 0, "day": None}) == Whole("a", 0)
    assert isinstance(filled(Part, {"what": "salt", "much": 3}).much, float)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"count": "two"}, "count is a whole number, not 'two'"),
        ({"count": True}, "count is a whole number, not True"),
        ({"count": 1.5}, "count is a whole number, not 1.5"),
        ({"id": 7}, "id is a text, not 7"),
        ({"on": "yes"}, "on is true or false, not 'yes'"),
        ({"day": "tomorrow"}, "day is a day such as 2026-03-02, not 'tomorrow'"),
        ({"mood": "cross"}, "mood is one of calm, glad, not 'cross'"),
        ({"words": "one"}, "words is a list, not 'one'"),
        ({"words": [1]}, "each of words is a text, not 1"),
        ({"parts": [{"much": 2}]}, "lacks 'what'"),
        ({"parts": ["salt"]}, "fields with a name should stand here, not 'salt'"),
        ({"wrods": []}, "nobody reads 'wrods'; there are id, count,"),
    ],
)
def test_a_field_that_is_not_right_is_told(change: dict[str, object], told: str) -> None:
    with pytest.raises((TypeError, ValueError)) as raised:
        filled(Whole, {"id": "a", "count": 1, **change})
    assert told in str(raised.value)


def test_what_is_made_already_is_taken_and_what_another_reads_is_let_be() -> None:
    found = filled(Whole, {"count": 1, "words": "x", "note": "hi"}, ("note",), id="b", words=("y",))
    assert found == Whole("b", 1, words=("y",))


def test_a_field_that_lacks_is_told() -> None:
    with pytest.raises(ValueError, match="lacks 'count'"):
        filled(Whole, {"id": "a"})


def test_a_file_that_is_no_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("one: 1\ntwo: [\n", "utf-8")
    with pytest.raises(SettingsError, match=r"^mine\.yaml, line 2: not YAML \(.+\); compare"):
        opened(path)


def test_scalars_stay_text_where_that_is_asked_for() -> None:
    assert parsed("- no\n- 1", "x", as_text=True) == ["no", "1"]
    assert parsed("- no\n- 1", "x") == [False, 1]


def test_a_file_of_ours_is_named_by_its_place_in_the_package() -> None:
    shipped = Path(datafile.__file__).parent / "care" / "measures" / "questions.yaml"
    assert name_of(shipped) == "care/measures/questions.yaml"


def test_files_come_by_name_from_all_folders_below(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    for name in ("b.yaml", "a.yaml", "inner/c.yaml", "notes.md"):
        (tmp_path / name).write_text("[]", "utf-8")
    assert [path.name for path in files_in(tmp_path)] == ["a.yaml", "b.yaml", "c.yaml"]


def test_what_a_whole_file_lacks_is_told_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("one: 1\n", "utf-8")
    assert made(path, lambda content: content["one"]) == 1
    with pytest.raises(SettingsError, match=r"^mine\.yaml: lacks 'two'; compare a sibling$"):
        made(path, lambda content: content["two"])


def test_an_entry_is_told_by_its_id_or_its_number(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("- {what: salt}\n- {what: oil, much: lots}\n", "utf-8")
    with pytest.raises(SettingsError, match=r"^mine\.yaml, entry 2: much is a number"):
        made_each(path, lambda row: filled(Part, row))
    path.write_text("rows: [{id: a, count: x}]\n", "utf-8")
    with pytest.raises(SettingsError, match=r"^mine\.yaml, a: count is"):
        made_each(path, lambda row: filled(Whole, row), "rows")
    assert entry_name("text", 4) == "entry 4"


def test_entries_come_in_their_order(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("- {what: salt}\n- {what: oil}\n", "utf-8")
    assert made_each(path, lambda row: filled(Part, row)) == (Part("salt"), Part("oil"))


@pytest.mark.parametrize(
    ("text", "told"), [("one: 1\n", "a list of entries"), ("[]", "lacks|indic")]
)
def test_a_list_that_is_not_there_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, "utf-8")
    within = "" if text == "one: 1\n" else "rows"
    with pytest.raises(SettingsError, match=told):
        made_each(path, str, within)


def test_an_expression_that_is_none_is_told_with_its_place() -> None:
    with pytest.raises(SettingsError, match=r"^x\.yaml: .*unterminated"), naming("x.yaml"):
        pattern(["[a"])


def test_a_mistake_of_ours_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError), naming("x.yaml"):
        _ = 1 / 0


@pytest.mark.parametrize("text", ["It's dear", "it’s dear", "Well, it's DEAR."])
def test_a_pattern_finds_either_apostrophe_in_any_case(text: str) -> None:
    found = pattern(["it's dear"])
    assert found is not None
    assert found.search(text)


def test_a_pattern_begins_where_a_word_does() -> None:
    found = pattern(["dear"])
    assert found is not None
    assert not found.search("endear")
    assert pattern([]) is None


def test_a_list_of_texts_may_be_left_out_but_is_a_list() -> None:
    assert texts({"says": ["a", "b"]}, "says") == ("a", "b")
    assert texts({}, "says") == ()
    with pytest.raises(TypeError, match="says"):
        texts({"says": "a"}, "says")
    with pytest.raises(ValueError, match="says"):
        texts({"says": [1]}, "says")
