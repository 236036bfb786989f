"""The few files of the browser libraries that the product serves, under `vendor/` and `ui/`."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import get_ident
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage

from cchc.ui.icons import SPRITE, sprite

_FONTS = "@fontsource/{family}/files/{family}-{subset}-{weight}-{slope}.woff2"
TABLER = "vendor/tabler.min.css"


def _copies() -> dict[str, str]:
    """Each served name and the file of `node_modules` that it is a copy of."""
    fonts = [
        ("be-vietnam-pro", subset, weight, "normal")
        for subset in ("vietnamese", "latin")
        for weight in (400, 500, 600, 700)
    ] + [
        ("tinos", subset, weight, slope)
        for subset in ("vietnamese", "latin")
        for weight in (400, 700)
        for slope in ("normal", "italic")
    ]
    served = {
        f"vendor/fonts/{family}-{subset}-{weight}-{slope}.woff2": _FONTS.format(
            family=family, subset=subset, weight=weight, slope=slope
        )
        for family, subset, weight, slope in fonts
    }
    served["vendor/htmx.min.js"] = "htmx.org/dist/htmx.min.js"
    served["vendor/echarts.min.js"] = "echarts/dist/echarts.common.min.js"
    return served


def prepare(libraries: Path, target: Path) -> list[str]:
    """Copy the served files from `node_modules` into the target; answer their names."""
    names = []
    for name, source in _copies().items():
        _write(target / name, libraries / source, shutil.copyfile)
        names.append(name)
    _write(target / TABLER, libraries / "@tabler/core/dist/css/tabler.min.css", _without_map)
    icons = libraries / "@tabler/icons/icons/outline"
    _write(
        target / SPRITE,
        Path(__file__).with_name("icons.txt"),
        lambda _, to: to.write_text(sprite(icons), encoding="utf-8"),
    )
    return [*names, TABLER, SPRITE]


def _without_map(source: Path, target: Path) -> None:
    """A style sheet without the address of its source map, which is not served."""
    text = source.read_text(encoding="utf-8")
    target.write_text(text.partition("/*# sourceMappingURL")[0], encoding="utf-8")


def _write(target: Path, source: Path, make: Callable[[Path, Path], object]) -> None:
    """Make the target unless it is already newer than its source."""
    if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(f".{target.name}.{os.getpid()}-{get_ident()}")
    make(source, fresh)
    fresh.replace(target)


class LibraryFinder(BaseFinder):
    """Finds the files of the browser libraries for static files; it prepares them when asked."""

    def __init__(self, app_names: object = None, *args: Any, **kwargs: Any) -> None:
        self.target = Path(settings.CCHC_ASSETS_DIR)
        self.storage = FileSystemStorage(location=self.target)
        self.names: list[str] | None = None

    def _prepared(self) -> list[str]:
        if self.names is None:
            self.names = prepare(Path(settings.CCHC_LIBRARIES_DIR), self.target)
        return self.names

    def check(self, **kwargs: Any) -> list[Any]:
        """Nothing to configure wrongly: both folders come from the settings."""
        return []

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:  # noqa: FBT001, FBT002
        """The file behind this name, or an empty list as Django expects."""
        if path not in self._prepared():
            return []
        found = str(self.target / path)
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Any]]:
        """Every name with the storage that holds it."""
        for name in self._prepared():
            if not matches_patterns(name, list(ignore_patterns or [])):
                yield name, self.storage
