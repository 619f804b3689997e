"""The team's month: from shared moments only, the same when asked again, and looked back on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.talks import ANNA, SAM, mail, said, thread
from theirside.app import measuring, models, queries, sharing
from theirside.app.access import NotAllowedError
from theirside.app.services import keep
from theirside.app.team_kit import Kit, team_session
from theirside.app.viewing import Role, Viewer, seen_by
from theirside.care.moment import Moment
from theirside.care.worthwhile import every_moment
from theirside.purpose.practised import Movement
from theirside.purpose.session import experiments

pytestmark = pytest.mark.usefixtures("store")

NERVOUS = "I'm nervous about the winter."
PUMP = "The pump has two speeds."
MEANT = "That sounds like a long winter to look forward to."
MARCH, APRIL = date(2026, 3, 17), date(2026, 4, 2)


def keep_talk(key: str, day: int, *, met: bool = False) -> None:
    reply, label = (MEANT, "acknowledge") if met else (PUMP, "inform")
    talk = thread(
        key,
        mail(f"<{key}1@x>", ANNA, NERVOUS, SAM, hours=24.0 * day),
        mail(f"<{key}2@x>", SAM, reply, ANNA, hours=24.0 * day + 1),
    )
    keep(talk, [said(0, NERVOUS, "feeling.worried"), said(1, reply, label)], "test-1")


def moments() -> dict[str, Moment]:
    found = every_moment(measuring.ours().talks())
    return {each.evidence[0].conversation: each for each in found}


def share(*talks: str) -> None:
    known = moments()
    for each in talks:
        sharing.share(known[each].id, "Sam Reed")


def plan(kit: Kit) -> tuple[object, ...]:
    """Return what a team sees of a session."""
    return kit.moments, kit.session.questions, kit.session.experiment


def test_nothing_is_used_that_was_not_shared() -> None:
    keep_talk("a", 0)
    kit = team_session(MARCH)
    assert kit.moments == ()
    assert (kit.session.lacking, kit.session.questions, kit.session.experiment) == (2, (), None)
    assert models.TeamExperiment.objects.count() == 0


def test_one_that_worked_beside_one_that_did_not_three_questions_and_an_experiment() -> None:
    for number, key in enumerate("abc"):
        keep_talk(key, number, met=key == "c")
    share("a", "b", "c")
    kit = team_session(MARCH)
    assert [each.kind.id for each in kit.moments] == ["feeling_passed_over", "feeling_met"]
    assert len(kit.session.questions) == 3
    assert kit.session.experiment is not None
    assert "feeling_passed_over" in kit.session.experiment.fits
    assert kit.session.looked_back is None


def test_a_month_stays_as_it_is_and_the_next_has_what_is_left() -> None:
    for number, key in enumerate("abc"):
        keep_talk(key, number)
    share("a", "b", "c")
    first = team_session(MARCH)
    assert plan(team_session(date(2026, 3, 31))) == plan(first)
    second = team_session(APRIL)
    shown = {each.id for each in first.moments}
    assert [each.id in shown for each in second.moments] == [False]
    assert second.session.lacking == 1
    assert second.session.experiment != first.session.experiment
    assert plan(team_session(MARCH)) == plan(first)


def test_the_last_experiment_is_looked_back_on_with_its_measure() -> None:
    """Two talks before March with the feeling passed by, one in March in which it was met."""
    keep_talk("a", -20)
    keep_talk("b", -10)
    keep_talk("c", 5, met=True)
    keep_talk("d", 40, met=True)
    share("a", "b")
    models.TeamExperiment.objects.create(
        month="2026-03", experiment="feeling_first", at="2026-03-01T00:00:00Z"
    )
    last = team_session(APRIL).session.looked_back
    assert last is not None
    assert last.experiment is experiments()["feeling_first"]
    assert last.before is not None
    assert last.during is not None
    assert (last.before.count, last.before.of) == (0, 2)
    assert (last.during.count, last.during.of) == (1, 1)
    assert last.movement in {Movement.SAME, Movement.TOO_LITTLE}


def test_without_keeping_nothing_is_remembered() -> None:
    keep_talk("a", 0)
    share("a")
    team_session(MARCH, keep=False)
    assert queries.team_experiments() == {}
    assert [each.month for each in queries.shared_moments()] == [None]


def test_what_is_taken_back_leaves_the_month() -> None:
    keep_talk("a", 0)
    keep_talk("b", 1)
    share("a", "b")
    first = team_session(MARCH)
    sharing.unshare(first.moments[0].id, "Sam Reed")
    assert [each.id for each in team_session(MARCH).moments] == [first.moments[1].id]
    assert team_session(MARCH).session.experiment == first.session.experiment


def test_december_is_followed_by_january() -> None:
    keep_talk("a", 0)
    share("a")
    models.TeamExperiment.objects.create(
        month="2026-12", experiment="feeling_first", at="2026-12-01T00:00:00Z"
    )
    last = team_session(date(2027, 1, 5)).session.looked_back
    assert last is not None
    assert last.month == date(2026, 12, 1)


def test_a_coach_plans_it_from_talks_that_they_may_not_open_and_nobody_else_does() -> None:
    keep_talk("a", 0)
    keep_talk("b", 1)
    share("a")
    with seen_by(Viewer(7, Role.COACH, "Kari")):
        assert queries.conversations() == []
        kit = team_session(MARCH)
        assert [each.lines[0].label for each in kit.moments] == ["The customer"]
        assert len(sharing.shared()) == 1
    for role, shown in ((Role.SELLER, 0), (Role.ADMINISTRATOR, 0), (None, 0)):
        with seen_by(Viewer(8, role, "Lee Ford")):
            assert len(sharing.shared()) == shown
            with pytest.raises(NotAllowedError):
                team_session(MARCH)
    with seen_by(Viewer(9, Role.SELLER, "Sam Reed")):
        assert len(sharing.shared()) == 1
