"""The page on how well each label is read: its tables, its picture, and whose words it may show."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from evals import judged as room
from evals.judged import NAMES, Judged, agreement
from evals.mistakes import Mistake, printed, source, worst
from evals.reader_page import DOCS, PAGE, page, panels, section
from evals.reader_tables import Measure, cell, fires, share, talks_tables
from evals.reliability import picture
from evals.scores import Bin, counts
from theirside.reader.encoder import ABOUT, FOLDER
from theirside.reader.measured import BOTH, Measured
from training.said import Said

SECRET = "Nobody outside this call may read these words."
WISH = NAMES.index("wish")


def said(name: str, text: str, before: str = "") -> Said:
    return Said(name, name.rsplit(":", 1)[0], text, before)


def one(*sentences: tuple[Said, float, bool]) -> Judged:
    """Return a test set in which the label wish has that chance and holds or doesn't."""
    size = (len(sentences), len(NAMES))
    chances, holds = np.full(size, 0.01), np.zeros(size)
    for row, (_, chance, there) in enumerate(sentences):
        chances[row, WISH], holds[row, WISH] = chance, there
    fired = (chances >= 0.5).astype(float)
    return Judged(
        said=[each for each, _, _ in sentences],
        holds=holds,
        chances=chances,
        alone=fired,
        patterns=np.zeros(size),
        shipped=fired,
        special=np.zeros(len(sentences), dtype=bool),
    )


REAL = one(
    (said("p4g:1:0:0", "I'd love to hear about it."), 0.9, False),
    (said("casino:1:0:0", "Just tell me what you need.", "Hi!"), 0.2, True),
    (said("inputs:vcon:a:0:0", SECRET, SECRET), 0.95, False),
    (said("inputs:zoom:a:0:0", SECRET, SECRET), 0.05, True),
    (said("email:test:1", "Please advise.", ""), 0.8, True),
)


def figures(**known: object) -> dict[str, Measured]:
    bare = Measured("wish", "wish", 1.0, 0.0, 0.5, 0.04, BOTH, fires=True)
    given = {name: replace(bare, id=name, output=name) for name in NAMES}
    return given | {"wish": replace(given["wish"], **known)}  # type: ignore[arg-type]


def measure(**known: object) -> Measure:
    return Measure("model-0.abc", REAL, None, figures(**known), {"wish": 0.6}, {})


@pytest.fixture
def _chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    from evals import reader_tables

    how = {each.id: ("", frozenset[str](), "near:wish") for each in REAL.said}
    monkeypatch.setattr(reader_tables, "readings", lambda _: how)


@pytest.mark.usefixtures("_chosen")
def test_no_word_of_outside_files_gets_into_the_page() -> None:
    written = page(measure())
    assert SECRET not in written
    assert "outside calls | 1 |" in written
    assert "I'd love to hear about it" in written
    with pytest.raises(ValueError, match="may not be shown"):
        printed(Mistake(REAL.said[2], 0.95, by_pattern=False))
    assert [bool(source(each)) for each in REAL.said] == [True, True, False, False, True]


def test_the_worst_mistakes_are_the_surest_alarms_and_the_least_suspected_misses() -> None:
    many = [(said(f"p4g:{n}:0:0", f"Sentence {n}."), 0.5 + n / 20, False) for n in range(6)]
    missed = [(said(f"casino:{n}:0:0", f"Other {n}."), 0.3 - n / 20, True) for n in range(6)]
    alarms, misses = worst(one(*many, *missed).label("wish"), fires=True)
    assert [each.said.text for each in alarms] == [f"Sentence {n}." for n in (5, 4, 3, 2)]
    assert [each.said.text for each in misses] == [f"Other {n}." for n in (5, 4, 3, 2)]


def test_what_is_left_alone_on_purpose_is_no_mistake() -> None:
    special = replace(REAL, special=np.ones(len(REAL.said), dtype=bool))
    assert worst(special.label("wish"), fires=True) == ([], [])


def test_a_mistake_is_shown_as_it_was_said_without_addresses_and_numbers() -> None:
    text = "Mail *me* at ann@firm.example or 0170 123 45 67 <b>"
    line = printed(Mistake(said("p4g:1:0:0", text, "One.\nTwo."), 0.913, by_pattern=True))
    assert line == (
        r"- (“Two.”) “Mail \*me\* at … or … &lt;b&gt;” *.91, by a pattern; Persuasion for Good*"
    )


