"""What ``theirside checkback`` does at a terminal: write the page, show and ask what they said."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer

from theirside.app import queries, services
from theirside.app.checkback import make_page, read_answer, typed_answer
from theirside.cli.by_words_only import make_ready_or_tell
from theirside.cli.printing import console, count, day, heading, one_line, paragraph, print_json
from theirside.errors import IntakeError, NotFoundError, StoreError
from theirside.serve.checkback.statement import Answer, Page, Reply, Sent, Unclear, Verdict
from theirside.understand.understanding import Person, Status

SUFFIX = {"html": ".html", "md": ".md", "mail": ".txt"}
WORDS = {
    Status.CONFIRMED: "✓ confirmed",
    Status.CORRECTED: "✓ corrected",
    Status.WITHDRAWN: "withdrawn and erased",
    None: "? no answer yet",
}


def make(
    person: Person,
    form: str,
    output: Path | None,
    *,
    tone: str = "",
    signed: str = "",
    note: str = "",
    json: bool = False,
) -> None:
    """Write a page and remember what stands on it."""
    made = make_page(person, tone=tone, signed=signed, note=note)
    if made.sales_terms:
        said = ", ".join(f"“{each}”" for each in made.sales_terms)
        raise typer.BadParameter(
            f"{said}: a word of ours, not of theirs; say it plainly", param_hint="--note"
        )
    text = _written(made.page, form)
    printed = output == Path("-")
    place = output or Path(f"checkback-{person.id}{SUFFIX[form]}")
    if not printed:
        place.write_text(text, encoding="utf-8")
    services.keep_checkback(person, made.page)
    if json:
        from theirside import serve_as_json

        print_json(serve_as_json.checkback(queries.checkbacks_of(person)[0]))
    elif printed:
        sys.stdout.write(text)
    else:
        _say_what_to_do(person, made.page, place)


def _written(page: Page, form: str) -> str:
    from theirside.serve.checkback.as_html import as_html
    from theirside.serve.checkback.as_mail import as_mail
    from theirside.serve.checkback.as_markdown import as_markdown

    return {"html": as_html, "md": as_markdown, "mail": as_mail}[form](page)


def _say_what_to_do(person: Person, page: Page, place: Path) -> None:
    shown = count(len(page.statements), "statement")
    paragraph(f"{place}: {shown} for {person.name}, signed {page.signed}, {page.tone.id}.", hang=2)
    if len(page.statements) < 5:
        paragraph("There is little yet that they said of themselves; a short page is fine.", hang=2)
    paragraph(
        "Look it through before you send it; nothing is sent by itself. Their answer:", hang=2
    )
    paragraph(f"  theirside checkback {person.id} --answer FILE", style="dim", hang=2)


def take(person: Person, file: str, *, json: bool = False) -> None:
    """Read an answer, keep what is certain, and ask about the rest where somebody can answer."""
    raw = _bytes(file)
    code, reply = read_answer(person, raw, "standard input" if file == "-" else file)
    sent = queries.sent_of(code)
    answers, open_ones = list(reply.answers), list(reply.unclear)
    if not json:
        _show(sent, answers)
    if open_ones and not json:
        more, open_ones = _settle(sent, open_ones)
        settled = {each.number for each in more}
        answers = [each for each in answers if each.number not in settled] + more
    if json:
        _print_reply(code, Reply(tuple(answers), tuple(open_ones)))
    _keep(code, answers, quiet=json)
    if open_ones and not json:
        paragraph(
            "What stays open was left as it is. To say what they meant: "
            f"theirside checkback {person.id} --ask",
            style="dim",
            hang=2,
        )


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    place = Path(file)
    if not place.is_file():
        raise IntakeError(file, "no such file; save their reply as .eml or text and name it here")
    return place.read_bytes()


def _show(sent: Sent, answers: Sequence[Answer]) -> None:
    if not answers:
        console().print("No answer could be told for certain.")
    for each in answers:
        if each.verdict is Verdict.DONT_KEEP:
            paragraph(f"{each.number}. please don't keep this", hang=3)
            continue
        sign = "✓ yes" if each.verdict is Verdict.YES else "✓ not quite"
        paragraph(f"{each.number}. {one_line(sent.statements[each.number])}", hang=3)
        paragraph(f"{sign}{': ' + one_line(each.text) if each.text else ''}", indent=3, hang=2)


def _settle(sent: Sent, unclear: Iterable[Unclear]) -> tuple[list[Answer], list[Unclear]]:
    """Show what could not be told, and ask; return what was settled and what was not."""
    heading("Not told for certain")
    settled: dict[int, Answer] = {}
    rest: list[Unclear] = []
    for each in unclear:
        about = f" (under {each.number})" if each.number else ""
        words = f"“{one_line(each.text)}”" if each.text else "words that are not shown"
        paragraph(f"? {words}{about}", hang=2)
        paragraph(each.why, style="dim", indent=2, hang=2)
        number = each.number or _which(sent)
        answer = _asked(number) if number in sent.statements else None
        if answer is None:
            rest.append(each)
        else:
            settled[answer.number] = answer
    return list(settled.values()), rest


def _which(sent: Sent) -> int | None:
    if not _is_terminal():
        return None
    told: str = typer.prompt(
        "  Which number is it about? Enter for none", default="", show_default=False
    )
    return int(told) if told.strip().isdigit() and int(told) in sent.statements else None


def _asked(number: int | None) -> Answer | None:
    """Ask for one statement's answer; None where nobody answers, or says none."""
    if number is None or not _is_terminal():
        return None
    while True:
        told: str = typer.prompt(
            f"  {number}: yes, not quite: …, don't keep, or Enter to leave it",
            default="",
            show_default=False,
        )
        if not told.strip():
            return None
        short = {"y": "yes", "n": "not quite", "d": "don't keep"}
        answer = typed_answer(number, short.get(told, told))
        if isinstance(answer, Answer):
            return answer
        why = "That is none of the three. After “not quite:” say how it is."
        paragraph(answer.why if not answer.text else why, style="dim", indent=2, hang=2)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(person: Person) -> None:
    """Ask for the answers to the newest check-back, one statement after the other."""
    kept = queries.checkbacks_of(person)
    if not kept:
        raise NotFoundError(f"{person.name}: no check-back was made yet")
    waiting = [each for each in kept[0].statements if each.status is None and each.shown]
    if not waiting:
        console().print("Every statement of the newest check-back has its answer.")
        return
    answers: list[Answer] = []
    for each in waiting:
        paragraph(f"{each.number}. {one_line(each.shown)}", hang=3)
        told: str = typer.prompt(
            "   yes, not quite: …, don't keep, or Enter to leave it", default="", show_default=False
        )
        if not told.strip():
            continue
        answer = typed_answer(each.number, {"y": "yes", "d": "don't keep"}.get(told, told))
        if isinstance(answer, Answer):
            answers.append(answer)
        else:
            why = "that is none of the three." if answer.text else answer.why
            paragraph(f"Left open: {why}", style="dim", indent=3, hang=2)
    _keep(kept[0].code, answers)


