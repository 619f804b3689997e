"""A review as a whole: what a finding tells, and in which order."""

from __future__ import annotations

import subprocess
import sys

from tests.care.review.people import them_who_said
from tests.care.review.rules import findings, rule
from theirside.care.review import DraftKind, Level, review
from theirside.care.review.rule import rules


def test_a_finding_says_where_and_what() -> None:
    text = "Hi Dana,\n\nsure, buy it."
    [one] = findings(rule("says", patterns=["buy it"], message="“{words}” presses"), text)
    assert (one.rule, one.start, one.end, one.line, one.column) == ("tried.out", 16, 22, 3, 7)
    assert (one.message, one.why, one.better) == ("“buy it” presses", "w", "b")
    assert one.level is Level.WARNING


def test_line_ends_of_any_kind_count_as_one_character() -> None:
    [one] = findings(rule("says", patterns=["buy it"]), "Hi Dana,\r\n\r\nbuy it.")
    assert (one.start, one.line, one.column) == (10, 3, 1)


def test_findings_come_in_the_order_of_the_text() -> None:
    first, second = rule("says", patterns=["sign"]), rule("says", patterns=["buy"])
    found = review("Buy and sign. Buy.", chosen=[first, second])
    assert [each.start for each in found] == [0, 8, 14]


def test_a_rule_reads_only_its_kinds_of_draft() -> None:
    it = rule("says", patterns=["buy it"], **{"in": ["note"]})
    assert findings(it, "Buy it.", DraftKind.NOTE) != []
    assert findings(it, "Buy it.", DraftKind.MAIL) == []


def test_a_message_repeats_only_the_beginning_of_long_words_and_why_all_of_them() -> None:
    said = (
        "I cannot promise anything before the whole board has met, and that may take until summer."
    )
    it = rule("against", facets=["risk"], they=["i can not"], message="{said}", why="{said}")
    [one] = findings(it, "Here it is.", them=them_who_said([("risk", said)]))
    assert one.message == "I cannot promise anything before the whole board has met …"
    assert one.why == said


def test_a_name_that_nothing_fills_stays_as_it_is() -> None:
    [one] = findings(rule("says", patterns=["x"], message="{nosuch}"), "x")
    assert one.message == "{nosuch}"


def test_no_rule_fires_on_nothing() -> None:
    for kind in DraftKind:
        assert review("", kind) == []
        assert review("\n\n> quoted\n", kind) == [] or kind is not DraftKind.MAIL


def test_every_rule_is_in_a_review_by_its_default() -> None:
    assert all(rule.id.count(".") == 1 for rule in rules().values())


def test_a_review_loads_no_model_and_no_web() -> None:
    code = (
        "import sys; from theirside.care.review import review; review('Just checking in.');"
        "print(sorted({'onnxruntime', 'numpy', 'django', 'yaml', 'tokenizers'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() in {"[]", "['yaml']"}
