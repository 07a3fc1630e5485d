"""Single weeks, months, quarters, parts of a year, years and decades."""

from __future__ import annotations

import re
from dataclasses import replace

from vnbilat_lib.doc import Grain
from vnbilat_lib.times.found import (
    COUNTS,
    Found,
    lean_of,
    number_of,
    opens_clause,
    part_notes,
    stated_year,
    tense_notes,
    year_notes,
)
from vnbilat_lib.times.words import Reading

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
      | (?P<edge>[gX])Y(?:(?P<edgeyear>y)|(?P<edgerel>[laes]))?)        # quý đầu năm 2017
    """,
    re.VERBOSE,
)
_MONTHS = re.compile(
    r"""
    (?:(?P<number>[mduY]{1,2})(?P<unit>[TQ])(?P<edge>[gX])             # 9 tháng đầu
      | (?P<whole>[mu]{1,2})T(?=[Yy/])                               # 11 tháng (năm 2016, /2016)
      | (?P<half>f)                                                  # nửa đầu
      | (?<!z)(?P<first>T[gX]))                                       # tháng đầu (năm)
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
_YEAR_ON_YEAR = re.compile(r"Ys\ ?~Yl")  # "năm sau cao hơn năm trước" is no year in particular
_YEARS = re.compile(r"(?P<kind>[ZJ])(?:Y)?(?P<decade>[yn])")
_WEEK = re.compile(r"(?P<part>g)?W(?P<deictic>[tlqvesa])(?!y)|(?P<edge>gW)")


