"""The session of a month: which moments, questions and experiment, and never the same one soon."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cli.forms import fits
from theirside.care.figure import Figure
from theirside.care.moment import Moment, moment_kinds
from theirside.datafile import files_in, name_of, naming, opened
from theirside.errors import SettingsError
from theirside.evidence import Quote
from theirside.purpose import session as session_module
from theirside.purpose.practised import Movement
from theirside.purpose.session import (
    FOLDER,
    Experiment,
    LookedBack,
    Session,
    Shared,
    earlier,
    experiments,
    pick_experiment,
    pick_moments,
    pick_questions,
    team_questions,
)

MARCH, APRIL, MAY = (date(2026, month, 1) for month in (3, 4, 5))
EXPERIMENTS = [(name_of(path), opened(path)) for path in files_in(FOLDER / "experiments")]
GOOD, OTHER = "feeling_met", "pushback_defended"


def shared(kind: str, talk: str = "t", month: date | None = None, turn: int = 0) -> Shared:
    quote = Quote(talk, turn, 0, 2, "hm")
    return Shared(Moment(kind, (quote,), (quote,), 0.5), ("Nora",), named=False, month=month)


def test_one_that_worked_stands_beside_one_that_did_not_whoever_shared_first() -> None:
    first, same, other = shared(OTHER, "a"), shared(OTHER, "b"), shared(GOOD, "c")
    assert pick_moments(APRIL, [first, same, other]) == (first, other)


def test_two_moments_are_rather_of_two_talks() -> None:
    first, beside, elsewhere = shared(OTHER, "a"), shared(GOOD, "a", turn=4), shared(OTHER, "b")
    assert pick_moments(APRIL, [first, beside, elsewhere]) == (first, elsewhere)
    assert pick_moments(APRIL, [first, beside]) == (first, beside)


def test_what_was_looked_at_in_another_month_is_not_looked_at_again() -> None:
    old, kept, fresh = shared(OTHER, "a", MARCH), shared(OTHER, "b", APRIL), shared(GOOD, "c")
    assert pick_moments(APRIL, [old, fresh, kept]) == (kept, fresh)
    assert pick_moments(MAY, [old, kept]) == ()


def test_there_is_a_question_for_each_moment_and_one_that_fits_always() -> None:
    moments = [shared(OTHER), shared(GOOD)]
    one, other, last = pick_questions(APRIL, moments)
    assert OTHER in one.fits
    assert GOOD in other.fits
    assert last.fits == ()
    assert pick_questions(APRIL, moments) == (one, other, last)


def test_questions_change_from_month_to_month() -> None:
    asked = {pick_questions(date(2026, month, 1), [shared(OTHER)]) for month in range(1, 13)}
    assert len(asked) > 8
    assert all(len(each) == 3 for each in asked)


def test_the_experiment_fits_the_moment_that_did_not_work() -> None:
    found = pick_experiment(APRIL, [shared(GOOD), shared(OTHER)], {})
    assert found is not None
    assert OTHER in found.fits


def test_a_month_keeps_the_experiment_that_it_has() -> None:
    kept = pick_experiment(APRIL, [shared(OTHER)], {APRIL: "half_the_mail"})
    assert kept is experiments()["half_the_mail"]


def test_no_experiment_is_looked_at_by_a_measure_that_is_off() -> None:
    measure = experiments()["half_the_mail"].measure
    every = {each.measure for each in experiments().values()}

    other = pick_experiment(APRIL, [shared(OTHER)], {APRIL: "half_the_mail"}, {measure})
    assert other is not None
    assert other.measure != measure
    assert pick_experiment(APRIL, [shared(OTHER)], {}, every) is None


def test_a_year_of_one_sort_of_moments_repeats_no_experiment() -> None:
    past: dict[date, str] = {}
    for month in range(1, 13):
        day = date(2026, month, 1)
        found = pick_experiment(day, [shared(OTHER)], past)
        assert found is not None
        past[day] = found.id
    assert len(set(past.values())) == 12


def test_the_last_experiment_is_looked_back_on_also_after_a_gap() -> None:
    past = {MARCH: "half_the_mail", MAY: "two_seconds"}
    assert earlier(MAY, past) == (MARCH, experiments()["half_the_mail"])
    assert earlier(MARCH, past) is None
    assert earlier(APRIL, {MARCH: "gone since"}) is None


def test_what_the_figures_let_one_say_of_it() -> None:
    low = Figure("patience", 0.3, "seconds", 3, 9, 0.2, 0.4)
    high = Figure("patience", 0.9, "seconds", 3, 9, 0.8, 1.0)
    tried = experiments()["two_seconds"]
    assert LookedBack(MARCH, tried, low, high).movement is Movement.MOVED
    assert LookedBack(MARCH, tried, None, high).movement is Movement.TOO_LITTLE


def test_how_many_moments_are_lacking() -> None:
    lacking = [Session(MARCH, (shared(OTHER),) * n).lacking for n in range(4)]
    assert lacking == [2, 1, 0, 0]


@pytest.mark.parametrize(("file", "content"), EXPERIMENTS, ids=lambda each: str(each)[:50])
def test_an_experiments_file_fits_the_schema(file: str, content: dict[str, object]) -> None:
    fits("experiment", content)
    assert file == f"purpose/team/experiments/{content['id']}.yaml"


def test_there_is_a_question_and_an_experiment_for_every_kind_of_moment() -> None:
    for kind in moment_kinds():
        assert [each for each in team_questions() if kind in each.fits], kind
        assert [each for each in experiments().values() if kind in each.fits], kind
    assert len(experiments()) >= 12
    assert len({each.id for each in team_questions()}) == len(team_questions())
    assert all(each.text.endswith("?") for each in team_questions())


@pytest.mark.parametrize(
    "change", [{"measure": "mood"}, {"fits": ["no_such"]}, {"how": "well"}, {"who": "Nora"}]
)
def test_a_misshapen_experiment_is_named(change: dict[str, object]) -> None:
    [content] = [each for file, each in EXPERIMENTS if "two_seconds" in file]
    with pytest.raises(SettingsError, match=r"^x\.yaml: "), naming("x.yaml"):
        session_module._experiment({**content, **change})


def test_experiments_are_worded_for_all_of_us() -> None:
    def words(each: Experiment) -> str:
        return f"{each.title} {each.do}".casefold()

    assert [each.id for each in experiments().values() if "best" in words(each)] == []
