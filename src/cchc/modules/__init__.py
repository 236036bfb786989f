"""Modules of the administration, lowest first in docs/architecture.md."""
