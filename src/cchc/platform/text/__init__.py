"""Vietnamese text: folding, sorting, likeness, numbers and dates as people write them."""

from cchc.platform.text.folding import fold, squeeze
from cchc.platform.text.likeness import Likely, likeness, nearest
from cchc.platform.text.sorting import sort_key
from cchc.platform.text.writing import (
    date_vi,
    deadline_vi,
    list_vi,
    moment_vi,
    money_vi,
    money_words_vi,
    number_vi,
    official_date_vi,
    percent_vi,
    size_vi,
    weekday_vi,
)

__all__ = [
    "Likely",
    "date_vi",
    "deadline_vi",
    "fold",
    "likeness",
    "list_vi",
    "moment_vi",
    "money_vi",
    "money_words_vi",
    "nearest",
    "number_vi",
    "official_date_vi",
    "percent_vi",
    "size_vi",
    "sort_key",
    "squeeze",
    "weekday_vi",
]
