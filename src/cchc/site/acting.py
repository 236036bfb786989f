"""Who acts when a command of `cchc` writes: the system, with the words for the trail."""

from __future__ import annotations

import getpass

from cchc.platform.access import Actor


def command_line_actor() -> Actor:
    """The system's own rights; the trail names the account that gave the command."""
    return Actor(user_id=None, name=f"Dòng lệnh ({getpass.getuser()})", is_system=True)
