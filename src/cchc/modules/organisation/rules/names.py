"""Names of people: written family-first, sorted by given name, turned into user names."""

from __future__ import annotations

import re
from collections.abc import Container

from cchc.platform.text.folding import fold, squeeze
from cchc.platform.text.sorting import sort_key

_NOT_A_USERNAME = re.compile(r"[^a-z0-9._-]")
USERNAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,148}[a-z0-9])?")


def tidy_name(text: str) -> str:
    """Single spaces and composed letters; a name typed all in one case is capitalised."""
    name = squeeze(text)
    return name.title() if name in (name.upper(), name.lower()) else name


def given_name(full_name: str) -> str:
    """The last word, by which Vietnamese people are called and lists of people are sorted."""
    words = full_name.split()
    return words[-1] if words else ""


def person_sort_key(full_name: str) -> str:
    """Sorts by given name, then family name, then what stands between, as lists of staff do."""
    words = full_name.split()
    return sort_key(" ".join([*words[-1:], *words[:-1]]))[:400]


def plain_username(full_name: str) -> str:
    """Given name and initials without marks: "Lê Thị Hoa" gives "hoalt"."""
    words = fold(full_name).split()
    if not words:
        return ""
    plain = words[-1] + "".join(word[0] for word in words[:-1])
    return _NOT_A_USERNAME.sub("", plain).strip("._-")[:100]


def free_username(full_name: str, *, suffix: str = "", taken: Container[str] = ()) -> str:
    """The plain user name, with the agency's suffix, and a number from 2 on while it is taken."""
    plain = plain_username(full_name) or "nguoidung"
    ending = f".{suffix}" if suffix else ""
    name, number = f"{plain}{ending}", 2
    while name in taken:
        name, number = f"{plain}{number}{ending}", number + 1
    return name


def is_username(text: str) -> bool:
    """Whether the text may be a user name: small letters, digits, dots, dashes, underscores."""
    return USERNAME.fullmatch(text) is not None
