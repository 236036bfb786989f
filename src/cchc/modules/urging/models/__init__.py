"""Tables of urging."""

__all__: list[str] = []
