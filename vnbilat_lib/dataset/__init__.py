"""The dataset: the tables' schemas, one article's rows, the files on disk."""

from vnbilat_lib.dataset.rows import Record, to_coded, to_record
from vnbilat_lib.dataset.schema import TABLES, TEXTS, Table
from vnbilat_lib.dataset.write import DatasetWriter

__all__ = ["TABLES", "TEXTS", "DatasetWriter", "Record", "Table", "to_coded", "to_record"]
