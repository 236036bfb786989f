"""The context processor that gives every page its frame."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from cchc.ui.frame import frame_of
from cchc.ui.navigation import NavigationGroup


@cache
def _groups() -> Sequence[NavigationGroup]:
    groups: Sequence[NavigationGroup] = import_string(settings.CCHC_NAVIGATION)
    return groups


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame, worked out only when a template asks for it (fragments never do)."""
    return {"frame": SimpleLazyObject(lambda: frame_of(request, _groups()))}
