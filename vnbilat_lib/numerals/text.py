"""Numbers in a text, and texts that are one number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from vnbilat_lib.doc import Span
from vnbilat_lib.lexicon import NumeralWord, numeral_words
from vnbilat_lib.match import small
from vnbilat_lib.numerals.digits import DIGITS, parse_digits, tidy
from vnbilat_lib.numerals.grammar import Reader, Token

# No number is written longer ("chín trăm chín mươi chín nghìn tỷ chín trăm chín mươi chín triệu ..." stays below).
_LONGEST = 200

# A sign, digits, and the suffix of informal writing: "-0,2", "âm 1.200.000", "100k".
_WRITTEN = re.compile(
    r"""
    \s*+ (?P<sign>[-−+]\s?+ | âm\s | trừ\s)?+ \s*+  # a minus or its word
    (?P<digits>,?\d[\d.,]{0,30}+) \s?+              # the digits with their separators
    (?P<suffix>[kKMG])?+ \s*+                       # thousand, million, billion
    """,
    re.VERBOSE,
)
_SUFFIXES = {None: Decimal(1), "k": Decimal(10**3), "K": Decimal(10**3), "M": Decimal(10**6), "G": Decimal(10**9)}

# What makes a run of digits part of something else: a clock time, a fraction, a date ("14:30", "5/6", "14h30").
_GOES_ON = re.compile(r"[/:]\d|[hH]\d|\d")

# Where a sentence may begin, so that a capital says nothing ("Ba nước" beside "Ba Lan", "bà Ba").
_OPENS = frozenset(".!?:;\"“‘'(-–—*•\n")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: `value` with its scale words multiplied in; `scale` is their factor (1 where there are none).

    "75 - 80 tỷ" gives 75 (scale 1) and 80,000,000,000 (scale 10^9), so that a caller can lend the scale to the first.
    """

    span: Span
    value: Decimal
    scale: Decimal
    words: bool


def parse_number(text: str, *, scaled: bool = False) -> Decimal | None:
    """A number written in digits, in words, or in both; None where it is not one number that is surely understood.

    `scaled`: the number stands before a scale word or per cent sign that `text` does not hold (see parse_digits).

    >>> parse_number("1.500 tỷ"), parse_number("-0,2"), parse_number("hai mươi lăm"), parse_number("1 tỷ 200 triệu")
    (Decimal('1500000000000'), Decimal('-0.2'), Decimal('25'), Decimal('1200000000'))
    """
    written = _WRITTEN.fullmatch(text)
    if written:
        value = parse_digits(written["digits"], scaled=scaled or written["suffix"] is not None)
        if value is None:
            return None
        signed = -value if written["sign"] and not written["sign"].startswith("+") else value
        return tidy(signed * _SUFFIXES[written["suffix"]])
    return parse_words(text)


def parse_words(text: str) -> Decimal | None:
    """A number in words, perhaps with digits before scale words; None where it is vague or could mean two numbers.

    >>> parse_words("một trăm linh năm"), parse_words("ba tỷ rưỡi"), parse_words("hai phẩy năm"), parse_words("dăm")
    (Decimal('105'), Decimal('3500000000'), Decimal('2.5'), None)
    """
    tokens = _tokens(text, 0, min(len(text), _LONGEST))
    if _token_pattern().sub("", text).strip():
        return None
    read = Reader(tokens).number()
    if read is None or read.end != len(tokens) or _ends_in_years(text, tokens):
        return None
    return read.value


def _ends_in_years(text: str, tokens: list[Token]) -> bool:
    """Whether "năm" at the end may mean years: "hai nghìn năm" (2,005 is "hai nghìn linh năm", 2,500 "hai nghìn năm trăm")."""
    if len(tokens) < 2 or text[tokens[-1].end - 1] not in "mM" or tokens[-1].value != 5:
        return False
    return tokens[-2].kind in {"scale", "hundred", "digits"}


