"""How often something may be asked for."""

from __future__ import annotations

import pytest
from django.core.cache import cache

from theirside.app.web.limits import Limit


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def test_within_the_limit_it_is_allowed_and_beyond_it_not(store: object) -> None:
    twice = Limit("t", 2, 60)

    assert [twice.allows("a") for _ in range(3)] == [True, True, False]
    assert twice.allows("b")


def test_with_the_next_window_it_begins_anew(
    store: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = Limit("t", 1, 60)
    monkeypatch.setattr("theirside.app.web.limits.time.time", lambda: 600.0)
    assert once.allows("a")
    assert not once.allows("a")

    monkeypatch.setattr("theirside.app.web.limits.time.time", lambda: 660.0)

    assert once.allows("a")
