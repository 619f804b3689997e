"""What every answer carries."""

from __future__ import annotations

from django.test import Client


def test_no_page_allows_code_or_styles_from_elsewhere_or_inline(empty: Client) -> None:
    policy = empty.get("/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
