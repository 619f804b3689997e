"""``theirside moments`` as a person meets it."""

from __future__ import annotations

from tests.cli.conftest import Run
from tests.cli.forms import fits, quotes_in
from theirside.care.moment import moment_kinds


def test_a_moment_is_printed_with_its_words_why_and_what_to_talk_about(sample: Run) -> None:
    ran = sample("moments", "tadhg", "--most", "3")
    assert ran.code == 0
    assert ran.out.startswith("The talks with Tadhg Brannigan")
    assert "\n1. " in ran.out
    assert "\n4. " not in ran.out
    assert "  Why: " in ran.out
    assert "  ? " in ran.out
    assert max(map(len, ran.out.splitlines())) <= 88


def test_all_talks_of_ours_have_no_more_moments_than_asked_for(sample: Run) -> None:
    form = sample("moments", "--mine", "--most", "4", "--json").json
    fits("moments", form)
    assert form["of"] == "All talks of ours"
    assert 1 <= len(form["moments"]) <= 4
    assert {each["kind"] for each in form["moments"]} <= moment_kinds().keys()


def test_the_words_of_a_moment_stand_in_the_stretch_around_them(sample: Run) -> None:
    form = sample("moments", "skarvøy first call", "--json").json
    assert form["moments"]
    for each in form["moments"]:
        around = {(one["conversation"], one["turn"]): one for one in each["stretch"]}
        for quote in quotes_in(each["evidence"]):
            whole = around[quote["conversation"], quote["turn"]]
            assert quote["quote"] in whole["quote"]


def test_either_something_is_named_or_all_of_ours(sample: Run) -> None:
    assert sample("moments").code == 2
    both = sample("moments", "tadhg", "--mine")
    assert both.code == 2
    assert "name a conversation or a person, or give --mine" in " ".join(both.err.split())


def test_who_is_not_there_is_named(sample: Run) -> None:
    ran = sample("moments", "zebedee")
    assert ran.code == 1
    assert "'zebedee'" in ran.err


def test_a_store_without_talks_has_no_moments_and_says_what_that_means(theirside: Run) -> None:
    assert (
        "No stretch stands out. That is neither good nor bad." in theirside("moments", "--mine").out
    )
