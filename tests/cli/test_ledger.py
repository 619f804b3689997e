"""``theirside ledger``: the list, the sheet, adding, setting right, striking.

Only what was typed, and forms, are looked at: what the model reads in the sample may change.
"""

from __future__ import annotations

import csv
import io

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits, quotes_in
from theirside.app import queries

GIFT = ("ledger", "add", "callum", "gift", "three waterproof logbooks")


def flat(text: str) -> str:
    return " ".join(text.split())


def number(told: str) -> str:
    return told.rsplit(maxsplit=1)[-1]


def test_everybody_is_listed_and_has_the_documented_form(sample: Run) -> None:
    sample(*GIFT, "--on", "2026-04-10")
    out = sample("ledger").out
    assert "Callum Dyer" in out
    assert "asked since a gift" in out
    form = sample("ledger", "--json").json
    fits("ledgers", form)
    asks = [len(each["standing"]["asks"]) for each in form["ledgers"]]
    assert asks == sorted(asks, reverse=True)


def test_one_ledger_has_the_documented_form_and_its_quotes_stand_verbatim(sample: Run) -> None:
    sample(*GIFT, "--weight", "2")
    form = sample("ledger", "callum", "--json").json
    fits("ledger", form)
    assert form["standing"]["weights"]["ours"] == 2.0
    for quote in quotes_in(form):
        turn = queries.conversation(quote["conversation"]).conversation.turns[quote["turn"]]
        assert turn.text[quote["start"] : quote["end"]] == quote["quote"]


def test_what_was_typed_stands_in_the_sheet_with_its_number(sample: Run) -> None:
    told = sample(*GIFT, "--on", "2026-04-10", "--kind", "help").out
    out = flat(sample("ledger", "callum").out)
    assert "three waterproof logbooks help · added by hand, 10 Apr 2026" in out
    assert number(told) in out
    assert "What we gave" in out
    assert "Apr 2026" in out


def test_it_is_set_right_and_struck(sample: Run) -> None:
    told = number(sample(*GIFT).out)
    assert sample("ledger", "correct", told, "--kind", "time", "--words", "an hour").code == 0
    assert "an hour time · added" in flat(sample("ledger", "callum", "--all").out)
    assert "Struck, and gone" in sample("ledger", "strike", told).out
    assert "an hour" not in sample("ledger", "callum", "--all").out


def test_a_found_one_is_struck_listed_and_restored(sample: Run) -> None:
    before = sample("ledger", "aoife", "--json").json["entries"]
    one = next(each for each in before if each["kind"] == "referral")
    assert "it stays out" in sample("ledger", "strike", one["id"]).out
    after = sample("ledger", "aoife", "--json").json["entries"]
    assert one["id"] not in [each["id"] for each in after]
    assert len(after) == len(before) - 1


def test_rows_are_one_an_entry_and_no_formula_gets_out(sample: Run) -> None:
    sample("ledger", "add", "callum", "ask", "=1+1", "--by", "theirs", "--kind", "reply")
    rows = list(csv.DictReader(io.StringIO(sample("ledger", "callum", "--csv").out)))
    [typed] = [row for row in rows if row["typed"] == "1"]
    assert (typed["text"], typed["by"], typed["column"]) == ("'=1+1", "theirs", "ask")
    everybody = list(csv.DictReader(io.StringIO(sample("ledger", "--csv").out)))
    assert [row for row in everybody if row["person"] == "Callum Dyer"] == rows


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ledger", "add", "callum", "loan", "x"), "'loan' is neither gift nor ask"),
        ((*GIFT, "--by", "me"), "'me' is neither ours nor theirs"),
        ((*GIFT, "--weight", "-1"), "a weight is 0 or more"),
        ((*GIFT, "--on", "soon"), "soon"),
        (("ledger", "--struck"), "say whose"),
        (("ledger", "callum", "--json", "--csv"), "one or the other"),
    ],
)
def test_wrong_usage_says_what_is_missing(sample: Run, words: tuple[str, ...], told: str) -> None:
    ran = sample(*words)
    assert ran.code == 2
    assert told in flat(ran.err)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*GIFT, "--kind", "cake"), "'cake': no such kind of gift"),
        (("ledger", "strike", "zzzz"), "No entry 'zzzz'"),
        (("ledger", "restore", "zzzz"), "theirside ledger PERSON --struck"),
        (("ledger", "nobody at all"), "'nobody at all'"),
    ],
)
def test_what_is_not_there_is_said_so(sample: Run, words: tuple[str, ...], told: str) -> None:
    ran = sample(*words)
    assert ran.code == 1
    assert told in flat(ran.err)


def test_nothing_yet_is_said_so(theirside: Run) -> None:
    theirside("init", "--us", "Nora Tveit")
    assert "Nothing was given or asked yet" in flat(theirside("ledger").out)


def test_show_may_be_said_or_left_out_and_help_is_help(sample: Run) -> None:
    assert sample("ledger", "show", "ruth").out == sample("ledger", "ruth").out
    assert "Take an entry out." in sample("ledger", "--help").out


def test_struck_out_is_listed(sample: Run) -> None:
    assert "Nothing was struck out." in sample("ledger", "ruth", "--struck").out


def test_the_readable_export_tells_what_was_typed(sample: Run, tmp_path: object) -> None:
    sample(*GIFT, "--on", "2026-04-10")
    sample("export", "callum", "-o", str(tmp_path))
    from pathlib import Path

    text = (Path(str(tmp_path)) / "everything.txt").read_text(encoding="utf-8")
    assert "we gave help, 10 Apr 2026: three waterproof logbooks" in text
