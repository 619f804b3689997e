"""Starting the web app: what it refuses, and why."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from theirside.app import services
from theirside.app.viewing import Role
from theirside.app.web.serving import prepare
from theirside.errors import SettingsError


def test_it_is_ready_on_this_machine_with_a_link(store: object) -> None:
    served = prepare("127.0.0.1", 0)
    served.server.close()

    assert not served.team
    assert served.link.startswith("http://127.0.0.1:")
    assert "/enter/" in served.link


def test_it_does_not_listen_elsewhere_without_a_name() -> None:
    with pytest.raises(SettingsError, match="THEIRSIDE_HOSTS"):
        prepare("0.0.0.0", 0)  # noqa: S104 - what is refused


def test_it_does_not_answer_to_a_name_without_https(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEIRSIDE_HOSTS", "theirside.example.com")

    with pytest.raises(SettingsError, match="THEIRSIDE_HTTPS=proxy"):
        prepare("127.0.0.1", 0)


def test_it_does_not_answer_to_any_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("THEIRSIDE_HOSTS", "*")

    with pytest.raises(SettingsError, match="name the hosts"):
        prepare("127.0.0.1", 0)


def test_a_team_needs_somebody_who_asks_people_in(
    store: object, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    monkeypatch.setenv("THEIRSIDE_HOSTS", "theirside.example.com")
    monkeypatch.setenv("THEIRSIDE_HTTPS", "proxy")
    settings.TEAM = True
    settings.ALLOWED_HOSTS = ["theirside.example.com"]
    with pytest.raises(SettingsError, match="accounts add"):
        prepare("127.0.0.1", 0)

    services.invite("nora@ours.example", Role.ADMINISTRATOR)
    served = prepare("127.0.0.1", 0)
    served.server.close()

    assert (served.team, served.link) == (True, "https://theirside.example.com/")


def test_a_taken_port_says_what_to_do(store: object) -> None:
    first = prepare("127.0.0.1", 0)
    port = int(first.server.effective_port)

    with pytest.raises(SettingsError, match="--port 0"):
        prepare("127.0.0.1", port)
    first.server.close()
