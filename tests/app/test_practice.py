"""Practice kept: the same task all day, spaced by what became of it, and what moved beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.app.talks import ANNA, SAM, START, mail, said, thread
from theirside.app import models, practice, queries
from theirside.app.services import forget, initialise, keep
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.conversation import Conversation, Side, Speaker
from theirside.errors import NotFoundError
from theirside.intake.us import Us
from theirside.purpose.choosing import Outcome, Practised
from theirside.purpose.deck import deck
from theirside.purpose.practised import Movement

pytestmark = pytest.mark.usefixtures("store")

DAY = date(2026, 3, 10)
LEE = Speaker("Lee Ford", "lee@ours.example", side=Side.OURS)
NERVOUS = "I'm nervous about the winter."
PUMP = "The pump has two speeds."


def passed_by(key: str, day: int, seller: Speaker = SAM) -> Conversation:
    """Return a thread in which a feeling passes by, so many days after the first."""
    hours = 24.0 * day
    return thread(
        key,
        mail(f"<{key}1@x>", ANNA, NERVOUS, seller, hours=hours),
        mail(f"<{key}2@x>", seller, PUMP, ANNA, hours=hours + 1),
    )


def keep_passed_by(key: str, day: int, seller: Speaker = SAM) -> None:
    labels = [said(0, NERVOUS, "feeling.worried"), said(1, PUMP, "inform")]
    keep(passed_by(key, day, seller), labels, "test-1")


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def test_the_task_is_called_for_by_what_the_newest_talks_show_with_its_words() -> None:
    for number in range(3):
        keep_passed_by(f"t{number}", number)
    today = practice.todays_task("Sam Reed", DAY)
    assert today.because is not None
    assert today.because.sign.id in today.task.calls
    assert (today.because.talks, today.because.of) == (3, 3)
    assert {each.conversation for each in today.because.evidence} <= today.conversations.keys()
    assert NERVOUS in {each.text for each in today.because.evidence}


def test_it_is_the_same_all_day_and_another_one_tomorrow() -> None:
    first = practice.todays_task("Sam Reed", DAY)
    keep_passed_by("t", 0)  # what comes in meanwhile changes nothing
    assert practice.todays_task("Sam Reed", DAY).task == first.task
    assert practice.todays_task("Sam Reed", after(1)).task != first.task
    assert len(queries.practised_by("Sam Reed")) == 2


def test_each_of_us_has_their_own() -> None:
    keep_passed_by("t", 0)
    assert practice.todays_task("Sam Reed", DAY).because is not None
    assert practice.todays_task("Lee Ford", DAY).because is None
    assert queries.practising() == ["Lee Ford", "Sam Reed"]


def test_done_keeps_the_note_and_a_second_note_takes_its_place() -> None:
    given = practice.todays_task("Sam Reed", DAY)
    practice.finish("Sam Reed", DAY, "  first ")
    done = practice.finish("Sam Reed", DAY, "second")
    assert (done.task, done.given.outcome, done.given.note) == (given.task, Outcome.DONE, "second")
    assert practice.finish("Sam Reed", DAY).given.note == "second"
    assert practice.todays_task("Sam Reed", DAY).given.outcome is Outcome.DONE


def test_yesterdays_open_task_can_still_be_said_to_be_done() -> None:
    given = practice.todays_task("Sam Reed", DAY)
    done = practice.finish("Sam Reed", after(1), "late")
    assert (done.given.day, done.task) == (DAY, given.task)
    with pytest.raises(NotFoundError, match="no task was given"):
        practice.finish("Lee Ford", DAY)


def test_a_task_put_aside_makes_room_for_another_one() -> None:
    first = practice.todays_task("Sam Reed", DAY)
    second = practice.put_aside("Sam Reed", DAY)
    assert second.task != first.task
    assert practice.todays_task("Sam Reed", DAY).task == second.task
    outcomes = [each.outcome for each in queries.practised_by("Sam Reed")]
    assert outcomes == [Outcome.SKIPPED, Outcome.OPEN]


def test_what_is_done_is_not_put_aside() -> None:
    practice.todays_task("Sam Reed", DAY)
    practice.finish("Sam Reed", DAY)
    with pytest.raises(NotFoundError, match="is done already"):
        practice.put_aside("Sam Reed", DAY)


def test_what_was_done_does_not_come_back_within_a_fortnight() -> None:
    given = []
    for number in range(14):
        given.append(practice.todays_task("Sam Reed", after(number)).task.id)
        practice.finish("Sam Reed", after(number))
    assert len(set(given)) == 14


def test_the_log_holds_what_was_done_by_weeks_and_no_more_than_asked_for() -> None:
    for number in (0, 1, 7, 30):
        practice.todays_task("Sam Reed", after(number))
        practice.finish("Sam Reed", after(number), f"note {number}")
    practice.todays_task("Sam Reed", after(31))  # open: not in the log
    log = practice.practice_log("Sam Reed")
    assert [len(week.done) for week in log.weeks] == [1, 1, 2]
    assert log.weeks[0].done[0].note == "note 30"
    assert len(practice.practice_log("Sam Reed", 1).weeks) == 1
    assert practice.practice_log("Lee Ford").weeks == ()


def test_a_measure_stands_before_the_first_day_and_since_of_the_own_talks_alone() -> None:
    for number in range(3):
        keep_passed_by(f"t{number}", number)
    keep_passed_by("lee", 1, LEE)
    day = (START + timedelta(days=2)).date()
    models.Practised.objects.create(
        seller="Sam Reed", day=day, task="name_it_and_wait", outcome="done", at=START
    )
    [moved] = practice.practice_log("Sam Reed").moved
    assert (moved.measure, moved.since) == ("feelings_acknowledged", day)
    assert moved.before is not None
    assert moved.after is not None
    assert (moved.before.of, moved.after.of) == (2, 1)
    assert moved.movement in {Movement.SAME, Movement.TOO_LITTLE}


def test_we_are_known_by_name_and_several_of_us_are_asked_for() -> None:
    assert practice.seller_named() == ""
    keep_passed_by("t", 0)
    assert practice.seller_named() == "Sam Reed"
    keep_passed_by("u", 1, LEE)
    with pytest.raises(NotFoundError, match="--seller NAME, of Lee Ford, Sam Reed"):
        practice.seller_named()
    assert practice.seller_named("lee") == "Lee Ford"
    initialise(Us(names=frozenset({"sam reed"})))
    assert practice.seller_named() == "Sam Reed"
    with pytest.raises(NotFoundError, match="which of us is that"):
        practice.seller_named("Zoe")


def test_a_task_that_is_no_longer_in_the_deck_makes_room() -> None:
    models.Practised.objects.create(
        seller="Sam Reed", day=DAY, task="gone", outcome="open", at=START
    )
    assert practice.todays_task("Sam Reed", DAY).task.id in deck()


def test_forgetting_somebody_blots_them_out_of_notes_and_the_export_hands_them_over() -> None:
    keep_passed_by("t", 0)
    practice.todays_task("Sam Reed", DAY)
    practice.finish("Sam Reed", DAY, "Anna Bauer laughed at last")
    anna = queries.find_person("anna bauer")
    assert [each.note for each in queries.notes_naming(anna)] == ["Anna Bauer laughed at last"]
    [form] = queries.export_person(anna)["practice_notes"]
    assert form["note"] == "Anna Bauer laughed at last"
    assert forget(anna).traces == ()
    [kept] = queries.practised_by("Sam Reed")
    assert kept.note == "██████████ laughed at last"


def test_somebody_forgotten_is_not_noted_again() -> None:
    keep_passed_by("t", 0)
    forget(queries.find_person("anna bauer"))
    practice.todays_task("Sam Reed", DAY)
    assert practice.finish("Sam Reed", DAY, "as Anna Bauer said").given.note == "as ██████████ said"


def test_words_that_were_withdrawn_are_not_noted_again() -> None:
    from theirside.app.services.withdrawing import traces_of_withdrawn, withdraw
    from theirside.app.store import writing

    words = "I may lose the lease over it"
    keep(thread("t", mail("<1@x>", ANNA, words, SAM)))
    practice.todays_task("Sam Reed", DAY)
    practice.finish("Sam Reed", DAY, f"She said: {words}.")
    turn = models.Turn.objects.get()
    with writing():
        withdraw([(turn, 0, len(words))], [])
    assert words not in queries.practised_by("Sam Reed")[0].note
    practice.finish("Sam Reed", DAY, f"Again: {words}.")
    assert queries.practised_by("Sam Reed")[0].note.startswith("Again: █")
    assert traces_of_withdrawn() == []


def test_what_was_practised_comes_back_as_it_was() -> None:
    keep_passed_by("t", 0)
    today = practice.todays_task("Sam Reed", DAY)
    assert today.because is not None
    sign = today.because.sign.id
    expected = Practised(DAY, today.task.id, Outcome.OPEN, sign, 1, 1)
    assert queries.practised_by("Sam Reed") == [expected]


def test_in_a_teams_web_app_everybody_practises_for_themselves() -> None:
    keep_passed_by("t", 0)
    with seen_by(Viewer(3, Role.SELLER, "sam reed")):
        assert practice.seller_named() == "Sam Reed"
        assert practice.seller_named("Lee Ford") == "Sam Reed"
    with seen_by(Viewer(4, Role.COACH)):
        assert practice.seller_named() == "member 4"


def test_the_words_that_called_for_it_are_kept_until_their_talk_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for number in range(3):
        keep_passed_by(f"t{number}", number)
    given = practice.todays_task("Sam Reed", DAY).given
    first = practice.todays_task("Sam Reed", DAY)
    assert first.because is not None
    assert first.because.evidence
    with monkeypatch.context() as patch:
        patch.setattr("theirside.app.practice._newest", None)
        assert practice.todays_task("Sam Reed", DAY) == first
    keep(passed_by("t2", 2), [], "test-2")  # read anew, nobody feels anything there
    assert queries.words_shown("Sam Reed", given) is None
    again = practice.todays_task("Sam Reed", DAY).because
    assert again is not None
    assert "t2" not in {each.conversation for each in again.evidence}
    assert queries.words_shown("Sam Reed", given) == again.evidence


def test_of_whoever_is_forgotten_no_word_is_kept_with_a_task() -> None:
    keep_passed_by("t0", 0)
    practice.todays_task("Sam Reed", DAY)
    practice.todays_task("Sam Reed", DAY)
    assert models.PractisedQuote.objects.exists()
    forget(queries.find_person("anna"))
    assert not models.PractisedQuote.objects.exists()
