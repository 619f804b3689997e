"""The room's public names, and what happens where Arrow is missing."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

from theirside import batch

SOURCE = Path(__file__).parents[2] / "src"

MISSING = """
import sys
sys.modules["pyarrow"] = None
try:
    import theirside.batch
except Exception as error:
    print(type(error).__name__, error)
"""


def test_every_public_name_is_there_documented_and_the_list_is_sorted() -> None:
    assert sorted(batch.__all__) == batch.__all__
    for name in batch.__all__:
        assert inspect.getdoc(getattr(batch, name))


def test_where_arrow_is_missing_the_error_says_what_to_install() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", MISSING], capture_output=True, text=True, check=True, cwd=SOURCE
    )
    assert ran.stdout.startswith("SettingsError")
    assert 'pip install "theirside[arrow]"' in ran.stdout
