"""The customer's page: by a link and without an account, in a team as well as alone."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.app.web.played_back import CODE, JOB, MAILS, SHIFTS, linked
from theirside.app import models, queries, services
from theirside.app.queries.traces import rows_of, tables, texts
from theirside.app.web.links import path_of
from theirside.understand.understanding import Status

pytestmark = pytest.mark.usefixtures("store")


def sent(client: Client, path: str, **said: str) -> str:
    response = client.post(path, said, follow=True)
    assert response.status_code == 200
    return response.text


def status_of(number: int) -> Status | None:
    [past] = queries.checkbacks_of(queries.find_person("anna"))
    return next(each.status for each in past.statements if each.number == number)


def test_the_page_shows_what_was_played_back_and_nothing_of_the_frame(client: Client) -> None:
    page = client.get(linked(note="I was glad to hear of the new kettle.")).text

    assert "Dear Anna," in page
    assert "I was glad to hear of the new kettle." in page
    assert "Your own job hangs on the brewhouse being quiet at night." in page
    assert f"<q>{SHIFTS}</q>" in page
    assert page.index("What matters to you") < page.index("What you are wary of")
    assert "You asked: “When is it?”" in page
    assert "Sam Reed" in page
    assert "<script" not in page
    assert "rail" not in page


def test_it_is_found_by_no_engine_and_kept_in_no_cache(client: Client) -> None:
    response = client.get(linked())

    assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in response.headers["Cache-Control"]
    assert '<meta name="robots" content="noindex, nofollow">' in response.text
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_answers_are_kept_and_thanked_for(client: Client) -> None:
    path = linked()

    page = sent(
        client, path, s1="yes", s2="not quite", t2="It is before  the autumn.", s3="don't keep"
    )

    assert [status_of(number) for number in (1, 2, 3)] == [
        Status.CONFIRMED,
        Status.CORRECTED,
        Status.WITHDRAWN,
    ]
    assert "It is before the autumn." in page
    assert f"<del>{SHIFTS}</del>" in page
    assert MAILS not in page
    assert "One statement, with the words of yours" in page


def test_what_they_do_not_want_kept_is_nowhere_afterwards(client: Client) -> None:
    sent(client, linked(), s3="don't keep")

    left = [text for model in tables() for _, _, text in texts(rows_of(model))]
    assert not [text for text in left if "make me tired" in text]


def test_an_answer_may_be_changed_and_what_is_the_same_is_passed_over(client: Client) -> None:
    path = linked()
    sent(client, path, s1="yes")
    before = queries.checkbacks_of(queries.find_person("anna"))[0].statements[0].answered_at

    sent(client, path, s1="yes", s2="yes")
    assert queries.checkbacks_of(queries.find_person("anna"))[0].statements[0].answered_at == before
    sent(client, path, s1="not quite", t1="It did, until May.")

    assert status_of(1) is Status.CORRECTED


def test_not_quite_without_how_is_asked_about_and_the_rest_is_kept(client: Client) -> None:
    page = sent(client, linked(), s1="yes", s2="not quite", t2="  ")

    assert "1 answer is kept" in page
    assert "How is it really?" in page
    assert (status_of(1), status_of(2)) == (Status.CONFIRMED, None)


def test_a_special_category_is_refused_kindly_and_never_repeated(client: Client) -> None:
    told = "I was in hospital with depression, so the shifts have to go."

    page = sent(client, linked(), s2="not quite", t2=told)

    assert "was not kept" in page
    assert "depression" not in page
    assert status_of(2) is None
    assert not models.CheckbackStatement.objects.filter(text__contains="depression").exists()


def test_markup_in_what_they_write_stays_text(client: Client) -> None:
    page = sent(client, linked(), s2="not quite", t2="<b>before</b> June")

    assert "&lt;b&gt;before&lt;/b&gt; June" in page


@pytest.mark.parametrize("number", ["9", "x", "-1"])
def test_numbers_that_are_not_on_it_change_nothing(client: Client, number: str) -> None:
    sent(client, linked(), **{f"s{number}": "yes"})

    assert [status_of(each) for each in (1, 2, 3)] == [None, None, None]


def test_a_closed_link_says_so_and_shows_nothing(client: Client) -> None:
    path = linked()
    services.revoke_links(queries.find_person("anna"), CODE)

    for each in (path, f"{path}thanks/", f"{path}held/", f"{path}erase/"):
        response = client.get(each)
        assert response.status_code == 410
        assert "Sam Reed has closed this link" in response.text
        assert not re.search("brewhouse|night shifts", response.text)
    assert client.post(f"{path}erase/", {"asked": "twice"}).status_code == 410
    assert queries.find_person("anna")


def test_a_link_ends_on_its_day(client: Client) -> None:
    path = linked(days=1)
    models.CheckbackLink.objects.update(expires_at="2026-01-01T00:00:00Z")

    response = client.get(path)

    assert response.status_code == 410
    assert "This link held until 1 Jan 2026" in response.text


def test_a_link_that_nobody_signed_opens_nothing(client: Client) -> None:
    path = linked()
    token = models.CheckbackLink.objects.get().token

    for made_up in (f"/c/{token}/", f"/c/{token}.x/", path[:-2] + "/", path_of("0" * 16)):
        response = client.get(made_up)
        assert response.status_code == 404
        assert "This link is closed" in response.text


def test_all_that_is_held_is_handed_out(client: Client) -> None:
    path = linked()

    text = client.get(f"{path}held/")
    data = client.get(f"{path}held/?as=json")

    assert JOB in text.text
    assert "All that is kept about Anna Bauer" in text.text
    assert text.headers["Content-Disposition"].startswith("attachment")
    assert json.loads(data.content)["person"]["names"] == ["Anna Bauer"]


def test_to_be_erased_is_asked_twice(client: Client) -> None:
    path = linked()

    assert "Erase me" in client.get(f"{path}erase/").text
    assert "Are you sure?" in client.post(f"{path}erase/", {"asked": "once"}).text
    assert queries.find_person("anna")
    page = client.post(f"{path}erase/", {"asked": "twice"}).text

    assert "You are erased" in page
    assert not models.Person.objects.exists()
    assert not models.CheckbackLink.objects.exists()
    assert client.get(path).status_code == 404


def test_in_a_team_a_customer_is_answered_whoever_holds_the_talk(
    client: Client, settings: Settings
) -> None:
    path = linked()
    settings.TEAM = True

    assert SHIFTS in client.get(path).text
    assert JOB in client.get(f"{path}held/").text
    sent(client, path, s1="yes", s3="don't keep")
    assert (status_of(1), status_of(3)) == (Status.CONFIRMED, Status.WITHDRAWN)
    client.post(f"{path}erase/", {"asked": "twice"})
    assert not models.Person.objects.exists()


def test_what_was_erased_for_somebody_else_is_not_asked_about(client: Client) -> None:
    path = linked()
    models.CheckbackStatement.objects.filter(number=2).update(shown="")

    page = client.get(path).text

    assert 'name="s1"' in page
    assert 'name="s2"' not in page
    assert "You asked us not to keep this one" not in page


def test_an_answer_that_cannot_be_kept_is_told_kindly(client: Client) -> None:
    path = linked()
    models.CheckbackQuote.objects.filter(statement__number=1).delete()

    response = client.post(path, {"s1": "yes"})

    assert response.status_code == 400
    assert "Nothing of what you just sent was kept" in response.text
    assert status_of(1) is None


def test_links_are_not_tried_through(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from theirside.app.web.limits import Limit
    from theirside.app.web.views import customer

    monkeypatch.setattr(customer, "COMING", Limit("test", 3, 3600))
    path = linked()

    found = [client.get(path).status_code for _ in range(4)]

    assert found == [200, 200, 200, 429]
    response = client.get("/c/made-up/")
    assert response.status_code == 429
    assert "A moment, please" in response.text
    assert response.headers["Retry-After"]


def test_a_form_of_somebody_elses_changes_nothing() -> None:
    client = Client(enforce_csrf_checks=True)

    assert client.post(linked(), {"s1": "yes"}).status_code == 403
    assert status_of(1) is None
