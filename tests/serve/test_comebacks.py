"""When to come back, in their words: every way, what counts as the same, and how it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.purpose.understood import DANA_ID, ready
from tests.understand.talks import DANA, PRIYA, SAM, day, mark, talk
from theirside.serve.comebacks import (
    Stage,
    comebacks_in,
    read,
    stage,
    ways,
)
from theirside.understand.talk import Talk

SAID = date(2026, 2, 10)


@pytest.mark.parametrize(("way", "text"), [(w.id, text) for w in ways() for text in w.fires])
def test_a_way_is_found_in_its_examples(way: str, text: str) -> None:
    found = read(text, SAID)
    assert found is not None
    assert found[0] is next(each.kind for each in ways() if each.id == way)


@pytest.mark.parametrize("text", [text for way in ways() for text in way.silent])
def test_what_stays_silent_asks_for_no_patience(text: str) -> None:
    assert read(text, SAID) is None


def test_every_way_has_examples_of_both_kinds() -> None:
    assert all(way.fires and way.silent for way in ways())


def test_a_question_is_none_and_the_money_of_waiting_counts() -> None:
    assert read("Shall I call you in the new year?", SAID) is None
    found = read("The budget is frozen until the audit in March.", SAID)
    assert found is not None
    assert (found[2].on, found[2].event) == (date(2026, 4, 1), "the audit")


def heard(*texts: tuple[int, str]) -> list[Talk]:
    return [ready(talk(f"t{on}", (DANA, text), at=day(on))) for on, text in texts]


def test_only_what_they_said_counts_with_their_words_as_evidence() -> None:
    one = talk("t", (DANA, "Fine. Ask me again in May."), (SAM, "Ask me in June."), at=day(41))
    [found] = comebacks_in([ready(one)], DANA_ID)
    assert found.evidence[0].text == "Ask me again in May."
    assert found.evidence[0].stands_in(one)
    assert (found.on, found.said) == (date(2026, 5, 1), SAID)
    assert comebacks_in([ready(talk("t", (PRIYA, "Ask me in May."), at=day(41)))], DANA_ID) == []


def test_what_touches_a_special_category_is_not_shown() -> None:
    text = "Ask me again in May."
    one = talk("t", (DANA, text), at=day(41))
    assert comebacks_in([ready(one, mark(one, text, "special"))], DANA_ID) == []


def test_the_same_said_twice_is_one_with_both_quotes() -> None:
    talks = heard(
        (41, "The budget is frozen until the audit in March."),
        (45, "And nothing before the audit."),
    )
    [found] = comebacks_in(talks, DANA_ID)
    assert len(found.evidence) == 2
    assert (found.on, found.said) == (date(2026, 4, 1), date(2026, 2, 14))


def test_that_the_event_has_happened_sets_the_day() -> None:
    talks = heard((41, "Nothing before the audit."), (75, "The audit is over. It went well."))
    [found] = comebacks_in(talks, DANA_ID)
    assert found.on == date(2026, 3, 16)
    assert found.told_over is not None
    assert found.told_over.text == "The audit is over."
    not_yet = heard((41, "Nothing before the audit."), (75, "The audit isn't over yet."))
    assert comebacks_in(not_yet, DANA_ID)[0].on is None


def test_it_waits_is_due_is_met_and_rests() -> None:
    talks = heard((41, "Ask me again in May."))
    [found] = comebacks_in(talks, DANA_ID)
    assert stage(found, talks, date(2026, 4, 30)) is Stage.WAITING
    assert stage(found, talks, date(2026, 5, 1)) is Stage.DUE
    wrote = ready(talk("w", (SAM, "Good morning."), at=day(125)))  # 5 May
    assert stage(found, [*talks, wrote], date(2026, 5, 4)) is Stage.DUE
    assert stage(found, [*talks, wrote], date(2026, 5, 5)) is Stage.MET
    assert stage(found, talks, date(2027, 5, 2)) is Stage.RESTS
    assert stage(replace(found, on=None), talks, date(2026, 6, 1)) is Stage.ASK
