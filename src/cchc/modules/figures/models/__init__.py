"""Tables of figures."""

from cchc.modules.figures.models.snapshot import FigureSnapshot

__all__ = ["FigureSnapshot"]
