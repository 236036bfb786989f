"""The navigation of the whole product, composed from the modules."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cchc.ui.navigation import NavigationGroup, NavigationItem

GROUPS = [
    NavigationGroup("", [NavigationItem(_("Hôm nay"), "home", "home")], code="today"),
]
