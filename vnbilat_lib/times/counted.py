"""What is counted from now or from what was told before ("cách đây hai năm", "cùng kỳ"), and what has no days ("10 năm qua")."""

from __future__ import annotations

import re

from vnbilat_lib.doc import Grain
from vnbilat_lib.times.found import UNITS, Found, number_of, stated_year
from vnbilat_lib.times.words import Reading

# Counted from now or from what was told before: "hai năm trước", "một tháng sau đó", "cách đây hai năm", "một tuần nữa".
_COUNTED = re.compile(
    r"""
    (?P<approx>~)?(?P<number>[mdnuY]{1,3}|z)(?P<unit>[NWTYQ])(?P<way>[lobDsA])
    | (?P<ago>S)(?P<agoapprox>[~r])?(?P<agonumber>[mdnuYz]{1,3})(?P<agounit>[NWTY])
    """,
    re.VERBOSE,
)
# A stretch that has no days of its own: "trong 10 năm qua", "vài tuần tới", "3 năm liên tiếp".
_STRETCH = re.compile(r"~?[mdnuYz]{1,3}[NWTYZQC]g?[qveGtja]|[WTYZC]G|Z[qvelts]|C(?:[lnmtsevx]|n|d)?|(?<=i)[mdnuYz]{1,3}[NWTYZ]")
# Of these, the ones whose days can be counted: "3 ngày qua", "trong hai tuần tới"; ten years are no days of their own.
_COUNTED_STRETCH = re.compile(r"(?P<number>[mdnu]{1,3})(?P<unit>[NWT])(?P<way>[qvej])(?![NTYmdpwy])")
_SAME = re.compile(r"=(?:Y(?P<year>y)|(?P<bareyear>y)|Y[laest]|Y[bD]|B|T[ltsa]|Q[lts])?")
_VAGUE = re.compile(r"[0V]")
_LONGEST_STRETCH = 31
_PREVIOUS_UNIT = re.compile(r"g?(?:B|(?P<unit>[WTYQ])[bDj])")


def find_counted(reading: Reading, at: int) -> Found | None:
    """Counted from now or from before: "cách đây hai năm", "một tháng sau đó"; after "hơn", "vài" it has no days."""
    match = _COUNTED.match(reading.code, at)
    if match is None:
        return None
    if match["ago"]:
        numbers, unit, way = match.span("agonumber"), match["agounit"], "o"
        rough = bool(match["agoapprox"]) or "z" in match["agonumber"]
    else:
        numbers, unit, way = match.span("number"), match["unit"], match["way"]
        rough = bool(match["approx"]) or match["number"] == "z"
    number = 5 if match.string[numbers[0] : numbers[1]] == "Y" else number_of(reading, *numbers)
    if rough or number is None or number > 500:
        return Found(at, match.end(), "vague", "vague")
    if way == "l" and reading.atoms[match.end() - 1].value != "-1":
        return None
    if way in "ls" and _goes_on(reading, match.end(), way):
        return Found(at, match.end(), "vague", "vague")
    sign = -1 if way in "lob" else 1
    word = UNITS[unit]
    grain: Grain = "day" if unit == "N" or (unit, way) == ("W", "A") else word  # type: ignore[assignment]
    if (unit, way) == ("W", "A"):  # "một tuần nữa" is that day, not that week
        word, number = "day", number * 7
    op = "quarters" if word == "quarter" else word
    return Found(at, match.end(), f"{op}:{sign * number}", grain, lean="previous" if way in "bDs" else "")


def _goes_on(reading: Reading, at: int, way: str) -> bool:
    """Whether "hai tuần sau", "một năm trước" lean on what follows: "một tuần sau Hội nghị", "một năm trước khi ..."."""
    end = reading.atoms[at - 1].end
    after = reading.text[end : end + 8].lstrip(" \u00a0")
    return after[:3].lower() == "khi" or after[:1].isupper() or (way == "s" and after[:1].isalnum())


def find_same(reading: Reading, at: int) -> Found | None:
    """The same period of another year: "cùng kỳ năm ngoái", "cùng kỳ năm 2016", "cùng kỳ"."""
    match = _SAME.match(reading.code, at)
    if match is None:
        return None
    year = stated_year(reading, match, "year", "bareyear")
    return Found(at, match.end(), "same", "period", year, lean="previous")


def find_vague(reading: Reading, at: int) -> Found | None:
    """What has no days: "hiện nay", "mỗi năm", "trong 10 năm qua", "thế kỷ XXI"."""
    if found := _counted_stretch(reading, at):
        return found
    match = _VAGUE.match(reading.code, at) or _STRETCH.match(reading.code, at)
    return None if match is None else Found(at, match.end(), "vague", "vague")


def _counted_stretch(reading: Reading, at: int) -> Found | None:
    """Days, weeks or months up to publication or from it on: "3 ngày qua", "hai tuần tới"."""
    match = _COUNTED_STRETCH.match(reading.code, at)
    number = number_of(reading, *match.span("number")) if match else None
    if match is None or number is None or not 1 < number <= _LONGEST_STRETCH or reading.before(at) == "~":
        return None
    end = reading.atoms[match.end() - 1].end
    if reading.text[end : end + 3].lstrip()[:1].isupper():  # "chuyến thăm hai ngày tới Nhật Bản"
        return None
    sign = -1 if match["way"] in "qv" else 1
    return Found(at, match.end(), f"stretch:{UNITS[match['unit']]}:{sign * number}", "period")


def find_previous_unit(reading: Reading, at: int) -> Found | None:
    """A unit beside the one told before: "năm trước đó", "tháng sau đó", "cùng năm"."""
    match = _PREVIOUS_UNIT.match(reading.code, at)
    if match is None:
        return None
    if match["unit"]:
        if at and reading.code[at - 1] in "mdnuYz~" and reading.code[at] != "g":
            return None
        unit, count = UNITS[match["unit"]], -1 if reading.code[match.end() - 1] == "b" else 1
        op = "quarters" if unit == "quarter" else unit
        return Found(at, match.end(), f"{op}:{count}", unit, lean="previous")  # type: ignore[arg-type]
    unit, _, number = reading.atoms[match.end() - 1].value.partition(":")
    return Found(at, match.end(), f"{unit}:{number}", unit, lean="previous")  # type: ignore[arg-type]
