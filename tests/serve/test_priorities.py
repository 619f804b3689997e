"""What matters most to somebody, from their words alone."""

from __future__ import annotations

import pytest

from theirside.serve.priorities import Option, cues, rank, strength

OPTIONS = [Option("tea", ("tea",)), Option("bread", ("bread",)), Option("lamp", ("lamp", "lamps"))]


def first(*said: str) -> str:
    return rank(said, OPTIONS)[0].id


def weight(option: str, *said: str) -> float:
    return next(each.weight for each in rank(said, OPTIONS) if each.id == option)


@pytest.mark.parametrize(
    ("cue", "text"), [(each.id, text) for each in cues() for text in each.fires]
)
def test_a_cue_is_found_in_its_examples(cue: str, text: str) -> None:
    assert next(each for each in cues() if each.id == cue).pattern.search(text)


@pytest.mark.parametrize(
    ("cue", "text"), [(each.id, text) for each in cues() for text in each.silent]
)
def test_a_cue_stays_silent_in_the_others(cue: str, text: str) -> None:
    assert not next(each for each in cues() if each.id == cue).pattern.search(text)


@pytest.mark.parametrize(
    ("said", "option"),
    [
        ("I'd like some tea, but the lamp is the most important for us.", "lamp"),
        ("We really need bread, tea would be nice.", "bread"),
        ("You can have the tea and the bread, I'd take the lamps.", "lamp"),
        ("We need bread more than tea.", "bread"),
        ("I don't need any tea, I have plenty of bread, and we want a lamp.", "lamp"),
        ("I'd take 3 bread, 1 tea and 2 lamps.", "bread"),
        ("You get 3 tea and 2 bread and I get the lamp.", "lamp"),
        ("Do you need the tea? We could use some bread.", "bread"),
    ],
)
def test_what_they_say_of_it_decides(said: str, option: str) -> None:
    assert first(said) == option


def test_what_they_put_behind_or_leave_weighs_less_than_nothing() -> None:
    assert weight("tea", "We need bread more than tea.") == -1.5
    assert weight("tea", "You can have the tea.") == -1.5
    assert weight("tea", "You can have 2 tea.") == -1.0
    assert weight("tea", "We take no tea.") == -1.0


def test_what_they_ask_of_us_counts_for_nothing() -> None:
    assert weight("tea", "Do you need the tea?") == 0.0


def test_who_speaks_of_nothing_leaves_the_order_as_it_was() -> None:
    ranked = rank(["Good morning."], OPTIONS)
    assert [each.id for each in ranked] == ["tea", "bread", "lamp"]
    assert all(each.weight == 0 and not each.mentions for each in ranked)


def test_every_weight_is_the_sum_of_mentions_that_are_shown() -> None:
    for each in rank(["I need tea.", "The tea is crucial, you keep the bread."], OPTIONS):
        assert each.weight == pytest.approx(sum(mention.weight for mention in each.mentions))


@pytest.mark.parametrize(
    ("text", "told"),
    [("It would suit us.", 1.0), ("It has to be quick.", 2.0), ("Above all it is quick.", 3.0)],
)
def test_how_much_they_make_of_a_need(text: str, told: float) -> None:
    assert strength(text) == told
