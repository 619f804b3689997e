"""Mail that no person wrote is told by its header, and people's mail is left alone."""

from __future__ import annotations

import pytest

from tests.intake.mail.mailing import mail
from theirside.intake.mail.automatic import automatic_reason
from theirside.intake.mail.head import split_head
from theirside.intake.mail.sender import sender_of


def reason(**fields: str) -> str:
    head, _ = split_head(mail(**fields))
    return automatic_reason(head, sender_of(head).email)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"list_id": "<news.shop.example>"}, "bulk mail"),
        ({"list_unsubscribe": "<mailto:off@shop.example>"}, "bulk mail"),
        ({"precedence": "Bulk"}, "bulk mail"),
        ({"precedence": "list"}, "bulk mail"),
        ({"auto_submitted": "auto-generated"}, "automatic mail"),
        ({"auto_submitted": "auto-replied; owner=x"}, "out-of-office reply"),
        ({"x_auto_response_suppress": "All"}, "automatic mail"),
        ({"from": "Shop <no-reply@shop.example>"}, "automatic mail"),
        ({"from": "notifications@tracker.example"}, "automatic mail"),
        ({"from": "app.noreply+17@shop.example"}, "automatic mail"),
        ({"from": "MAILER-DAEMON@mx.example"}, "bounce"),
        ({"x_failed_recipients": "dana@x.example"}, "bounce"),
        ({"content_type": "multipart/report; report-type=delivery-status"}, "bounce"),
        (
            {"content_type": "multipart/report; report-type=disposition-notification"},
            "read receipt",
        ),
        ({"subject": "Automatic reply: The pilot"}, "out-of-office reply"),
        ({"subject": "Abwesenheitsnotiz: Der Pilot"}, "out-of-office reply"),
        ({"subject": "=?utf-8?q?R=C3=A9ponse_automatique_:_pilote?="}, "out-of-office reply"),
        ({"subject": "Out of office"}, "out-of-office reply"),
    ],
)
def test_machines_are_recognised(fields: dict[str, str], expected: str) -> None:
    assert reason(**fields) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"auto_submitted": "no"},
        {"x_auto_response_suppress": "DR, OOF, AutoReply"},
        {"list_unsubscribe": "<mailto:off@x.example>", "in_reply_to": "<1@x.example>"},
        {"precedence": "first-class"},
        {"from": "Noel Replyman <noel.reply@x.example>"},
        {"from": "Bounceworks Sales <sales@bounceworks.example>"},
        {"subject": "Out of office furniture, we need forty chairs"},
        {"subject": "Re: our notification service"},
    ],
)
def test_people_are_left_alone(fields: dict[str, str]) -> None:
    assert reason(**fields) == ""