def find_numbers(text: str) -> Iterator[tuple[Span, Decimal]]:
    """The numbers in a text with their values, scale words included.

    >>> [(span.of("đạt 2,5 tỷ USD"), value) for span, value in find_numbers("đạt 2,5 tỷ USD")]
    [('2,5 tỷ', Decimal('2500000000'))]
    """
    for numeral in find_numerals(text):
        yield numeral.span, numeral.value


def find_numerals(text: str) -> Iterator[Numeral]:
    """The numbers in a text, longest from the left; parts of clock times, fractions and codes ("14:30", "5/6", "A320") are none.

    >>> [(n.value, n.scale) for n in find_numerals("từ 75 - 80 tỷ USD trong năm năm")]
    [(Decimal('75'), Decimal('1')), (Decimal('80000000000'), Decimal('1000000000')), (Decimal('5'), Decimal('1'))]
    """
    for run in _run_pattern().finditer(text):
        yield from _numerals_of_run(text, run.start(), run.end())


@cache
def _words() -> dict[str, NumeralWord]:
    """The words that numbers are made of (not the nouns and counters around them) by their form."""
    around = {"noun", "counter", "vague", "year", "ordinal", "fraction", "percent"}
    return {row.word: row for row in numeral_words() if row.kind not in around}


def _alternatives(*kinds: str) -> str:
    """The words of some kinds as one regex alternation, longest first."""
    words = sorted((row.word for row in numeral_words() if row.kind in kinds), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}+") for word in words)


@cache
def _token_pattern() -> re.Pattern[str]:
    """One token of a number: digits, a number word that is no part of "tỷ phú" and the like, or "mấy"."""
    words = "|".join(sorted(map(re.escape, _words()), key=len, reverse=True))
    return re.compile(
        rf"(?P<digits>{DIGITS.pattern})|(?!(?:{_alternatives('noun')})(?!\w))(?P<word>{words})(?!\w)"
        rf"|(?P<vague>{_alternatives('vague')})(?!\w)",
        re.IGNORECASE,
    )


@cache
def _run_pattern() -> re.Pattern[str]:
    """A stretch that begins like a number and goes on in number tokens with blanks between them ("5tỷ" has none)."""
    token = re.sub(r"\(\?P<\w+>", "(?:", _token_pattern().pattern)
    zero = rf"(?:{_alternatives('zero')})(?=\s{{1,3}}(?:{_alternatives('point')}))"  # "không phẩy năm"
    first = _alternatives("digit", "teen", "twenty", "part", "vague") + "|" + zero
    begins = rf"(?<![\w./:])(?:(?={DIGITS.pattern})|(?=(?:{first})(?!\w)))"
    return re.compile(rf"{begins}(?:{token})(?:\s{{0,2}}+(?:{token})){{0,23}}+", re.IGNORECASE)


