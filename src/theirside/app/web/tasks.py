"""What is done in the background. Arguments are ids, and nothing is returned."""

from __future__ import annotations

from django_tasks import task


@task()
def bring_in(arrival: str) -> None:
    """Read what was handed over."""
    from theirside.app.arriving import read_arrival
    from theirside.app.web.background import GivenBackError, ending

    if not read_arrival(arrival, ending.is_set):
        raise GivenBackError


@task()
def read_again() -> None:
    """Read what no reader has read since it changed."""
    from theirside.app.importing import read_again as again
    from theirside.app.web.background import GivenBackError, ending

    def go_on(_done: int, _of: int) -> None:
        if ending.is_set():
            raise GivenBackError

    again(go_on)


@task()
def run_errand(errand: str) -> None:
    """Do long work that somebody asked for; what is left half is read anew."""
    from theirside.app.errands import carry_out
    from theirside.app.web.background import GivenBackError, ending

    if not carry_out(errand, ending.is_set):
        raise GivenBackError
    read_again.enqueue()
