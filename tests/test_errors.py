"""Every error of ours says what happened, to which input, and is of one tree."""

from __future__ import annotations

import inspect

import pytest

from theirside import errors
from theirside.errors import AmbiguousError, IntakeError, TheirsideError

OURS = [
    each
    for _, each in inspect.getmembers(errors, inspect.isclass)
    if each.__module__ == errors.__name__
]


@pytest.mark.parametrize("error", OURS, ids=lambda error: error.__name__)
def test_every_error_is_a_theirside_error_and_drawn_in_the_tree(error: type[Exception]) -> None:
    assert issubclass(error, TheirsideError)
    assert error.__name__ in (errors.__doc__ or "")


def test_an_intake_error_names_the_item_and_the_reason() -> None:
    error = IntakeError("inbox.mbox", "it is not there")
    assert (error.item, error.reason) == ("inbox.mbox", "it is not there")
    assert str(error) == "inbox.mbox: it is not there"


def test_an_ambiguous_question_is_answered_with_the_candidates() -> None:
    error = AmbiguousError("dana", ["Dana Whitfield", "Dana Ek"])
    assert str(error) == "'dana' fits several: Dana Whitfield; Dana Ek"
    assert error.candidates == ("Dana Whitfield", "Dana Ek")
