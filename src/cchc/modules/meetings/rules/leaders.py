"""Who of an agency's people stands in a work calendar of leaders: known by their titles."""

from __future__ import annotations

from cchc.platform.text.folding import fold

_HEADS = (
    "chu tich",
    "bi thu",
    "giam doc",
    "tong giam doc",
    "chanh ",
    "truong ",
    "cuc truong",
    "chi cuc truong",
    "chi huy truong",
    "vien truong",
    "hieu truong",
    "tong bien tap",
    "uy vien",
)
_DEPUTY = "pho "


def leading_rank(title: str) -> int | None:
    """0 for a head, 1 for a deputy; None for whoever leads nothing."""
    plain = fold(title).strip()
    if plain.startswith(_DEPUTY):
        return 1
    return 0 if plain.startswith(_HEADS) else None
