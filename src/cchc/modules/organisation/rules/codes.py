"""Official electronic codes of agencies, in the form of before 15/9/2020 and in that of today."""

from __future__ import annotations

import re

from cchc.modules.organisation.rules.refusals import StructureRefused, StructureWhyNot

_CODE = re.compile(r"(?:[A-Y]\d{2}|Z\d{2})(?:\.[0-9A-Z]{1,10}){0,7}")
_FORMER = re.compile(r"(?:\d{2,3}\.){2,3}[A-Y]\d{2}")
LONGEST = 35


def check_code(code: str) -> None:
    """Refuse what is no code of QĐ 20/2020/QĐ-TTg: level 1 first, as in H20.5.12."""
    if code and (len(code) > LONGEST or not _CODE.fullmatch(code)):
        raise StructureRefused(StructureWhyNot.CODE_MALFORMED, (code,))


def check_former_code(code: str) -> None:
    """Refuse what is no code of TT 10/2016/TT-BTTTT: root last, as in 000.00.01.H20."""
    if code and not _FORMER.fullmatch(code):
        raise StructureRefused(StructureWhyNot.FORMER_CODE_MALFORMED, (code,))


def code_under(parent: str, number: int) -> str:
    """The code of an agency's n-th part: 5 under H20 is H20.5."""
    return f"{parent}.{number}"


def former_code_of(path: tuple[int, ...], root: str) -> str:
    """The earlier form from the numbers below the root: (1,) of H20 is 000.00.01.H20.

    Two digits for the first and second level, three for the third, deepest first.
    """
    first, second, third = (*path, 0, 0, 0)[:3]
    return f"{third:03d}.{second:02d}.{first:02d}.{root}"
