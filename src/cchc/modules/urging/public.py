"""What other modules may call of urging."""

# --- ladder, notices, digests

# --- letters

__all__: list[str] = []
