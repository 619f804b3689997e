"""Links for people without an account: signed, so that nobody can make one up."""

from __future__ import annotations

from django.core import signing
from django.urls import reverse

from theirside.errors import NotFoundError

_SALT = "theirside.checkback"


def path_of(token: str) -> str:
    """Return the path of the customer's page for a link's token."""
    return reverse("customer", args=[_signer().sign(token)])


def token_in(signed: str) -> str:
    """Return the token that a path holds. Raises ``NotFoundError`` where nobody of ours signed."""
    try:
        return _signer().unsign(signed)
    except signing.BadSignature:
        raise NotFoundError("This link is not complete") from None


def _signer() -> signing.Signer:
    return signing.Signer(sep=".", salt=_SALT)
