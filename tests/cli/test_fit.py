"""``theirside fit``: the sheet, the person's decision, and that it comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits
from theirside.app import fitting
from theirside.serve.meaning import by_words_only

ON = ("--on", "2026-11-01")
NOT_US = (
    "--decide", "not-us", "--because", "No validated signatures", "--pointed-to", "Calibrant Ledger"
)  # fmt: skip


@pytest.fixture(autouse=True)
def words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave meaning out: what these tests say must not hang on the model."""
    by_words: Callable[[], object] = lambda: by_words_only  # noqa: E731
    monkeypatch.setattr(fitting, "_by_model", by_words)


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_customer_that_is_not_a_fit_is_told_so_with_the_right_reasons(sample: Run) -> None:
    out = flat(sample("fit", "ruth", *ON).out)
    assert "Not us, as it seems." in out
    assert "It has no validated electronic signatures" in out
    assert "every entry has to be signed electronically and the signature has to be" in out
    assert "→ point them to Calibrant Ledger" in out


def test_a_company_is_asked_for_by_its_name(sample: Run) -> None:
    form = sample("fit", "quillmark", "--json", *ON).json
    fits("fit", form)
    assert form["subject"] == "Quillmark Diagnostics"
    assert form["proposal"]["decision"] == "not us"
    assert [each["name"] for each in form["point_to"]] == ["Calibrant Ledger (calibrant.example)"]


def test_for_whom_only_the_time_is_wrong_it_is_not_now(sample: Run) -> None:
    out = flat(sample("fit", "penmarrow", "--on", "2026-03-10").out)
    assert "Not now, as it seems. Look again on 1 Apr 2026." in out
    assert "What is in the way now ✗ “The budget is committed until the first of April" in out


def test_every_fit_has_the_documented_form_and_nothing_is_met_without_a_line(sample: Run) -> None:
    for each in sample("people", "--json").json["people"]:
        form = sample("fit", each["person"]["id"], "--json", *ON).json
        fits("fit", form)
        for need in form["needs"]:
            assert need["evidence"]
            assert need["verdict"] != "met" or need["matches"][0]["words"]


def test_the_decision_is_kept_and_counted(sample: Run) -> None:
    out = flat(sample("fit", "ruth", *NOT_US, *ON).out)
    assert "✓ kept for Ruth Ferrand" in out
    assert "That counts." in out
    assert "Not us, decided" in sample("fit", "ruth", *ON).out
    assert "Did right by them once" in flat(sample("fit").out)
    status = sample("status", "--json").json
    fits("status", status)
    assert (status["did_right"], status["look_again"]) == (1, 0)


def test_a_decision_comes_back_on_its_day(sample: Run) -> None:
    not_now = ("--decide", "not-now", "--because", "budget")
    assert sample("fit", "priya", *not_now, "--look-again", "2026-04-01").code == 0
    form = sample("fit", "--json", "--on", "2026-03-31").json
    fits("fits", form)
    assert form["due"] == []
    assert [e["subject"] for e in sample("fit", "--json", "--on", "2026-04-01").json["due"]] == [
        "Priya Raman"
    ]
    assert sample("fit", "--on", "2026-04-01").out.startswith("To look at again")
    assert "theirside fit" in sample("status").out
    exported = sample("export", "priya", "--json").json
    fits("export", exported)
    assert exported["fits"][0]["look_again"] == "2026-04-01"


def test_the_readable_export_tells_the_decision_too(sample: Run, tmp_path: Path) -> None:
    sample("fit", "ruth", *NOT_US, *ON)
    sample("export", "ruth", "-o", tmp_path / "out")
    text = (tmp_path / "out" / "everything.txt").read_text(encoding="utf-8")
    assert "No validated signatures" in text
    assert "pointed to Calibrant Ledger" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("fit", "ruth", "--decide", "maybe", "--because", "x"), "none of fit, not-now, not-us"),
        (("fit", "ruth", "--decide", "not-us"), "--because"),
        (("fit", "ruth", "--decide", "not-now", "--because", "x"), "--look-again"),
        (("fit", "--decide", "fit", "--because", "x"), "PERSON|COMPANY"),
        (("fit", "ruth", "--because", "x"), "--decide"),
    ],
)
def test_wrong_usage_says_what_is_missing(sample: Run, words: tuple[str, ...], told: str) -> None:
    ran = sample(*words, *ON)
    assert ran.code == 2
    assert told in ran.err
    assert sample("fit", "--json").json["decided"] == []


def test_without_an_offer_it_says_how_to_write_one(theirside: Run, mailbox: object) -> None:
    theirside("init", "--us", "fjord.example")
    theirside("add", str(mailbox))
    ran = theirside("fit", "dana")
    assert ran.code == 1
    assert "theirside offer example > offer.yaml" in " ".join(ran.err.split())


def test_nothing_decided_yet_is_said_so(theirside: Run) -> None:
    assert theirside("fit").out.startswith("Nothing decided yet.")
