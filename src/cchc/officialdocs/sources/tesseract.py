"""Text recognition by tesseract, run as a program of its own: letters in pictures become words."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from cchc.officialdocs.errors import RecognitionUnavailable

LANGUAGE = "vie"
UNIFORM_BLOCK = "6"
LEAST_SURE = 0.12
"""Below this a word is taken for a speck."""
_RUBBISH = "|_~`¬°¦{}[]«»<>=^¡"

Gray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Recognised:
    """A word in a picture: its box in pixels, the box of its line, and how sure it is (0 to 1)."""

    text: str
    left: int
    width: int
    line_top: int
    line_bottom: int
    confidence: float


def check_available() -> None:
    """Raises RecognitionUnavailable when tesseract or its Vietnamese letters are not installed."""
    problem = _problem()
    if problem is not None:
        raise RecognitionUnavailable(*problem)


def is_available() -> bool:
    """Whether Vietnamese text can be recognised on this machine."""
    return _problem() is None


def forget() -> None:
    """Look again, the next time, whether recognition is installed."""
    _problem.cache_clear()


@lru_cache(maxsize=1)
def _problem() -> tuple[str, str] | None:
    program = shutil.which("tesseract")
    if program is None:
        return (
            "recognition-missing",
            "Tài liệu là ảnh quét nhưng máy chủ chưa cài chương trình nhận dạng chữ (tesseract). "
            "Hãy gửi bản Word hoặc PDF có chữ, hoặc báo quản trị cài tesseract-ocr và "
            "tesseract-ocr-vie.",
        )
    listed = subprocess.run(  # noqa: S603 - a fixed program with fixed arguments
        [program, "--list-langs"], capture_output=True, text=True, check=False, timeout=20
    )
    if LANGUAGE not in (listed.stdout + listed.stderr).split():
        return (
            "recognition-without-vietnamese",
            "Chương trình nhận dạng chữ chưa có dữ liệu tiếng Việt. "
            "Hãy báo quản trị cài gói tesseract-ocr-vie.",
        )
    return None


def recognise(
    picture: Gray, *, dpi: int, seconds: float, keep_all: bool = False
) -> list[Recognised]:
    """The words of a picture in grey, from top to foot; [] when it fails or takes too long.

    `keep_all` keeps even the words it is hardly sure of.
    """
    arguments = ["--psm", UNIFORM_BLOCK, "--dpi", str(dpi), "-l", LANGUAGE]
    return _words(_run([*arguments, "tsv"], picture, seconds), 0.0 if keep_all else LEAST_SURE)


def upright_turn(picture: Gray, *, dpi: int, seconds: float) -> int:
    """By how many degrees to turn the picture clockwise to set it upright: 0, 90, 180, 270."""
    output = _run(["--psm", "0", "--dpi", str(dpi), "-l", "osd"], picture, seconds)
    turn, sure = 0, 0.0
    for line in output.splitlines():
        name, _, value = line.partition(":")
        if name == "Rotate":
            turn = int(value)
        elif name == "Orientation confidence":
            sure = float(value)
    return turn if sure > 1.5 else 0


def _run(arguments: list[str], picture: Gray, seconds: float) -> str:
    program = shutil.which("tesseract")
    if program is None:
        check_available()
        return ""
    height, width = picture.shape
    data = b"P5\n%d %d\n255\n" % (width, height) + picture.tobytes()
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program; the picture goes in by its input
            [program, "stdin", "stdout", *arguments],
            input=data,
            capture_output=True,
            check=False,
            timeout=seconds,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", errors="replace")


def _words(output: str, least_sure: float) -> list[Recognised]:
    words: list[Recognised] = []
    top = bottom = 0
    for row in output.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) < 12:
            continue
        if fields[0] == "4":
            top = int(fields[7])
            bottom = top + int(fields[9])
        elif fields[0] == "5":
            text = fields[11].strip().strip(_RUBBISH)
            sure = float(fields[10]) / 100
            if text and sure >= least_sure:
                words.append(Recognised(text, int(fields[6]), int(fields[8]), top, bottom, sure))
    return words
