"""A real browser on a web app of its own: ``python -m theirside web`` beside every test process."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.errands import put_errands
from tests.sample_once import sample_folder

ROOT = Path(__file__).parents[2]
DESKTOP = (1280, 900)
PHONE = (390, 844)
_READY_WITHIN = 180
"""Seconds for a web app to start on a machine with other work to do."""
_SEEN_WITHIN = 120_000
"""Milliseconds for whatever a test waits to see: it costs nothing where the machine is quick."""
expect.set_options(timeout=_SEEN_WITHIN)


@dataclass(frozen=True)
class WebApp:
    """A web app that runs: where it is, and the link that lets in once."""

    base: str
    link: str


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium; the test fails, saying what to install, where there is none."""
    found = subprocess.run(
        [str(ROOT / "scripts" / "chromium")], capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stderr
    # Playwright keeps an event loop in this thread, beside which Django refuses to work otherwise.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=found.stdout.strip().splitlines()[-1],
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        yield started
        started.close()


@pytest.fixture(scope="session")
def _sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample workspace, made as a user makes it."""
    return sample_folder(tmp_path_factory)


@pytest.fixture
def sample_app(_sample_folder: Path, tmp_path: Path) -> Iterator[WebApp]:
    """Run the web app on a copy of the sample workspace, for one test that changes something."""
    folder = tmp_path / "workspace"
    shutil.copytree(_sample_folder, folder)
    yield from serving(folder)


@pytest.fixture
def empty_app(tmp_path: Path) -> Iterator[WebApp]:
    """Run the web app on an empty workspace."""
    yield from serving(tmp_path)


@pytest.fixture(scope="session")
def shared_app(_sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebApp]:
    """Run one web app on the sample workspace for all tests that only look."""
    folder = tmp_path_factory.mktemp("shared") / "workspace"
    shutil.copytree(_sample_folder, folder)
    put_errands(folder)
    yield from serving(folder)


@pytest.fixture(scope="session")
def working_app(_sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebApp]:
    """Run one web app for all tests that each change something which no other looks at."""
    folder = tmp_path_factory.mktemp("working") / "workspace"
    shutil.copytree(_sample_folder, folder)
    yield from serving(folder)


@pytest.fixture(scope="session")
def come_in(working_app: WebApp, browser: Browser) -> dict[str, object]:
    """Return the cookies of somebody who came in to the web app that is worked on."""
    return _cookies(browser, working_app)


@pytest.fixture
def desk(browser: Browser, come_in: dict[str, object]) -> Iterator[Page]:
    """Return a page of somebody who is in where one may change things, at desktop width."""
    yield from open_page(browser, storage_state=come_in)


@pytest.fixture(scope="session")
def signed_in(shared_app: WebApp, browser: Browser) -> dict[str, object]:
    """Return the cookies of somebody who came in to the shared web app by its link."""
    return _cookies(browser, shared_app)


def _cookies(browser: Browser, app: WebApp) -> dict[str, object]:
    context = browser.new_context()
    context.set_default_timeout(_SEEN_WITHIN)
    page = context.new_page()
    page.goto(app.link)
    state = context.storage_state()
    context.close()
    return dict(state)


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page at desktop width, whose complaints (scripts, policy) fail the test."""
    yield from open_page(browser)


def open_page(
    browser: Browser, size: tuple[int, int] = DESKTOP, *, but: str = "", **options: object
) -> Iterator[Page]:
    """Open a page of this size; fail at the end if its console held an error, ``but`` this one."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **options)  # type: ignore[arg-type]
    context.set_default_timeout(_SEEN_WITHIN)
    complaints: list[str] = []
    found = context.new_page()
    found.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    found.on("pageerror", lambda error: complaints.append(str(error)))
    yield found
    context.close()
    known = ["Failed to load resource", *filter(None, [but])]
    meant = [each for each in complaints if not any(one in each for one in known)]
    assert not meant, meant


def run_theirside(folder: Path, *words: str) -> None:
    """Run one command on the workspace in this folder."""
    command = [sys.executable, "-m", "theirside", *words]
    subprocess.run(command, env=environment(folder), check=True, capture_output=True)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a web app that keeps everything in one folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("THEIRSIDE_")}
    return {
        **kept,
        "THEIRSIDE_DATABASE": str(folder / "theirside.sqlite3"),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONUNBUFFERED": "1",
    }


def serving(folder: Path, *words: str) -> Iterator[WebApp]:
    """Run ``theirside web`` on a workspace as long as the test lasts."""
    command = [sys.executable, "-m", "theirside", "web", "--port", "0", *words]
    with running(command, environment(folder), r"http://\S+/enter/\S+") as link:
        yield WebApp(link.split("/enter/")[0], link)


def _hear_ctrl_c() -> None:
    """Let Ctrl-C end a process, also where the tests run in the background and don't hear it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def running(command: list[str], env: dict[str, str], ready: str) -> Iterator[str]:
    """Run a command as long as the block lasts; give what it said that matched ``ready``."""
    process = subprocess.Popen(
        command,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=_hear_ctrl_c,  # noqa: PLW1509 - it only sets a signal
    )
    stop = threading.Timer(_READY_WITHIN, process.kill)
    stop.start()
    said: list[str] = []
    found: re.Match[str] | None = None
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        found = re.search(ready, line)
        if found:
            break
    stop.cancel()
    if found is None:
        process.wait(timeout=30)
        process.stdout.close()
        raise AssertionError("".join(said))
    drain = threading.Thread(target=lambda: said.extend(process.stdout or ()), daemon=True)
    drain.start()
    try:
        yield found[0]
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:  # a machine that has no time for it
            process.kill()
            process.wait()
        drain.join(timeout=10)
        process.stdout.close()
