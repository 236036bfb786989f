"""What other modules may call of meetings."""

__all__: list[str] = []