def test_the_picture_is_well_formed_and_has_a_panel_for_every_label() -> None:
    bins = [Bin(100, 0.04, 0.0), Bin(3, 0.97, 1.0)]
    drawn = picture({"a <b>": bins, "c": [], **{name: [] for name in "defg"}})
    root = ET.fromstring(drawn)  # noqa: S314 (our own picture)
    space = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f"{space}g")) == 6
    assert len(root.findall(f".//{space}circle")) == 2
    assert root.find(f"{space}title") is not None
    assert root.findtext(f".//{space}g/{space}text") == "a <b>"
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    for dot in root.iter(f"{space}circle"):
        assert 0 < float(dot.attrib["cx"]) < width
        assert 0 < float(dot.attrib["cy"]) < height


def test_only_labels_that_hold_often_enough_are_drawn() -> None:
    often = one(*((said(f"p4g:{n}:0:0", "x"), 0.9, True) for n in range(10)))
    assert list(panels(REAL)) == ["all labels"]
    assert list(panels(often)) == ["all labels", "wish"]


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({}, "yes"),
        ({"fires": False, "positives": 3}, "no: too few in the test set to tell"),
        (
            {"fires": False, "positives": 30, "precision": 0.55},
            "no: precision .55 is below .70",
        ),
        ({"fires": False, "positives": 30, "precision": 0.9}, "no: held back"),
    ],
)
def test_a_label_that_does_not_fire_says_why(known: dict[str, object], told: str) -> None:
    assert fires(figures(**known)["wish"]) == told
    written = section("wish", measure(**known))
    expected = "Fires by default." if told == "yes" else f"Doesn't fire by default{told[2:]}."
    assert expected in written


def test_figures_are_printed_shortly_and_a_dash_where_nothing_can_be_said() -> None:
    assert [share(each) for each in (None, 0.824, 1.0, 0.0, -0.1)] == [
        "–", ".82", "1.00", ".00", "-.10",
    ]  # fmt: skip
    nothing = np.zeros((4, 1))
    assert cell(counts(nothing, nothing)) == "– · – · –"
    assert cell(counts(nothing + 1, nothing)) == ".00 · – · .00"
    assert cell(counts(nothing, nothing + 1)) == "– · .00 · .00"


def test_agreement_leaves_out_what_either_found_unclear(monkeypatch: pytest.MonkeyPatch) -> None:
    def reading(*labels: str) -> dict[str, tuple[str, frozenset[str], str]]:
        return {str(n): ("", frozenset({each}) - {""}, "") for n, each in enumerate(labels)}

    known = {
        "t.first": reading("wish", "", "unclear", "wish"),
        "t.second": reading("wish", "", "wish", "wish"),
    }
    monkeypatch.setattr(room, "readings", lambda name: known.get(name, {}))
    assert agreement("t")["wish"] == pytest.approx(1.0)
    assert agreement("t")["ask"] is None
    assert agreement("nothing of that name") == {}


def test_invented_talks_stand_apart_by_label_and_by_trade(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evals import reader_tables

    (tmp_path / "a.tsv").write_text("# trade: farm; channel: call; a herd\n", encoding="utf-8")
    monkeypatch.setattr(reader_tables, "TEST_TALKS", tmp_path)
    invented = one((said("talk:a:3", "One thing first."), 0.9, True))
    written = talks_tables(replace(measure(), talks=invented, talks_kappa={"wish": 0.5}))
    assert (
        "| `wish` | 1 | 1.00 · 1.00 · 1.00 | – · .00 · .00 | 1.00 · 1.00 · 1.00 | .50 |" in written
    )
    assert "| farm, call | 1 | 1 |" in written
    assert "| `ask` |" not in written
    assert talks_tables(measure()) == ""


def test_the_page_is_of_the_model_that_ships() -> None:
    about = json.loads((FOLDER / ABOUT).read_text(encoding="utf-8"))
    version = f"{about['version']}.{about['model'][:6]}"
    command = "run: python -m evals.reader_page DATA --inputs FOLDER"
    assert f"`{version}`" in (DOCS / PAGE).read_text(encoding="utf-8"), command
