"""The name of a file as a person gave it: kept, when it is the name of a file and nothing else."""

from __future__ import annotations

import unicodedata

from django.utils.translation import gettext as _

from cchc.platform.storage.refusals import RefusedFile

LONGEST_NAME = 200
_FORBIDDEN = frozenset('/\\:*?"<>|')


def clean_name(name: str) -> str:
    """The name with composed letters, or RefusedFile (no_name, long_name, bad_name).

    Refused are paths, names that only a trick would have (control and direction characters, a dot
    or blank at an end), and names longer than LONGEST_NAME characters.
    """
    cleaned = unicodedata.normalize("NFC", name)
    if not cleaned.strip(" ."):
        raise RefusedFile("no_name", _("Tệp không có tên. Hãy đặt tên cho tệp rồi gửi lại."))
    if len(cleaned) > LONGEST_NAME:
        raise RefusedFile(
            "long_name",
            _("Tên tệp quá dài. Hãy rút ngắn tên tệp còn tối đa 200 ký tự rồi gửi lại."),
        )
    if cleaned != cleaned.strip(" .") or any(_is_forbidden(c) for c in cleaned):
        raise RefusedFile(
            "bad_name",
            _(
                "Tên tệp có ký tự không được phép. Hãy đổi tên tệp (chỉ gồm chữ, số, dấu cách, "
                "dấu gạch và dấu chấm) rồi gửi lại."
            ),
        )
    return cleaned


def extension_of(name: str) -> str:
    """What follows the last dot, in small letters; empty when there is none."""
    _stem, dot, extension = name.rpartition(".")
    return extension.lower() if dot else ""


def _is_forbidden(character: str) -> bool:
    """Separators of paths, and control, format, surrogate and unassigned characters."""
    return character in _FORBIDDEN or unicodedata.category(character)[0] == "C"
