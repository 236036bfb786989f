"""Collecting style sheets, scripts and fonts for the web server; only when one of them changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from cchc.site.configuration import PROJECT_DIR, Configuration


def collect(configuration: Configuration) -> bool:
    """Collect what changed since the last time; says whether there was anything to do."""
    from django.core.management import call_command

    mark = configuration.local_dir / "static.mark"
    state = _state()
    if mark.is_file() and mark.read_text() == state and (mark.parent / "static").is_dir():
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(state)
    return True


def _state() -> str:
    """What the collected files depend on, in short: our own files, and the libraries' lock."""
    ours = sorted(
        path
        for folder in Path(__file__).resolve().parents[1].rglob("static")
        for path in folder.rglob("*")
    )
    watched = [*ours, *sorted(Path(__file__).resolve().parents[1].glob("ui/*"))]
    watched += [PROJECT_DIR / "package-lock.json", PROJECT_DIR / "node_modules" / ".installed"]
    lines = [
        f"{path} {path.stat().st_mtime_ns} {path.stat().st_size}"
        for path in watched
        if path.is_file()
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