def find_month(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """A month, with "đầu", "giữa", "cuối" or without."""
    match = _MONTH.match(reading.code, at)
    if match is None:
        return _relative_month(reading, at)
    before = reading.before(at)
    dated = match["year"] or match["wordyear"] or match["bareyear"] or match["relyear"] or match["prevyear"]
    year: int | None
    if match["slash"]:
        if before and before in "#/-" and not (before == "-" and cue):
            return None
        year, month = reading.value(match.start("slash") + 2), reading.value(match.start("slash"))
    elif match["dotted"]:
        month, year = map(int, reading.atoms[match.start("dotted")].value.split("."))
    else:
        where = match.start("month")
        value = 5 if match["month"] == "Y" else number_of(reading, where, where + 1)
        if value is None or not 1 <= value <= 12:
            return None
        if not dated and before and before in "mdnuYz" and not match["part"]:  # "6 tháng 3 ngày"
            return None
        month = value
        year = stated_year(reading, match, "year", "wordyear", "bareyear")
    notes = part_notes(reading, match) + year_notes(reading, match)
    if match["half"] and not match["lunar"]:  # "nửa đầu tháng 5" ends on the 15th
        op = f"edge:half:{'first' if reading.atoms[at].value == '1' else 'last'}"
        return Found(at, match.end(), op, "days", year, month, notes=notes + tense_notes(match), lean=lean_of(notes))
    found = Found(at, match.end(), "month", "month", year, month, notes=notes + tense_notes(match), led=True, lean=lean_of(notes))
    return replace(found, op="vague", grain="vague") if match["lunar"] else found


def _relative_month(reading: Reading, at: int) -> Found | None:
    """A month by a word: "tháng trước", "cuối tháng này", "cuối tháng"."""
    match = _RELATIVE_MONTH.match(reading.code, at)
    if match is None or (at and reading.code[at - 1] in "mdnuYz" and reading.code[at] == "T"):
        return None
    if match["lone"]:
        if not _stands_as_time(reading, at):
            return None
        return Found(at, match.end(), "month:0", "month", notes=(f"part:{reading.atoms[at].value}",))
    count = -1 if match["deictic"] == "q" else COUNTS[match["deictic"]]
    return Found(at, match.end(), f"month:{count}", "month", notes=part_notes(reading, match))


def find_quarter(reading: Reading, at: int) -> Found | None:
    """A quarter: "quý I/2024", "quý hai năm nay", "quý trước", "quý đầu năm"."""
    match = _QUARTER.match(reading.code, at)
    if match is None:
        return None
    if match["relative"]:
        before = reading.before(at)
        led = match["part"] or (before and before in "iIFEUr") or opens_clause(reading, at)
        if match["relative"] == "t" and not led:  # "kim loại quý này"
            return None
        count = -1 if match["relative"] == "q" else COUNTS[match["relative"]]
        return Found(at, match.end(), f"quarters:{count}", "quarter")
    if match["edge"]:
        number = {"first": 1, "last": 4}.get(reading.atoms[match.start("edge")].value)
        year = stated_year(reading, match, "edgeyear")
        notes: tuple[str, ...] = (f"year:{COUNTS[match['edgerel']]}",) if match["edgerel"] else ()
    else:
        number = number_of(reading, match.start("number"), match.end("number"))
        year, notes = stated_year(reading, match, "year", "wordyear"), year_notes(reading, match)
        notes += tense_notes(match)
        if reading.atoms[match.start("number") - 1].value and year is None:  # "Q1" alone is a district
            return None
    if number is None or not 1 <= number <= 4:
        return None
    return Found(at, match.end(), f"quarter:{number}", "quarter", year, notes=notes, lean=lean_of(notes))


def find_months(reading: Reading, at: int) -> Found | None:
    """The first or last months of a year: "9 tháng đầu năm nay", "11 tháng năm 2016", "nửa cuối năm", "tháng đầu năm"."""
    match = _MONTHS.match(reading.code, at)
    if match is None:
        return None
    edge, number = "first", 6
    grain: Grain = "period"
    if match["number"]:
        edge = reading.atoms[match.start("edge")].value
        number = 5 if match["number"] == "Y" else number_of(reading, *match.span("number")) or 0
        number *= 3 if match["unit"] == "Q" else 1
    elif match["whole"]:
        number = number_of(reading, *match.span("whole")) or 0
        if match["bare"] or (match["relyear"] and reading.code[match.end() - 1] not in "la"):
            return None
    elif match["half"]:
        edge, grain = ("first" if reading.atoms[at].value == "1" else "last"), "half"
    else:
        edge, number = reading.atoms[at + 1].value, 1
        grain = "month"
    if edge == "mid" or not 1 <= number <= 12:
        return None
    notes = year_notes(reading, match)
    year = stated_year(reading, match, "year", "wordyear")
    return Found(at, match.end(), f"months:{edge}:{number}", grain, year, notes=notes, lean=lean_of(notes))


def find_year(reading: Reading, at: int) -> Found | None:
    """A year: "năm 2022", "cuối năm nay", "đầu năm", "(2016)"."""
    match = _YEAR.match(reading.code, at)
    if match is None:
        return None
    before = reading.before(at)
    if match["edge"]:
        if before in {"T", "Q", "W"} or not _stands_as_time(reading, at):
            return None
        return Found(at, match.end(), "year:bare", "year", notes=(f"part:{reading.atoms[match.start('edge')].value}",))
    notes = part_notes(reading, match)
    if not match["relyear"]:
        year = stated_year(reading, match, "year", "bareyear", "bracket")
        return Found(at, match.end(), "year", "year", year, notes=notes)
    if before and before in "mdnuYz" and not match["part"]:
        return None
    last = match.end() - 1
    letter = reading.code[last]
    if _YEAR_ON_YEAR.search(reading.code, max(0, at - 5), match.end() + 5):
        return Found(at, match.end(), "vague", "vague")
    if letter in "qv":
        return Found(at, match.end(), "year:passed", "year", notes=notes)
    if letter == "t":  # "năm này" is the year told before
        return Found(at, match.end(), "year:0", "year", notes=notes, lean="previous")
    count = int(reading.atoms[last].value) if letter == "l" else COUNTS[letter]
    return Found(at, match.end(), f"year:{count}", "year", notes=notes)


def _stands_as_time(reading: Reading, at: int) -> bool:
    """Whether "đầu năm", "cuối tuần" alone tells when, and is no attribute ("phiên cuối tuần", "lộc đầu năm")."""
    before = reading.before(at)
    if before and before in "FEUIirH":
        return True
    return opens_clause(reading, at)


def find_week(reading: Reading, at: int) -> Found | None:
    """A week: "tuần trước", "cuối tuần này", "đầu tuần"."""
    match = _WEEK.match(reading.code, at)
    if match is None or (at and reading.code[at - 1] in "mdnuYz" and reading.code[at] == "W"):
        return None
    if match["edge"]:
        if not _stands_as_time(reading, at):
            return None
        return Found(at, match.end(), "week:bare", "week", notes=(f"part:{reading.atoms[at].value}",))
    count = "passed" if match["deictic"] in "qv" else str(COUNTS[match["deictic"]])
    return Found(at, match.end(), f"week:{count}", "week", notes=part_notes(reading, match))


def find_years(reading: Reading, at: int) -> Found | None:
    """A decade: "thập niên 1980", "những năm 90"; none of "những năm 50,60", which is read as one number."""
    match = _YEARS.match(reading.code, at)
    if match is None or not reading.atoms[match.start("decade")].value.isdigit():
        return None
    decade = reading.value(match.start("decade"))
    if match["decade"] == "n" and 30 <= decade <= 90:
        decade += 1900
    if decade % 10 or decade < 1000:
        return Found(at, match.end(), "year", "year", decade) if match["kind"] == "J" and decade > 1000 else None
    return Found(at, match.end(), "decade", "years", decade)
