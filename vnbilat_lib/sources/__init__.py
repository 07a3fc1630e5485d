"""Articles from files: what a folder, file or address holds, its encodings and metadata, and what could not be read."""

from vnbilat_lib.sources.days import as_day, parse_day
from vnbilat_lib.sources.encodings import decode
from vnbilat_lib.sources.items import Item, Problem, Source, whole
from vnbilat_lib.sources.places import METADATA, name_of
from vnbilat_lib.sources.reading import open_source, read_items, take_digests
from vnbilat_lib.sources.records import identify, parse

__all__ = [
    "METADATA",
    "Item",
    "Problem",
    "Source",
    "as_day",
    "decode",
    "identify",
    "name_of",
    "open_source",
    "parse",
    "parse_day",
    "read_items",
    "take_digests",
    "whole",
]
