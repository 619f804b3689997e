"""The documentation says what the program does, and its examples run."""

from __future__ import annotations

import json
import re
import runpy
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
REFERENCE = runpy.run_path(str(ROOT / "scripts" / "reference.py"))


@pytest.mark.parametrize("page", sorted(REFERENCE["PAGES"]))
def test_a_generated_page_says_what_the_program_does(page: str) -> None:
    current = (DOCS / page).read_text(encoding="utf-8")
    assert current == REFERENCE["PAGES"][page](), "run: python scripts/reference.py"


def test_the_readme_shows_the_brief_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "88")
    current = (ROOT / "README.md").read_text(encoding="utf-8")
    assert current == REFERENCE["readme"](), "run: python scripts/reference.py"


def code_blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("page", ["docs/python.md", "README.md"])
def test_the_examples_in_python_run(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    blocks = code_blocks(ROOT / page, "python")
    assert blocks
    scope: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, page, "exec"), scope)  # noqa: S102 (our own documentation)
    assert "Sigrun Aas" in capsys.readouterr().out


def test_every_page_is_in_the_navigation() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    missing = [page.name for page in DOCS.glob("*.md") if f" {page.name}" not in nav]
    assert missing == []


def test_every_json_form_is_documented_and_every_command_that_prints_one() -> None:
    schema = json.loads((files("theirside.schemas") / "theirside.schema.json").read_text("utf-8"))
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"\| `(\w+)`", page))
    assert documented <= set(schema["$defs"])
    for command in re.findall(r"theirside ([\w-]+)", page):
        assert f"theirside {command}`" in (DOCS / "commands.md").read_text(encoding="utf-8")


def test_every_input_format_is_documented() -> None:
    from theirside.intake.load import known_formats

    page = (DOCS / "formats.md").read_text(encoding="utf-8")
    missing = [each.NAME for each in known_formats() if f"`{each.NAME}`" not in page]
    assert missing == []


def test_the_readme_stays_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 150


def test_every_recipe_names_files_that_are_there() -> None:
    named = re.findall(
        r"`((?:src|tests|docs|scripts)/[\w./]+\.\w+)`",
        (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"),
    )
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
