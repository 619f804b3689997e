"""``theirside accounts``: the members of a team, from the server's own terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.app.viewing import Role
from theirside.cli.options import Json

PANEL = "Set up"

group = typer.Typer(help="Ask people in to the web app of a team, and give them roles.")
Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The member's mail address.")]


@group.command("list")
def list_all(json: Json = False) -> None:
    """List who works here."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.cli.printing import paragraph, print_json

    found = queries.members()
    if json:
        print_json([_form(each) for each in found])
    for each in () if json else found:
        state = "has left" if each.left_at else "" if each.came else "has not come yet"
        parts = (each.email, each.name, str(each.role), f"{each.talks} talks", state)
        paragraph(" · ".join(part for part in parts if part), hang=2)
    if not found and not json:
        paragraph("Nobody yet: theirside accounts add you@yourcompany.com --role administrator")


@group.command()
def add(
    email: Email,
    role: Annotated[Role, typer.Option("--role", help="What they are here for.")] = Role.SELLER,
    name: Annotated[str, typer.Option("--name", help="How they are called.")] = "",
) -> None:
    """Ask somebody in, and print the link by which they choose a password.

    \b
    Example:
      theirside accounts add nora@fjord.example --role administrator --name "Nora Tveit"
    """
    from theirside.app.web.serving import set_up

    set_up()
    from theirside.app import services
    from theirside.app.web.accounts import invitation
    from theirside.cli.printing import paragraph, print_line

    member = services.invite(email, role, name)
    paragraph(
        f"{member.email} is asked in as {member.role}. They choose a password here, in a week:"
    )
    print_line(f"  {_address()}{invitation(member)}")


@group.command("role")
def change_role(email: Email, role: Annotated[Role, typer.Argument(help="The new role.")]) -> None:
    """Give a member another role."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services
    from theirside.cli.printing import paragraph

    services.set_role(queries.find_member(email).id, role)
    paragraph(f"{email} is {role} now")


@group.command()
def remove(email: Email) -> None:
    """Close the door behind somebody who left; what they brought stays."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services
    from theirside.cli.printing import paragraph

    services.let_go(queries.find_member(email).id)
    paragraph(f"{email} can't come in any more; `theirside accounts add {email}` undoes it")


@group.command()
def give(email: Email) -> None:
    """Make every talk that is nobody's this member's: what was added before there were accounts."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services
    from theirside.cli.printing import count, paragraph

    given = services.give_unheld(queries.find_member(email).id)
    paragraph(f"{count(given, 'conversation')} given to {email}")


def _form(each: object) -> dict[str, object]:
    from dataclasses import asdict

    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in asdict(each).items()  # type: ignore[call-overload]
    }


def _address() -> str:
    from theirside.app.places import web_hosts

    hosts = web_hosts()
    return f"https://{hosts[0]}" if hosts else "http://127.0.0.1:8765"
