"""``theirside referrals``: who recommended us to whom, whom we recommended, and thanks owed."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json

PANEL = "Serve"


def referrals(
    person: Annotated[
        str | None,
        typer.Argument(metavar="PERSON", help="Only those that this person is in."),
    ] = None,
    owed: Annotated[bool, typer.Option("--owed", help="Only those we owe thanks for.")] = False,
    thanked: Annotated[
        str | None,
        typer.Option("--thanked", metavar="NUMBER", help="You thanked for it, in no talk here."),
    ] = None,
    strike: Annotated[
        str | None,
        typer.Option("--strike", metavar="NUMBER", help="It is no referral; it stays out."),
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="A row for each referral.")] = False,
    json: Json = False,
) -> None:
    """List who recommended us to whom, whom we recommended, and for what nobody thanked yet.

    They are found in the talks, and in decisions that pointed somebody elsewhere; those that no
    talk shows are added with `theirside ledger add NAME gift "…" --kind referral`.

    \b
    Examples:
      theirside referrals
      theirside referrals dana
      theirside referrals --owed
      theirside referrals --thanked 8b8ef07d
      theirside ledger add dana gift "told her guild" --kind referral --by theirs
    """
    from theirside.app.store import open_store

    if json and csv:
        raise typer.BadParameter("one or the other", param_hint="--json, --csv")
    if thanked is not None and strike is not None:
        raise typer.BadParameter("one or the other", param_hint="--thanked, --strike")
    open_store()
    from theirside import serve_as_json
    from theirside.app import queries, services
    from theirside.app.referrals import find_referral
    from theirside.app.referrals import referrals as all_referrals
    from theirside.cli.printing import paragraph, print_json
    from theirside.cli.referral_sheet import print_csv, print_referrals

    if thanked is not None:
        services.thank_for_referral(find_referral(thanked))
        paragraph("Noted: you thanked for it.")
        return
    if strike is not None:
        services.strike_referral(find_referral(strike))
        paragraph("Struck, and it stays out.")
        return
    found = all_referrals(queries.find_person(person) if person is not None else None)
    if json:
        wanted = found.owed if owed else found.found
        print_json({"referrals": [serve_as_json.referral(each) for each in wanted]})
    elif csv:
        print_csv(found.owed if owed else found.found)
    else:
        print_referrals(found, owed=owed)
