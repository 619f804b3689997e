"""``theirside init``: who we are, and what we sell."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_domains_addresses_and_names_are_told_apart_and_kept(theirside: Run) -> None:
    ran = theirside("init", "--us", "fjord.example", "--us", "n@home.example", "--us", "Nora Tveit")
    assert "We are: fjord.example, n@home.example, Nora Tveit" in ran.out
    assert theirside("status", "--json").json["us"] == {
        "domains": ["fjord.example"],
        "addresses": ["n@home.example"],
        "names": ["Nora Tveit"],
    }


def test_run_again_it_adds_to_what_is_there(theirside: Run) -> None:
    theirside("init", "--us", "fjord.example")
    assert "We are: fjord.example, Kai Berg" in theirside("init", "--us", "Kai Berg").out


def test_without_anybody_it_says_how_to_say_who_we_are(theirside: Run) -> None:
    assert "theirside init --us yourcompany.com" in theirside("init").out


def test_saying_who_we_are_afterwards_places_who_was_unknown(theirside: Run, mailbox: Path) -> None:
    theirside("add", mailbox)
    assert theirside("people", "--json").json["people"] == []
    theirside("init", "--us", "fjord.example")
    [dana] = theirside("people", "--json").json["people"]
    assert dana["person"]["emails"] == ["dana@whitfield.example"]


def test_an_offer_is_checked_and_kept(theirside: Run, tmp_path: Path) -> None:
    offer = tmp_path / "mine.yaml"
    offer.write_text("name: Rounds\ncapabilities: 7\n", encoding="utf-8")
    ran = theirside("init", "--offer", offer)
    assert ran.code == 1
    assert "mine.yaml" in ran.err
    assert "capabilities" in ran.err
    offer.write_text("name: Rounds\nsummary: Plans rounds.\n", encoding="utf-8")
    assert theirside("init", "--offer", offer).code == 0
    assert theirside("status", "--json").json["offer"] == str(tmp_path / "data" / "offer.yaml")


def test_an_offer_that_is_not_there_is_an_error(theirside: Run) -> None:
    ran = theirside("init", "--offer", "gone.yaml")
    assert (ran.code, "gone.yaml" in ran.err) == (1, True)


def test_the_sample_says_that_it_is_fictional(theirside: Run) -> None:
    ran = theirside("init", "--sample")
    assert ran.code == 0
    assert "fictional" in ran.out
    assert theirside("status", "--json").json["people"] >= 4


def test_a_domain_that_everybody_has_is_not_ours(theirside: Run) -> None:
    ran = theirside("init", "--us", "gmail.com", "--us", "nora@gmail.com")
    assert ran.code == 2
    assert "gmail.com is everybody's" in ran.err
    assert theirside("status", "--json").json["us"]["addresses"] == []
    assert theirside("init", "--us", "nora@gmail.com").code == 0


def test_an_address_as_mail_writes_it_is_a_name_and_an_address(theirside: Run) -> None:
    theirside("init", "--us", "Nora Tveit <nora@fjord.example>")
    us = theirside("status", "--json").json["us"]
    assert (us["names"], us["addresses"]) == (["Nora Tveit"], ["nora@fjord.example"])


def test_the_sample_says_how_to_be_rid_of_it(sample: Run) -> None:
    out = "".join(sample("init", "--sample").out.split())  # a long path is broken over lines
    assert "Tobeginafreshwithyourown,delete" in out
    assert "theirside.sqlite3andtheoffer.yamlbesideit" in out


def test_an_entry_can_be_taken_back(theirside: Run, mailbox: Path) -> None:
    theirside("init", "--us", "whitfield.example")
    theirside("add", mailbox)
    assert [p["person"]["name"] for p in theirside("people", "--json").json["people"]] == [
        "Nora Tveit"
    ]
    theirside("init", "--not-us", "whitfield.example", "--us", "fjord.example")
    assert theirside("status", "--json").json["us"]["domains"] == ["fjord.example"]
    assert [p["person"]["name"] for p in theirside("people", "--json").json["people"]] == [
        "Dana Whitfield"
    ]


def test_the_sample_does_not_mix_with_ones_own_conversations(theirside: Run, mailbox: Path) -> None:
    theirside("init", "--us", "fjord.example")
    theirside("add", mailbox)
    ran = theirside("init", "--sample")
    assert ran.code == 1
    assert "THEIRSIDE_DATABASE=sample.sqlite3" in ran.err
    assert theirside("status", "--json").json["conversations"] == 1


def test_another_offer_that_was_there_is_kept_beside_the_new_one(
    theirside: Run, tmp_path: Path
) -> None:
    for name in ("Rounds", "Squares"):
        (tmp_path / "mine.yaml").write_text(f"name: {name}\n", encoding="utf-8")
        theirside("init", "--offer", tmp_path / "mine.yaml")
    kept = tmp_path / "data" / "offer.yaml"
    assert "Squares" in kept.read_text(encoding="utf-8")
    assert "Rounds" in kept.with_name("offer.yaml.before").read_text(encoding="utf-8")
