"""What other modules may call of urging."""

__all__: list[str] = []
