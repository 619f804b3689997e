"""``theirside pushback``: their words, our answer, why it makes sense, and what one can say."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits, quotes_in

FREEZER = "It can't work in the freezer hall, because it doesn't work without network."


def said(sample: Run, words: str, kind: str, *more: str) -> str:
    """Return what is printed of words that were just said, on one line."""
    ran = sample("pushback", "--say", words, "--kind", kind, *more)
    assert ran.code == 0, ran.err
    return " ".join(ran.out.split())


@pytest.mark.parametrize("about", ["anneliese", "sigrun", "callum", "Kessbach (Zoom)"])
def test_every_form_is_documented_and_every_quote_stands_at_its_place(
    sample: Run, about: str
) -> None:
    form = sample("pushback", about, "--json").json
    fits("pushbacks", form)
    talks: dict[str, list[str]] = {}
    for quote in quotes_in(form):
        key = quote["conversation"]
        if key not in talks:
            talk = sample("show", key, "--json").json["conversation"]
            talks[key] = [turn["text"] for turn in talk["turns"]]
        assert talks[key][quote["turn"]][quote["start"] : quote["end"]] == quote["quote"]


def test_words_just_said_have_the_same_form(sample: Run) -> None:
    form = sample("pushback", "--say", FREEZER, "--kind", "capability", "--json").json
    fits("pushbacks", form)
    [one] = form
    assert one["person"] is None
    assert one["pushback"][0]["evidence"][0]["quote"] == FREEZER


def test_reasons_come_before_any_advice(sample: Run) -> None:
    out = said(sample, "That's far too dear for us.", "price", "--to", "sigrun")
    assert out.startswith("Sigrun Aas")
    assert "price, firm" in out
    assert "firmer: “far too”" in out
    assert out.index("Why it makes sense") < out.index("What one can honestly say")
    assert "budget" in out


def test_a_belief_that_is_not_so_stands_beside_the_fact(sample: Run) -> None:
    out = said(sample, FREEZER, "capability")
    assert "in the same words: a belief that isn't so" in out
    assert "fact: The app needs no network on the round" in out
    assert "Say that it does, after asking what they saw" in out


def test_where_nothing_is_known_there_is_a_question(sample: Run) -> None:
    out = said(sample, "That's far too dear for us.", "price")
    assert "We don't know. They do: ? What would any solution" in out


def test_who_asks_to_be_left_alone_is_asked_nothing(sample: Run) -> None:
    out = said(sample, "Please take me off your list.", "brush_off")
    assert "You are off our list as of now" in out
    assert "? " not in out


def test_what_is_no_pushback_says_so_and_what_to_do(sample: Run) -> None:
    ran = sample("pushback", "--say", "The van is blue.")
    assert ran.code == 0
    assert "Nothing in these words is read as pushback" in ran.out
    assert "--kind" in ran.out


def test_a_person_without_any_is_told_so(sample: Run) -> None:
    assert "No pushback was heard here." in sample("pushback", "ruth").out


def test_all_leaves_nothing_out(sample: Run) -> None:
    short = said(sample, "That's far too dear for us.", "price", "--to", "sigrun")
    whole = said(sample, "That's far too dear for us.", "price", "--to", "sigrun", "--all")
    assert len(whole) > len(short)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "give a person or a conversation"),
        (("sigrun", "--say", "No."), "give a person or a conversation"),
        (("sigrun", "--to", "marit"), "--to and --kind go with --say"),
        (("sigrun", "--kind", "price"), "--to and --kind go with --say"),
    ],
)
def test_what_does_not_go_together_is_wrong_usage(
    sample: Run, words: tuple[str, ...], told: str
) -> None:
    ran = sample("pushback", *words)
    assert ran.code == 2
    assert told in " ".join(ran.err.split())


def test_what_is_not_known_is_named(sample: Run) -> None:
    assert "Zebulon" in sample("pushback", "Zebulon").err
    ran = sample("pushback", "--say", "No.", "--kind", "weather")
    assert ran.code == 1
    assert "price, timing" in ran.err
    assert "fits several" in sample("pushback", "brannigan").err
