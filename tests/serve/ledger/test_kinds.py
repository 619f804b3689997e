"""Every kind finds its examples by words alone, and leaves alone what it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from theirside.errors import SettingsError
from theirside.serve.ledger import kinds as module
from theirside.serve.ledger.entry import Column
from theirside.serve.ledger.kinds import Example, Kind, kinds, kinds_of, name_of
from theirside.serve.ledger.sentence import found_in


def cases(which: str) -> list[tuple[Kind, Example]]:
    return [(kind, example) for kind in kinds().values() for example in getattr(kind, which)]


def name(case: object) -> str:
    return case.id if isinstance(case, Kind) else getattr(case, "text", "")[:30]


@pytest.mark.parametrize(("kind", "example"), cases("fires"), ids=name)
def test_a_kind_is_found_where_it_must_be(kind: Kind, example: Example) -> None:
    found = [f for f in found_in(example.text, by_us=example.by_us) if f.column is kind.column]
    assert [each.kind for each in found] == [kind.short]
    if example.offered is not None:
        assert found[0].offered is example.offered


@pytest.mark.parametrize(("kind", "example"), cases("silent"), ids=name)
def test_a_kind_is_not_found_where_it_must_not_be(kind: Kind, example: Example) -> None:
    found = found_in(example.text, by_us=example.by_us)
    assert kind.id not in [f"{each.column}.{each.kind}" for each in found]


@pytest.mark.parametrize("kind", kinds().values(), ids=name)
def test_a_kind_is_whole(kind: Kind) -> None:
    assert len(kind.fires) >= 3
    assert len(kind.silent) >= 3
    for text in (kind.name, kind.definition, kind.why, kind.source):
        assert text
        assert text == text.strip()


@pytest.mark.parametrize("column", Column)
def test_one_kind_of_each_column_takes_the_rest(column: Column) -> None:
    assert [each.otherwise for each in kinds_of(column)].count(True) == 1
    assert len({each.order for each in kinds_of(column)}) == len(kinds_of(column))


def test_the_kinds_are_those_of_the_practice() -> None:
    assert [each.short for each in kinds_of(Column.GIFT)] == [
        "referral",
        "introduction",
        "knowledge",
        "time",
        "help",
    ]
    assert [each.short for each in kinds_of(Column.ASK)] == [
        "decision",
        "referral",
        "data",
        "meeting",
        "reply",
        "help",
    ]


def test_a_kind_that_is_known_no_more_is_shown_by_its_id() -> None:
    assert name_of(Column.GIFT, "introduction") == "an introduction"
    assert name_of(Column.GIFT, "cake") == "cake"


def test_a_bad_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"help\.yaml: lacks 'examples'"):
        module._kind(_gift(tmp_path, "id: gift.help"))
    with pytest.raises(SettingsError, match="another file's name"):
        module._kind(_gift(tmp_path, "id: gift.time"))


def _gift(folder: Path, text: str) -> Path:
    path = folder / "gift" / "help.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path
