"""Each task of the deck is whole, unlike the others, and names what there is."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
import typer.main

from tests.cli.forms import fits
from theirside.cli.program import program
from theirside.datafile import files_in, name_of, naming, opened
from theirside.errors import NotFoundError, SettingsError
from theirside.purpose import deck as deck_module
from theirside.purpose.deck import FOLDER, Task, deck, task_named, tasks_about
from theirside.purpose.signs import signs
from theirside.understand.words import stems_of

FILES = [(name_of(path), opened(path)) for path in files_in(FOLDER)]
TASKS = list(deck().values())
POINTS = [f"P{number}" for number in range(1, 21)]


@pytest.mark.parametrize(("file", "content"), FILES, ids=lambda each: str(each)[:60])
def test_a_tasks_file_fits_the_schema_and_lies_where_it_belongs(file: str, content: Task) -> None:
    fits("task", content)
    task = deck()[Path(file).stem]
    assert Path(file).parent.name == f"p{int(task.point[1:]):02}"


def test_there_are_many_and_each_point_has_its_own() -> None:
    assert len(TASKS) >= 80
    main = Counter(task.point for task in TASKS)
    assert [point for point in POINTS if main[point] < 4] == []


def test_asking_for_help_is_one() -> None:
    task = deck()["ask_for_help"]
    assert task.point == "P20"
    assert "can't solve alone" in task.do


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_a_task_is_called_for_by_signs_that_there_are(task: Task) -> None:
    assert set(task.calls) <= signs().keys()
    assert len(set(task.calls)) == len(task.calls)


def test_every_sign_calls_for_some_task() -> None:
    called = {each for task in TASKS for each in task.calls}
    assert signs().keys() - called == set()


def test_no_task_is_another_one_in_other_words() -> None:
    """Of the words of content that two have together, they share no more than a third."""
    assert len({task.title for task in TASKS}) == len(TASKS)
    words = {task.id: stems_of(" ".join((task.title, task.do, *task.how))) for task in TASKS}
    alike = [
        (one, other)
        for one, other in combinations(words, 2)
        if len(words[one] & words[other]) > 0.34 * len(words[one] | words[other])
    ]
    assert alike == []


def test_the_commands_that_tasks_name_are_there() -> None:
    known = set(typer.main.get_command(program()).commands)  # type: ignore[attr-defined]
    folders = ("deck", "team")
    text = "\n".join(
        path.read_text("utf-8")
        for folder in folders
        for path in (FOLDER.parent / folder).rglob("*.yaml")
    )
    named = set(re.findall(r"theirside ([a-z][a-z-]+)", text))
    assert named
    assert named <= known


def test_tasks_stand_in_the_order_of_points() -> None:
    assert [task.point for task in TASKS] == sorted(
        (task.point for task in TASKS), key=lambda point: int(point[1:])
    )


def test_a_task_is_found_by_its_id_or_a_part_of_its_title() -> None:
    assert task_named("ask_for_help").title == "Ask for help"
    assert task_named(" Two Tuesdays ").id == "two_tuesdays"


@pytest.mark.parametrize(
    ("text", "told"),
    [("question", "did you mean .*a_question_for_one"), ("zzz", "no such task;"), ("", "no such")],
)
def test_what_fits_none_or_several_is_told(text: str, told: str) -> None:
    with pytest.raises(NotFoundError, match=told):
        task_named(text)


def test_tasks_about_a_point_are_those_that_exercise_it_not_only_mainly() -> None:
    found = tasks_about("p9")
    assert {"three_good_reasons", "praise_what_they_have"} <= {each.id for each in found}
    assert all("P9" in each.practice for each in found)
    assert len(tasks_about("")) == len(TASKS)
    with pytest.raises(NotFoundError, match="there are P1, P2, P3"):
        tasks_about("P99")


def whole() -> dict[str, object]:
    [content] = [content for file, content in FILES if "ask_for_help" in file]
    return dict(content)


@pytest.mark.parametrize(
    "change",
    [{"how": "at once"}, {"minutes": "soon"}, {"practice": []}, {"practice": ["Q"]}, {"mood": "x"}],
)
def test_a_misshapen_file_is_named(change: dict[str, object]) -> None:
    with pytest.raises(SettingsError, match=r"^x\.yaml: "), naming("x.yaml"):
        deck_module._task({**whole(), **change})


def test_a_file_that_lacks_something_is_named() -> None:
    content = whole()
    del content["afterwards"]
    with pytest.raises(SettingsError, match="lacks 'afterwards'"), naming("x.yaml"):
        deck_module._task(content)
