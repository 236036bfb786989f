"""`python -m cchc` is `cchc`."""

import sys

from cchc.site.cli import main

sys.exit(main())
