"""Dependencies point one way."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT, text


def test_the_import_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [str(program), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_no_contract_looks_away() -> None:
    """An `ignore_imports` needs a decision record that names it."""
    pyproject = text(ROOT / "pyproject.toml")

    assert "ignore_imports" not in pyproject
