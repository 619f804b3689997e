"""The shelf in the store: kept once, given, moved, exported, forgotten; and what is proposed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.app.stored import anna, ben
from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from tests.serve.in_mind.vectors import near_by
from theirside.app import models, queries, services, shelf
from theirside.app.places import offer_path, pace_path
from theirside.app.services import forget, keep, merge
from theirside.app.services.withdrawing import traces_of_withdrawn, withdraw
from theirside.app.viewing import Role, seen_by
from theirside.conversation import Side, Speaker
from theirside.errors import AmbiguousError, NotFoundError, SettingsError
from theirside.intake.shelf.thing import Thing, ThingKind, thing
from theirside.intake.us import Us
from theirside.serve.in_mind.choosing import Silence
from theirside.serve.in_mind.given import Answer
from theirside.understand.understanding import Person

pytestmark = pytest.mark.usefixtures("store")

TODAY = date(2026, 4, 1)
BEES = "I love my bees more than beer."
FIDDLE = "I love playing the fiddle in the evening."
BEE_BOOK = thing(ThingKind.NOTE, "The bee year", "Month by month.")
TUNES = thing(ThingKind.LINK, "Twelve tunes", "For two fiddles.", "https://t.example/12")
NEAR = near_by({("I love my bees", "The bee year"): 4.0, ("I love playing", "Twelve tunes"): 3.0})


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the settings of other tests and of the machine away."""
    monkeypatch.setenv("THEIRSIDE_OFFER", str(tmp_path / "offer.yaml"))


def fill() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, BEES, SAM)), [said(0, BEES, "facet.interest")], "test-1")
    keep(
        thread("t2", mail("<2@x>", BEN, FIDDLE, SAM)), [said(0, FIDDLE, "facet.interest")], "test-1"
    )
    for each in (BEE_BOOK, TUNES):
        services.keep_thing(each)


def titles(person: Person) -> list[str]:
    found, _ = shelf.in_mind_of(person, TODAY, NEAR)
    return [each.thing.title for each in found.things]


def test_a_thing_is_kept_once_and_renewed() -> None:
    assert services.keep_thing(TUNES)
    assert not services.keep_thing(replace(TUNES, title="Thirteen tunes", tags=("music",)))
    [kept] = queries.shelf()
    assert (kept.thing.title, kept.thing.tags, kept.given) == ("Thirteen tunes", ("music",), 0)
    assert kept.thing == replace(TUNES, title="Thirteen tunes", tags=("music",))


def test_a_thing_is_found_by_its_number_its_title_or_part_of_it() -> None:
    fill()
    assert queries.find_thing(BEE_BOOK.id[:6]) == BEE_BOOK
    assert queries.find_thing("twelve TUNES").id == TUNES.id
    assert queries.find_thing("bee") == BEE_BOOK
    with pytest.raises(NotFoundError, match="shelf list"):
        queries.find_thing("wool")
    with pytest.raises(AmbiguousError):
        queries.find_thing("e")


def test_what_is_taken_off_is_gone_and_to_whom_it_was_given_stays() -> None:
    fill()
    shelf.given(anna(), BEE_BOOK, TODAY, NEAR)
    assert services.remove_thing(BEE_BOOK)
    assert not services.remove_thing(BEE_BOOK)
    assert [each.thing.id for each in queries.shelf()] == [TUNES.id]
    assert [each.title for each in queries.shelf_answers(anna())] == ["The bee year"]


def test_each_is_proposed_what_is_near_to_them_with_their_words() -> None:
    fill()
    found, talks = shelf.in_mind_of(anna(), TODAY, NEAR)
    [one] = found.things
    assert one.thing == BEE_BOOK
    [quote] = one.why.evidence
    assert quote.stands_in(talks[quote.conversation])
    assert quote.text == BEES


def test_what_was_given_is_kept_with_its_reason_and_not_given_again() -> None:
    fill()
    kept = shelf.given(anna(), BEE_BOOK, TODAY, NEAR)
    assert (kept.answer, kept.facet, kept.is_given) == (Answer.GIVEN, "interest", True)
    assert [quote.text for quote in kept.evidence] == [BEES]
    assert queries.shelf_answers() == [kept]
    assert queries.shelf()[-1].given == 1
    found, _ = shelf.in_mind_of(anna(), kept.at.date(), NEAR)
    assert found.silence is Silence.TOO_SOON
    later, _ = shelf.in_mind_of(anna(), kept.at.date().replace(year=kept.at.year + 1), NEAR)
    assert later.things == ()


def test_never_for_them_is_kept_and_may_be_overruled() -> None:
    fill()
    assert shelf.never(anna(), BEE_BOOK).answer is Answer.NEVER
    assert titles(anna()) == []
    shelf.given(anna(), BEE_BOOK, TODAY, NEAR)
    assert [each.answer for each in queries.shelf_answers(anna())] == [Answer.GIVEN]


def test_a_gift_without_a_reason_is_a_gift_all_the_same() -> None:
    fill()
    kept = shelf.given(anna(), TUNES, TODAY, NEAR)
    assert (kept.facet, kept.evidence) == ("", ())


def test_the_day_has_a_few_people_and_says_how_many_were_looked_at() -> None:
    fill()
    today = shelf.in_mind_today(TODAY, NEAR)
    assert [(each.person.name, each.things[0].thing.title) for each in today.people] == [
        ("Anna Bauer", "The bee year"),
        ("Ben Okafor", "Twelve tunes"),
    ]
    assert (today.looked_at, today.known) == (2, 2)
    assert {quote for each in today.people for quote in each.things[0].why.evidence}
    later = shelf.in_mind_today(date(2029, 4, 1), NEAR)
    assert (later.people, later.known) == ((), 0)


