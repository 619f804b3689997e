"""What is silenced: by a comment in the draft, by a switch."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from theirside.care.review import Finding, Switch
from theirside.care.review import review as reviewed
from theirside.care.review.rule import rules
from theirside.care.review.silence import is_on, silences

CHECKING = "I am just checking in on the offer."
RULE = "pressure.checking_in"


def review(text: str, switches: Sequence[Switch] = ()) -> list[Finding]:
    """Return what that one rule finds, if it is on."""
    on = is_on(RULE, rules()[RULE].on, switches)
    return reviewed(text, chosen=[rules()[RULE]]) if on else []


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- theirside: off -->",
        "[theirside: off pressure.checking_in]",
        "# theirside: off pressure",
        "// Theirside: OFF pressure.checking_in, plain",
    ],
)
def test_a_comment_silences_its_line(comment: str) -> None:
    assert review(f"{CHECKING} {comment}\n") == []
    assert review(f"Hello there. {comment}\n\n{CHECKING}\n") != []


def test_alone_on_a_line_it_silences_the_paragraph_below() -> None:
    text = f"Hi Dana,\n\n[theirside: off pressure]\nAll is well.\n{CHECKING}\n\n{CHECKING}\n"
    assert [each.line for each in review(text) if each.rule == "pressure.checking_in"] == [7]


def test_everywhere_silences_the_whole_draft() -> None:
    assert review(f"{CHECKING}\n\n[theirside: off pressure everywhere]\n") == []


def test_another_rule_is_not_silenced() -> None:
    assert review(f"{CHECKING} [theirside: off plain]") != []


def test_the_lines_that_a_comment_covers() -> None:
    [one] = silences("a\nb [theirside: off x.y]\nc")
    assert (one.first, one.last, one.rules) == (2, 2, ("x.y",))
    assert one.holds("x.y", 2)
    assert not one.holds("x.z", 2)
    assert not one.holds("x.y", 3)


@pytest.mark.parametrize(
    ("switches", "on"),
    [
        ([], True),
        ([("pack", False, "")], False),
        ([("pack.rule", False, "")], False),
        ([("pack", False, ""), ("pack.rule", True, "")], True),
        ([("pack.rule", True, ""), ("pack", False, "")], True),
        ([("pack.rule", True, ""), ("pack", False, "dana")], False),
        ([("pack", False, "dana"), ("pack.rule", True, "dana")], True),
        ([("pack", False, "tadhg")], True),
        ([("other.rule", False, "")], True),
    ],
)
def test_the_narrowest_switch_decides(switches: list[tuple[str, bool, str]], on: bool) -> None:
    assert is_on("pack.rule", True, [Switch(*each) for each in switches], "dana") is on


def test_what_is_off_by_default_can_be_switched_on() -> None:
    assert not is_on("pack.rule", False, [])
    assert is_on("pack.rule", False, [Switch("pack.rule", True)])


def test_a_switch_silences_a_review() -> None:
    def told(*switches: Switch) -> set[str]:
        return {each.rule for each in reviewed(CHECKING, switches=switches)}

    assert RULE in told()
    assert RULE not in told(Switch("pressure", False))
    assert RULE in told(Switch("pressure", False, "dana"))
