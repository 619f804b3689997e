"""What a change dropped is coded anew where it is little; of more, it is said how much it is."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, thread
from tests.app.test_meaning import READER, keep
from theirside.app import models, queries, recoding, services
from theirside.app.recoding import code_few

SAID = thread("a", mail("1", ANNA, "The invoice scares me.", SAM), mail("2", BEN, "Me too!", SAM))
OWN = thread("b", mail("3", BEN, "We have wet floors in the cellar.", SAM))


@pytest.fixture(autouse=True)
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recoding, "default_reader", lambda: READER)


def test_what_stays_is_coded_at_once(store: object) -> None:
    keep(SAID)
    keep(OWN)
    services.forget(queries.find_person("anna"))
    assert models.Meaning.objects.count() == 1

    assert code_few() == 0
    assert models.Meaning.objects.count() == 2


def test_more_than_few_waits_and_is_counted(store: object, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(SAID)
    keep(OWN)
    models.Meaning.objects.all().delete()

    monkeypatch.setattr(recoding, "MOST_TURNS", 2)
    assert (code_few(), models.Meaning.objects.count()) == (2, 0)
    monkeypatch.setattr(recoding, "MOST_TURNS", 3)
    assert (code_few(), models.Meaning.objects.count()) == (0, 2)


def test_what_nobody_read_is_left_to_whoever_reads_it(store: object) -> None:
    services.keep(OWN)

    assert (code_few(), models.Meaning.objects.count()) == (0, 0)