def _keep(code: str, answers: Sequence[Answer], *, quiet: bool = False) -> None:
    if not answers:
        return
    done = services.take_answers(code, answers)
    if done.traces:
        raise StoreError(
            f"{len(done.traces)} places still hold withdrawn words: " + "; ".join(done.traces[:10])
        )
    if not quiet:
        _print_kept(done)
    if done.withdrawn:
        make_ready_or_tell(quiet=quiet)


def _print_kept(done: services.Taken) -> None:
    console().print()
    paragraph(
        f"Kept: {done.confirmed} confirmed, {done.corrected} corrected, "
        f"{done.withdrawn} withdrawn.",
        hang=2,
    )
    if done.withdrawn:
        end = (
            "the database file was rewritten and holds none of it any more"
            if done.overwritten
            else "their bytes go when the database next reuses the space"
        )
        paragraph(
            f"What was withdrawn is erased: every table was searched and nothing was found; {end}. "
            "The page, the mails and the files that you imported are yours to delete.",
            hang=2,
        )


def _print_reply(code: str, reply: Reply) -> None:
    print_json(
        {
            "checkback": code,
            "answers": [
                {"number": each.number, "answer": str(each.verdict), "words": each.text}
                for each in reply.answers
            ],
            "unclear": [
                {"number": each.number, "text": each.text, "why": each.why}
                for each in reply.unclear
            ],
        }
    )


def list_past(person: Person, *, json: bool = False) -> None:
    """Print what was sent to somebody, and what they said of it."""
    from theirside import serve_as_json

    kept = queries.checkbacks_of(person)
    if json:
        print_json({"checkbacks": [serve_as_json.checkback(each) for each in kept]})
        return
    if not kept:
        paragraph(f"Nothing was checked back with {person.name} yet.")
    for each in kept:
        heading(f"{day(each.made_at)}, signed {each.seller} ({each.code})")
        for one in each.statements:
            paragraph(f"{one.number}. {one_line(one.shown) or '(erased)'}", hang=3)
            told = f"{WORDS[one.status]} {day(one.answered_at)}".strip()
            paragraph(told + (f": {one_line(one.text)}" if one.text else ""), style="dim", indent=3)
