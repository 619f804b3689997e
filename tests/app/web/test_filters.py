"""What templates say by filters: days, commands, things, points of the practice."""

from __future__ import annotations

from datetime import date

from django.template import Context, Template
from django.utils.translation import override

from theirside.app.web.points import POINTS
from theirside.app.web.templatetags.showing import commands, point, thing_kind
from theirside.purpose.deck import deck


def rendered(template: str, **context: object) -> str:
    return Template("{% load showing %}" + template).render(Context(context))


def test_a_day_is_said_in_the_language_of_the_page() -> None:
    assert rendered("{{ at|day }}", at=date(2026, 3, 12)) == "12 Mar 2026"
    assert rendered("{{ at|day }}", at=None) == ""
    with override("de"):
        assert rendered("{{ at|day }}", at=date(2026, 10, 3)) == "3 Okt 2026"


def test_a_command_leads_to_its_page_and_all_is_escaped() -> None:
    assert commands("`theirside brief NAME` lists <them>.") == (
        '<a href="/people/">“Brief” on their page</a> lists &lt;them&gt;.'
    )
    assert commands("`theirside measure TALK --show open_questions` lists yours.") == (
        '<a href="/purpose/trends/">“Open questions” in your trends</a> lists yours.'
    )
    assert rendered("{{ it|commands }}", it="plain & simple") == "plain &amp; simple"
    assert commands("`<b>`") == "<code>&lt;b&gt;</code>"


def test_no_task_of_the_deck_names_a_command_without_a_page() -> None:
    texts = [each for task in deck().values() for each in (task.do, task.purpose, *task.how)]

    assert not [each for each in texts if "<code>theirside" in commands(each)]


def test_every_point_of_the_deck_has_its_words() -> None:
    assert {each for task in deck().values() for each in task.practice} <= set(POINTS)
    assert point("P14") == "Give before asking"
    assert point("P99") == "P99"


def test_a_thing_on_the_shelf_is_called_what_it_is() -> None:
    assert thing_kind("note") == "note"
    with override("de"):
        assert thing_kind("link")
