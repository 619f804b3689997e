"""Who has something open, kept: found once, looked at anew where something changed, no words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app import models, queries, services
from theirside.app.places import Database
from theirside.app.promising import add_promise, mark_promise, promises
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.app.waiting import FEELING, look
from theirside.evidence import Annotation
from theirside.serve.noted import Said

PROMISE = "I'll send you the drawing of the cellar by Friday."
FELT = "I am worried about the winter."
TODAY = date(2026, 3, 4)
FRIDAY = date(2026, 3, 6)


def keep(number: int = 0) -> None:
    """Keep a thread in which they are worried, and we promise something and pass over that."""
    talk = thread(
        f"t{number}",
        mail(f"a{number}", ANNA, FELT, SAM),
        mail(f"b{number}", SAM, PROMISE, ANNA, hours=1),
    )
    promise = Annotation(1, 0, len(PROMISE), "promise", 0.8, "test-1", due=FRIDAY)
    services.keep(talk, [said(0, FELT, "feeling.worried", "test-1"), promise], "test-1")


def waiting() -> list[tuple[str, date | None]]:
    return [(each.kind, each.on) for each in queries.most_waiting(TODAY, 50)]


def test_what_is_open_is_found_and_nobody_is_left(store: Database) -> None:
    keep()

    assert look(TODAY) == 0

    assert sorted(waiting(), key=str) == sorted([("our promise", FRIDAY), (FEELING, None)], key=str)


def test_so_many_at_a_time_the_last_heard_first(store: Database) -> None:
    keep()
    other = thread("other", mail("o", BEN, "Does it float?", SAM, hours=48))
    services.keep(other, [], "test-1")

    assert look(TODAY, 1) == 1
    looked = models.Looked.objects.get().person.public
    assert looked == queries.find_person("ben").id
    assert look(TODAY, 1) == 0
    assert models.Looked.objects.count() == 2


def test_no_words_are_kept(store: Database) -> None:
    keep()
    look(TODAY)

    kept = str(list(models.Waiting.objects.values()))
    assert "cellar" not in kept
    assert "Anna" not in kept


def test_a_new_talk_lets_it_be_looked_anew(store: Database) -> None:
    keep()
    look(TODAY)
    assert queries.unlooked(TODAY, 9) == ([], 0)

    keep(1)

    assert queries.unlooked(TODAY, 9) == ([queries.find_person("anna").id], 1)
    look(TODAY)
    assert len([each for each in waiting() if each[0] == FEELING]) == 2


def test_a_mark_and_a_note_by_hand_do(store: Database) -> None:
    keep()
    look(TODAY)
    mark_promise(promises(TODAY)[0][0].id, Said.KEPT, TODAY)
    assert queries.unlooked(TODAY, 9)[1] == 1
    look(TODAY)
    assert [kind for kind, _ in waiting()] == [FEELING]

    add_promise(queries.find_person("anna"), "Send the photos", FRIDAY, by_us=True)
    look(TODAY)

    assert ("our promise", FRIDAY) in waiting()


def test_a_change_of_side_and_another_reading_do(store: Database) -> None:
    from theirside.conversation import Side

    keep()
    look(TODAY)
    services.set_side("t0", "Sam Reed", Side.OURS)

    assert queries.unlooked(TODAY, 9)[1] == 1


def test_what_was_found_a_week_ago_is_looked_at_anew(store: Database) -> None:
    keep()
    look(TODAY)

    assert queries.unlooked(date(2026, 3, 10), 9)[1] == 0
    assert queries.unlooked(date(2026, 3, 11), 9)[1] == 1


def test_what_changes_while_it_is_looked_waits_again(store: Database) -> None:
    keep()
    who = queries.find_person("anna").id
    services.begin_to_look([who])
    keep(1)

    services.keep_waiting([who], [queries.Open(who, "question", "q", None, TODAY)], TODAY)

    assert waiting() == []
    assert queries.unlooked(TODAY, 9)[1] == 1


def test_ours_that_has_come_due_is_first_then_what_is_nearest(store: Database) -> None:
    keep()
    who = queries.find_person("anna").id
    services.begin_to_look([who])
    found = [
        queries.Open(who, "question", "a", None, date(2026, 3, 1)),
        queries.Open(who, "our promise", "b", date(2026, 3, 1), None),
        queries.Open(who, "our promise", "c", date(2026, 3, 3), None),
        queries.Open(who, "their promise", "d", TODAY, None),
        queries.Open(who, "our promise", "e", FRIDAY, None),
        queries.Open(who, "our promise", "long ago", date(2025, 6, 1), None),
        queries.Open(who, "come back", "far", date(2026, 9, 1), None),
    ]
    services.keep_waiting([who], found, TODAY)

    assert [each.code for each in queries.most_waiting(TODAY, 50)] == ["c", "b", "d", "a", "e"]


def test_what_is_put_off_comes_again(store: Database) -> None:
    keep()
    look(TODAY)
    who = queries.find_person("anna")
    [promise] = [each for each in queries.most_waiting(TODAY, 9) if each.kind == "our promise"]

    services.not_today(who, promise.code, date(2026, 3, 5))

    assert promise.code not in {each.code for each in queries.most_waiting(TODAY, 9)}
    later = queries.most_waiting(date(2026, 3, 5), 9)
    assert promise.code in {each.code for each in later}
    services.not_today(who, promise.code, None)
    assert promise.code in {each.code for each in queries.most_waiting(TODAY, 9)}


@pytest.mark.parametrize("model", [models.Looked, models.Waiting, models.NotToday])
def test_forgetting_takes_it_all(store: Database, model: type[models.Looked]) -> None:
    keep()
    look(TODAY)
    who = queries.find_person("anna")
    services.not_today(who, "x", FRIDAY)

    services.forget(who)

    assert not model.objects.exists()


def test_what_was_put_off_is_exported(store: Database) -> None:
    keep()
    who = queries.find_person("anna")
    services.not_today(who, "f-t0-0-0", FRIDAY)

    form = queries.export_person(who)["not_today"]

    assert form == [{"thing": "f-t0-0-0", "until": "2026-03-06"}]


def test_everybody_is_looked_at_until_the_process_ends(store: Database) -> None:
    from theirside.app.waiting import AT_ONCE, look_at_all

    for number in range(AT_ONCE + 1):
        them = replace(ANNA, name=f"Ida Lund{number}", email=f"i{number}@harbour.example")
        services.keep(thread(f"n{number}", mail(f"n{number}", them, "Hello.", SAM)), [], "test-1")

    look_at_all(TODAY, lambda: True)
    assert not models.Looked.objects.exists()
    look_at_all(TODAY)

    assert models.Looked.objects.filter(on=TODAY).count() == AT_ONCE + 1


def test_in_a_team_one_s_own_people_are_looked_at_and_counted(store: Database) -> None:
    keep()
    services.keep(thread("other", mail("o", BEN, "Does it float?", SAM, hours=48)), [], "test-1")
    nora, tom = (
        Viewer(
            models.Member.objects.get(public=services.invite(to, Role.SELLER).id).pk, Role.SELLER
        )
        for to in ("nora@ours.example", "tom@ours.example")
    )
    services.hold(["t0"], nora)
    services.hold(["other"], tom)

    with seen_by(nora):
        assert queries.unlooked(TODAY, 9) == ([queries.find_person("anna").id], 1)
        assert look(TODAY) == 0
    with seen_by(tom):
        assert queries.unlooked(TODAY, 9)[1] == 1
