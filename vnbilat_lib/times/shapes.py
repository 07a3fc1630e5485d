"""The longest single expression at a place in the code letters of words.py."""

from __future__ import annotations

from collections.abc import Callable

from vnbilat_lib.times.counted import find_counted, find_previous_unit, find_same, find_vague
from vnbilat_lib.times.days import find_cue_day, find_day
from vnbilat_lib.times.found import Found
from vnbilat_lib.times.periods import find_month, find_months, find_quarter, find_week, find_year, find_years
from vnbilat_lib.times.words import Reading

# Which finders an expression can belong to by its first code letter; those of the first list heed a date cue before it.
_CUED: tuple[tuple[str, Callable[..., Found | None]], ...] = (
    ("PNHKRmdywpu", find_day),
    ("PNHKR", find_cue_day),
    ("fgTm", find_month),
)
_UNCUED: tuple[tuple[str, Callable[[Reading, int], Found | None]], ...] = (
    ("gQ", find_quarter),
    ("mduYfT", find_months),
    ("gYyz", find_year),
    ("gW", find_week),
    ("~mdnuYzS", find_counted),
    ("ZJ", find_years),
    ("=", find_same),
    ("0V~mdnuYzWTZC", find_vague),
    ("gBWTYQ", find_previous_unit),
)
_LETTERS = frozenset("".join(letters for letters, _ in (*_CUED, *_UNCUED)))
_CUED_BY_LETTER = {letter: [find for letters, find in _CUED if letter in letters] for letter in _LETTERS}
_UNCUED_BY_LETTER = {letter: [find for letters, find in _UNCUED if letter in letters] for letter in _LETTERS}


def find_expression(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """The longest single expression that begins at the atom `at`; `cue`: a date cue stands before it.

    >>> from vnbilat_lib.times.words import read_atoms
    >>> found = find_expression(read_atoms("tháng 11 năm ngoái"), 0)
    >>> found.op, found.month, found.notes
    ('month', 11, ('year:-1',))
    """
    letter = reading.code[at : at + 1]
    if letter not in _LETTERS:
        return None
    found = [find(reading, at, cue=cue) for find in _CUED_BY_LETTER[letter]]
    found += [find(reading, at) for find in _UNCUED_BY_LETTER[letter]]
    return max((one for one in found if one is not None), key=lambda one: one.end, default=None)
