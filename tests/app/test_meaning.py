"""Search by meaning: what is coded, found, kept from others, and dropped."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from tests.app.talks import ANNA, BEN, SAM, call, mail, thread
from theirside.app import models, queries, services
from theirside.app.blots import terms_of
from theirside.app.codes import nearest, packed, row_type
from theirside.app.queries import near as looking
from theirside.app.queries.search import By, Found, search
from theirside.app.queries.wanted import Wanted
from theirside.app.services.blotting import blot_everywhere
from theirside.app.services.withdrawing import blot_withdrawn
from theirside.app.services.withdrawn import remember_withdrawn
from theirside.app.services.workspace import workspace_row
from theirside.app.store import writing
from theirside.app.viewing import Role, seen_by
from theirside.conversation import Channel, Conversation, Side
from theirside.reader import reading
from theirside.reader.coded import Coded, signs
from theirside.reader.combined import CombinedReader
from theirside.reader.encoder import Seen, default_encoder

GROUPS = (("price", "cost", "invoice", "pay"), ("water", "flood", "wet"), ("holiday", "lake"))


class Meaning:
    """A model to which words of one group mean the same; what has none of them means nothing."""

    version = "meaning-1"
    names: tuple[str, ...] = ()

    def see(self, texts: Sequence[str], befores: Sequence[str]) -> Seen:
        rows = np.full((len(texts), 384), -0.001, dtype=np.float32)
        for row, text in enumerate(texts):
            for number, words in enumerate(GROUPS):
                if any(word in text.casefold() for word in words):
                    rows[row, number * 100 : number * 100 + 100] = 1.0
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return Seen(np.zeros((len(texts), 0)), rows)


class Newer(Meaning):
    version = "meaning-2"


READER = CombinedReader(encoder=Meaning(), figures={})
SCARES = "Honestly, the invoice scares me. The wall is white all over."
TALK = thread("a", mail("1", ANNA, SCARES, SAM), mail("2", SAM, "We will pay the flood.", ANNA))
CALL = call("b", (BEN, "We have wet floors in the cellar."), (SAM, "A holiday would be nice."))


def keep(talk: Conversation) -> None:
    found = reading(talk, READER)
    services.keep(talk, found.annotations, READER.version, found.coded)


def looked(text: str, **more: object) -> Found:
    return search(Wanted(text, **more), model=Meaning())  # type: ignore[arg-type]


def found(text: str, **more: object) -> list[tuple[str, str]]:
    return [
        ("".join(piece for piece, marked in hit.pieces if marked), str(hit.by))
        for hit in looked(text, **more).hits
    ]


def coded() -> int:
    return models.Meaning.objects.count()


def test_what_means_the_same_is_found_after_what_has_the_words(store: object) -> None:
    keep(TALK)
    keep(CALL)

    assert found("what the cost is") == [
        ("Honestly, the invoice scares me.", "meaning"),
        ("We will pay the flood.", "meaning"),
    ]
    assert found("invoice") == [("invoice", "words"), ("We will pay the flood.", "meaning")]
    [hit] = [hit for hit in looked("our price").hits if hit.speaker == "Anna Bauer"]
    assert (hit.by, hit.sure) == (By.MEANING, True)
    assert hit.likeness == pytest.approx(1.0, abs=0.01)
    assert hit.pieces[0] == ("Honestly, the invoice scares me.", True)


def test_what_is_like_nothing_finds_nothing(store: object) -> None:
    keep(TALK)

    assert found("the lake") == []
    assert looked("the lake").uncoded == 0


def test_words_alone_are_looked_for_where_that_is_asked(store: object) -> None:
    keep(TALK)

    assert found("our price", words_only=True) == []
    assert found('"our price"') == []
    assert search(Wanted("our price"), 2, Meaning()).hits == ()


def test_filters_hold_for_what_is_found_by_meaning(store: object) -> None:
    keep(TALK)
    keep(CALL)
    anna = queries.find_person("anna").id

    assert len(found("water")) == 2
    assert found("water", side=Side.THEIRS) == [("We have wet floors in the cellar.", "meaning")]
    assert found("water", channel=Channel.MAIL) == [("We will pay the flood.", "meaning")]
    assert found("water", person=anna) == []
    assert len(found("price", person=anna)) == 1
    day = TALK.turns[0].at
    assert day is not None
    assert found("price", until=day.date()) != []
    assert found("price", since=day.date().replace(year=2027)) == []


def test_codes_of_another_model_are_not_compared_but_counted(store: object) -> None:
    keep(TALK)
    newer = search(Wanted("our price"), model=Newer())

    assert (newer.hits, newer.uncoded) == ((), 1)
    assert services.code_again(Newer()) == 1
    renewed = search(Wanted("our price"), model=Newer())
    assert (len(renewed.hits), renewed.uncoded) == (2, 0)
    assert coded() == 1
    assert services.code_again(Newer()) == 0


def test_a_reader_that_sees_no_meaning_leaves_coding_to_later(store: object) -> None:
    services.keep(TALK, (), "test-1")
    services.keep(CALL)  # read by nobody: what is special in it is not known

    assert looked("our price").uncoded == 2
    assert services.code_again(Meaning()) == 1
    assert looked("our price").uncoded == 1


def test_reading_again_codes_again(store: object) -> None:
    services.keep(TALK)
    assert services.reread(READER) == 1

    assert coded() == 1
    assert len(found("price")) == 2


def test_what_is_special_is_found_by_no_meaning(store: object) -> None:
    text = "My union will not pay for it. The invoice is what scares me."
    keep(thread("a", mail("1", ANNA, text, SAM)))
    assert models.Turn.objects.get().withheld
    [hit] = looked("our price").hits

    assert hit.pieces == (("… ", False), ("The invoice is what scares me.", True))
    models.Meaning.objects.all().delete()
    assert services.code_again(Meaning()) == 1
    assert looked("our price").hits == (hit,)


def test_codes_go_with_any_change_of_the_words(store: object) -> None:
    keep(TALK)
    keep(CALL)

    models.Turn.objects.filter(text=SCARES).update(text="█" * len(SCARES))
    assert coded() == 1
    services.code_again(Meaning())
    assert coded() == 2
    assert found("price") == [("We will pay the flood.", "meaning")]

    blot_everywhere(terms_of([], ["wet floors"]))
    assert coded() == 1


def test_withheld_later_is_coded_no_more(store: object) -> None:
    keep(TALK)
    models.Turn.objects.filter(text=SCARES).update(withheld=[[0, 32]])

    assert coded() == 0
    services.code_again(Meaning())
    assert found("price") == [("We will pay the flood.", "meaning")]


def test_forgetting_somebody_drops_the_codes_of_their_talks(store: object) -> None:
    keep(thread("a", mail("1", ANNA, SCARES, SAM), mail("2", BEN, "The cost is fine.", SAM)))
    services.forget(queries.find_person("anna"))

    assert coded() == 0
    services.code_again(Meaning())
    assert [text for text, _ in found("price")] == ["The cost is fine."]
    services.forget(queries.find_person("ben"))
    assert (coded(), found("price")) == (0, [])


def test_a_thread_that_has_grown_is_coded_as_a_whole(store: object) -> None:
    keep(thread("a", TALK.turns[0]))
    keep(TALK)

    assert coded() == 1
    assert len(found("price")) == 2


def test_what_was_withdrawn_is_coded_by_no_further_import(store: object) -> None:
    keep(TALK)
    with writing():
        remember_withdrawn(["Honestly, the invoice scares me."], "1", workspace_row().salt)
        blot_withdrawn()
    assert coded() == 0

    keep(TALK)
    assert coded() == 0
    services.code_again(Meaning())
    assert found("price") == [("We will pay the flood.", "meaning")]


def test_a_colleagues_talks_are_not_found(store: object) -> None:
    keep(TALK)
    for account, name in enumerate(("nora", "tom"), start=1):
        member = services.invite(f"{name}@ours.example", Role.SELLER, name.title())
        services.come_in(member.id, account)
    services.hold(["a"], queries.viewer_of(1))

    with seen_by(queries.viewer_of(1)):
        assert len(found("our price")) == 2
    with seen_by(queries.viewer_of(2)):
        assert found("our price") == []
        assert looked("our price").uncoded == 0


def test_the_nearest_are_few_and_one_of_each_turn(
    store: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [(BEN, f"The invoice number {n} is wrong. The price is too high.") for n in range(15)]
    keep(call("c", *lines))
    assert len(looked("our cost").hits) == looking.MOST == 10

    monkeypatch.setattr(looking, "_AT_ONCE", 4)
    monkeypatch.setattr(looking, "_LOOKED", 6)
    turns = [hit.turn for hit in looked("our cost").hits]
    assert 3 <= len(set(turns)) == len(turns) <= 6


def test_the_model_that_ships_finds_what_is_said_alike_to_the_letter(store: object) -> None:
    said = "The invoice is what scares me."
    talk = thread("a", mail("1", ANNA, f"{said} The wall is white all over.", SAM))
    read = reading(talk)
    assert read.coded is not None
    services.keep(talk, read.annotations, "test-1", read.coded)
    turns, talks = models.Turn.objects.all(), models.Meaning.objects.all()
    [alike] = looking.near(said, turns, talks, default_encoder())

    assert (alike.start, alike.end) == (0, len(said))
    assert alike.likeness == pytest.approx(1.0, abs=1e-3)


def test_no_more_than_asked_are_held_while_looking() -> None:
    figures = np.ones((6, 384), dtype=np.float32)
    for row in range(6):
        figures[row, : row * 10] = -1
    codes = signs(figures)
    parts = [
        packed(Coded("m", ((0, 0, 5), (1, 2, 9)), codes[at : at + 2].tobytes()), [at, at + 1])
        for at in (4, 0, 2)
    ]
    best = nearest(parts, codes[0], 3)

    assert [len(part) for part in parts] == [2 * row_type().itemsize] * 3 == [128] * 3
    assert [(int(r["turn"]), int(r["start"])) for r in best] == [(0, 0), (1, 2), (2, 0)]
    assert len(nearest([], codes[0], 3)) == 0
