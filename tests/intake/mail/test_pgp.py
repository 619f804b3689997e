"""OpenPGP text: signed text is read, encrypted text is not taken for words."""

from __future__ import annotations

from theirside.intake.mail.pgp import is_encrypted, unwrap

SIGNED = """-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA512

Could we start in May?
- -- 
Dana
-----BEGIN PGP SIGNATURE-----

iQIzBAEBCgAdFiEE
-----END PGP SIGNATURE-----
"""  # noqa: W291  the signature mark ends with a space
ENCRYPTED = "-----BEGIN PGP MESSAGE-----\n\nhQEMA1\n-----END PGP MESSAGE-----\n"


def test_signed_text_loses_its_armour() -> None:
    assert unwrap(SIGNED).strip() == "Could we start in May?\n-- \nDana"


def test_other_text_stays() -> None:
    assert unwrap("Could we start in May?") == "Could we start in May?"


def test_encrypted_means_nothing_else_is_there() -> None:
    assert is_encrypted(ENCRYPTED)
    assert not is_encrypted("See below.\n" + ENCRYPTED)
    assert not is_encrypted("Hello")
