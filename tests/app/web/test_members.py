"""The page of accounts: asking somebody in, by mail or by a link to pass on; roles; leaving."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client
from pytest_django.fixtures import Settings

from tests.app.web.test_access import cast
from theirside.app import queries
from theirside.app.viewing import Role

__all__ = ["cast"]
PAGE = "/settings/accounts/"


def test_without_a_way_to_send_mail_the_link_is_shown_once(cast: dict[str, Client]) -> None:
    asked = {"email": "lea@ours.example", "role": "coach", "name": "Lea"}
    page = cast["ada"].post(f"{PAGE}ask-in/", asked, follow=True).text

    [link] = re.findall(r'value="(http[^"]+/invited/[^"]+)"', page)
    assert "The link for lea@ours.example" in page
    assert Client().get(link.split("testserver")[1]).status_code == 200
    assert "/invited/" not in cast["ada"].get(PAGE).text
    assert queries.find_member("lea@ours.example").role is Role.COACH


def test_with_one_the_link_goes_by_mail_and_is_shown_to_nobody(
    cast: dict[str, Client], settings: Settings
) -> None:
    settings.MAIL = object()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    page = cast["ada"].post(f"{PAGE}ask-in/", {"email": "lea@ours.example"}, follow=True).text

    assert "on its way to lea@ours.example" in page
    assert "/invited/" not in page
    [sent] = mail.outbox
    assert sent.to == ["lea@ours.example"]
    assert "/invited/" in sent.body


def test_a_role_is_given_and_the_door_is_closed(cast: dict[str, Client]) -> None:
    tom = queries.find_member("tom@ours.example")
    cast["ada"].post(f"{PAGE}{tom.id}/role/", {"role": "coach"})
    assert queries.find_member(tom.id).role is Role.COACH

    page = cast["ada"].post(f"{PAGE}{tom.id}/let-go/", follow=True).text

    assert "has left" in page
    assert queries.find_member(tom.id).left_at is not None


@pytest.mark.parametrize("email", ["", "no address"])
def test_what_is_no_address_is_told(cast: dict[str, Client], email: str) -> None:
    response = cast["ada"].post(f"{PAGE}ask-in/", {"email": email})

    assert response.status_code == 400
    assert "no mail address" in response.text