def test_what_sells_something_is_refused_unless_somebody_says_otherwise(tmp_path: Path) -> None:
    folder = tmp_path / "things"
    folder.mkdir()
    ad = folder / "ad.txt"
    ad.write_text("Book a demo of the bee counter.")
    (folder / "wool.txt").write_text("Coarse wool keeps slugs away.")
    added = shelf.add_paths([str(folder)])
    assert (added.report.kept, added.new, added.report.found) == (1, 1, 2)
    assert added.report.reasons() == {shelf.SELLS.format("demo"): 1}
    assert sum(added.report.kept_by_format.values()) == 1
    [refused] = added.refused
    assert refused.sold[0].words == "Book a demo"
    again = shelf.add_paths([str(ad)], anyway=True)
    assert (again.new, again.refused) == (1, ())
    [kept] = [each for each in shelf.shelf() if each.sold]
    assert kept.may_be_given


def test_our_own_names_sell_also_when_the_offer_says_so_only_later() -> None:
    services.add_us(Us.of("hives.example"))
    assert shelf.add_thing(thing(ThingKind.NOTE, "hives.example has it")).refused
    fill()
    assert titles(anna()) == ["The bee year"]
    offer_path().write_text("name: The bee year\n")
    [sold] = [each for each in shelf.shelf() if each.sold]
    assert not sold.may_be_given
    assert titles(anna()) == []


def test_the_workspace_has_a_pace_of_its_own() -> None:
    fill()
    pace_path().write_text("enough: 5\n")
    assert titles(anna()) == []
    pace_path().write_text("enough: soon\n")
    with pytest.raises(SettingsError, match="in-mind"):
        titles(anna())


def test_it_is_in_the_export() -> None:
    fill()
    shelf.given(anna(), BEE_BOOK, TODAY, NEAR)
    form = json.loads(json.dumps(queries.export_person(anna())))
    [kept] = form["from_the_shelf"]
    assert (kept["title"], kept["answer"], kept["evidence"][0]["quote"]) == (
        "The bee year",
        "given",
        BEES,
    )
    assert queries.export_person(ben())["from_the_shelf"] == []


def test_forgetting_somebody_erases_what_they_were_given_and_their_name_on_the_shelf() -> None:
    fill()
    services.keep_thing(thing(ThingKind.NOTE, "A letter by Anna Bauer", "anna@brauhaus.example"))
    shelf.given(anna(), BEE_BOOK, TODAY, NEAR)
    shelf.given(ben(), TUNES, TODAY, NEAR)
    assert forget(anna()).traces == ()
    assert [each.title for each in queries.shelf_answers()] == ["Twelve tunes"]
    assert queries.shelf()[0].thing.title == "A letter by ██████████"


def test_whoever_is_forgotten_is_not_named_by_a_new_thing() -> None:
    fill()
    forget(anna())
    services.keep_thing(thing(ThingKind.NOTE, "Anna Bauer on bees", "Ask anna@brauhaus.example."))
    kept = queries.shelf()[0].thing
    assert "Anna" not in kept.title
    assert "anna@" not in kept.text


def test_a_withdrawn_reason_is_nowhere_but_the_gift_stays() -> None:
    fill()
    shelf.given(anna(), BEE_BOOK, TODAY, NEAR)
    services.keep_thing(thing(ThingKind.NOTE, "A saying", BEES))
    turn = models.Turn.objects.get(text=BEES)
    withdraw([(turn, 0, len(BEES))], [])
    [kept] = queries.shelf_answers(anna())
    assert (kept.title, kept.facet, kept.evidence) == ("The bee year", "", ())
    services.keep_thing(thing(ThingKind.NOTE, "The same saying", BEES))
    assert traces_of_withdrawn() == []


def test_whoever_is_merged_brings_what_they_were_given() -> None:
    fill()
    keep(thread("t3", mail("<3@x>", Speaker("Anna", "a@home.example", side=Side.THEIRS), "Hi.")))
    other = queries.find_person("a@home.example")
    shelf.given(anna(), BEE_BOOK, TODAY, NEAR)
    for each in (BEE_BOOK, TUNES):
        shelf.never(other, each)
    merge(anna(), other)
    assert [(each.title, each.answer) for each in queries.shelf_answers(anna())] == [
        ("The bee year", Answer.GIVEN),
        ("Twelve tunes", Answer.NEVER),
    ]


def test_who_is_gone_meanwhile_is_told() -> None:
    fill()
    with pytest.raises(NotFoundError):
        shelf.never(Person("nobody", ("Nobody",)), BEE_BOOK)


def test_what_the_database_cannot_hold_is_replaced() -> None:
    services.keep_thing(Thing("abcd", ThingKind.NOTE, "A\x00b", "c\ud800"))
    assert queries.shelf()[0].thing.title == "A\ufffdb"


def test_a_colleague_learns_that_it_was_given_but_reads_no_words_of_anothers_talk() -> None:
    fill()
    keep(thread("t3", mail("<3@x>", ANNA, "Hi.", SAM)))
    shelf.given(anna(), BEE_BOOK, TODAY, NEAR)
    for account, (name, talk) in enumerate((("nora", "t1"), ("tom", "t3")), start=1):
        member = services.invite(f"{name}@ours.example", Role.SELLER, name.title())
        services.come_in(member.id, account)
        services.hold([talk], queries.viewer_of(account))
    for account, words in ((1, [BEES]), (2, [])):
        with seen_by(queries.viewer_of(account)):
            [kept] = queries.shelf_answers(anna())
            assert (kept.title, [quote.text for quote in kept.evidence]) == ("The bee year", words)
