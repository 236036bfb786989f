"""A measurement with its bound, the table that people read, the file that machines read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

RESULTS = Path(__file__).with_name("results.json")


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured; without a bound it is only told."""

    name: str
    value: float
    unit: str
    bound: float | None = None
    note: str = ""

    @property
    def within(self) -> bool:
        """Whether the bound holds."""
        return self.bound is None or self.value <= self.bound


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of all values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * round(share * 1000) // 1000) - 1)]


def table(measurements: Sequence[Measurement]) -> str:
    """The measurements in columns, those beyond their bound marked."""
    width = max((len(m.name) for m in measurements), default=0)
    lines = []
    for m in measurements:
        bound = f"≤ {m.bound:g} {m.unit}" if m.bound is not None else ""
        mark = "" if m.within else "  ✗ BEYOND"
        value = f"{m.value:10.1f} {m.unit:<3}"
        lines.append(f"{m.name:<{width}} {value} {bound:<12}{mark} {m.note}".rstrip())
    return "\n".join(lines)


def save(measurements: Sequence[Measurement]) -> None:
    """Write the results, replacing those of the same names; what was not run stays."""
    kept = {}
    if RESULTS.is_file():
        kept = {row["name"]: row for row in json.loads(RESULTS.read_text(encoding="utf-8"))}
    kept |= {m.name: {**asdict(m), "within": m.within} for m in measurements}
    text = json.dumps(list(kept.values()), ensure_ascii=False, indent=1)
    RESULTS.write_text(text + "\n", encoding="utf-8")
