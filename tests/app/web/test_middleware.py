"""What every answer carries."""

from __future__ import annotations

from django.test import Client, RequestFactory
from django.views.defaults import server_error


def test_no_page_allows_code_or_styles_from_elsewhere_or_inline(empty: Client) -> None:
    policy = empty.get("/").headers["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_missing_page_is_told_of_in_our_words(empty: Client) -> None:
    page = empty.get("/nowhere/")

    assert page.status_code == 404
    assert "There is no such page" in page.text
    assert "Back to today" in page.text


def test_whoever_is_not_in_is_led_nowhere_from_a_missing_page(store: object) -> None:
    page = Client().get("/nowhere/")

    assert page.status_code == 404
    assert "There is no such page" in page.text
    assert "Back to today" not in page.text
    assert 'class="rail"' not in page.text


def test_a_mistake_names_the_page_where_a_command_would_stand(empty: Client) -> None:
    page = empty.get("/people/nobody/")

    assert page.status_code == 404
    assert '<a href="/people/">“People”</a> lists everyone' in page.text


def test_a_form_that_grew_old_is_asked_for_once_more(store: object) -> None:
    page = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "a@b.example"})

    assert page.status_code == 403
    assert "Please send that once more" in page.text


def test_a_fault_of_ours_is_told_without_anything_of_ours_working() -> None:
    page = server_error(RequestFactory().get("/"))

    assert page.status_code == 500
    assert "That was our fault" in page.content.decode()
