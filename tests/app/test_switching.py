"""Switches of the review: kept, replaced, taken back, and moved when two people are one."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import queries
from theirside.app.services import forget, keep, merge, switch, switch_back
from theirside.care.review import Switch
from theirside.errors import NotFoundError

pytestmark = pytest.mark.usefixtures("store")

RULE = "pressure.checking_in"


def met() -> None:
    keep(
        thread("t1", mail("<1@x>", ANNA, "Hello.", SAM), mail("<2@x>", BEN, "Hello.", SAM)),
        [],
        "test-1",
    )


def test_a_switch_takes_the_place_of_the_one_before() -> None:
    switch(RULE, on=False)
    switch(RULE, on=True)
    switch("pressure", on=False)
    assert queries.switches() == (Switch("pressure", False), Switch(RULE, True))


def test_a_switch_for_a_person_stands_beside_the_one_for_all() -> None:
    met()
    anna = queries.find_person("anna")
    switch(RULE, on=True)
    switch(RULE, on=False, person=anna)
    assert set(queries.switches()) == {Switch(RULE, True), Switch(RULE, False, anna.id)}


def test_a_switch_can_be_taken_back_once() -> None:
    switch(RULE, on=False)
    assert switch_back(RULE)
    assert not switch_back(RULE)
    assert queries.switches() == ()


def test_what_is_no_rule_cannot_be_switched() -> None:
    with pytest.raises(NotFoundError, match="Did you mean"):
        switch("pressure.chekking_in", on=False)
    assert queries.switches() == ()


def test_two_who_are_one_keep_the_switches_of_both() -> None:
    met()
    anna, ben = queries.find_person("anna"), queries.find_person("ben")
    switch(RULE, on=False, person=anna)
    switch(RULE, on=True, person=ben)
    switch("plain", on=False, person=ben)
    merge(anna, ben)
    assert set(queries.switches()) == {
        Switch(RULE, False, anna.id),
        Switch("plain", False, anna.id),
    }


def test_who_is_forgotten_leaves_no_switch() -> None:
    met()
    anna = queries.find_person("anna")
    switch(RULE, on=False, person=anna)
    forget(anna)
    assert queries.switches() == ()
