"""A real worker in a process of its own: `python -m tests.platform.jobs.worker_process`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Work until stopped, looking around much more often than in an installation."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.conf import settings

    settings.CCHC_PROGRESS_APART = True
    settings.PROCRASTINATE_PERIODIC_DEFAULTS = {"max_delay": 0}
    django.setup()
    from cchc.platform.jobs.worker import Pace, run_worker
    from tests.platform.jobs import stories

    pace = Pace(heartbeat=0.2, stalled=1.0, watch=0.3, poll=0.2, finishing=10, reconnect=0.3)
    sys.stdout.write(f"working on {stories.Story.WRITE}\n")
    sys.stdout.flush()
    run_worker(concurrency=2, queues=["tests"], is_once="--once" in sys.argv, pace=pace)


if __name__ == "__main__":
    main()
