"""A process to be killed: `python -m tests.plans.killed_process nightly|read [draft]`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Do one piece of background work on the database of the test."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    import django
    from django.conf import settings

    settings.MEDIA_ROOT = os.environ["TEST_MEDIA"]
    django.setup()
    from cchc.modules.plans.operations.read_draft import read_draft
    from cchc.modules.plans.operations.reckon_states import reckon_states
    from cchc.platform.access import SYSTEM
    from tests.worlds import NOW

    sys.stdout.write("begun\n")
    sys.stdout.flush()
    if sys.argv[1] == "nightly":
        reckon_states(actor=SYSTEM, now=NOW)
    else:
        read_draft(draft_id=int(sys.argv[2]), actor=SYSTEM, now=NOW)


if __name__ == "__main__":
    main()
