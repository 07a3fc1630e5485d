"""What the finders of single temporal expressions share: the record, numbers, and what the words beside them count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnbilat_lib.doc import Grain
from vnbilat_lib.numerals import parse_words
from vnbilat_lib.times.words import Reading

# What the words after a unit of time count: "tuần trước" -1, "tuần tới" +1.
COUNTS = {"t": 0, "a": 0, "l": -1, "v": -1, "e": 1, "s": 1}
UNITS = {"N": "day", "W": "week", "T": "month", "Y": "year", "Q": "quarter"}
# What stands before a clause: its first words may tell when.
_OPENS_CLAUSE = frozenset(("", "\n", ".", ",", ";", ":", "!", "?", "(", "“", '"'))
TENSES = {"e": "next", "v": "last", "t": "", "a": ""}


@dataclass(frozen=True, slots=True)
class Found:
    """One expression as its shape tells: atoms `start`..`end`, `op` as in calendar_days, what is stated of year, month, day.

    `led`: a date cue stands before it ("ngày", "chiều", "hôm nay"); `weak`: it counts only beside another one ("ngày 16" of
    "ngày 16 đến 19/11", "2020" of "đến 2020"). `lean` is "previous" where the text before it tells ("cùng ngày").
    """

    start: int
    end: int
    op: str
    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    notes: tuple[str, ...] = ()
    led: bool = False
    weak: bool = False
    lean: str = ""


def number_of(reading: Reading, start: int, end: int) -> int | None:
    """The number that the atoms give, in digits or words ("năm" is five here)."""
    if end - start == 1 and reading.code[start] in "mdnyxu":
        return int(reading.atoms[start].value) if reading.atoms[start].value.isdigit() else None
    text = reading.span(start, end).of(reading.text)
    value = parse_words(text)
    return int(value) if value is not None and value == int(value) else None


def year_notes(reading: Reading, match: re.Match[str], group: str = "relyear") -> tuple[str, ...]:
    """The note of a year that is said by a word: "năm ngoái" -> year:-1, "cùng năm" -> the year told before."""
    if match.groupdict().get("prevyear"):
        last = match.end("prevyear") - 1
        return ("prevyear:" + {"D": "1", "b": "-1"}.get(reading.code[last], "0"),)
    if not match[group]:
        return ()
    last = match.end(group) - 1
    count = int(reading.atoms[last].value) if reading.code[last] == "l" else COUNTS[reading.code[last]]
    return (f"year:{count}",)


def stated_year(reading: Reading, match: re.Match[str], *groups: str) -> int | None:
    """The year that one of the groups states."""
    return next((reading.value(match.start(g)) for g in groups if match[g]), None)


def part_notes(reading: Reading, match: re.Match[str]) -> tuple[str, ...]:
    """Which part of a month or year is meant: "đầu", "giữa", "cuối"."""
    return (f"part:{reading.atoms[match.start('part')].value}",) if match["part"] else ()


def tense_notes(match: re.Match[str]) -> tuple[str, ...]:
    """The direction in time that the word after a date gives: "tới" -> next, "vừa qua" -> last."""
    tense = TENSES.get(match["deictic"] or "", "")
    return (tense,) if tense else ()


def lean_of(notes: tuple[str, ...]) -> str:
    """Whether the year is that of what was told before."""
    return "previous" if any(note.startswith("prevyear") for note in notes) else ""


def opens_clause(reading: Reading, at: int) -> bool:
    """Whether the atom at `at` is the first word of a clause."""
    start = reading.atoms[at].start
    return reading.text[max(0, start - 4) : start].rstrip(" \u00a0")[-1:] in _OPENS_CLAUSE
