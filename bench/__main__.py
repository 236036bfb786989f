"""`make bench`: everything, or the groups that are named (`reading`, `pages`, `jobs`, `urging`)."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable

from bench import growing, measuring, reading
from bench.measuring import Measurement

Group = Callable[[], Iterable[Measurement]]


def _pages() -> Iterable[Measurement]:
    from bench import pages

    return pages.measure()


def _jobs() -> Iterable[Measurement]:
    from bench import nightly

    return nightly.measure()


def _urging() -> Iterable[Measurement]:
    from bench import ladder

    return ladder.measure()


GROUPS: dict[str, Group] = {
    "reading": reading.measure,
    "growing": growing.measure,
    "pages": _pages,
    "jobs": _jobs,
}


def main(names: list[str]) -> int:
    """Run the groups, print the table, write the results; 1 when a bound does not hold."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    unknown = set(names) - GROUPS.keys()
    if unknown:
        sys.stderr.write(f"groups: {', '.join(GROUPS)}\n")
        return 2
    measurements: list[Measurement] = []
    for name in names or GROUPS:
        for measurement in GROUPS[name]():
            measurements.append(measurement)
            print(measuring.table([measurement]), flush=True)
    measuring.save(measurements)
    print("\n" + measuring.table(measurements))
    return 0 if all(m.within for m in measurements) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
