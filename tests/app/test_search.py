"""Search: what people said, found by its words."""

from __future__ import annotations

from datetime import date
from importlib import import_module

import pytest
from django.db import connection

from tests.app.talks import ANNA, BEN, SAM, call, mail, thread
from theirside.app import models, queries, services
from theirside.app.queries.excerpts import excerpt, folded
from theirside.app.queries.search import search
from theirside.app.queries.wanted import Wanted
from theirside.app.viewing import Role, seen_by
from theirside.conversation import Channel, Side
from theirside.evidence import Annotation

CELLAR = "The cellar sensors cost too much. Our café floods."
TALK = thread("a", mail("1", ANNA, CELLAR, SAM), mail("2", SAM, "We hear you on cost.", ANNA))
CALL = call("b", (BEN, "What do the sensors need?"), (SAM, "A sensor needs a wall."))


def found(text: str, **more: object) -> list[str]:
    hits = search(Wanted(text, **more)).hits  # type: ignore[arg-type]
    return ["".join(piece for piece, _ in hit.pieces) for hit in hits]


def test_all_words_stand_in_one_turn_and_a_word_finds_what_begins_with_it(store: object) -> None:
    services.keep(TALK)
    services.keep(CALL)

    assert found("cost") == ["We hear you on cost.", CELLAR]
    assert found("sensor cost") == [CELLAR]
    assert len(found("sensor")) == 3
    assert found("nothing of that") == []


def test_quotation_marks_want_words_that_follow_one_another(store: object) -> None:
    services.keep(TALK)

    assert found('"too much"') == [CELLAR]
    assert found('"much too"') == []


def test_filters_narrow_it_down(store: object) -> None:
    services.keep(TALK)
    services.keep(CALL)
    anna = queries.find_person("anna").id

    assert found("cost", side=Side.THEIRS) == [CELLAR]
    assert found("sensor", person=anna) == [CELLAR]
    assert len(found("sensor", channel=Channel.CALL)) == 2
    assert found("cost", since=date(2026, 3, 2), until=date(2026, 3, 2)) != []
    assert found("cost", since=date(2026, 3, 3)) == []
    assert found("cost", until=date(2026, 3, 1)) == []


def test_withheld_stretches_are_never_found_nor_shown(store: object) -> None:
    text = "I have been ill with flu. The cellar floods. My union said so. All good."
    ill, union = text.index("I have"), text.index("My union")
    services.keep(
        thread("a", mail("1", ANNA, text, SAM)),
        [
            Annotation(0, ill, ill + 25, "special.health", 1.0, "r"),
            Annotation(0, union, union + 17, "special.union", 1.0, "r"),
        ],
        "r",
    )

    assert models.Turn.objects.get().withheld
    assert found("flu") == []
    assert found("union") == []
    assert found("cellar good") == ["… The cellar floods. … All good."]


def test_what_is_withheld_later_or_erased_is_found_no_more(store: object) -> None:
    services.keep(TALK)
    models.Turn.objects.filter(text=CELLAR).update(withheld=[[0, 33]])
    assert found("sensors") == []
    assert found("floods") != []

    models.Turn.objects.filter(text=CELLAR).update(text="█" * 10, withheld=[])
    assert found("floods") == []

    services.forget(queries.find_person("anna"))
    assert found("cost") == []


def test_erased_words_leave_the_index(store: object) -> None:
    services.keep(TALK)
    services.forget(queries.find_person("anna"))

    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM theirside_words_data WHERE block LIKE '%cellar%'")
            assert cursor.fetchone() == (0,)


def test_what_was_typed_is_no_syntax(store: object) -> None:
    services.keep(TALK)

    for odd in ('cost" OR "x', "cost*", "cost AND", "NEAR(", "a:b", "%", "'", "(((", '"'):
        search(Wanted(odd))
    assert found("COST!") == found("cost")
    assert search(Wanted("  ")).hits == ()


def test_pages_are_of_twenty(store: object) -> None:
    turns = [mail(str(n), ANNA, f"Sensor number {n}", SAM, hours=n) for n in range(25)]
    services.keep(thread("a", *turns))

    first, second = search(Wanted("sensor")), search(Wanted("sensor"), 2)

    assert (len(first.hits), first.more) == (20, True)
    assert (len(second.hits), second.more) == (5, False)
    assert first.hits[0].turn == 24
    assert second.hits[-1].turn == 0


def test_of_words_that_everybody_uses_the_last_are_looked_at(
    store: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("theirside.app.queries.worded"), "MOST", 3)
    turns = [mail(str(n), ANNA, f"Sensor {n}", SAM, hours=n) for n in range(5)]
    services.keep(thread("a", *turns))

    every = search(Wanted("sensor"))
    narrowed = search(Wanted("sensor", side=Side.THEIRS))

    assert ([hit.turn for hit in every.hits], every.many) == ([4, 3, 2], True)
    assert (len(narrowed.hits), narrowed.many) == (5, False)
    assert not search(Wanted("sensor 4")).many


def test_an_excerpt_marks_what_was_asked_for() -> None:
    assert excerpt("Our café floods.", [("cafe",)]) == (
        ("Our ", False),
        ("café", True),
        (" floods.", False),
    )
    long = "word " * 100 + "needle " + "word " * 100
    pieces = excerpt(long, [("needle",)])
    assert ("needle", True) in pieces
    assert sum(len(text) for text, _ in pieces) < 340
    assert pieces[0] == ("… ", False)


def test_folding_keeps_the_length() -> None:
    for text in ("Straße", "ﬁne", "İstanbul", "Ωmega", "日本", "e\u0301"):
        assert len(folded(text)) == len(text)


def test_whoever_sees_little_finds_all_of_it_however_far_back(
    store: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("FEWER", 2), ("FIRST_STEP", 2), ("LONGEST_STEP", 3)):
        monkeypatch.setattr(import_module("theirside.app.queries.worded"), name, value)
    for number in range(12):
        services.keep(thread(f"t{number}", mail(str(number), ANNA, f"Sensor {number}", SAM)))
    services.come_in(services.invite("nora@ours.example", Role.SELLER).id, 1)
    who = queries.viewer_of(1)
    services.hold(["t0"], who)
    with seen_by(who):
        mine = search(Wanted("sensor"))
    every = search(Wanted("sensor", side=Side.THEIRS))

    assert ([hit.conversation for hit in mine.hits], mine.many) == (["t0"], False)
    assert ({hit.conversation for hit in every.hits}, every.many) == ({"t11", "t10"}, True)


def test_of_one_person_everything_is_looked_at_and_nothing_of_others(
    store: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.keep(TALK)
    services.keep(CALL)
    anna, ben = (queries.find_person(name).id for name in ("anna", "ben"))
    few = found("cost", person=anna), found("cost", person=ben)
    monkeypatch.setattr(import_module("theirside.app.queries.worded"), "OWN", 0)

    assert few == (found("cost", person=anna), found("cost", person=ben)) == ([CELLAR], [])
