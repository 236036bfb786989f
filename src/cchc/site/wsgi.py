"""The door for the web server; a configuration with gaps keeps it shut."""

import os

from django.core.wsgi import get_wsgi_application

from cchc.site.configuration import check, load
from cchc.site.starting import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cchc.site.settings")
check(load())
application = get_wsgi_application()
settle()
