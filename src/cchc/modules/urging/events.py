"""What happens in urging, for the trail."""

# --- ladder, notices, digests, mutes

# --- letters

__all__: list[str] = []
