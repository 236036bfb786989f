"""Opens the zip container of an Office file without letting it exhaust the machine."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from cchc.officialdocs.errors import DamagedDocument, DangerousDocument, ProtectedDocument
from cchc.officialdocs.sources.limits import MEGABYTE, Limits, check_rows

_CHUNK = 256 * 1024
_ENCRYPTED_FLAG = 0x1


class Container:
    """The parts of an Office file, inflated one by one under the limits, never on the disk."""

    def __init__(self, path: Path, limits: Limits) -> None:
        """Open the file; raises DamagedDocument, DangerousDocument, ProtectedDocument."""
        self._limits = limits
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as problem:
            raise damaged_container() from problem
        try:
            self._check_directory()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Container:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """One part, inflated; raises DamagedDocument when it is missing or broken."""
        limit = self._limits.xml_part_bytes
        taken = bytearray()
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    taken += chunk
                    self._inflated += len(chunk)
                    if len(taken) > limit or self._inflated > self._limits.inflated_bytes:
                        check_rows(taken.count(b"<w:tr>") + taken.count(b"<w:tr "), self._limits)
                        raise bomb()
        except (
            zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, ValueError,
            NotImplementedError, RuntimeError,
        ) as problem:  # fmt: skip
            raise damaged_container() from problem
        return bytes(taken)

    def _check_directory(self) -> None:
        """What the central directory itself admits to."""
        entries = self._zip.infolist()
        if len(entries) > self._limits.zip_entries:
            raise bomb()
        if sum(entry.file_size for entry in entries) > self._limits.inflated_bytes:
            raise bomb()
        for entry in entries:
            ratio = entry.file_size / max(entry.compress_size, 1)
            if entry.file_size > MEGABYTE and ratio > self._limits.inflation_ratio:
                raise bomb()
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise ProtectedDocument(
                "password-protected",
                "Tệp được đặt mật khẩu. Hãy bỏ mật khẩu trong Word hoặc Excel rồi gửi lại.",
            )


def damaged_container() -> DamagedDocument:
    """The refusal of an Office file that is cut short or broken."""
    return DamagedDocument(
        "damaged",
        "Tệp bị hỏng hoặc tải lên chưa trọn vẹn. Hãy mở tệp trên máy, lưu lại rồi gửi lại.",
    )


def bomb() -> DangerousDocument:
    """The refusal of a container that inflates beyond all measure."""
    return DangerousDocument(
        "zip-bomb",
        "Tệp nén có dung lượng thật lớn bất thường (nghi là tệp phá hoại) nên hệ thống không mở.",
    )
