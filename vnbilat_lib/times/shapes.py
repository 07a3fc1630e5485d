"""The shapes of single temporal expressions in the code letters of words.py: days, months, quarters, years, what is relative, what is vague."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from vnbilat_lib.doc import Grain
from vnbilat_lib.lexicon import time_words
from vnbilat_lib.numerals import parse_words
from vnbilat_lib.times.words import Reading


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


# A date cue: parts of the day, "ngày", "hôm", weekdays, relative days, in any order, with commas or brackets between them:
# "sáng nay (", "hôm nay, ngày", "tối thứ Năm (", "chiều tối ngày".
_LEAD = r"(?P<lead>(?:(?:[PNHRK]|(?<=P)[aqvM])[,(-]?){0,6}+)"

# A day: with its year ("15/8/2023", "2023-08-15"), else day and month ("15/8", and after a cue "15-8", "15.8", "5/6/17").
_DAY = re.compile(
    _LEAD
    + r"""
    (?:
        (?P<day>[md])(?P<sep>[/-])(?P<month>m)(?P=sep)(?P<year>y)   # 15/8/2023
        | (?P<dotted>w)                                              # 15.8.2023
        | (?P<iso>y[/-]m[/-][md])                                    # 2023-08-15
        | (?P<short>[md]/m/[mdn])                                    # 15/8/23
        | (?P<slash>[md]/m) (?!/|m|-y)                              # 15/8
        | (?P<dash>[md]-m) (?![/-])                                  # 15-8
        | (?P<dot>p)                                                 # 15.8
        | (?P<words>[mdu]{1,3}T(?:m|u|Y(?=[Y),]|$|\ )))              # 15 tháng 8, hai mươi tháng năm
          (?:[/-](?P<slashyear>y))?
    )
    (?:,?Y(?P<wordyear>y)|(?P<relyear>Y[laes](?!y))|(?P<prevyear>B|Y[bD]))?   # năm 2023, năm ngoái, cùng năm
    (?P<deictic>[tv]|e(?![NTYmdpwyPK]))?                             # tới, vừa qua
    (?P<lunar>\(?L\)?)?                                              # âm lịch
    """,
    re.VERBOSE,
)
# A cue that is a day by itself: "hôm nay", "sáng nay", "tối qua", "thứ Hai tuần tới", "chiều cùng ngày".
_CUE_DAY = re.compile(r"(?P<lead>(?:[PNH]|(?<=P)[aqvM]|[RK]){1,4}+)(?P<week>,?W[tlqvesa]|[tqve])?(?P<often>0)?")
# The days before the last one of a list or range: "ngày 5" of "ngày 5 và 6/7", "5, 6" of "5, 6 và 7/7".
_BARE_DAY = re.compile(r"(?P<lead>(?:[PNHRK][,(]?){0,4}+)(?P<days>[md](?:,[md]){0,8}+)(?=[-Ee&])")

_MONTH = re.compile(
    r"""
    (?P<half>f)?(?P<part>g)?
    (?:T(?P<month>m|u|Y(?=Y))                                   # tháng 6, tháng sáu
        (?:[/-](?P<year>y)|,?Y(?P<wordyear>y)|,?(?P<bareyear>y)|(?P<relyear>Y[laes](?!y))|(?P<prevyear>B|Y[bD]))?
      | T(?P<dotted>h)                                          # tháng 6.2017
      | (?P<slash>m/y)(?![/-])                                  # 6/2017
    )
    (?P<deictic>[tv]|e(?![NTYmdpwy])|a)?(?P<lunar>\(?L\)?)?
    """,
    re.VERBOSE,
)
_RELATIVE_MONTH = re.compile(r"(?P<half>f)?(?P<part>g)?T(?P<deictic>[tlqvesa])(?!y)|(?P<lone>gT)")
_QUARTER = re.compile(
    r"""
    (?P<part>g)?Q(?:(?P<number>[xmu])
        (?:[/-]?(?P<year>y)|,?Y(?P<wordyear>y)|(?P<relyear>Y[laes](?!y))|(?P<prevyear>B|Y[bD]))?(?P<deictic>[tve](?![NTYQ]))?
      | (?P<relative>[tlqvesa])
      | (?P<edge>g)Y(?:(?P<edgeyear>y)|(?P<edgerel>[laes]))?)        # quý đầu năm 2017
    """,
    re.VERBOSE,
)
_MONTHS = re.compile(
    r"""
    (?:(?P<number>[mduY]{1,2})(?P<unit>[TQ])(?P<edge>g)              # 9 tháng đầu
      | (?P<whole>[mu]{1,2})T(?=[Yy/])                               # 11 tháng (năm 2016, /2016)
      | (?P<half>f)                                                  # nửa đầu
      | (?<!z)(?P<first>Tg))                                         # tháng đầu (năm)
    (?:[/]?(?P<year>y)|Y(?P<wordyear>y)|(?P<relyear>Y[laest](?!y))|(?P<prevyear>B|Y[bD])|(?P<bare>Y))
    """,
    re.VERBOSE,
)
_YEAR = re.compile(
    r"""
    (?:zT)?(?P<part>g)?(?:Y(?P<year>y)v?|(?P<bareyear>(?<=g)y)|(?P<bracket>(?<=\()y(?=\)))|(?P<relyear>Y[laqvest](?!y)))
    | (?:zT)?(?P<edge>g)Y(?![y,])
    """,
    re.VERBOSE,
)
_YEARS = re.compile(r"(?P<kind>[ZJ])(?:Y)?(?P<decade>[yn])")
_YEAR_LIST = re.compile(r"[YJ](?P<years>y(?:,y){0,6}+(?:,?&y))")
_WEEK = re.compile(r"(?P<part>g)?W(?P<deictic>[tlqvesa])(?!y)|(?P<edge>gW)")
# Counted from now or from what was told before: "hai năm trước", "một tháng sau đó", "cách đây hai năm", "một tuần nữa".
_COUNTED = re.compile(
    r"(?P<approx>~)?(?P<number>[mdnuY]{1,3}|z)(?P<unit>[NWTYQ])(?P<way>[lobDsA])|(?P<ago>S)(?P<agoapprox>[~r])?(?P<agonumber>[mdnuYz]{1,3})(?P<agounit>[NWTY])"
)
# A stretch that has no days of its own: "trong 10 năm qua", "vài tuần tới", "3 năm liên tiếp".
_STRETCH = re.compile(r"~?[mdnuYz]{1,3}[NWTYZQC]g?[qveGtja]|[WTYZC]G|Z[qvelts]|C(?:[lnmtsevx]|n|d)?|(?<=i)[mdnuYz]{1,3}[NWTYZ]")
_SAME = re.compile(r"=(?:Y(?P<year>y)|(?P<bareyear>y)|Y[laest]|Y[bD]|B|T[ltsa]|Q[lts])?")
_VAGUE = re.compile(r"[0V]")
_PREVIOUS_UNIT = re.compile(r"g?(?:B|(?P<unit>[WTYQ])[bDj])")

# What the words after a unit of time count: "tuần trước" -1, "tuần tới" +1.
_COUNTS = {"t": 0, "a": 0, "l": -1, "v": -1, "e": 1, "s": 1}
_UNITS = {"N": "day", "W": "week", "T": "month", "Y": "year", "Q": "quarter"}
_TENSES = {"e": "next", "v": "last", "t": "", "a": ""}


def _number(reading: Reading, start: int, end: int) -> int | None:
    """The number that the atoms give, in digits or words ("năm" is five here)."""
    if end - start == 1 and reading.code[start] in "mdnyxu":
        return int(reading.atoms[start].value) if reading.atoms[start].value.isdigit() else None
    text = reading.span(start, end).of(reading.text)
    value = parse_words(text)
    return int(value) if value is not None and value == int(value) else None


def _year_notes(reading: Reading, match: re.Match[str], group: str = "relyear") -> tuple[str, ...]:
    """The note of a year that is said by a word: "năm ngoái" -> year:-1, "cùng năm" -> the year told before."""
    if match.groupdict().get("prevyear"):
        last = match.end("prevyear") - 1
        return ("prevyear:" + {"D": "1", "b": "-1"}.get(reading.code[last], "0"),)
    if not match[group]:
        return ()
    last = match.end(group) - 1
    count = int(reading.atoms[last].value) if reading.code[last] == "l" else _COUNTS[reading.code[last]]
    return (f"year:{count}",)


def _stated_year(reading: Reading, match: re.Match[str], *groups: str) -> int | None:
    """The year that one of the groups states."""
    return next((reading.value(match.start(g)) for g in groups if match[g]), None)


def _lead_notes(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """What the cue before a date says besides: the weekday, or that the day is today or yesterday ("hôm nay (ngày 6/11)")."""
    notes = []
    for at in range(start, end):
        letter, value = reading.code[at], reading.atoms[at].value
        if letter == "K":
            notes.append(f"weekday:{value}")
        elif letter in "aq" or (letter in "RM" and value.startswith("day:")):
            notes.append({"a": "day:0", "q": "day:-1"}.get(letter, value))
        elif letter == "H":
            notes.append("past")
    return tuple(notes)


def _day_fields(reading: Reading, match: re.Match[str]) -> tuple[int | None, int, int]:
    """Year, month and day of a match of _DAY."""
    if match["day"]:
        return reading.value(match.start("year")), reading.value(match.start("month")), reading.value(match.start("day"))
    if match["dotted"]:
        day, month, year = map(int, reading.atoms[match.start("dotted")].value.split("."))
        return year, month, day
    if match["iso"]:
        at = match.start("iso")
        return reading.value(at), reading.value(at + 2), reading.value(at + 4)
    if match["short"]:
        at = match.start("short")
        short = reading.value(at + 4)
        return short + (2000 if short < 50 else 1900), reading.value(at + 2), reading.value(at)
    if match["dot"]:
        day, month = map(int, reading.atoms[match.start("dot")].value.split("."))
        return None, month, day
    if match["words"]:
        start, end = match.span("words")
        month = _number(reading, end - 1, end) if reading.code[end - 1] != "Y" else 5
        year = reading.value(match.start("slashyear")) if match["slashyear"] else None
        return year, month or 0, _number(reading, start, end - 2) or 0
    at = match.start("slash") if match["slash"] else match.start("dash")
    return None, reading.value(at + 2), reading.value(at)


def find_day(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """A day at the atom `at`; a form that could be a fraction, score or decimal ("1/7", "2-1", "6.2") only after a date cue."""
    match = _DAY.match(reading.code, at)
    if match is None:
        return None
    led = cue or match.end("lead") > match.start("lead")
    unsure = match["dash"] or match["dot"] or match["short"]
    if (unsure and not led) or (match["slash"] and not led and not _bare_day_month(reading, match)):
        return None
    if (match["dash"] or match["dot"]) and _repeated(reading, match):
        return None
    if match["words"] and not (led or match["wordyear"] or match["relyear"] or match["slashyear"] or match["deictic"]):
        return None
    year, month, day = _day_fields(reading, match)
    year = year if year is not None else _stated_year(reading, match, "wordyear")
    if not (1 <= month <= 12 and 1 <= day <= 31) or (year is not None and year < 1000):
        return None
    notes = _lead_notes(reading, *match.span("lead")) + _year_notes(reading, match)
    tense = _TENSES.get(match["deictic"] or "", "")
    end = match.end()
    if "(" in reading.code[at : match.end("lead")] and reading.code[end : end + 1] == ")":
        end += 1
    found = Found(at, end, "date", "day", year, month, day, notes + ((tense,) if tense else ()), led=led)
    if any(note.startswith("prevyear") for note in notes):
        found = replace(found, lean="previous")
    return replace(found, op="vague", grain="vague") if match["lunar"] else found


def _repeated(reading: Reading, match: re.Match[str]) -> bool:
    """Whether "ngày 2-3" may mean two or three times a day: a count stands before "ngày"."""
    start = match.start()
    return start > 0 and reading.code[start] == "N" and reading.code[start - 1] in "u0z"


def _bare_day_month(reading: Reading, match: re.Match[str]) -> bool:
    """Whether "15/8" without a cue of its own is a day: in brackets, or after a word that leads to a time ("trước 30/6")."""
    before = reading.code[match.start() - 1] if match.start() else ""
    if match["wordyear"] or match["relyear"] or match["deictic"]:
        return True
    if re.match(r"[-E][md]/m(?![/-])", reading.code[match.end() : match.end() + 5]) or before == "-":  # 28/6 - 3/7
        return True
    if _share_pattern().match(reading.text, reading.atoms[match.end() - 1].end):  # "đến 4/5 số ghế"
        return False
    bracketed = before == "(" and reading.code[match.end() : match.end() + 1] == ")"
    return bracketed or (before != "" and before in "FEUIrls")


@cache
def _share_pattern() -> re.Pattern[str]:
    """A noun of which something is a share, after a fraction."""
    words = "|".join(sorted((row.word for row in time_words() if row.kind == "share"), key=len, reverse=True))
    return re.compile(rf"\s{{1,3}}(?:{words})(?!\w)", re.IGNORECASE)


def find_cue_day(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """A day told by a word alone: "hôm nay", "tối qua", "thứ Hai tuần tới", "cùng ngày"."""
    match = _CUE_DAY.match(reading.code, at)
    if match is None:
        return None
    letters = range(*match.span("lead"))
    relative = next((k for k in letters if reading.code[k] in "RM"), None)
    end = match.end("lead")
    if relative is not None:
        kind, _, count = reading.atoms[relative].value.partition(":")
        if kind == "previous":
            return Found(at, end, f"day:{count}", "day", lean="previous")
        return Found(at, end, f"day:{count}", "day")
    weekday = next((k for k in letters if reading.code[k] == "K"), None)
    if weekday is not None:
        return _weekday(reading, match, weekday, cue=cue)
    deictic = next((k for k in letters if reading.code[k] in "aqv"), None)
    if deictic is None or (reading.code[at] != "P" or (at and reading.code[at - 1] in "uz")):  # "hai chiều qua cửa khẩu"
        return None
    return Found(at, deictic + 1, "day:0" if reading.code[deictic] == "a" else "day:-1", "day")


def _weekday(reading: Reading, match: re.Match[str], at: int, *, cue: bool) -> Found | None:
    """A weekday; an ordinal ("lần thứ hai", "thứ tư") where neither a capital nor a neighbour speaks for the day."""
    start = match.start()
    before = reading.code[start - 1] if start else ""
    name = reading.atoms[at]
    written = reading.text[name.start : name.end]
    second = written.split()[-1]
    capital = second[0].isupper() and not written.split()[0].isupper()
    sunday = name.value == "6"
    helped = cue or (at > start and reading.code[start:at] != "N") or match["week"] or (before and before in "IFr")
    counted = reading.code[start] == "N" and before and before in "mdnuz"  # "hai ngày thứ bảy"
    if before == "#" or counted or not (capital or helped or sunday) or (before and before in "WY" and not capital):
        return None
    if match["often"]:
        return Found(start, match.end(), "vague", "vague")
    notes: tuple[str, ...] = ("past",) if "H" in match["lead"] else ()
    week = match["week"] or ""
    if week and week[-2:-1] == "W":
        notes += (f"week:{_COUNTS.get(week[-1], -1)}",)
    elif week:
        notes += ({"e": "next", "t": "", "q": "past", "v": "past"}[week],)
    return Found(start, match.end(), f"weekday:{name.value}", "day", notes=tuple(n for n in notes if n))


def find_bare_day(reading: Reading, at: int) -> Found | None:
    """A day whose month stands with the next one: "ngày 16" of "ngày 16 đến 19/11"."""
    match = _BARE_DAY.match(reading.code, at)
    if match is None:
        return None
    first = match.start("days")
    led = match.end("lead") > match.start("lead")
    return Found(at, match.end(), "date", "day", day=reading.value(first), led=led, weak=True)


def find_month(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """A month, with "đầu", "giữa", "cuối" or without."""
    match = _MONTH.match(reading.code, at)
    if match is None:
        return _relative_month(reading, at)
    before = reading.code[at - 1] if at else ""
    dated = match["year"] or match["wordyear"] or match["bareyear"] or match["relyear"] or match["prevyear"]
    if match["slash"]:
        if before and before in "#/-" and not (before == "-" and cue):
            return None
        year, month = reading.value(match.start("slash") + 2), reading.value(match.start("slash"))
    elif match["dotted"]:
        month, year = map(int, reading.atoms[match.start("dotted")].value.split("."))
    else:
        where = match.start("month")
        value = 5 if match["month"] == "Y" else _number(reading, where, where + 1)
        if value is None or not 1 <= value <= 12:
            return None
        if not dated and before and before in "mdnuYz" and not match["part"]:  # "6 tháng 3 ngày"
            return None
        month = value
        year = _stated_year(reading, match, "year", "wordyear", "bareyear")  # type: ignore[assignment]
    notes = _part_notes(reading, match) + _year_notes(reading, match)
    tense = _TENSES.get(match["deictic"] or "", "")
    found = Found(at, match.end(), "month", "month", year, month, notes=notes + ((tense,) if tense else ()), led=True)
    if any(note.startswith("prevyear") for note in notes):
        found = replace(found, lean="previous")
    return replace(found, op="vague", grain="vague") if match["lunar"] else found


def _part_notes(reading: Reading, match: re.Match[str]) -> tuple[str, ...]:
    """Which part of a month or year is meant: "đầu", "giữa", "cuối"."""
    return (f"part:{reading.atoms[match.start('part')].value}",) if match["part"] else ()


def _relative_month(reading: Reading, at: int) -> Found | None:
    """ "tháng trước", "cuối tháng này", "cuối tháng"."""
    match = _RELATIVE_MONTH.match(reading.code, at)
    if match is None or (at and reading.code[at - 1] in "mdnuYz" and reading.code[at] == "T"):
        return None
    if match["lone"]:
        if not _stands_as_time(reading, at):
            return None
        return Found(at, match.end(), "month:0", "month", notes=(f"part:{reading.atoms[at].value}",))
    count = -1 if match["deictic"] == "q" else _COUNTS[match["deictic"]]
    return Found(at, match.end(), f"month:{count}", "month", notes=_part_notes(reading, match))


def find_quarter(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """A quarter: "quý I/2024", "quý hai năm nay", "quý trước", "quý đầu năm"."""
    match = _QUARTER.match(reading.code, at)
    if match is None:
        return None
    if match["relative"]:
        before = reading.code[at - 1] if at else ""
        if match["relative"] == "t" and not (match["part"] or (before and before in "iIFEUr")):  # "kim loại quý này"
            return None
        count = -1 if match["relative"] == "q" else _COUNTS[match["relative"]]
        return Found(at, match.end(), f"quarters:{count}", "quarter")
    if match["edge"]:
        number = {"first": 1, "last": 4}.get(reading.atoms[match.start("edge")].value)
        year, notes = _stated_year(reading, match, "edgeyear"), ()
        if match["edgerel"]:
            notes = (f"year:{_COUNTS[match['edgerel']]}",)
    else:
        number = _number(reading, match.start("number"), match.end("number"))
        year, notes = _stated_year(reading, match, "year", "wordyear"), _year_notes(reading, match)
        tense = _TENSES.get(match["deictic"] or "", "")
        notes += (tense,) if tense else ()
    if number is None or not 1 <= number <= 4:
        return None
    lean = "previous" if any(n.startswith("prevyear") for n in notes) else ""
    return Found(at, match.end(), f"quarter:{number}", "quarter", year, notes=notes, lean=lean)


def find_months(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """The first or last months of a year: "9 tháng đầu năm nay", "11 tháng năm 2016", "nửa cuối năm", "tháng đầu năm"."""
    match = _MONTHS.match(reading.code, at)
    if match is None:
        return None
    edge, number = "first", 6
    grain: Grain = "period"
    if match["number"]:
        edge = reading.atoms[match.start("edge")].value
        number = (5 if match["number"] == "Y" else _number(reading, *match.span("number")) or 0) * (3 if match["unit"] == "Q" else 1)
    elif match["whole"]:
        number = _number(reading, *match.span("whole")) or 0
        if match["bare"] or (match["relyear"] and reading.code[match.end() - 1] not in "la"):
            return None
    elif match["half"]:
        edge, grain = ("first" if reading.atoms[at].value == "1" else "last"), "half"
    else:
        edge, number = reading.atoms[at + 1].value, 1
        grain = "month"
    if edge == "mid" or not 1 <= number <= 12:
        return None
    notes = _year_notes(reading, match)
    year = _stated_year(reading, match, "year", "wordyear")
    lean = "previous" if any(n.startswith("prevyear") for n in notes) else ""
    return Found(at, match.end(), f"months:{edge}:{number}", grain, year, notes=notes, lean=lean)


def find_year(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """A year: "năm 2022", "cuối năm nay", "đầu năm", "(2016)"."""
    match = _YEAR.match(reading.code, at)
    if match is None:
        return None
    before = reading.code[at - 1] if at else ""
    if match["edge"]:
        if before in {"T", "Q", "W"} or not _stands_as_time(reading, at):
            return None
        return Found(at, match.end(), "year:bare", "year", notes=(f"part:{reading.atoms[match.start('edge')].value}",))
    notes = _part_notes(reading, match)
    if not match["relyear"]:
        year = _stated_year(reading, match, "year", "bareyear", "bracket")
        return Found(at, match.end(), "year", "year", year, notes=notes)
    if before and before in "mdnuYz" and not match["part"]:
        return None
    last = match.end() - 1
    letter = reading.code[last]
    if letter in "qv":
        return Found(at, match.end(), "year:passed", "year", notes=notes)
    if letter == "t":  # "năm này" is the year told before
        return Found(at, match.end(), "year:0", "year", notes=notes, lean="previous")
    count = int(reading.atoms[last].value) if letter == "l" else _COUNTS[letter]
    return Found(at, match.end(), f"year:{count}", "year", notes=notes)


def _stands_as_time(reading: Reading, at: int) -> bool:
    """Whether "đầu năm", "cuối tuần" alone tells when, and is no attribute ("phiên cuối tuần", "lộc đầu năm")."""
    before = reading.code[at - 1] if at else ""
    if before and before in "FEUIirH":
        return True
    return reading.text[: reading.atoms[at].start].rstrip(" \u00a0")[-1:] in {"", "\n", ".", ",", ";", ":", "!", "?", "(", "“", '"'}


def find_week(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """A week: "tuần trước", "cuối tuần này", "đầu tuần"."""
    match = _WEEK.match(reading.code, at)
    if match is None or (at and reading.code[at - 1] in "mdnuYz" and reading.code[at] == "W"):
        return None
    if match["edge"]:
        if not _stands_as_time(reading, at):
            return None
        return Found(at, match.end(), "week:bare", "week", notes=(f"part:{reading.atoms[at].value}",))
    count = "passed" if match["deictic"] in "qv" else str(_COUNTS[match["deictic"]])
    return Found(at, match.end(), f"week:{count}", "week", notes=_part_notes(reading, match))


def find_counted(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """Counted from now or from what was told before: "cách đây hai năm", "một tháng sau đó"; after "hơn", "vài" it has no days."""
    match = _COUNTED.match(reading.code, at)
    if match is None:
        return None
    if match["ago"]:
        numbers, unit, way = match.span("agonumber"), match["agounit"], "o"
        rough = bool(match["agoapprox"]) or "z" in match["agonumber"]
    else:
        numbers, unit, way = match.span("number"), match["unit"], match["way"]
        rough = bool(match["approx"]) or match["number"] == "z"
    number = 5 if match.string[numbers[0] : numbers[1]] == "Y" else _number(reading, *numbers)
    if rough or number is None or number > 500:
        return Found(at, match.end(), "vague", "vague")
    if way == "l" and reading.atoms[match.end() - 1].value != "-1":
        return None
    if way in "ls" and _goes_on(reading, match.end(), way):
        return Found(at, match.end(), "vague", "vague")
    sign = -1 if way in "lob" else 1
    word = _UNITS[unit]
    grain: Grain = "day" if unit == "N" or (unit, way) == ("W", "A") else word  # type: ignore[assignment]
    if (unit, way) == ("W", "A"):  # "một tuần nữa" is that day, not that week
        word, number = "day", number * 7
    op = "quarters" if word == "quarter" else word
    return Found(at, match.end(), f"{op}:{sign * number}", grain, lean="previous" if way in "bDs" else "")


def _goes_on(reading: Reading, at: int, way: str) -> bool:
    """Whether "hai tuần sau", "một năm trước" lean on a noun or clause that follows: "một tuần sau Hội nghị", "một năm trước khi ..."."""
    after = reading.text[reading.atoms[at - 1].end :][:8].lstrip(" \u00a0")
    return after[:3].lower() == "khi" or after[:1].isupper() or (way == "s" and after[:1].isalnum())


def find_years(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """A decade: "thập niên 1980", "những năm 90"."""
    match = _YEARS.match(reading.code, at)
    if match is None:
        return None
    decade = reading.value(match.start("decade"))
    if match["decade"] == "n" and 30 <= decade <= 90:
        decade += 1900
    if decade % 10 or decade < 1000:
        return Found(at, match.end(), "year", "year", decade) if match["kind"] == "J" and decade > 1000 else None
    return Found(at, match.end(), "decade", "years", decade)


def find_same(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """The same period of another year: "cùng kỳ năm ngoái", "cùng kỳ năm 2016", "cùng kỳ"."""
    match = _SAME.match(reading.code, at)
    if match is None:
        return None
    year = _stated_year(reading, match, "year", "bareyear")
    return Found(at, match.end(), "same", "period", year, lean="previous")


def find_vague(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """What has no days: "hiện nay", "mỗi năm", "trong 10 năm qua", "thế kỷ XXI"."""
    match = _VAGUE.match(reading.code, at) or _STRETCH.match(reading.code, at)
    return None if match is None else Found(at, match.end(), "vague", "vague")


def find_previous_unit(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """ "năm trước đó", "tháng sau đó"."""
    match = _PREVIOUS_UNIT.match(reading.code, at)
    if match is None:
        return None
    if match["unit"]:
        if at and reading.code[at - 1] in "mdnuYz~" and reading.code[at] != "g":
            return None
        unit, count = _UNITS[match["unit"]], -1 if reading.code[match.end() - 1] == "b" else 1
        op = "quarters" if unit == "quarter" else unit
        return Found(at, match.end(), f"{op}:{count}", unit, lean="previous")  # type: ignore[arg-type]
    unit, _, number = reading.atoms[match.end() - 1].value.partition(":")
    return Found(at, match.end(), f"{unit}:{number}", unit, lean="previous")  # type: ignore[arg-type]


_FINDERS: tuple[tuple[str, Callable[..., Found | None]], ...] = (
    ("PNHKRmdywpu", find_day),
    ("PNHKR", find_cue_day),
    ("fgTm", find_month),
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
_BY_LETTER: dict[str, tuple[Callable[..., Found | None], ...]] = {
    letter: tuple(finder for letters, finder in _FINDERS if letter in letters) for letter in set("".join(k for k, _ in _FINDERS))
}


def find_expression(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """The longest single expression that begins at the atom `at`; `cue`: a date cue stands before it.

    >>> from vnbilat_lib.times.words import read_atoms
    >>> found = find_expression(read_atoms("tháng 11 năm ngoái"), 0)
    >>> found.op, found.month, found.notes
    ('month', 11, ('year:-1',))
    """
    best: Found | None = None
    for finder in _BY_LETTER.get(reading.code[at : at + 1], ()):
        found = finder(reading, at, cue=cue)
        if found is not None and (best is None or found.end > best.end):
            best = found
    return best
