"""Switching the rules of the review."""

from __future__ import annotations

from django.test import Client

from theirside.app import queries
from theirside.care.review.rule import rules
from theirside.care.review.silence import is_on

ONE = next(rule for rule in rules() if rule.startswith("pressure."))


def state(rule: str) -> bool:
    return is_on(rule, rules()[rule].on, queries.switches())


def test_every_rule_is_listed_with_why(empty: Client) -> None:
    page = empty.get("/settings/rules/").text

    assert all(f'value="{rule}"' in page for rule in rules())
    assert page.count('aria-pressed="true"') == sum(each.on for each in rules().values())


def test_a_rule_goes_off_and_on(empty: Client) -> None:
    empty.post("/settings/rules/switch/", {"rule": ONE, "on": "no"})
    assert not state(ONE)

    empty.post("/settings/rules/switch/", {"rule": ONE, "on": "yes"})
    assert state(ONE)


def test_a_pack_outranks_what_was_said_of_its_rules(empty: Client) -> None:
    empty.post("/settings/rules/switch/", {"rule": ONE, "on": "yes"})

    empty.post("/settings/rules/switch/", {"rule": "pressure", "on": "no"})

    assert not any(state(rule) for rule in rules() if rule.startswith("pressure."))


def test_a_rule_that_is_none_is_told(empty: Client) -> None:
    response = empty.post("/settings/rules/switch/", {"rule": "no.such", "on": "no"})

    assert response.status_code == 404
