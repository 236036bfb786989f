"""What the worker does for this module."""

from __future__ import annotations

# --- ladder, digests

# --- letters
