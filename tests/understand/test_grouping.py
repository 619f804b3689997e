"""The same said twice, changes, and contradictions."""

from __future__ import annotations

import pytest

from tests.understand.talks import heard
from theirside.understand.grouping import Group, groups_of


def grouped(*sentences: str, facet: str = "goal") -> list[Group]:
    return groups_of(heard(words, number, facet) for number, words in enumerate(sentences, 1))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The export breaks every Friday.", "Every Friday our export breaks."),
        ("We want to cut our scrap rate.", "We really want to cut the scrap rate, you know."),
        ("I don't like phone calls.", "I really don't like phone calls."),
        ("My name is on this budget.", "It's my name on this budget."),
        (
            "The night shift writes everything twice.",
            "The night shift writes everything twice, and the day shift copies it again.",
        ),
    ],
)
def test_the_same_said_twice_is_one(one: str, other: str) -> None:
    (group,) = grouped(one, other, facet="pain")

    assert [each.quote.text for each in group.heard] == [one, other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The export breaks every Friday.", "The import takes an hour."),
        ("We want a second bakery.", "We want a second oven."),
        ("The export breaks on Monday.", "The export breaks on Friday."),
        ("We need the export.", "We need the report."),
        ("Priya signs the orders.", "Priya signs the cheques and keeps the van keys."),
        ("We lose time.", "We lose money."),
    ],
)
def test_different_things_stay_two_and_untouched(one: str, other: str) -> None:
    first, second = grouped(one, other, facet="pain")

    assert first.replaced_by is None
    assert not first.contradicts
    assert not second.contradicts


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("We need it by March.", "We need it by June."),
        ("The budget for this is 40,000 euros.", "The budget for this is 60k euros."),
        (
            "We want to open the second shop in autumn 2026.",
            "We want to open the second shop in 2027.",
        ),
        ("We want to host the data in Oslo.", "We've since decided to host the data in Bergen."),
        ("We host it with Nordhall.", "We no longer host it with Nordhall."),
        (
            "We need the offline mode.",
            "We've decided that we don't need the offline mode any more.",
        ),
    ],
)
def test_a_newer_one_takes_the_older_ones_place(older: str, newer: str) -> None:
    first, second = grouped(older, newer)

    assert first.replaced_by is second
    assert second.replaced_by is None
    assert not first.contradicts


def test_a_figure_changes_only_where_one_holds_at_a_time() -> None:
    one, other = "In March the till failed twice.", "In June the till failed twice."

    assert all(group.replaced_by is None for group in grouped(one, other, facet="pain"))


def test_within_one_turn_two_dates_are_two_facts() -> None:
    one, other = heard("We need two vans by March."), heard("We need two vans by June.")

    assert [group.replaced_by for group in groups_of([one, other])] == [None, None]


def test_going_back_on_a_change_is_a_change_again() -> None:
    march, june, again = grouped(
        "We need it by March.", "We need it by June.", "We need it by March."
    )

    assert march.replaced_by is june
    assert june.replaced_by is again
    assert again.replaced_by is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We trust our current supplier.", "We don't trust our current supplier."),
        ("I love long reports.", "I hate long reports."),
        ("The warehouse has no network.", "The warehouse has a network."),
    ],
)
def test_opposites_without_words_of_change_both_stand(one: str, other: str) -> None:
    first, second = grouped(one, other, facet="habit")

    assert first.contradicts == [second]
    assert second.contradicts == [first]
    assert first.replaced_by is second.replaced_by is None


def test_whatever_says_the_same_as_a_dropped_one_is_dropped_and_touches_nothing() -> None:
    gone = heard("We trust our current supplier.", 1)
    again = heard("We really trust our current supplier.", 2)
    opposite = heard("We don't trust our current supplier.", 3)

    dropped, kept = groups_of([gone, again, opposite], dropped={gone})

    assert dropped.dropped
    assert len(dropped.heard) == 2
    assert not kept.dropped
    assert not kept.contradicts


def test_what_a_dropped_one_had_replaced_stands_again() -> None:
    march, june = heard("We need it by March.", 1), heard("We need it by June.", 2)

    first, second = groups_of([march, june], dropped={june})

    assert second.dropped
    assert first.replaced_by is None


def test_a_corrected_ones_own_words_contradict_nothing() -> None:
    wrong = heard("We trust our current supplier.", 1)
    opposite = heard("We don't trust our current supplier.", 2)

    assert not any(g.contradicts for g in groups_of([wrong, opposite], corrected={wrong}))
