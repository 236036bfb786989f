"""What other modules may call of documents."""

__all__: list[str] = []
