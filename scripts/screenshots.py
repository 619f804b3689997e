"""Take a picture of every page, at both widths: ``python scripts/screenshots.py [NAME …]``.

Runs the web app on the fictional sample workspace in a folder of its own, goes through
``tests/browser/pages.py``, and writes ``docs/pages/NAME-desktop.png`` and ``NAME-phone.png``.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tests.browser.conftest import DESKTOP, PHONE, WebApp, run_theirside, serving  # noqa: E402
from tests.browser.errands import put_errands  # noqa: E402
from tests.browser.pages import PAGES, Seen, see  # noqa: E402

OUT = ROOT / "docs" / "pages"
SCHEMES: tuple[tuple[str, tuple[int, int], Literal["light", "dark"]], ...] = (
    ("desktop", DESKTOP, "light"),
    ("phone", PHONE, "dark"),
)


def take(browser: Browser, app: WebApp, pages: list[Seen]) -> None:
    """Take every page's pictures, and say where they lie."""
    state = browser.new_context()
    state.new_page().goto(app.link)
    for name, (width, height), scheme in SCHEMES:
        context = browser.new_context(
            storage_state=state.storage_state(),
            viewport={"width": width, "height": height},
            color_scheme=scheme,
        )
        page = context.new_page()
        for seen in pages:
            see(page, app.base, seen)
            file = OUT / f"{seen.name}-{name}.png"
            page.screenshot(path=file)
            print(file.relative_to(ROOT))  # noqa: T201
        context.close()


def main(names: list[str]) -> int:
    """Take the pictures of the pages named, or of all."""
    pages = [each for each in PAGES if not names or each.name in names]
    chromium = subprocess.run(  # noqa: S603 - our own script
        [str(ROOT / "scripts" / "chromium")], stdout=subprocess.PIPE, text=True, check=True
    ).stdout.strip()
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        run_theirside(Path(folder), "init", "--sample")
        put_errands(Path(folder))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with closing(serving(Path(folder))) as apps:
            take(browser, next(apps), pages)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
