"""What other modules may call of figures."""

__all__: list[str] = []
