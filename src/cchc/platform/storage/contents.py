"""The contents of files on disk: each content once, under its hash."""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.utils.translation import gettext as _

from cchc.platform.storage.refusals import RefusedFile
from cchc.platform.text.writing import size_vi

PART = 1 << 20
INCOMING = "incoming"
CONTENTS = "contents"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A content that has been received whole and waits to be put in its place."""

    path: Path
    size: int
    sha256: str


@contextmanager
def receive(content: BinaryIO) -> Iterator[Arrived]:
    """Take a stream in, hashing on the way; what is not put in its place is thrown away.

    Raises RefusedFile (empty, too_large). The size limit is CCHC_MAX_FILE_BYTES.
    """
    folder = Path(settings.MEDIA_ROOT) / INCOMING
    folder.mkdir(mode=0o750, parents=True, exist_ok=True)
    path = folder / uuid.uuid4().hex
    try:
        yield _write(content, path)
    finally:
        path.unlink(missing_ok=True)


def keep(arrived: Arrived) -> None:
    """Put a received content in its place, safe against a crash; the same content is kept once."""
    place = place_of(arrived.sha256)
    if place.exists():
        return
    place.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
    arrived.path.replace(place)
    _flush_folder(place.parent)


def place_of(sha256: str) -> Path:
    """Where the content with this hash lies."""
    return Path(settings.MEDIA_ROOT) / CONTENTS / sha256[:2] / sha256[2:4] / sha256


def contents_on_disk() -> Iterator[Path]:
    """Every content there is, in no order."""
    root = Path(settings.MEDIA_ROOT) / CONTENTS
    return (path for path in root.glob("??/??/*") if path.is_file())


def incoming_on_disk() -> Iterator[Path]:
    """What is being received, or was when a process died."""
    root = Path(settings.MEDIA_ROOT) / INCOMING
    return (path for path in root.glob("*") if path.is_file())


def hash_of(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _write(content: BinaryIO, path: Path) -> Arrived:
    limit: int = settings.CCHC_MAX_FILE_BYTES
    digest, size = hashlib.sha256(), 0
    with path.open("xb") as target:
        while part := content.read(PART):
            size += len(part)
            if size > limit:
                raise RefusedFile(
                    "too_large",
                    _("Tệp lớn hơn mức cho phép (%(limit)s). Hãy giảm dung lượng rồi gửi lại.")
                    % {"limit": size_vi(limit)},
                )
            digest.update(part)
            target.write(part)
        target.flush()
        os.fsync(target.fileno())
    if size == 0:
        raise RefusedFile("empty", _("Tệp rỗng, không có nội dung. Hãy kiểm tra tệp rồi gửi lại."))
    path.chmod(0o640)
    return Arrived(path, size, digest.hexdigest())


def _flush_folder(folder: Path) -> None:
    """Write the names in a folder to the disk: only then does the new name survive a power cut."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
