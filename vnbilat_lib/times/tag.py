"""Temporal expressions of an article with their granularity, before it is dated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from vnbilat_lib.doc import Doc, Grain, TimeMention
from vnbilat_lib.lexicon import time_words
from vnbilat_lib.times.days import find_bare_day
from vnbilat_lib.times.found import Found
from vnbilat_lib.times.shapes import find_expression
from vnbilat_lib.times.words import Reading, read_atoms

# The words before an expression that leave one of its ends open: "từ", "sau" the later, "đến", "trước" the earlier one.
_OPENERS = {"F": "since", "s": "since", "E": "until", "U": "until", "l": "until"}
# How far a word of tense reaches, in characters of the same sentence.
_TENSE_REACH = 90
_HALF_YEAR = 6
_CLAUSE_END = re.compile(r"\s{0,4}+(?:[.,;:!?)]|$)")
# After the second month of "tháng 2 và 3": the end of the clause, or a word of time.
_MONTH_END = re.compile(r"\s{0,3}+(?:[.,;:!?)]|$|(?:năm|tới|vừa|này)\b)")
_SENTENCE_END = re.compile(r"[.;!?…]\s|\n")

# Where an expression can begin: a letter and what may follow it. Most numbers and prepositions of a text begin none.
_START = re.compile(
    r"""
    [FEUls](?=[^ ])            # an opener before anything
    | P(?=[aqvMNHKRPmdpw,(-])  # sáng nay, sáng 5/6
    | [NH](?=[mdpwuKRPNHXy(,-]) # ngày 5
    | g(?=[YTWQymhB]) | f(?=[TYyc]) | z(?=[NWTYZQC])
    | [mdn](?=[-/NTWYZQ,&Ee])  # 5/6, 5-6/6, 9 tháng
    | u(?=[uNTWYZQC])
    | [TWYQJZ](?=[^ ])
    | [KROC=0VBSwph~]
    | y(?=[-/EVe&,)]) | (?<=[(gI])y
    """,
    re.VERBOSE,
)

_DAY_OPS = frozenset({"date", "day", "weekday"})


@dataclass(frozen=True, slots=True)
class _Expression:
    """A whole expression: one shape, or two as the ends of a span of time; atoms `start`..`end`."""

    start: int
    end: int
    first: Found
    last: Found | None = None
    modifier: str = ""


def tag_times(doc: Doc) -> Doc:
    """The article with its temporal expressions, longest first, none inside furniture.

    >>> doc = tag_times(Doc(article=None, text="Chiều 15/8, Phó Thủ tướng tiếp đoàn."))  # type: ignore[arg-type]
    >>> doc.time_mentions[0].span.of(doc.text), doc.time_mentions[0].day, doc.time_mentions[0].month
    ('Chiều 15/8', 15, 8)
    """
    reading = read_atoms(doc.text, (piece.span for piece in doc.furniture))
    expressions = _expressions(reading)
    return replace(doc, time_mentions=tuple(_mention(reading, e) for e in expressions))


def _expressions(reading: Reading) -> Iterator[_Expression]:
    """The expressions from left to right; each begins where the one before ended."""
    begins = _START.search(reading.code)
    while begins is not None:
        found = _expression(reading, begins.start())
        yield from found
        begins = _START.search(reading.code, found[-1].end if found else begins.start() + 1)


def _expression(reading: Reading, at: int) -> list[_Expression]:
    """The expression that begins at the atom `at`, if one does: with its opener, its range or its list."""
    code = reading.code
    if at >= len(code):
        return []
    if code[at] in "mdu" and code[at + 1 : at + 2] == "N":  # "hai ngày 5-6/6"
        inner = _expression(reading, at + 1)
        if len(inner) == 1 and inner[0].last is not None and inner[0].first.op == "date":
            return [replace(inner[0], start=at)]
    if code[at] in "md" and code[at + 1 : at + 4] == "NgT" and (first := _first_days(reading, at)) is not None:
        return [first]
    if code[at] == "O":  # "giai đoạn 2016-2020"
        inner = _expression(reading, at + 1) or _years(reading, at + 1)
        return [replace(inner[0], start=at), *inner[1:]] if inner and inner[0].first.op == "year" else []
    opener = _OPENERS.get(code[at], "")
    start = at + 1 if opener else at
    left = _left(reading, start)
    if left is None:
        return []
    if ranged := _range(reading, at, left, opener=opener):
        return ranged
    if left.weak:
        return []
    return [_single(reading, at, left, opener)]


def _first_days(reading: Reading, at: int) -> _Expression | None:
    """The first days of a month: "15 ngày đầu tháng 5"."""
    month = find_expression(reading, at + 3)
    if month is None or month.op != "month" or month.lean or reading.atoms[at + 2].value != "first":
        return None
    first = replace(month, op="date", grain="day", day=1)
    return _Expression(at, month.end, first, replace(first, day=reading.value(at), notes=()))


def _edge_day(reading: Reading, at: int) -> Found | None:
    """The first or last day, weekday or week of a month or year: "ngày cuối cùng của tháng 10", "tuần đầu tháng 5"."""
    whole = find_expression(reading, at + 2) if reading.code[at : at + 2] in {"NX", "KX", "WX", "Wg"} else None
    if whole is None or whole.lean or not (whole.op == "month" or (whole.op == "year" and whole.year is not None)):
        return None
    if reading.atoms[at + 1].value == "mid":
        return None
    week = reading.code[at] == "W"
    which = f"weekday{reading.atoms[at].value}" if reading.code[at] == "K" else "week" if week else "day"
    op = f"edge:{which}:{reading.atoms[at + 1].value}"
    return replace(whole, start=at, op=op, grain="week" if week else "day")


def _left(reading: Reading, at: int) -> Found | None:
    """The expression at `at`, or what counts only beside another one: "ngày 16", "2016"."""
    found = _edge_day(reading, at) or find_expression(reading, at, cue=False)
    bare = find_bare_day(reading, at)
    if bare is not None and (found is None or bare.end > found.end):
        return bare
    if found is None and reading.code[at : at + 1] == "y":
        before = reading.code[at - 1] if at else " "
        stands = before in "FEU" or (before == "I" and _ends_clause(reading, at))
        return Found(at, at + 1, "year", "year", reading.value(at), weak=not (stands and _ends_clause(reading, at)))
    return found


def _ends_clause(reading: Reading, at: int) -> bool:
    """Whether a bare number after "đến" is a year and no count of things: punctuation or a time word follows ("đến 2018.")."""
    if not "1900" <= reading.atoms[at].value <= "2100":
        return False
    end = reading.atoms[at].end
    following = reading.code[at + 1 : at + 2]
    return (following != "" and following in "EV-e&,)") or _CLAUSE_END.match(reading.text[end : end + 4]) is not None


def _single(reading: Reading, at: int, left: Found, opener: str) -> _Expression:
    """One expression with what its opener makes of it."""
    end, code = left.end, reading.code
    if left.op in {"vague", "same"} or (opener and code[at] in "ls" and left.op not in {"date", "month", "year"}):
        return _Expression(left.start, left.end, left)
    if code[at] == "F" and code[end : end + 1] == "V":  # "từ đầu năm đến nay"
        return _Expression(at, end + 1, left, modifier="since")
    modifier = opener
    if code[at] == "U" and reading.atoms[at].value:
        left = replace(left, notes=(*left.notes, reading.atoms[at].value))
    if left.op == "year" and left.year is not None:
        if code[at] == "E":
            modifier = "target"
        elif not opener and at and code[at - 1] == "I":
            modifier, left = "target", replace(left, notes=(*left.notes, "at"))
    return _Expression(at, end, left, modifier=modifier)


def _range(reading: Reading, at: int, left: Found, *, opener: str) -> list[_Expression]:
    """Two expressions that make one: "từ 5 đến 8/6", "28/6 - 3/7", "quý I và II/2017", "năm 2015 và 2016"; or a list of days."""
    code = reading.code
    joint = code[left.end : left.end + 1]
    if joint == "" or joint not in "-Ee&," or left.op in {"vague", "same"}:
        return []
    right = _right(reading, left, left.end + 1, joint, led=left.led or opener != "")
    if right is None:
        return []
    left, right = _lent(left, right)
    if joint in "&," or (left.day is not None and left.op == "date" and len(_listed_days(reading, left)) > 1):
        return _listed(reading, at, left, right, joint)
    if not _rises(left, right):
        return []
    return [_Expression(at, right.end, left, right)]


def _right(reading: Reading, left: Found, at: int, joint: str, *, led: bool) -> Found | None:
    """The later end of a range, of a kind that goes with the earlier one."""
    right = find_expression(reading, at, cue=led)
    code = reading.code
    if left.op == "year" and left.year is not None and code[at : at + 1] == "y" and (right is None or right.end <= at + 1):
        return Found(at, at + 1, "year", "year", reading.value(at))
    bare_month = left.op == "month" and left.year is None and code[at : at + 1] == "m" and joint != ","
    if bare_month and (right is None or right.op != "month"):
        return Found(at, at + 1, "month", "month", month=reading.value(at)) if not _counts_things(reading, at) else None
    if left.op.startswith("quarter:") and code[at : at + 1] in {"x", "m"}:
        return _bare_quarter(reading, at)
    if right is None or right.op in {"vague", "same"} or right.lean:
        return None
    same = right.op.partition(":")[0] == left.op.partition(":")[0] or (right.op in _DAY_OPS and left.op in _DAY_OPS)
    if left.weak:
        return right if right.op == "date" and left.op == "date" else None
    if joint in "Ee":
        return right if same or code[left.start - 1 : left.start] == "F" else None
    if joint == "-":
        return right if right.op == left.op or (same and not left.op.startswith("weekday")) else None
    return right if (right.op == left.op and right.op in {"month", "year"}) or (same and left.op.startswith("quarter:")) else None


def _bare_quarter(reading: Reading, at: int) -> Found | None:
    """The second quarter of "quý I và II/2017"."""
    code = reading.code
    number, end, year = reading.value(at), at + 1, None
    if number > 4:
        return None
    for shape, skip in (("/y", 1), ("-y", 1), ("Yy", 1), ("y", 0)):
        if code.startswith(shape, end):
            year, end = reading.value(end + skip), end + len(shape)
            break
    return Found(at, end, f"quarter:{number}", "quarter", year)


def _counts_things(reading: Reading, at: int) -> bool:
    """Whether a number is followed by a noun ("tháng 2 và 3 dự án") and not by punctuation or a time word."""
    end = reading.atoms[at].end
    return _MONTH_END.match(reading.text[end : end + 10]) is None


def _lent(left: Found, right: Found) -> tuple[Found, Found]:
    """The ends with what one borrows from the other: "16 đến 19/11/2000", "tháng 2 và tháng 3/2017", "quý I và II/2017"."""
    if left.op == "date" and right.op == "date":
        if left.month is None:
            left = replace(left, month=right.month)
        if left.year is None and right.year is not None:
            later = (left.month or 0, left.day or 0) > (right.month or 0, right.day or 0)
            left = replace(left, year=right.year - later)  # "28/12 - 3/1/2017"
    elif left.year is None and right.year is not None and left.op.partition(":")[0] == right.op.partition(":")[0] != "year":
        later = left.op == "month" and (left.month or 0) > (right.month or 0)
        left = replace(left, year=right.year - later)
    if left.year is None and right.year is None and not any(n.startswith("year") for n in left.notes):
        lent = (note for note in right.notes if note.startswith(("year", "month")) or note in {"next", "last"})
        left = replace(left, notes=(*left.notes, *lent))
    if right.year is None and left.year is not None and right.op == left.op and right.op in {"date", "month"}:
        earlier = (right.month or 0, right.day or 0) < (left.month or 0, left.day or 0)
        right = replace(right, year=left.year + earlier)
    return left, right


def _rises(left: Found, right: Found) -> bool:
    """Whether the right end can lie after the left one (28/12 - 3/1 does)."""
    if left.op == "date" and right.op == "date" and left.year == right.year:
        if left.month == right.month:
            return (left.day or 0) < (right.day or 0)
        months = (right.month or 0) - (left.month or 0)
        return months > 0 or months < -_HALF_YEAR or left.led  # "từ 1/3 - 1/2" is a fraction
    if left.year is not None and right.year is not None:
        return (left.year, left.month or 0, left.day or 0) < (right.year, right.month or 12, right.day or 31)
    return True


def _listed_days(reading: Reading, left: Found) -> list[int]:
    """The days that a bare list names: 5 and 6 of "ngày 5, 6 và 7/7"."""
    if not left.weak:
        return []
    return [k for k in range(left.start, left.end) if reading.code[k] in "md"]


def _listed(reading: Reading, at: int, left: Found, right: Found, joint: str) -> list[_Expression]:
    """A list joined by "và" or a comma: one span of time where its members follow each other, else one expression each."""
    days = _listed_days(reading, left)
    if days:
        numbers = [reading.value(k) for k in days] + [right.day or 0]
        if joint == "-" or all(b - a == 1 for a, b in pairwise(numbers)):
            return [_Expression(at, right.end, left, right)]
        if not left.led:
            return []
        apart = [replace(left, start=k, end=k + 1, day=reading.value(k), weak=False) for k in days]
        apart[0] = replace(apart[0], start=left.start)
        return [_Expression(f.start, f.end, f) for f in (*apart, replace(right, start=right.start))]
    if _adjacent(left, right):
        return [_Expression(at, right.end, left, right)]
    if left.weak:
        return []
    return [_single(reading, at, left, _OPENERS.get(reading.code[at], "")), _Expression(right.start, right.end, right)]


def _adjacent(left: Found, right: Found) -> bool:
    """Whether two months, quarters or years follow each other."""
    if left.op == "month" and right.op == "month" and left.month and right.month:
        years = (right.year or 0) - (left.year or 0) if left.year and right.year else 0
        return years * 12 + right.month - left.month == 1
    if left.op.startswith("quarter:") and right.op.startswith("quarter:"):
        return int(right.op[-1]) - int(left.op[-1]) == 1 and left.year == right.year
    return left.op == right.op == "year" and left.year is not None and right.year == left.year + 1


def _years(reading: Reading, at: int) -> list[_Expression]:
    """Bare years after "giai đoạn": "giai đoạn 2020"."""
    if reading.code[at : at + 1] != "y":
        return []
    return [_Expression(at, at + 1, Found(at, at + 1, "year", "year", reading.value(at)))]


def _asks_tense(expression: _Expression) -> bool:
    """Whether the direction in time decides what the expression means, or what it tells of the day of publication."""
    first = expression.first
    directed = {"date", "month", "year", "weekday", "quarter", "months", "week", "edge"}
    return not first.lean and (first.op in {"year:bare", "week:bare"} or first.op.partition(":")[0] in directed)


@cache
def _tense_pattern() -> re.Pattern[str]:
    """The words of past and future."""
    words = {kind: [re.escape(row.word) for row in time_words() if row.kind == kind] for kind in ("past", "future")}
    return re.compile(rf"\b(?:(?P<past>{'|'.join(words['past'])})|(?P<future>{'|'.join(words['future'])}))\b", re.IGNORECASE)


def _tense(reading: Reading, expression: _Expression) -> tuple[str, ...]:
    """The tense of the nearest word of tense in the same sentence, before the expression rather than after it."""
    span, text = reading.span(expression.start, expression.end), reading.text
    best: tuple[int, str] | None = None
    for found in _tense_pattern().finditer(text, max(0, span.start - _TENSE_REACH), span.end + _TENSE_REACH):
        start, end = found.span()
        away = start - span.end if start >= span.end else max(0, span.start - end)
        if best is not None and away >= best[0]:
            continue
        if _SENTENCE_END.search(text, min(end, span.end), max(start, span.start)) is None:
            best = (away, "past" if found["past"] else "future")
    return (best[1],) if best else ()


def _mention(reading: Reading, expression: _Expression) -> TimeMention:
    """An expression as the record that later stages read."""
    first, last = expression.first, expression.last
    notes = first.notes + (last.notes if last else ())
    if _asks_tense(expression) and not {"past", "next", "last"} & set(notes):
        notes += _tense(reading, expression)
    value = ";".join((first.op + (f"..{last.op}" if last else ""), *dict.fromkeys(notes)))
    if first.op == "decade" and first.year is not None:
        value = "year..year"
    return TimeMention(
        reading.span(expression.start, expression.end),
        _grain(first, last),
        value,
        _anchor(first, last),
        expression.modifier,
        first.year,
        first.month,
        first.day,
        first.year + 9 if first.op == "decade" and first.year is not None else last.year if last else None,
        last.month if last else None,
        last.day if last else None,
    )


def _grain(first: Found, last: Found | None) -> Grain:
    """The granularity of one expression, or of a span of time."""
    if last is None:
        return first.grain
    if first.grain == "day" and last.grain == "day":
        return "days"
    return "years" if first.grain == last.grain == "year" else "period"


def _anchor(first: Found, last: Found | None) -> str:
    """What the days depend on beyond what is stated."""
    ends = [first] if last is None else [first, last]
    if any(end.lean for end in ends):
        return "previous"
    if all(end.year is not None or end.op == "vague" for end in ends):
        return "none"
    yearless = all(end.op in {"date", "month"} or end.op.partition(":")[0] in {"quarter", "months", "edge"} for end in ends)
    return "year" if yearless and not any(n.startswith(("year:", "month:")) for end in ends for n in end.notes) else "published"
