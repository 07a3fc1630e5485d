"""Numbers in digits and in Vietnamese words as Decimals: the only room that knows what , and . mean."""

from vnbilat_lib.numerals.digits import parse_digits
from vnbilat_lib.numerals.text import Numeral, find_numbers, find_numerals, parse_number, parse_words

__all__ = ["Numeral", "find_numbers", "find_numerals", "parse_digits", "parse_number", "parse_words"]
