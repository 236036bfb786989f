"""The products that a row asks for, one by one."""

from __future__ import annotations

import re

_LISTED = re.compile(r"(?:^|\s)[-–•+*]\s+|;|\n")
_MOST = 12


def products_named(text: str) -> list[str]:
    """ "- Kế hoạch; - Báo cáo." → Kế hoạch, Báo cáo; a text that lists nothing is one product."""
    parts = (part.strip(" .;,\t") for part in _LISTED.split(text))
    return list(dict.fromkeys(part for part in parts if part))[:_MOST]
