"""What is remembered holds as long as nothing changes, for each who looks their own."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

from theirside.app import remembered
from theirside.app.remembered import Remembered
from theirside.app.viewing import Role, Viewer, seen_by


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Return the time by which results grow old; a test sets it."""
    at = {"now": 100.0}
    monkeypatch.setattr(remembered, "monotonic", lambda: at["now"])
    return at


@pytest.fixture
def make() -> Callable[[], int]:
    """Return what makes a new number each time."""
    return count(1).__next__


def test_it_is_made_once_as_long_as_the_state_is_the_same(make: Callable[[], int]) -> None:
    kept = Remembered[int](4, 60.0)
    assert [kept("a", (1,), make), kept("a", (1,), make)] == [1, 1]
    assert kept("b", (1,), make) == 2
    assert kept("a", (2,), make) == 3
    assert kept("a", (1,), make) == 4


def test_it_grows_too_old(clock: dict[str, float], make: Callable[[], int]) -> None:
    kept = Remembered[int](4, 60.0)
    kept("a", (), make)
    clock["now"] += 60.0
    assert kept("a", (), make) == 1
    clock["now"] += 0.1
    assert kept("a", (), make) == 2


def test_nobody_is_given_what_was_made_for_another(make: Callable[[], int]) -> None:
    kept = Remembered[int](4, 60.0)
    kept("a", (), make)
    with seen_by(Viewer(1, Role.SELLER)):
        assert kept("a", (), make) == 2
    with seen_by(Viewer(2, Role.SELLER)):
        assert kept("a", (), make) == 3
    with seen_by(Viewer(1, Role.SELLER)):
        assert kept("a", (), make) == 2


def test_the_one_asked_for_longest_ago_goes_first(make: Callable[[], int]) -> None:
    kept = Remembered[int](2, 60.0)
    kept("a", (), make)
    kept("b", (), make)
    kept("a", (), make)
    kept("c", (), make)
    assert kept("a", (), make) == 1
    assert kept("b", (), make) == 4


def test_what_cannot_be_made_is_tried_again(make: Callable[[], int]) -> None:
    kept = Remembered[int](2, 60.0)

    def fail() -> int:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        kept("a", (), fail)
    assert kept("a", (), make) == 1
