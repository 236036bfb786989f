"""The navigation of the whole product, composed from the modules."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from cchc.modules.organisation.permissions import Permission as Organisation
from cchc.ui.navigation import NavigationGroup, NavigationItem

SEE_SAMPLES = Organisation.MOVE_CLOCK
"""Who may see the sample page of components on a real installation: administrators."""

GROUPS = [
    NavigationGroup("", [NavigationItem(_("Hôm nay"), "home", "home")], code="today"),
]
