"""``theirside referrals`` on the sample, in which people recommend one another in plain words."""

from __future__ import annotations

import csv
import io

from tests.cli.conftest import Run
from tests.cli.forms import fits, quotes_in
from theirside.app import queries


def flat(text: str) -> str:
    return " ".join(text.split())


def test_thanks_owed_come_first_then_both_ways(sample: Run) -> None:
    out = flat(sample("referrals").out)
    owed, received, given = (
        out.index(title) for title in ("Thanks owed", "We were recommended", "We recommended")
    )
    assert owed < received < given
    assert "Aoife Brannigan recommended us to Callum Dyer" in out[owed:received]
    assert "Ruth Ferrand recommended us to Anneliese Roth" in out[owed:received]
    assert "Aoife Brannigan recommended us to Sigrun Aas" in out[received:given]
    assert "thanked: “Aoife, thank you for Bergen" in out[received:given]
    assert "We recommended Calibrant Ledger to Ruth Ferrand" in out[given:]


def test_they_have_the_documented_form_and_stand_verbatim(sample: Run) -> None:
    form = sample("referrals", "--json").json
    fits("referrals", form)
    assert form["referrals"]
    for quote in quotes_in(form):
        turn = queries.conversation(quote["conversation"]).conversation.turns[quote["turn"]]
        assert turn.text[quote["start"] : quote["end"]] == quote["quote"]


def test_one_person_s_are_theirs(sample: Run) -> None:
    out = sample("referrals", "ruth").out
    assert "Ruth Ferrand recommended us to Anneliese Roth" in out
    assert "Aoife" not in out


def test_what_was_thanked_for_is_owed_no_more(sample: Run) -> None:
    owed = sample("referrals", "--owed", "--json").json["referrals"]
    for each in owed:
        assert "Noted" in sample("referrals", "--thanked", each["id"]).out
    assert "No thanks are owed" in sample("referrals", "--owed").out


def test_what_is_none_is_struck(sample: Run) -> None:
    every = sample("referrals", "--json").json["referrals"]
    assert "Struck" in sample("referrals", "--strike", every[0]["id"]).out
    assert len(sample("referrals", "--json").json["referrals"]) == len(every) - 1


def test_rows_are_one_a_referral(sample: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(sample("referrals", "--csv").out)))
    assert ("Ruth Ferrand", "us", "Anneliese Roth") in {(r["by"], r["whom"], r["to"]) for r in rows}


def test_wrong_usage_and_nothing_are_said_so(sample: Run, theirside: Run) -> None:
    assert sample("referrals", "--json", "--csv").code == 2
    assert sample("referrals", "--thanked", "a", "--strike", "b").code == 2
    assert "No referral 'zzzz'" in sample("referrals", "--thanked", "zzzz").err


def test_where_there_are_none_it_says_how_to_add_one(theirside: Run) -> None:
    theirside("init", "--us", "Nora Tveit")
    assert "No referral was found" in flat(theirside("referrals").out)
