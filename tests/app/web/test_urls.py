"""The table of pages: nobody gets anything without having come in."""

from __future__ import annotations

from collections.abc import Iterator

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

OPEN = {
    *("calendar", "enter", "enter_by", "invited"),
    *("customer", "customer_thanks", "customer_held", "customer_erase", "customer_erased"),
    *("customer_held_ready", "customer_held_file"),
}
"""Pages for whoever is not in yet; those of accounts, which are allauth's, besides."""


def patterns(resolver: URLResolver | None = None, before: str = "/") -> Iterator[tuple[str, str]]:
    """Yield the name and an example path of every page."""
    for each in (resolver or get_resolver()).url_patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from patterns(each, path)
        elif isinstance(each, URLPattern):
            for converter in each.pattern.converters:
                path = path.replace(f"<str:{converter}>", "x").replace(f"<path:{converter}>", "x")
                path = path.replace(f"<int:{converter}>", "1").replace(f"<slug:{converter}>", "x")
            yield str(each.name), path


def test_every_page_has_a_name_of_its_own() -> None:
    names = [name for name, _ in patterns()]

    assert sorted(set(names)) == sorted(names)


def test_whoever_is_not_in_gets_nothing(store: object, client: Client) -> None:
    closed = [each for each in patterns() if each[0] not in OPEN and "/accounts/" not in each[1]]

    for name, path in [*closed, ("members", "/settings/accounts/")]:
        for response in (client.get(path), client.post(path)):
            assert response.status_code == 302, name
            assert response.headers["Location"].startswith("/enter/"), name
