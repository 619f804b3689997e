"""How often something may be asked for, counted where every process sees it."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.utils import timezone

from theirside.app import models, services
from theirside.app.store import close_store, open_store
from theirside.app.web.limits import Limit


def test_within_the_limit_it_is_allowed_and_beyond_it_not(store: object) -> None:
    twice = Limit("t", 2, 60)

    assert [twice.allows("a") for _ in range(3)] == [True, True, False]
    assert twice.allows("b")
    assert Limit("other", 2, 60).allows("a")


def test_with_the_next_window_it_begins_anew(
    store: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    once = Limit("t", 1, 60)
    monkeypatch.setattr("theirside.app.web.limits.time.time", lambda: 600.0)
    assert once.allows("a")
    assert not once.allows("a")

    monkeypatch.setattr("theirside.app.web.limits.time.time", lambda: 660.0)

    assert once.allows("a")


def test_a_restart_forgets_nothing(store: object) -> None:
    once = Limit("t", 1, 3600)
    assert once.allows("a")
    cache.set("allauth:rl:login", [1.0], 3600)
    close_store()
    open_store()

    assert not once.allows("a")
    assert cache.get("allauth:rl:login") == [1.0]


def test_all_who_ask_at_once_are_counted(store: object) -> None:
    until = timezone.now() + timedelta(hours=1)

    def ask() -> None:
        for _ in range(5):
            services.count_up("same", until)
        connection.close()

    several = [threading.Thread(target=ask) for _ in range(3)]
    for each in several:
        each.start()
    for each in several:
        each.join()

    assert services.count_up("same", until) == 16


def test_what_is_over_is_cleared_away_and_no_address_is_kept(store: object) -> None:
    services.count_up("old", timezone.now() - timedelta(seconds=1))
    assert Limit("t", 2, 60).allows("203.0.113.7")

    assert services.count_up("new", timezone.now() + timedelta(hours=1)) == 1
    assert not models.Counted.objects.filter(name="old").exists()
    row = models.Counted.objects.exclude(name="new").get()
    assert "203.0.113.7" not in row.name
    assert row.times == 1


def test_where_nothing_can_be_written_nobody_is_turned_away(
    store: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> int:
        raise OperationalError("database is locked")

    monkeypatch.setattr(services, "count_up", busy)

    assert Limit("t", 0, 60).allows("a")
