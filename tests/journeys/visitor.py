"""A person at a browser: opens pages, reads them, and has every page checked for accessibility."""

from __future__ import annotations

import os
from enum import Enum
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Response, ViewportSize

PROJECT = Path(__file__).resolve().parents[2]
AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
SCREENSHOTS = PROJECT / ".local" / "screenshots"
MANUAL_IMAGES = PROJECT / "docs" / "manual" / "images"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DEMO_PASSWORD = "sen-hong-2019"


class Size(Enum):
    """The two screens on which every errand is done."""

    LAPTOP = (1366, 768)
    PHONE = (390, 844)

    @property
    def viewport(self) -> ViewportSize:
        """For Playwright."""
        return {"width": self.value[0], "height": self.value[1]}


class Visitor:
    """One signed-in person on one screen."""

    def __init__(self, page: Page, address: str, size: Size) -> None:
        self.page, self.address, self.size = page, address, size
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._hear)

    def _hear(self, message: Any) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            self.errors.append(message.text)

    def sign_in(self, username: str, password: str = DEMO_PASSWORD) -> None:
        """Sign in with a password, as everybody does."""
        self.open("/tai-khoan/dang-nhap/")
        self.page.fill("input[name=login]", username)
        self.page.fill("input[name=password]", password)
        with self.page.expect_navigation():
            self.page.locator("form:has(input[name=password]) button[type=submit]").click()
        assert "/dang-nhap/" not in self.page.url, self.page.inner_text("main")[:500]

    def open(self, path: str) -> Response:
        """Go to a page of the site."""
        response = self.page.goto(self.address + path)
        assert response is not None
        return response

    def check(self, name: str, *, manual: bool = False) -> None:
        """Axe finds nothing, nothing scrolls sideways, no script failed; a picture is kept."""
        self.picture(name, manual=manual)
        assert self.errors == [], (name, self.errors)
        found = self.violations()
        assert found == [], f"{name} ({self.size.name}): " + "\n".join(found)
        wide = self.page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide <= 1, f"{name} ({self.size.name}) scrolls sideways by {wide} px"

    def violations(self) -> list[str]:
        """What axe says against the page, one line a violation.

        The screen is made as high as the page, so that bars that stay in place lie over nothing.
        """
        height = self.page.evaluate("document.documentElement.scrollHeight")
        self.page.set_viewport_size({"width": self.size.value[0], "height": height})
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        report = self.page.evaluate(
            "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", WCAG
        )
        self.page.set_viewport_size(self.size.viewport)
        return [
            f"{v['id']}: {v['help']} at {[n['target'] for n in v['nodes'][:3]]}"
            for v in report["violations"]
        ]

    def picture(self, name: str, *, manual: bool = False) -> Path:
        """A screenshot for whoever looks at the run; into the manual on `make pictures` alone."""
        is_kept = manual and self.size is Size.LAPTOP and "CCHC_PICTURES" in os.environ
        folder = MANUAL_IMAGES if is_kept else SCREENSHOTS
        folder.mkdir(parents=True, exist_ok=True)
        suffix = "" if is_kept else f"-{self.size.name.lower()}"
        path = folder / f"{name}{suffix}.png"
        self.page.screenshot(path=str(path), full_page=not manual)
        return path
