"""Temporal expressions: found with their granularity (tag_times), and their days once the article is dated (resolve_times)."""

from vnbilat_lib.times.resolve import resolve_times
from vnbilat_lib.times.tag import tag_times

__all__ = ["resolve_times", "tag_times"]
