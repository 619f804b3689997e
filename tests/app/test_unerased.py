"""Erasures that customers asked for and that failed: told to whoever sees to people's data."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.talks import ANNA, SAM, mail, thread
from theirside.app import answering, errands, models, queries, services, unerased
from theirside.app.access import NotAllowedError
from theirside.app.answering import Sheet
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.errors import NotFoundError


@pytest.fixture(autouse=True)
def _store(store: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("queries.errands", "services.errands"):
        monkeypatch.setattr(f"theirside.app.{module}.spool_folder", lambda: tmp_path / "spool")
    services.keep(thread("a", mail("1", ANNA, "The cellar floods.", SAM)))


def fail(*_: object) -> services.Forgotten:
    raise ValueError("The cellar floods")


def failed(monkeypatch: pytest.MonkeyPatch) -> str:
    """Let a customer's erasure fail in the background; return it."""
    person = queries.find_person("anna").id
    public = services.begin_errand("forget", {"person": person}, None, hidden=True)
    with monkeypatch.context() as patch:
        patch.setattr(services, "forget", fail)
        assert errands.carry_out(public)
    return public


def test_what_failed_is_told_without_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unerased.unerased() == ()
    public = failed(monkeypatch)

    [it] = unerased.unerased()

    assert (it.errand, it.name, it.person) == (public, "Anna Bauer", queries.find_person("anna").id)
    assert "ValueError" in it.error
    assert "cellar" not in it.error
    assert it.traces == ()


def test_begun_anew_it_comes_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    public = failed(monkeypatch)

    unerased.erase_again(public)
    assert unerased.unerased() == ()
    assert errands.carry_out(public)

    assert unerased.unerased() == ()
    assert not models.Person.objects.exists()
    with pytest.raises(NotFoundError):
        unerased.erase_again(public)


def test_forgotten_by_hand_it_is_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    failed(monkeypatch)

    services.forget(queries.find_person("anna"))

    assert unerased.unerased() == ()


def test_what_is_left_of_them_stays_until_it_is_seen_to() -> None:
    person = queries.find_person("anna").id
    services.note_unerased(person, traces=("note 3: text",))
    services.forget(queries.find_person("anna"))

    [it] = unerased.unerased()
    assert (it.name, it.person, it.error, it.traces) == ("", "", "", ("note 3: text",))
    with pytest.raises(NotFoundError):
        unerased.erase_again(it.errand)
    unerased.seen_to(it.errand)
    assert unerased.unerased() == ()


def test_what_fails_while_they_wait_is_told_too(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = Sheet("c", queries.find_person("anna"), "Sam", None, (), None)  # type: ignore[arg-type]
    monkeypatch.setattr(services, "forget", fail)

    with pytest.raises(ValueError, match="cellar"):
        answering.erase(sheet)

    [it] = unerased.unerased()
    assert it.name == "Anna Bauer"
    with pytest.raises(NotFoundError):
        unerased.seen_to(it.errand)


def test_in_a_team_administrators_see_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    public = failed(monkeypatch)
    for name in ("nora", "ada"):
        services.invite(f"{name}@ours.example", Role.SELLER)
    nora, ada = models.Member.objects.order_by("pk").values_list("pk", flat=True)

    with seen_by(Viewer(nora, Role.SELLER)):
        assert unerased.unerased() == ()
        with pytest.raises(NotAllowedError):
            unerased.erase_again(public)
    with seen_by(Viewer(ada, Role.ADMINISTRATOR)):
        assert [each.name for each in unerased.unerased()] == ["Anna Bauer"]
        unerased.erase_again(public)
    assert queries.errand(public, hidden=True).state == "waiting"
