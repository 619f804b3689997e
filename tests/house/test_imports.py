"""Imports point one way, and nothing below the edges touches the outside world."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "theirside"

CORE = {"conversation", "datafile", "evidence", "errors", "translating"}
INTAKE_AND_READER = {"intake", "reader"}
MIDDLE = {"understand", "care", "serve", "purpose"}
FORM = {
    *("brief_page", "in_words", "ledger_words", "page", "prepared_page"),
    *(
        f"{each}as_json"
        for each in (
            "",
            "care_",
            "chairs_",
            "due_",
            "moments_",
            "practice_",
            "purpose_",
            "serve_",
            "shelf_",
        )
    ),
}
EDGES = {"app", "cli", "assist", "batch", "plots"}

MAY_IMPORT = {
    **dict.fromkeys(CORE, CORE),
    **{room: CORE | {room} for room in INTAKE_AND_READER},
    **dict.fromkeys(MIDDLE, CORE | INTAKE_AND_READER | MIDDLE),
    **dict.fromkeys(FORM, CORE | INTAKE_AND_READER | MIDDLE | FORM),
    **{room: CORE | INTAKE_AND_READER | MIDDLE | FORM | EDGES | {"sample"} for room in EDGES},
    "sample": CORE | {"sample"},
    "__init__": CORE | INTAKE_AND_READER | MIDDLE,
    "__main__": {"cli"},
}
OUTSIDE_WORLD = {"django", "socket", "urllib", "http", "requests", "typer", "rich"}
CLOCKS = {"now", "today", "utcnow", "time", "monotonic"}
PURE = [*CORE, *INTAKE_AND_READER, *MIDDLE, *FORM]


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def is_a_room(name: str) -> bool:
    return (SOURCE / f"{name}.py").exists() or (SOURCE / name).is_dir()


def modules() -> list[Path]:
    return sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_room_imports_only_what_lies_below_it(path: Path) -> None:
    room = room_of(path)
    wrong = [
        name
        for name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name.startswith("theirside.")
        and name.split(".")[1] not in MAY_IMPORT[room]
        and is_a_room(name.split(".")[1])
    ]
    assert not wrong, f"{room} may import only {sorted(MAY_IMPORT[room])}"


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if room_of(path) in PURE],
    ids=lambda path: str(path.relative_to(SOURCE)),
)
def test_the_pure_core_knows_no_network_clock_or_environment(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    outside = [name for name in imported(tree) if name.split(".")[0] in OUTSIDE_WORLD]
    assert not outside
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            where = f"{path.name}:{node.lineno}"
            owner, name = node.value.id, node.attr
            assert not (owner in {"datetime", "date", "time"} and name in CLOCKS), where
            assert not (owner == "os" and name in {"environ", "getenv"}), where
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id != "print", f"{path.name}:{node.lineno} prints"


def test_importing_the_public_api_loads_nothing_heavy() -> None:
    code = (
        "import sys, theirside; "
        "heavy = {'django', 'lxml', 'docx', 'dateparser', 'yaml', 'rich', 'typer', 'vobject'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=SOURCE.parent
    )
    assert ran.stdout.strip() == "[]"
