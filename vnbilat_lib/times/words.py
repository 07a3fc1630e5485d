"""The words and numbers that temporal expressions are made of, as a string of code letters in which shapes can be found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from vnbilat_lib.doc import Span
from vnbilat_lib.lexicon import time_words

# The code letter of each kind of word in time_words.csv. Numbers: m 1-12, d 13-31, y a year of four digits, n another number,
# p "6.2" (day and month), w "6.2.2017", h "2.2017" (month and year); separators stand for themselves; a blank stands for
# anything else between two words or numbers.
LETTERS = {
    "day": "N",  # ngày
    "hom": "H",  # hôm (4/7)
    "week": "W",
    "month": "T",
    "quarter": "Q",
    "year": "Y",
    "century": "C",
    "decade": "Z",  # thập niên
    "years": "J",  # những năm
    "part": "P",  # sáng, chiều
    "weekday": "K",
    "relative": "R",  # hôm nay, cùng ngày
    "tomorrow": "M",  # (sáng) mai
    "previous_unit": "B",  # năm trước đó
    "this": "t",
    "now_unit": "a",  # (năm, sáng) nay
    "last": "l",  # trước, ngoái
    "past_stretch": "q",  # qua
    "just_past": "v",  # vừa qua
    "next": "e",  # tới
    "later": "s",  # sau
    "following": "j",  # tiếp theo
    "ahead": "A",  # nữa
    "stretch": "G",  # trở lại đây
    "after": "D",  # sau đó
    "before": "b",  # trước đó
    "ago": "o",  # trước đây
    "since_now": "S",  # cách đây
    "position": "g",  # đầu, giữa, cuối
    "edge": "X",  # đầu tiên, cuối cùng của
    "half": "f",  # nửa đầu
    "in": "i",
    "from": "F",
    "to": "E",
    "until": "U",
    "at": "I",  # vào
    "prep": "r",  # hồi, so với
    "and": "&",
    "span": "O",  # giai đoạn
    "same": "=",  # cùng kỳ
    "now": "V",  # đến nay
    "vague": "0",
    "number": "u",
    "one": "u",
    "some": "z",  # vài, những
    "roman": "x",
    "approx": "~",
    "other": "#",  # what makes a number no date: số, đường, lần
    "lunar": "L",
}
# Words that matter only right before a number or a unit of time; elsewhere they are too frequent to be looked at.
_LEANING = frozenset({"and", "one", "some", "approx", "in", "at", "prep", "other"})
_LEANED_ON = frozenset(
    {"day", "hom", "week", "month", "quarter", "year", "weekday", "decade", "part", "position", "number", "half", "roman"}
)
_SEPARATORS = {"/": "/", "-": "-", "–": "-", "—": "-", "−": "-", ",": ",", "(": "(", ")": ")"}

# A number with its dots as one token: "15", "6.2", "15.8.2017"; "1.234,5" too, so that its parts are taken for no days.
_NUMBER = r"""
    (?<![\d.,]) \d{1,2} (?=,\d{1,2}/\d)                        # the 5 of "ngày 5,6/7"
    | \d{1,9}+ (?:\.\d{1,9}+){0,4}+ (?:,\d{1,9}+(?!/))?+
"""
_DAY_MONTH = re.compile(r"(\d{1,2})\.(\d{1,2})")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)")
_MONTH_YEAR = re.compile(r"(\d{1,2})\.((?:19|20)\d\d)")


@dataclass(frozen=True, slots=True)
class Atom:
    """A word or number with its code letter; `value` is the row's value, or the number as written."""

    start: int
    end: int
    letter: str
    value: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The atoms of a text and their letters: `code[k]` is the letter of `atoms[k]` (a blank where other words stand between)."""

    text: str
    code: str
    atoms: tuple[Atom, ...]

    def before(self, at: int) -> str:
        """The code letter before the atom at `at`; empty at the start."""
        return self.code[at - 1] if at else ""

    def value(self, at: int) -> int:
        """The number that the atom at `at` gives."""
        return int(self.atoms[at].value)

    def span(self, start: int, end: int) -> Span:
        """The stretch of text from the atom at `start` to the one before `end`."""
        return Span(self.atoms[start].start, self.atoms[end - 1].end)


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Code letter and value of each word."""
    return {row.word: (LETTERS[row.kind], row.value) for row in time_words() if row.kind in LETTERS}


