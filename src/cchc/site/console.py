"""Speaking to the person at the command line, in Vietnamese or English."""

from __future__ import annotations

import argparse
import json
import os
import sys
from enum import IntEnum
from typing import Any


class Exit(IntEnum):
    """How a command ended; documented in `cchc --help`."""

    DONE = 0
    FAILED = 1
    WRONG_COMMAND = 2
    NEEDS_MENDING = 3


class Failure(Exception):
    """A command could not do what was asked; the text says why and what to do."""


def in_english() -> bool:
    """Whether the person reads English: CCHC_LANG, else the language of the system."""
    chosen = os.environ.get("CCHC_LANG") or os.environ.get("LC_ALL") or os.environ.get("LANG", "")
    return chosen.lower().startswith("en")


def either(vi: str, en: str) -> str:
    """The text in the language of the person."""
    return en if in_english() else vi


def say(text: str = "") -> None:
    """Write a line to the standard output, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def complain(text: str) -> None:
    """Write a line to the standard error."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def say_json(data: Any) -> None:
    """Write data as JSON, Vietnamese letters as they are."""
    say(json.dumps(data, ensure_ascii=False, indent=2, default=str))


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let a command that prints data print it for programs."""
    parser.add_argument("--json", action="store_true", help=either("in dạng JSON", "print JSON"))
