"""The Vietnamese words for everything that is stored as a code."""

from __future__ import annotations

# --- ladder, notices, digests, mutes

# --- letters
