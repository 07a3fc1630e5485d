"""Digits with their separators as Decimals: the only place that knows what , and . mean."""

from __future__ import annotations

import re
from decimal import Decimal

# A run of digits with separators, as "45,3", "1.234,5", "20" (a comma or dot at its end is the sentence's); or with
# blanks where the last group leaves no doubt ("1 500 000", but "205 205 201" is a list of scores).
DIGITS = re.compile(r"\d{1,3}+(?:[ ]\d{3}){0,3}[ ]000(?!\d)|\d{1,18}+(?:[.,]\d{1,18}+){0,8}+")

# Groups of three with one separator, then perhaps decimals after the other one: "1.234.567,8", "1,234,567.8".
_GROUPED = re.compile(
    r"""
    (?P<whole>[1-9]\d{0,2}+ (?:(?P<group>[.,])\d{3}+) (?:(?P=group)\d{3}+){0,6}+)  # 1.234.567
    (?:(?!(?P=group))[.,](?P<fraction>\d{1,9}+))?+  # ,8
    """,
    re.VERBOSE,
)


def parse_digits(digits: str, *, scaled: bool = False) -> Decimal | None:
    """Digits with Vietnamese separators; None where they could mean two numbers.

    A comma before exactly three digits is a decimal comma where a scale word or per cent sign follows (`scaled`; in 39 of 40
    sentences of news); else it is left open unless the digits settle it ("0,295", "1,500"). A dot before three digits groups
    thousands.

    >>> parse_digits("3,089", scaled=True), parse_digits("3,089"), parse_digits("1.234,5"), parse_digits("176.63")
    (Decimal('3.089'), None, Decimal('1234.5'), Decimal('176.63'))
    """
    digits = digits.replace(" ", "")
    if digits.isascii() and digits.isdigit():
        return Decimal(digits)
    grouped = _GROUPED.fullmatch(digits)
    if grouped is None:
        return _with_one_separator(digits)
    lone_comma = grouped["group"] == "," and digits.count(",") == 1 and grouped["fraction"] is None
    if lone_comma and scaled:
        return tidy(Decimal(digits.replace(",", ".")))
    if lone_comma and not digits.endswith("00"):
        return None
    return tidy(Decimal(re.sub(r"[.,]", "", grouped["whole"]) + "." + (grouped["fraction"] or "0")))


def tidy(value: Decimal) -> Decimal:
    """The same value without an exponent or zeros at its end."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _with_one_separator(digits: str) -> Decimal | None:
    """A number whose only separator is decimal: "45,3", "0,125", "1234.567"; None for "1.23.45"."""
    if len(re.findall(r"[.,]", digits)) != 1 or not digits[-1].isdigit():
        return None
    return tidy(Decimal(digits.replace(",", ".")))
