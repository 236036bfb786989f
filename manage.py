"""Django's own commands, for developers; people use `cchc`."""

import os
import sys

from django.core.management import execute_from_command_line

from cchc.site import database
from cchc.site.configuration import load

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
database.make_ready(load())
execute_from_command_line(sys.argv)
