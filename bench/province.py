"""The province that is measured: the demo's, plus five years of plans, in a database of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cchc.site.commands.demo import free_port

ROOT = Path(__file__).resolve().parents[1]
LOCAL_DIR = ROOT / ".local" / "bench"
MARK = LOCAL_DIR / "seeded"
START_SECONDS = 120
SEED = """
from datetime import date
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
import django
django.setup()
from cchc.modules.organisation.public import AgencyKind, living_agencies, province_committee
from bench.seeding import seed_plans
today = date(2019, 10, 15)
bound = living_agencies(today, kinds=[AgencyKind.PEOPLES_COMMITTEE, AgencyKind.DEPARTMENT])
print(seed_plans(issuer_id=province_committee(today).id, agency_ids=[a.id for a in bound],
                 today=today), flush=True)
"""
PEOPLE = """
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
import django
django.setup()
from cchc.modules.organisation.demo import sign_in_lines
print("\\n".join(sign_in_lines()))
"""


def environment() -> dict[str, str]:
    """The demo's configuration with a folder and a database of its own."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith("CCHC_") and k != "DATABASE_URL"
    }
    return {
        **kept,
        "CCHC_DEMO": "1",
        "CCHC_LOCAL_DIR": str(LOCAL_DIR),
        "CCHC_SECRET_KEY": "bench" * 12,
        "CCHC_LOG_LEVEL": "ERROR",
    }


def prepare() -> None:
    """Build and seed the province once; later runs use what is there."""
    LOCAL_DIR.mkdir(parents=True, exist_ok=True)
    with holding_database():
        _run("-m", "cchc", "demo", "--prepare-only")
        if not MARK.exists():
            print("seeding five years of plans …", flush=True)
            print(_run("-c", SEED), flush=True)
            MARK.touch()


def login_of(role: str) -> tuple[str, str]:
    """The user name of the first person of a role, and the demo's password."""
    lines = _run("-c", PEOPLE).strip().splitlines()
    line = next(line for line in lines if line.startswith(role))
    return line.rpartition(" – ")[2], lines[-1].rpartition(": ")[2]


@contextmanager
def holding_database() -> Iterator[None]:
    """Keep the embedded server up, so that the processes in between do not stop it."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, pathlib; from cchc.site import embedded;"
            "embedded.use(pathlib.Path(sys.argv[1])); print('up', flush=True); sys.stdin.read()",
            str(LOCAL_DIR),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        yield
    finally:
        process.communicate("")


@contextmanager
def served(*, processes: int = 2) -> Iterator[str]:
    """The web server over that province; gives its address."""
    port = free_port("127.0.0.1", 8900)
    address = f"http://127.0.0.1:{port}"
    listen = ["--listen", f"127.0.0.1:{port}", "--processes", str(processes)]
    process = subprocess.Popen([sys.executable, "-m", "cchc", "serve", *listen], env=environment())
    try:
        _wait(f"{address}/-/ready")
        yield address
    finally:
        process.terminate()
        process.wait(60)


def _wait(address: str) -> None:
    ends = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.2)


def run_python(code: str) -> str:
    """Run a piece of Python inside that installation; answers what it printed."""
    return _run("-c", code)


def _run(*arguments: str) -> str:
    """Run Python to its end; answers what it printed."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment(),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    ).stdout
