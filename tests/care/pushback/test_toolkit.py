"""The toolkit: every response honest, in its form, and its examples hold."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.care.pushback.pushing import case
from theirside.care.pushback import responses
from theirside.care.pushback.kinds import kinds
from theirside.care.pushback.responses import responses_to
from theirside.care.pushback.toolkit import Entry, Steps, toolkit
from theirside.care.pushback.ways import ways
from theirside.understand.facet import facets

ENTRIES = list(toolkit().values())
FIRES = [(each, texts) for each in ENTRIES for texts in each.fires]
SILENT = [(each, texts) for each in ENTRIES for texts in each.silent]
SLOTS = {"words", "known", "fact", "limit", "capability", "pointer"}
GROUNDS = {"misbelief", "hole", "unanswered", "promise", "fact", "limit", "capability", "pointer"}
EAGER = re.compile(r"\b(?:but|totally|absolutely|definitely|I agree|great question)\b|!")


def offered(entry: Entry, texts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(responses, "MOST", len(ENTRIES))
    pushed, offer = case(entry.kinds[0], texts)
    return entry.id in [each.id for each in responses_to(pushed, offer)]


def name_of(value: object) -> str:
    return value.id if isinstance(value, Entry) else str(value)[:50]


@pytest.mark.parametrize(("entry", "texts"), FIRES, ids=name_of)
def test_it_is_offered_in_its_examples(
    entry: Entry, texts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert offered(entry, texts, monkeypatch)


@pytest.mark.parametrize(("entry", "texts"), SILENT, ids=name_of)
def test_it_is_not_offered_where_it_does_not_fit(
    entry: Entry, texts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not offered(entry, texts, monkeypatch)


def steps_of(entry: Entry) -> list[str]:
    both: tuple[Steps, ...] = (entry.example, entry.steps)
    return [text for each in both for text in (each.acknowledge, each.ask, each.view) if text]


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_it_neither_presses_nor_defends_nor_agrees_eagerly(entry: Entry) -> None:
    for text in steps_of(entry):
        assert not EAGER.search(text), text
        for sentence in re.split(r"(?<=[.?])\s", text):
            for way in ("pressed", "defended"):
                says = ways()[way].says
                assert says is not None
                assert not says.search(sentence), sentence


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_a_view_has_its_ground_in_the_offer_or_in_their_words(entry: Entry) -> None:
    """A view without a slot may only say what follows from what they answer: "If …"."""
    view = entry.steps.view
    assert not view or set(re.findall(r"\{(\w+)\}", view)) or view.startswith("If ")


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_it_acknowledges_first_and_asks_one_thing(entry: Entry) -> None:
    for each in (entry.example, entry.steps):
        assert each.acknowledge
        assert "?" not in each.acknowledge
        assert each.ask.count("?") <= 1
        assert "?" not in each.view


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_slots_and_conditions_are_known_ones(entry: Entry) -> None:
    slots = set(re.findall(r"\{(\w+)\}", " ".join(vars_of(entry.steps))))
    assert slots <= SLOTS
    assert "known" not in slots or entry.when.known
    assert entry.when.known in {"", *facets(), *GROUNDS}
    assert entry.when.unknown in {"", *facets()}
    assert {*entry.kinds, *entry.also.kinds} <= set(kinds())


def vars_of(steps: Steps) -> tuple[str, str, str]:
    return steps.acknowledge, steps.ask, steps.view


@pytest.mark.parametrize("entry", ENTRIES, ids=name_of)
def test_it_says_when_it_fits_and_when_it_would_be_false(entry: Entry) -> None:
    for text in (entry.fits, entry.false_when, entry.why):
        assert text[0].isupper()
        assert text.endswith(".")
    assert entry.source.startswith("practice P")
    assert entry.theirs
    assert len(entry.fires) >= 2
    assert len(entry.silent) >= 2


def test_there_are_enough_for_every_kind_and_most_where_change_is_dreaded() -> None:
    count = Counter(kind for entry in ENTRIES for kind in entry.kinds)
    assert len(ENTRIES) >= 40
    assert set(count) == set(kinds())
    assert min(count.values()) >= 5
    assert count.most_common(1)[0][0] == "status_quo"


def test_no_two_say_the_same() -> None:
    said = [text for entry in ENTRIES for text in (entry.name, entry.false_when)]
    assert [text for text, times in Counter(said).items() if times > 1] == []


def test_who_asks_to_be_left_alone_is_asked_nothing() -> None:
    stop = toolkit()["brush_off.stop"]
    assert stop.alone
    assert (stop.steps.ask, stop.steps.view) == ("", "")
