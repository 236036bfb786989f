"""A process to be killed: `python -m tests.urging.killed_process YYYY-MM-DD`."""

from __future__ import annotations

import os
import sys
from datetime import date


def main() -> None:
    """Urge for a day on the database of the test."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django

    django.setup()
    from cchc.modules.urging.operations.run_day import run_day
    from cchc.platform.access import SYSTEM
    from tests.urging.world import at

    day = date.fromisoformat(sys.argv[1])
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    run_day(on=day, actor=SYSTEM, now=at(day))
    sys.stdout.write("done\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
