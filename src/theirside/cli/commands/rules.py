"""``theirside rules``: what the review looks for, and switching it off and on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import Json

if TYPE_CHECKING:
    from theirside.care.review import Switch
    from theirside.care.review.rule import Rule
    from theirside.understand.understanding import Person

PANEL = "Set right"
group = typer.Typer(invoke_without_command=True)
RuleName = Annotated[
    str, typer.Argument(metavar="RULE", help="A rule (pressure.guilt) or a whole pack (pressure).")
]
For = Annotated[str, typer.Option("--for", metavar="PERSON", help="Only in drafts to this person.")]


@group.callback()
def rules(
    context: typer.Context,
    for_: For = "",
    json: Json = False,
) -> None:
    """List the rules of the review, pack by pack, and which are on; switch them off and on.

    A narrower switch wins over a wider one: a person's over everybody's, a rule's over its pack's.

    \b
    Examples:
      theirside rules
      theirside rules show pressure.guilt
      theirside rules off closing
      theirside rules off plain.long_sentence --for dana
      theirside rules on plain.long_sentence
      theirside rules reset closing
    """
    if context.invoked_subcommand is not None:
        return
    from theirside.care.review.rule import rules as known
    from theirside.care.review.silence import is_on
    from theirside.cli.printing import print_json

    switches, person = _from_store(for_)
    states = [
        (rule, is_on(rule.id, rule.on, switches, person.id if person else ""))
        for rule in known().values()
    ]
    if json:
        print_json({"rules": [_form(rule, on) for rule, on in states]})
    else:
        _print(states, switches, person)


@group.command()
def show(rule: RuleName) -> None:
    """Print a rule, or each of a pack, in full: why it reads so, what is better, examples."""
    from theirside.care.review.rule import documented, find_rules
    from theirside.cli.printing import heading, paragraph, print_line

    wanted = {each.id for each in find_rules(rule)}
    for each in documented():
        if each.rule.id not in wanted:
            continue
        heading(f"{each.rule.id}  {each.rule.name}")
        paragraph(each.rule.why, indent=2)
        paragraph(f"Better: {each.rule.better}", indent=2)
        paragraph(f"Source: {each.rule.source}", indent=2, style="dim")
        for title, examples in (("Fires:", each.fires), ("Stays silent:", each.silent)):
            print_line(f"  {title}")
            for example in examples:
                paragraph(" ".join(example.text.split()), indent=4, hang=2, style="words")


@group.command()
def off(rule: RuleName, for_: For = "") -> None:
    """Switch a rule or a pack off, for everybody or for one person."""
    _switch(rule, for_, on=False)


@group.command()
def on(rule: RuleName, for_: For = "") -> None:
    """Switch a rule or a pack on, for everybody or for one person."""
    _switch(rule, for_, on=True)


@group.command()
def reset(rule: RuleName, for_: For = "") -> None:
    """Take a switch back, so that what holds without it holds again."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services

    person = queries.find_person(for_) if for_ else None
    was = services.switch_back(rule, person)
    typer.echo(f"{rule}: {'as it was before' if was else 'was not switched'}{_told(person)}")


def _switch(rule: str, for_: str, *, on: bool) -> None:
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services

    person = queries.find_person(for_) if for_ else None
    services.switch(rule, on=on, person=person)
    typer.echo(f"{rule}: {'on' if on else 'off'}{_told(person)}")


def _told(person: Person | None) -> str:
    return f" for {person.name}" if person else ""


def _from_store(for_: str) -> tuple[tuple[Switch, ...], Person | None]:
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries

    return queries.switches(), queries.find_person(for_) if for_ else None


def _form(rule: Rule, on: bool) -> dict[str, object]:
    return {
        "rule": rule.id,
        "name": rule.name,
        "kinds": sorted(rule.kinds),
        "level": str(rule.level),
        "on": on,
        "why": rule.why,
        "better": rule.better,
    }


def _print(
    states: list[tuple[Rule, bool]], switches: tuple[Switch, ...], person: Person | None
) -> None:
    from theirside.cli.printing import count, heading, print_line

    pack = ""
    for rule, is_on in states:
        if rule.pack != pack:
            pack = rule.pack
            heading(pack)
        print_line(f"  {'on ' if is_on else 'off'}  {rule.id:<32} {rule.name}")
    print_line("")
    off = sum(not is_on for _, is_on in states)
    print_line(f"{count(len(states), 'rule')}, {off} off{_told(person)}.")
    others = len({each.person for each in switches if each.person})
    if others and person is None:
        print_line(f"Switched for {count(others, 'person')} besides: theirside rules --for PERSON")
