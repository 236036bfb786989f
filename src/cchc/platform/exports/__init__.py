"""Lists as files: xlsx and csv, in little memory, exactly what is seen."""

from cchc.platform.exports.columns import Column
from cchc.platform.exports.csv import csv_response, write_csv
from cchc.platform.exports.xlsx import write_xlsx, xlsx_response

__all__ = ["Column", "csv_response", "write_csv", "write_xlsx", "xlsx_response"]