@cache
def _around() -> dict[str, re.Pattern[str]]:
    """Patterns for what may stand beside a number and change how it is read."""
    blank = r"\s{1,3}+"
    counted, percent, fraction = _alternatives("counter", "percent", "noun"), _alternatives("percent"), _alternatives("fraction")
    patterns = {
        "counter": rf"{blank}(?:{counted})(?!\w)",
        "percent": rf"\s?+(?:%|(?:{percent})(?!\w))",
        "fraction": rf"{blank}(?:{fraction}){blank}(?:{_alternatives('digit', 'unit')})(?!\w)",
        "year": rf"(?<!\w)(?:{_alternatives('year', 'ordinal', 'fraction')}){blank}\Z",
        "ordinal": rf"(?<!\w)(?:{_alternatives('ordinal', 'fraction')}){blank}\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def _typed(found: re.Match[str], following: str | None, *, percent: bool) -> Token:
    """A match of the token pattern as a token; digits that do not settle their value are of kind "open"."""
    if found["word"]:
        row = _words()[small(found["word"])]
        return Token(found.start(), found.end(), row.kind, row.value)
    if found["vague"]:
        return Token(found.start(), found.end(), "vague", Decimal(0))
    beside = _words()[small(following)].kind if following is not None else ""
    if len(found["digits"]) == 1 and beside in {"hundred", "tens"}:  # "5 trăm nghìn" is said as "năm trăm nghìn"
        return Token(found.start(), found.end(), "digit", Decimal(found["digits"]), found["digits"])
    scaled = percent or beside == "scale"
    value = parse_digits(found["digits"], scaled=scaled)
    return Token(found.start(), found.end(), "open" if value is None else "digits", value or Decimal(0), found["digits"])


def _tokens(text: str, start: int, end: int) -> list[Token]:
    """The number tokens of text[start:end]."""
    found = list(_token_pattern().finditer(text, start, end))
    percent = bool(found) and _around()["percent"].match(text, found[-1].end()) is not None
    words = [match["word"] for match in found[1:]] + [None] * bool(found)
    return [_typed(match, word, percent=percent and match is found[-1]) for match, word in zip(found, words, strict=True)]


def _five_or_year(text: str, tokens: list[Token]) -> list[Token]:
    """The tokens with each "năm" that means year as a "year": "năm ngày", "năm tỷ" are five, "mười năm", "năm 2020" are not."""
    return [
        replace(token, kind="year") if token.value == 5 and token.kind == "digit" and not _is_five(text, tokens, at) else token
        for at, token in enumerate(tokens)
    ]


def _is_five(text: str, tokens: list[Token], at: int) -> bool:
    """Whether the "năm" at `at` is the number: a scale or unit follows, "linh" stands before, or it counts what follows."""
    token = tokens[at]
    following = tokens[at + 1].kind if at + 1 < len(tokens) else ""
    if following in {"scale", "tens", "hundred", "point", "unit"} or (at and tokens[at - 1].kind in {"link", "point"}):
        return True
    counts = _around()["counter"].match(text, token.end) is not None
    return at == 0 and counts and not _before(text, token.start, "year")


def _before(text: str, start: int, which: str) -> bool:
    """Whether one of the words of pattern `which` stands right before `start`."""
    return _around()[which].search(text[max(0, start - 12) : start]) is not None


def _numerals_of_run(text: str, start: int, end: int) -> Iterator[Numeral]:
    """The numbers in one run of tokens, from the left; where one is vague the words that belong to it are passed over."""
    tokens = _five_or_year(text, _tokens(text, start, end))
    at = 0
    while at < len(tokens):
        read = Reader(tokens[at:]).number()
        if read is None:
            at += 1
            while at < len(tokens) and not tokens[at].digits and tokens[at].kind != "year":
                at += 1
            continue
        first, last = tokens[at], tokens[at + read.end - 1]
        at += read.end
        numeral = Numeral(Span(first.start, last.end), read.value, read.scale, not first.digits)
        if _stands_alone(text, numeral):
            yield _signed(text, numeral)


def _stands_alone(text: str, numeral: Numeral) -> bool:
    """Whether the number is no part of a clock time, fraction, ordinal or name."""
    span = numeral.span
    if not numeral.words:
        return _GOES_ON.match(text, span.end) is None
    if _before(text, span.start, "ordinal") or _around()["fraction"].match(text, span.end):
        return False
    if not text[span.start].isupper():
        return True
    before, after = text[max(0, span.start - 4) : span.start].rstrip(" \t"), text[span.end : span.end + 2].lstrip()
    return (not before or before[-1] in _OPENS) and not after[:1].isupper()


def _signed(text: str, numeral: Numeral) -> Numeral:
    """The number with the minus that is glued to it ("giảm -0,2%"), not the dash of a range ("3 -5%")."""
    at = numeral.span.start
    if numeral.words or at < 1 or text[at - 1] not in "-−" or (at > 1 and text[at - 2] not in " (\n"):
        return numeral
    if text[max(0, at - 4) : at - 1].rstrip()[-1:].isdigit():
        return numeral
    return Numeral(Span(at - 1, numeral.span.end), -numeral.value, numeral.scale, words=False)
