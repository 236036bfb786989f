"""The closed lists of words of the module: stored, stable, never shown as they are."""

from enum import StrEnum


class FigureKind(StrEnum):
    """How the number of a figure comes about."""

    COUNT = "COUNT"
    """So many things."""
    RATE = "RATE"
    """Of so many things that share in which something holds, in percent."""
    MEAN = "MEAN"
    """A sum over so many things, divided by their number."""
    MEDIAN = "MEDIAN"
    """The one in the middle; it cannot be put together from its parts."""


class Dimension(StrEnum):
    """By what a figure can be cut."""

    AGENCY = "AGENCY"
    AREA = "AREA"
    """An area of administrative reform."""
    SOURCE = "SOURCE"
    """The document from which the counted things come."""
    OBLIGATION = "OBLIGATION"
    """Leading or co-ordinating."""
    QUARTER = "QUARTER"
    MONTH = "MONTH"


class DatedBy(StrEnum):
    """Which day puts work into a period."""

    DUE = "DUE"
    """The deadline in force."""
    GIVEN = "GIVEN"
    """The day on which it was given."""


class RowPart(StrEnum):
    """Which rows of a figure are asked for."""

    ALL = "ALL"
    """Everything that it is counted over: of a rate, the denominator."""
    COUNTED = "COUNTED"
    """Of a rate, the numerator."""
    REST = "REST"
    """Of a rate, the denominator without the numerator."""
