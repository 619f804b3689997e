"""``theirside fit``: are we for them? Needs against the offer, and what was decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import DAY, Json, On

if TYPE_CHECKING:
    from theirside.app.fitting import Subject
    from theirside.serve.fit import Fit

PANEL = "Serve"


def fit(
    subject: Annotated[
        str | None,
        typer.Argument(metavar="PERSON|COMPANY", help="A name, part of it, or an address."),
    ] = None,
    decide: Annotated[
        str | None,
        typer.Option("--decide", metavar="fit|not-now|not-us", help="Record what you decided."),
    ] = None,
    because: Annotated[str, typer.Option("--because", help="Why you decided so.")] = "",
    pointed_to: Annotated[
        str, typer.Option("--pointed-to", metavar="WHERE", help="Where you pointed them instead.")
    ] = "",
    look_again: Annotated[
        datetime | None,
        typer.Option(
            "--look-again", formats=DAY, metavar="DATE", help="When to look again: 2027-04-01."
        ),
    ] = None,
    on: On = None,
    everything: Annotated[bool, typer.Option("--all", help="Leave nothing out.")] = False,
    json: Json = False,
) -> None:
    """Hold what they need against what we can do: met, partly, not met, or what to ask.

    It proposes fit, not now or not us, with reasons, and where to point them. You decide.
    Without a name it lists what was decided, what to look at again first.

    \b
    Examples:
      theirside fit ruth
      theirside fit "Penmarrow Pools"
      theirside fit ruth --decide not-us --because "signatures" --pointed-to "Calibrant Ledger"
      theirside fit priya --decide not-now --because "budget" --look-again 2027-04-01
      theirside fit
    """
    from theirside.app.store import open_store

    open_store()
    today = on.date() if on is not None else _today()
    if subject is None:
        if decide is not None:
            raise typer.BadParameter("say whom you decided on", param_hint="PERSON|COMPANY")
        _list(today, json=json)
        return
    from theirside.app.fitting import decided_on, find_subject, fit_of

    about = find_subject(subject)
    found, talks = fit_of(about, today)
    if decide is not None:
        again = look_again.date() if look_again is not None else None
        _decide(about, found, decide, because, pointed_to, again)
        return
    if because or pointed_to or look_again:
        raise typer.BadParameter("say what you decided", param_hint="--decide")
    from theirside import serve_as_json
    from theirside.cli.fit_sheet import FitSheet
    from theirside.cli.printing import print_json

    decided = decided_on(about)
    if json:
        print_json(serve_as_json.fit(found, decided))
    else:
        FitSheet(found, talks, decided, everything=everything).print()


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _decide(
    about: Subject, found: Fit, decide: str, because: str, pointed_to: str, again: date | None
) -> None:
    from theirside.app.fitting import decide as keep
    from theirside.cli.fit_sheet import print_decided
    from theirside.serve.fit import Decision

    names = {str(each): each for each in Decision}
    decision = names.get(decide.replace("-", " ").replace("_", " ").strip().casefold())
    if decision is None:
        raise typer.BadParameter(
            f"{decide!r} is none of fit, not-now, not-us", param_hint="--decide"
        )
    if not because.strip():
        raise typer.BadParameter("say why; you will want to know", param_hint="--because")
    try:
        kept = keep(about, found, decision, because, pointed_to=pointed_to, look_again=again)
    except ValueError:
        told = "say when to look again: 2027-04-01"
        raise typer.BadParameter(told, param_hint="--look-again") from None
    print_decided(kept, [pointer.to.name for pointer in found.point_to])


def _list(today: date, *, json: bool) -> None:
    from theirside import serve_as_json
    from theirside.app import queries
    from theirside.cli.fit_sheet import print_list
    from theirside.cli.printing import print_json
    from theirside.serve.decisions import due, standing

    decided = queries.fit_decisions()
    last, again = standing(decided), due(decided, today)
    right = sum(each.did_right for each in last)
    if json:
        print_json(
            {
                "due": [serve_as_json.fit_decided(each) for each in again],
                "decided": [serve_as_json.fit_decided(each) for each in last],
                "did_right": right,
            }
        )
    else:
        print_list(last, again, right)
