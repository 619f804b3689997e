"""Links for people without an account: nobody can make one up."""

from __future__ import annotations

import pytest

from theirside.app.web.links import path_of, token_in
from theirside.errors import NotFoundError


def signed(store: object) -> str:
    return path_of("0123abcd").removeprefix("/c/").removesuffix("/")


def test_what_was_signed_is_read_back(store: object) -> None:
    assert token_in(signed(store)) == "0123abcd"


@pytest.mark.parametrize("change", ["x{}", "{}x", "0123abce.{}"])
def test_what_was_changed_is_refused(store: object, change: str) -> None:
    with pytest.raises(NotFoundError, match="not complete"):
        token_in(change.format(signed(store)))


def test_a_bare_token_is_refused(store: object) -> None:
    with pytest.raises(NotFoundError):
        token_in("0123abcd")
