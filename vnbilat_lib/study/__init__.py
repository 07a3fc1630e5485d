"""A whole corpus: its articles coded in batches, written as linked tables, and read again as frames."""

from vnbilat_lib.study.corpus import default_out, extract
from vnbilat_lib.study.frames import Study, read

__all__ = ["Study", "default_out", "extract", "read"]
