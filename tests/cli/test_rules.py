"""``theirside rules``: what is looked for, and switching it off and on."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.forms import fits

RULE = "pressure.checking_in"


def state(run: Run, *words: str) -> bool:
    listed = run("rules", *words, "--json").json
    fits("rules", listed)
    return next(bool(each["on"]) for each in listed["rules"] if each["rule"] == RULE)


def fires(run: Run, *words: str) -> bool:
    return RULE in run("review", "-", *words, stdin="Just checking in on it.\n").out


def test_rules_are_listed_pack_by_pack(theirside: Run) -> None:
    out = theirside("rules").out
    assert f"  on   {RULE}" in out
    assert "\npressure\n" in out


def test_a_rule_switched_off_stays_silent_until_it_is_on_again(theirside: Run) -> None:
    assert theirside("rules", "off", RULE).out == f"{RULE}: off\n"
    assert not state(theirside)
    assert not fires(theirside)
    theirside("rules", "on", RULE)
    assert state(theirside)
    assert fires(theirside)


def test_a_pack_is_switched_as_a_whole_but_for_what_is_named(theirside: Run) -> None:
    theirside("rules", "off", "pressure")
    assert not fires(theirside)
    theirside("rules", "on", RULE)
    assert fires(theirside)
    assert "as it was before" in theirside("rules", "reset", RULE).out
    assert not fires(theirside)
    assert "was not switched" in theirside("rules", "reset", RULE).out


def test_a_rule_can_be_off_for_one_person_alone(sample: Run) -> None:
    assert sample("rules", "off", RULE, "--for", "sigrun").out == f"{RULE}: off for Sigrun Aas\n"
    assert state(sample)
    assert not state(sample, "--for", "sigrun")
    assert fires(sample)
    assert not fires(sample, "--to", "sigrun")
    assert fires(sample, "--to", "callum")
    assert "Switched for 1 person besides" in sample("rules").out


def test_a_person_who_is_forgotten_leaves_no_switch(sample: Run) -> None:
    sample("rules", "off", RULE, "--for", "sigrun")
    sample("forget", "sigrun", "--yes")
    assert "besides" not in sample("rules").out


def test_a_rule_is_shown_in_full(theirside: Run) -> None:
    out = theirside("rules", "show", RULE).out
    assert out.strip().startswith(f"{RULE}  Just checking in")
    assert "Fires:" in out
    assert "Stays silent:" in out


def test_an_unknown_rule_is_answered_with_what_is_near(theirside: Run, tmp_path: Path) -> None:
    ran = theirside("rules", "off", "pressure.cheking_in")
    assert ran.code == 1
    assert f"Did you mean {RULE}" in ran.err
    assert "theirside rules" in theirside("rules", "off", "zzz").err