def _of_kinds(kinds: Iterable[str], *, beside: bool = False) -> list[str]:
    """The words of some kinds, or (`beside`) of all the others that have a letter."""
    return [row.word for row in time_words() if row.kind in LETTERS and (row.kind in kinds) is not beside]


def _trie_pattern(words: Iterable[str]) -> str:
    """A regex that matches any of the words, the longest, looking at each letter once."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[:1], []).append(word[1:])
    ends = bool(branches.pop("", None))
    blank = r"[ \u00a0]{1,3}+"
    parts = [(blank if letter == " " else re.escape(letter)) + _trie_pattern(rest) for letter, rest in branches.items()]
    if not parts:
        return ""
    joined = "|".join(sorted(parts))
    return f"(?:{joined})" + ("?" if ends else "") if ends or len(parts) > 1 else joined


@cache
def _atom_pattern() -> re.Pattern[str]:
    """A word of the list between word bounds (digits may be glued to its end: "ngày15/8"), a number, or a separator."""
    free, leaning = _trie_pattern(_of_kinds(_LEANING, beside=True)), _trie_pattern(_of_kinds(_LEANING))
    unit = _trie_pattern(_of_kinds(_LEANED_ON))
    follows = rf"(?=[ \u00a0]{{1,3}}(?:\d|{unit}(?!\w)))"
    quarter = "|".join(rf"(?<={re.escape(word)}\ )" for word in _of_kinds({"quarter"}))
    one = _trie_pattern(_of_kinds({"one"}))
    month = "|".join(rf"(?<={re.escape(word)}\ )" for word in _of_kinds({"month"}))
    year = _trie_pattern(_of_kinds({"year"}))
    return re.compile(
        rf"""
        (?<!\w)(?:{free}(?![^\W\d_])|{leaning}{follows})   # a word; some only before a number or unit
        | (?:{quarter}){one}(?!\w)                         # the number of "quý một"
        | (?:{month}){one}(?=[ ]{year}(?!\w)|[.,;:)\n]|\Z)  # "tháng một năm 2016", but "mỗi tháng một lần"
        | {_NUMBER}
        | [-/–—−()] | ,(?=[ \u00a0]?(?:\d|{unit}(?!\w)))   # a separator
        """,
        re.VERBOSE,
    )


def _number_letter(digits: str) -> str:
    """The code letter of a number by what of a date it can be."""
    if digits.isdigit():
        if len(digits) <= 2:
            return "m" if 1 <= int(digits) <= 12 else "d" if 13 <= int(digits) <= 31 else "n"
        return "y" if len(digits) == 4 and "1800" <= digits <= "2199" else "n"
    if found := _DAY_MONTH.fullmatch(digits):
        return "p" if 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12 else "n"
    if found := _DAY_MONTH_YEAR.fullmatch(digits):
        return "w" if 1 <= int(found[1]) <= 31 and 1 <= int(found[2]) <= 12 else "n"
    if found := _MONTH_YEAR.fullmatch(digits):
        return "h" if 1 <= int(found[1]) <= 12 else "n"
    return "n"


def read_atoms(text: str, furniture: Iterable[Span] = ()) -> Reading:
    """The atoms of a text outside the furniture's spans.

    >>> read_atoms("Chiều 15/8, Phó Thủ tướng tiếp đoàn trong 6 tháng đầu năm nay").code
    'Pd/m imTgYa'
    """
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    closed = sorted(furniture)
    starts = [span.start for span in closed]
    atoms: list[Atom] = []
    code: list[str] = []
    reached = 0
    words = _words()
    for found in _atom_pattern().finditer(lowered):
        start, end = found.span()
        if closed and (at := bisect_right(starts, start)) and start < closed[at - 1].end:
            continue
        token = found.group()
        if token in _SEPARATORS:
            letter, value = _SEPARATORS[token], ""
        elif token[0].isdigit():
            glued = (lowered[start - 1 : start].isalpha() and reached != start) or lowered[end : end + 1].isalpha()
            letter, value = "n" if glued else _number_letter(token), token
        else:
            letter, value = words[" ".join(token.split())]
        if lowered[reached:start].strip(" \u00a0\t"):
            code.append(" ")
            atoms.append(Atom(reached, start, " ", ""))
        code.append(letter)
        atoms.append(Atom(start, end, letter, value))
        reached = end
    return Reading(text, "".join(code), tuple(atoms))
