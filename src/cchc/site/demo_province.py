"""The fictional province: each module builds its part, lowest module first, all or nothing."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from importlib.util import find_spec
from types import ModuleType

from django.apps import apps
from django.db import transaction

STANDS_ON = date(2019, 10, 15)
"""The day on which the demo begins; a signed-in trainer can move it."""
UNREAD_FOR = timedelta(days=7)
"""What came longer ago, the people of the demo have read: a year of messages helps nobody."""


def build_when_empty(*, on_step: Callable[[str], None]) -> bool:
    """Build the province unless there is one; says whether it did.

    All in one transaction: a demo that was interrupted while building begins again from nothing.
    """
    from cchc.platform import clock
    from cchc.platform.clock import moving
    from cchc.platform.messages.inbox import mark_read_before

    if not _is_empty():
        return False
    with transaction.atomic():
        moving.stand(on=STANDS_ON)
        for name, module in _parts():
            on_step(name)
            module.build()
        mark_read_before(clock.now() - UNREAD_FOR)
    return True


def people() -> list[str]:
    """Whom one may sign in as, a line each: said by the modules that made them."""
    return [line for _name, module in _parts() for line in getattr(module, "sign_in_lines", list)()]


def _is_empty() -> bool:
    return not apps.get_model("organisation", "Agency")._default_manager.exists()


def _parts() -> Iterator[tuple[str, ModuleType]]:
    """The `demo` of each module that has one, in the order of the installed applications."""
    for config in apps.get_app_configs():
        if config.name.startswith("cchc.modules.") and find_spec(f"{config.name}.demo"):
            yield config.label, importlib.import_module(f"{config.name}.demo")
