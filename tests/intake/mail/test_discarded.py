"""What its owner threw away is told by what mail programs note in the header."""

from __future__ import annotations

import pytest

from tests.intake.mail.mailing import mail
from theirside.intake.mail.discarded import discard_reason
from theirside.intake.mail.head import split_head


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"x_mozilla_status": "0009"}, "deleted"),
        ({"x_mozilla_status": "0008"}, "deleted"),
        ({"x_status": "AD"}, "deleted"),
        ({"x_gmail_labels": "Opened,Trash"}, "deleted"),
        ({"x_gmail_labels": "=?utf-8?q?Ge=C3=B6ffnet,Papierkorb?="}, "deleted"),
        ({"x_gmail_labels": "Spam,Unread"}, "spam"),
        ({}, ""),
        ({"x_mozilla_status": "0001"}, ""),
        ({"x_mozilla_status": "rubbish"}, ""),
        ({"x_status": "RO"}, ""),
        ({"x_gmail_labels": "Inbox,Important,Trash removal quotes"}, ""),
    ],
)
def test_discarded(fields: dict[str, str], expected: str) -> None:
    assert discard_reason(split_head(mail(**fields))[0]) == expected
