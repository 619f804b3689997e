"""Long work that somebody asked for: done, told of, taken up again, and cleared away."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import errands, models, queries, services
from theirside.app.services.errands import errand_folder
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.errors import NotFoundError

LATER = datetime(2030, 1, 1, tzinfo=UTC)
TALKS = [
    thread(f"t{number}", mail(f"{number}", ANNA, f"The cellar floods, {number}.", SAM))
    for number in range(5)
]


@pytest.fixture(autouse=True)
def _store(store: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("queries.errands", "services.errands"):
        monkeypatch.setattr(f"theirside.app.{module}.spool_folder", lambda: tmp_path / "spool")
    for module in ("undoing", "retention"):
        monkeypatch.setattr(f"theirside.app.services.{module}.AT_ONCE", 2)


def bring(member: int | None = None) -> int:
    number = services.begin_import(["x"], member)
    with services.bringing(number):
        for talk in TALKS:
            services.keep(talk)
    return number


def asked(kind: str, **subject: object) -> str:
    return services.begin_errand(kind, subject, None)


def test_an_import_is_taken_back_and_it_is_told_what_went() -> None:
    public = asked("undo", number=bring())
    assert queries.errand(public).state == "waiting"

    assert errands.carry_out(public)

    it = queries.errand(public)
    assert (it.state, it.busy) == ("done", False)
    assert it.outcome == {"turns": 5, "conversations": 5, "people": 1, "shared": 0}
    assert not models.Turn.objects.exists()
    assert not models.Person.objects.exists()


def test_what_the_end_interrupts_goes_on_where_it_was() -> None:
    public = asked("undo", number=bring())
    ending = iter([False, True])  # after the first two talks

    assert not errands.carry_out(public, lambda: next(ending))
    assert queries.errand(public).state == "waiting"
    assert models.Conversation.objects.count() == 3
    assert (queries.errand(public).done, queries.errand(public).of) == (2, 5)

    assert errands.carry_out(public)
    assert queries.errand(public).state == "done"
    assert not models.Conversation.objects.exists()


def test_old_talks_go_but_none_that_came_in_since() -> None:
    bring()
    last = services.last_talk()
    services.keep(thread("new", mail("new", BEN, "It does.", SAM)))
    public = asked("old", before=LATER.isoformat(), last=last)

    assert errands.carry_out(public)

    assert queries.errand(public).outcome["conversations"] == 5
    assert queries.errand(public).outcome["people"] == 1
    assert list(models.Conversation.objects.values_list("key", flat=True)) == ["new"]


def test_somebody_is_forgotten_and_no_name_is_kept_with_it() -> None:
    bring()
    public = asked("forget", person=queries.find_person("anna").id)

    assert errands.carry_out(public)

    it = queries.errand(public)
    assert it.state == "done"
    assert "5 turns that they spoke or wrote" in it.outcome["lines"]
    assert it.outcome["traces"] == []
    assert "Anna" not in json.dumps([it.subject, it.outcome])
    assert not models.Person.objects.exists()


def test_forgetting_that_was_done_before_it_could_be_noted_is_done() -> None:
    bring()
    person = queries.find_person("anna")
    public = asked("forget", person=person.id)
    services.forget(person)

    assert errands.carry_out(public)

    assert queries.errand(public).state == "done"


def test_nobody_is_forgotten_who_only_looks_like_it() -> None:
    bring()
    public = asked("forget", person="anna")

    assert errands.carry_out(public)

    assert models.Turn.objects.count() == 5


def test_what_is_gathered_lies_ready_for_a_day_and_goes_with_them() -> None:
    bring()
    anna = queries.find_person("anna")
    public, other = (asked("export", person=anna.id, form=form) for form in ("json", "text"))
    for each in (public, other):
        assert errands.carry_out(each)
    file = queries.errand(public).file
    assert file is not None
    assert "The cellar floods, 3." in json.dumps(json.loads(file.read_text("utf-8")))
    assert file.stat().st_mode & 0o077 == 0

    models.Errand.objects.filter(public=other).update(at=LATER - timedelta(days=3000))
    services.clear_errands()
    with pytest.raises(NotFoundError):
        queries.errand(other)
    assert not errand_folder(other).exists()

    services.forget(anna)
    assert not file.exists()
    assert not models.Errand.objects.exists()


def test_what_goes_wrong_is_told_without_their_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError("The cellar floods")

    number = bring()
    public = asked("undo", number=number)
    with monkeypatch.context() as patch:
        patch.setattr(services, "undo_import", fail)
        assert errands.carry_out(public)
    assert "ValueError" in queries.errand(public).error
    assert "cellar" not in queries.errand(public).error

    failed = asked("undo", number=number + 1)
    assert errands.carry_out(failed)
    assert "no import of yours" in queries.errand(failed).error


def test_the_same_is_not_begun_twice_and_what_is_gone_is_nothing_to_do() -> None:
    assert asked("undo", number=1) == asked("undo", number=1)
    assert asked("undo", number=1) != asked("undo", number=2)
    assert errands.carry_out("nothing")


def test_a_member_sees_their_own_and_nobody_a_customers() -> None:
    for name in ("nora", "tom"):
        services.invite(f"{name}@ours.example", Role.SELLER)
    nora, tom = (Viewer(row.pk, Role.SELLER) for row in models.Member.objects.order_by("pk"))
    public = services.begin_errand("undo", {"number": 1}, nora)
    hidden = services.begin_errand("forget", {"person": "x"}, None, hidden=True)

    with seen_by(nora):
        assert [each.id for each in queries.errands_under_way("undo", "forget")] == [public]
    with seen_by(tom), pytest.raises(NotFoundError):
        queries.errand(public)
    with pytest.raises(NotFoundError):
        queries.errand(hidden)
    assert queries.errand(hidden, hidden=True).kind == "forget"


def test_what_is_much_is_so_by_its_turns() -> None:
    assert not errands.is_much(errands.MOST_TURNS)
    assert errands.is_much(errands.MOST_TURNS + 1)
    assert not errands.forgetting_takes_long()
    bring()
    anna = queries.find_person("anna")
    assert queries.turns_with(anna) == queries.turns_before(LATER) == 5
