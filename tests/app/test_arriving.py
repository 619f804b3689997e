"""What is handed over is read in the name of whoever did it."""

from __future__ import annotations

from pathlib import Path

import pytest

from theirside.app import models, queries, services
from theirside.app.arriving import read_arrival
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.errors import NotFoundError
from theirside.intake.us import Us

MAIL = (
    "From: Anna Bauer <anna@brauhaus.example>\nTo: Sam <sam@ours.example>\nSubject: Cellar\n"
    "Message-ID: <1@brauhaus.example>\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n\nIt floods.\n"
)


@pytest.fixture
def spool(store: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the spool's folder, of this test alone."""
    for module in ("services.arrivals", "arriving"):
        monkeypatch.setattr(f"theirside.app.{module}.spool_folder", lambda: tmp_path / "spool")
    services.add_us(Us.of("ours.example"))
    return tmp_path / "spool"


def member(name: str) -> Viewer:
    found = services.invite(f"{name}@ours.example", Role.SELLER)
    return Viewer(models.Member.objects.get(public=found.id).pk, Role.SELLER)


def hand_over(spool: Path, who: Viewer | None) -> str:
    public = services.open_arrival(who)
    (spool / public / "anna.eml").write_text(MAIL, "utf-8")
    services.begin_arrival(public, ["anna.eml"], 1, len(MAIL))
    return public


def test_what_a_member_brings_in_is_theirs_alone(spool: Path) -> None:
    nora, tom = member("nora"), member("tom")
    public = hand_over(spool, nora)

    assert read_arrival(public)

    with seen_by(nora):
        assert models.Conversation.objects.count() == 1
        assert queries.arrival(public).state == "done"
        assert len(queries.accounts()) == 1
    with seen_by(tom):
        assert not models.Conversation.objects.exists()
        assert queries.accounts() == []
        with pytest.raises(NotFoundError):
            queries.arrival(public)


def test_what_a_colleague_brought_in_already_is_both_of_theirs(spool: Path) -> None:
    nora, tom = member("nora"), member("tom")
    read_arrival(hand_over(spool, nora))
    read_arrival(hand_over(spool, tom))

    assert models.Conversation.objects.count() == 1
    assert models.Holding.objects.count() == 2


def test_a_file_named_after_somebody_forgotten_is_not_named(spool: Path) -> None:
    read_arrival(hand_over(spool, None))
    services.forget(queries.find_person("anna"))

    public = services.open_arrival(None)
    services.begin_arrival(public, ["Anna Bauer.txt"], 1, 1)

    assert "Anna" not in queries.arrival(public).names[0]


def test_progress_tells_what_was_found(spool: Path) -> None:
    public = hand_over(spool, None)
    (spool / public / "odd.bin").write_bytes(b"\x00\x01")

    read_arrival(public)

    progress = queries.arrival(public).progress
    assert (progress["found"], progress["kept"], progress["skipped"]) == (2, 1, 1)
    assert progress["talks"] == 1
    assert not (spool / public).exists()
