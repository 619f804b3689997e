"""The calendar feed: by a secret link, without an account; a new link ends the old one."""

from __future__ import annotations

import re

from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from tests.app.web.test_today import keep
from theirside.app import services
from theirside.app.viewing import Role, seen_by

LINK = re.compile(r'value="http://testserver(/calendar/[^"]+\.ics)"')


def link(client: Client) -> str:
    found = LINK.search(client.get("/calendar/").text)
    assert found is not None
    return found[1]


def test_whoever_has_the_link_reads_the_feed(empty: Client) -> None:
    keep(1)
    response = Client().get(link(empty))

    assert response.status_code == 200
    assert response["Content-Type"].startswith("text/calendar")
    assert response["Cache-Control"] == "private, no-store"
    [event] = Calendar.from_ical(response.content).walk("VEVENT")
    assert event["SUMMARY"] == "Keep a promise to Person1 Harbour"
    assert event.decoded("DTSTART") == timezone.localdate()


def test_a_wrong_secret_is_nothing(empty: Client) -> None:
    link(empty)

    assert Client().get("/calendar/wrong.ics").status_code == 404


def test_the_link_stays_until_a_new_one_is_made(empty: Client) -> None:
    old = link(empty)
    assert link(empty) == old

    empty.post("/calendar/new/")

    assert link(empty) != old
    assert Client().get(old).status_code == 404


def test_a_members_feed_holds_what_they_see(empty: Client) -> None:
    """Two members have feeds of their own: what is in the one is not taken back in the other."""
    from theirside.app import queries

    keep(1)
    keep(2)
    secrets = []
    for number in (1, 2):
        services.come_in(services.invite(f"m{number}@ours.example", Role.SELLER).id, number)
        who = queries.viewer_of(number)
        services.hold([f"t{number}"], who)
        with seen_by(who):
            secrets.append(services.calendar_secret())
    for _again in range(2):
        for number, secret in zip((1, 2), secrets, strict=True):
            text = Client().get(f"/calendar/{secret}.ics").content.decode()
            assert f"Person{number} Harbour" in text
            assert f"Person{3 - number} Harbour" not in text
            assert "CANCELLED" not in text
            assert "SEQUENCE:0" in text
