"""Comments on turns: one's own alone, gone with who was forgotten, part of what is handed out."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, BEN, SAM, call, mail, thread
from theirside.app import models, queries
from theirside.app.services import change_comment, comment, drop_comment, forget, keep
from theirside.app.services.commenting import LONGEST
from theirside.app.services.withdrawing import withdraw
from theirside.app.store import writing
from theirside.app.viewing import seen_by
from theirside.errors import NotFoundError, NotKeptError

pytestmark = pytest.mark.usefixtures("store")

SHARED = thread(
    "shared",
    mail("<1@x>", ANNA, "The alarms wake us every single night.", SAM, BEN),
    mail("<2@x>", SAM, "Dear both, we can help.", ANNA, BEN, hours=1),
    mail("<3@x>", BEN, "Good.", SAM, hours=2),
)


def kept() -> list[tuple[int, str, str]]:
    return [(each.turn, each.author, each.text) for each in queries.comments_in("shared")]


def test_a_comment_stands_on_its_turn_in_the_order_of_the_talk() -> None:
    keep(SHARED)
    comment("shared", 1, " Here I would ask. ", author="cora", name="Cora Lindt")
    comment("shared", 0, "What did she mean?", author="me")

    assert kept() == [(0, "me", "What did she mean?"), (1, "cora", "Here I would ask.")]
    assert [each.name for each in queries.comments_in("shared")] == ["", "Cora Lindt"]
    assert [each.turn for each in queries.comments_in("shared", first=1, end=2)] == [1]


def test_it_stays_where_it_was_when_the_thread_grows() -> None:
    keep(SHARED)
    comment("shared", 2, "Short.", author="me")
    later = mail("<0@x>", BEN, "Earlier.", SAM, hours=-5)
    keep(thread("shared", later, *SHARED.turns))

    assert kept() == [(3, "me", "Short.")]


def test_only_who_wrote_it_can_change_or_erase_it() -> None:
    keep(SHARED)
    mine = comment("shared", 0, "First.", author="me")

    with pytest.raises(NotFoundError):
        change_comment(mine, "Mine now.", author="cora")
    with pytest.raises(NotFoundError):
        drop_comment(mine, author="cora")
    change_comment(mine, "Second.", author="me")

    assert kept() == [(0, "me", "Second.")]
    assert queries.comments_in("shared")[0].changed_at is not None
    drop_comment(mine, author="me")
    assert kept() == []


def test_nothing_is_no_comment_and_a_monstrous_one_is_cut() -> None:
    keep(SHARED)
    with pytest.raises(ValueError, match="without words"):
        comment("shared", 0, "  ", author="me")
    with pytest.raises(NotFoundError):
        comment("shared", 9, "Where?", author="me")
    comment("shared", 0, "x" * (LONGEST + 5), author="me")

    assert len(queries.comments_in("shared")[0].text) == LONGEST


def test_forgetting_erases_comments_on_their_turns_and_names_in_others() -> None:
    keep(SHARED)
    keep(call("alone", (SAM, "Hello."), (ANNA, "Hi.")))
    comment("shared", 0, "On her words.", author="me")
    comment("shared", 1, "Anna was upset: the alarms wake us every single night.", author="me")
    comment("alone", 0, "Gone with the talk.", author="me")

    forgotten = forget(queries.find_person("anna"))

    assert forgotten.traces == ()
    assert models.Comment.objects.count() == 1
    [left] = queries.comments_in("shared")
    assert "Anna" not in left.text
    assert "alarms" not in left.text
    assert " was upset: " in left.text, "what is not hers stays readable"


def test_whoever_was_forgotten_is_not_named_in_new_comments() -> None:
    keep(SHARED)
    forget(queries.find_person("anna"))
    comment("shared", 0, "Ask anna@brauhaus.example, or Anna Bauer.", author="me")

    assert "nna" not in queries.comments_in("shared")[0].text


def test_withdrawn_words_go_from_comments_and_do_not_come_back() -> None:
    keep(SHARED)
    words = "The alarms wake us every single night"
    comment("shared", 1, f"She said: {words}.", author="me")
    turn = models.Turn.objects.get(key="<1@x>")
    with writing():
        withdraw([(turn, 0, len(words))], [])
    comment("shared", 1, f"Again: {words.lower()}", author="me")

    assert all("alarms" not in each.text for each in queries.comments_in("shared"))


def test_the_customer_gets_them_with_everything_else() -> None:
    keep(SHARED)
    comment("shared", 1, "Well put.", author="me", name="Sam Reed")

    [talk] = queries.export_person(queries.find_person("anna"))["conversations"]

    [said] = talk["comments"]
    assert (said["turn"], said["by"], said["text"]) == (1, "Sam Reed", "Well put.")


def test_whoever_does_not_see_the_talk_sees_and_writes_no_comments() -> None:
    keep(SHARED)
    comment("shared", 0, "For us.", author="me")

    with seen_by(queries.NOBODY):
        assert queries.comments_in("shared") == []
        with pytest.raises(NotFoundError):
            comment("shared", 0, "Me too.", author="outsider")


def test_what_touches_a_special_category_is_not_kept() -> None:
    keep(SHARED)
    mine = comment("shared", 0, "Ask how it went.", author="me")

    with pytest.raises(NotKeptError):
        comment("shared", 0, "Only in June, Anna is off for surgery.", author="me")
    with pytest.raises(NotKeptError):
        change_comment(mine, "Only in June, Anna is off for surgery.", author="me")
    assert kept() == [(0, "me", "Ask how it went.")]
