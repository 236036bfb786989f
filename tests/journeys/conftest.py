"""Errands in a real browser, against the real demo: web server, worker, PostgreSQL, files.

One demo province is started for all journeys of a run. Each journey brings its own documents, so
that they can run in any order.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.journeys.visitor import Size, Visitor

START_SECONDS = 600
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let one worker of the run do all journeys, so that one demo serves them all."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("journeys"))
    # What moves the clock of the one demo comes when the others are done.
    items.sort(key=lambda item: item.name.startswith("test_thirty_days_pass"))


@dataclass(frozen=True, slots=True)
class Site:
    """The running demo."""

    address: str
    folder: Path


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo province, started as a person starts it, stopped as a person stops it."""
    running = os.environ.get("CCHC_JOURNEYS_AT")
    if running:  # a demo that a developer has running already
        yield Site(running, tmp_path_factory.mktemp("none"))
        return
    # Pytest's own folders are closed to others, and PostgreSQL runs as another account than root.
    folder = Path(tempfile.mkdtemp(prefix="cchc-journeys-"))
    folder.chmod(0o711)
    port = free_port()
    log = (folder / "demo.log").open("w")
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("CCHC_", "DATABASE_URL"))},
        "CCHC_DEMO": "1",
        "CCHC_LOCAL_DIR": str(folder / "local"),
        "CCHC_LISTEN": f"127.0.0.1:{port}",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "cchc.site.cli", "demo"],
        env=environment,
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_ready(address, process, folder / "demo.log")
        yield Site(address, folder)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_ready(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{address}/-/ready", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            pass
        time.sleep(0.3)
    pytest.fail(f"The demo did not start:\n{log.read_text()[-4000:]}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, driven by Playwright."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.fail("Chromium is missing: run `apt-get install chromium` as root, then again.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[object]:
    """Call it with a person and a size to get that person's browser."""
    visitors: list[Visitor] = []

    def open_for(username: str, size: Size = Size.LAPTOP, *, scripts: bool = True) -> Visitor:
        context = browser.new_context(
            viewport=size.viewport,
            has_touch=size is Size.PHONE,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            java_script_enabled=scripts,
            accept_downloads=True,
        )
        visitor = Visitor(context.new_page(), site.address, size)
        visitors.append(visitor)
        if username:
            visitor.sign_in(username)
        return visitor

    yield open_for
    for visitor in visitors:
        visitor.page.context.close()
