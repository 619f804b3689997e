"""Looking ahead: everybody and every talk once, and no further than somebody lets it."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from theirside.app import models, queries, services
from theirside.app.looking_ahead import look_ahead

pytestmark = pytest.mark.usefixtures("store")
TODAY = date(2026, 3, 4)


def fill() -> None:
    for number, who in enumerate((ANNA, BEN)):
        talk = thread(f"t{number}", mail(f"<{number}@x>", who, "Could you send me the plans?", SAM))
        services.keep(talk, [], "test-1")


def test_nobody_and_nothing_is_left() -> None:
    fill()
    look_ahead(TODAY)

    assert queries.unlooked(TODAY, 9) == ([], 0)
    assert queries.left_to_look_through() == 0
    assert models.GleanedPlace.objects.count() == 2


def test_it_gives_up_when_it_is_told_to() -> None:
    fill()
    look_ahead(TODAY, lambda: True)

    assert models.Looked.objects.count() == models.Gleaned.objects.count() == 0


def test_what_comes_in_later_is_looked_at_then() -> None:
    fill()
    look_ahead(TODAY)
    talk = thread("t9", mail("<9@x>", ANNA, "Could we meet on Friday?", SAM))
    services.keep(talk, [], "test-1")
    assert queries.left_to_look_through() == 1
    look_ahead(TODAY)

    assert queries.left_to_look_through() == 0
    assert models.GleanedPlace.objects.count() == 3
