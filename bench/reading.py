"""Reading official documents: time and memory of a fresh process for each file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.measuring import Measurement

INPUTS = Path(__file__).resolve().parents[2] / "shared" / "inputs"
PLAN = "272-kh-ubnd-ke-hoach-cchc-dong-thap-2019"
BOUNDS = {".txt": 0.4, ".docx": 0.4, ".pdf": 3.0, ".scan.pdf": 60.0}
MEMORY_MEGABYTES = 400
ONE_READING = """
import json, resource, sys, time
from cchc.officialdocs import read
started = time.perf_counter()
document = read(sys.argv[1])
took = time.perf_counter() - started
peak = max(resource.getrusage(who).ru_maxrss for who in
           (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
print(json.dumps({"seconds": took, "megabytes": peak, "tasks": len(document.tasks)}))
"""


def measure() -> Iterator[Measurement]:
    """The plan of 37 tasks in each of its forms; the documents lie beside the checkout."""
    for ending, bound in BOUNDS.items():
        path = INPUTS / f"{PLAN}{ending}"
        if not path.is_file():
            sys.stderr.write(f"not measured, no file: {path}\n")
            continue
        said = read_in_a_fresh_process(path)
        note = f"{said['tasks']} tasks"
        yield Measurement(f"read 272/KH-UBND {ending}", said["seconds"], "s", bound, note)
        memory = said["megabytes"]
        yield Measurement(f"memory for {ending}", memory, "MB", MEMORY_MEGABYTES)


def read_in_a_fresh_process(path: Path) -> dict[str, Any]:
    """Seconds and megabytes that one reading took, and how many tasks it found."""
    done = subprocess.run(
        [sys.executable, "-c", ONE_READING, str(path)], capture_output=True, text=True, check=True
    )
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
