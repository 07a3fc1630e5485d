"""When the article came out: metadata, clues in the text, terms of office, gatherings; the days that hard clues leave."""

from vnbilat_lib.dating.weigh import tag_dating

__all__ = ["tag_dating"]
