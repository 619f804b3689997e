"""``theirside brief``: one person's side, each statement with the quote that it rests on."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits, quotes_in


def everybody(sample: Run) -> list[str]:
    return [each["person"]["id"] for each in sample("people", "--json").json["people"]]


def test_every_brief_has_the_documented_form(sample: Run) -> None:
    for person in everybody(sample):
        fits("brief", sample("brief", person, "--json").json)


def test_every_quote_stands_verbatim_at_its_place(sample: Run) -> None:
    talks: dict[str, list[str]] = {}
    checked = 0
    for person in everybody(sample):
        for quote in quotes_in(sample("brief", person, "--json").json):
            key = quote["conversation"]
            if key not in talks:
                talk = sample("show", key, "--json").json["conversation"]
                talks[key] = [turn["text"] for turn in talk["turns"]]
            text = talks[key][quote["turn"]]
            assert text[quote["start"] : quote["end"]] == quote["quote"]
            checked += 1
    assert checked > 50


def test_a_brief_shows_their_words_what_is_at_stake_first(sample: Run) -> None:
    out = sample("brief", "sigrun").out
    assert out.startswith("Sigrun Aas")
    assert "I'm the one who explains it to" in out
    assert out.index("What is at stake for them") < out.index("What to ask next")


def test_what_they_believe_that_is_not_so_stands_beside_the_fact(sample: Run) -> None:
    out = " ".join(sample("brief", "sigrun").out.split())
    assert "What they believe that isn't so" in out
    assert "fact: The app needs no network on the round" in out


def test_nothing_of_a_special_category_is_in_anybodys_brief(sample: Run) -> None:
    for person in everybody(sample):
        assert "knee" not in sample("brief", person, "--all").out.casefold()


def test_all_leaves_nothing_out(sample: Run) -> None:
    assert len(sample("brief", "sigrun", "--all").out) > len(sample("brief", "sigrun").out)
    assert "--all" not in sample("brief", "sigrun", "--all").out


@pytest.mark.parametrize("asked", ["sigrun", "SIGRUN AAS", "aas", "sigrun.aas@"])
def test_a_person_is_found_by_name_part_or_address(sample: Run, asked: str) -> None:
    assert sample("brief", asked).out.startswith("Sigrun Aas")


def test_a_name_that_fits_several_is_answered_with_the_candidates(sample: Run) -> None:
    ran = sample("brief", "brannigan")
    assert ran.code == 1
    assert "Aoife Brannigan" in ran.err
    assert "Tadhg Brannigan" in ran.err


def test_a_name_that_fits_nobody_says_so(sample: Run) -> None:
    ran = sample("brief", "Zebulon")
    assert (ran.code, ran.out) == (1, "")
    assert "Zebulon" in ran.err


def test_a_broken_offer_is_named_with_the_remedy(sample: Run, tmp_path: object) -> None:
    from theirside.app.places import offer_path

    offer_path().write_text("name: [", encoding="utf-8")
    ran = sample("brief", "sigrun")
    assert ran.code == 1
    assert "offer.yaml" in ran.err


def test_the_top_says_what_waits_for_us(sample: Run) -> None:
    lines = sample("brief", "sigrun").out.splitlines()
    assert lines[2] == "Open: 3 beliefs to set right, 1 thing they don't know yet"


def test_a_sentence_that_leans_on_another_stands_below_it(sample: Run) -> None:
    out = sample("brief", "callum").out
    place = out.index("That's the main thing for me.")
    assert "before it: “The contractors.”" in out[place : place + 100]


def test_a_question_that_nobody_answered_stands_there_once(sample: Run) -> None:
    out = sample("brief", "anneliese", "--all").out.partition("What to ask next")[0]
    assert out.count("What happens when a driver loses the phone?") == 1


def test_the_number_of_a_statement_never_stands_alone_on_a_line(
    sample: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    import re

    from theirside.cli.printing import console

    monkeypatch.setenv("COLUMNS", "60")
    console.cache_clear()
    people = [sample("brief", person, "--all").out for person in ("sigrun", "marit", "aoife")]
    console.cache_clear()
    for out in people:
        lines = out.splitlines()
        assert max(map(len, lines)) <= 60
        assert not [line for line in lines if re.fullmatch(r"\s*[0-9a-f]{8}", line)]


def test_the_same_words_are_printed_in_full_only_once(sample: Run) -> None:
    told = sample("brief", "sigrun", "--all").out.partition("What to ask next")[0]
    out = " ".join(told.split())
    words = "My goal is less than one stop a month by September, that's the number I told Marit"
    assert out.count(words) == 1
    assert "as above: “My goal is less than one stop a month…”" in out
