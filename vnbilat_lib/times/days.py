"""Single days: dates in figures and words, weekdays, today and yesterday."""

from __future__ import annotations

import re
from functools import cache

from vnbilat_lib.lexicon import time_words
from vnbilat_lib.times.found import COUNTS, Found, lean_of, number_of, opens_clause, stated_year, tense_notes, year_notes
from vnbilat_lib.times.words import Reading

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
        | (?P<ofmonth>[md]T[tlse])(?!y)                          # (ngày) 20 tháng trước
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
    """Year, month and day of a match of _DAY; 0 for a month or day that is none."""
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
    if match["words"]:
        return _day_in_words(reading, match)
    if match["dot"]:
        day, month = map(int, reading.atoms[match.start("dot")].value.split("."))
        return None, month, day
    at = match.start("slash") if match["slash"] else match.start("dash")
    return None, reading.value(at + 2), reading.value(at)


def _day_in_words(reading: Reading, match: re.Match[str]) -> tuple[int | None, int, int]:
    """Year, month and day of "20 tháng 5", "hai mươi tháng năm"."""
    start, end = match.span("words")
    month = 5 if reading.code[end - 1] == "Y" else number_of(reading, end - 1, end)
    year = reading.value(match.start("slashyear")) if match["slashyear"] else None
    return year, month or 0, number_of(reading, start, end - 2) or 0


def find_day(reading: Reading, at: int, *, cue: bool = False) -> Found | None:
    """A day at the atom `at`; a form that could be a fraction, score or decimal ("1/7", "2-1", "6.2") only after a date cue."""
    match = _DAY.match(reading.code, at)
    if match is None or not _is_day(reading, match, led=cue or match.end("lead") > match.start("lead")):
        return None
    if match["ofmonth"]:
        return _day_of_month(reading, match)
    stated, month, day = _day_fields(reading, match)
    year = stated if stated is not None else stated_year(reading, match, "wordyear")
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    notes = _lead_notes(reading, *match.span("lead")) + year_notes(reading, match)
    end = match.end()
    if "(" in reading.code[at : match.end("lead")] and reading.code[end : end + 1] == ")":
        end += 1
    if match["lunar"]:
        return Found(at, end, "vague", "vague")
    led = cue or match.end("lead") > match.start("lead")
    return Found(at, end, "date", "day", year, month, day, notes + tense_notes(match), led=led, lean=lean_of(notes))


def _day_of_month(reading: Reading, match: re.Match[str]) -> Found:
    """A day of a month that is told by a word: "ngày 20 tháng trước"."""
    at, end = match.start("ofmonth"), match.end("ofmonth")
    notes = (*_lead_notes(reading, *match.span("lead")), f"month:{COUNTS[reading.code[end - 1]]}")
    return Found(match.start(), end, "date", "day", day=reading.value(at), notes=notes, led=True)


def _is_day(reading: Reading, match: re.Match[str], *, led: bool) -> bool:
    """Whether figures are a day: with a year surely, else after a cue, or where their place speaks for it."""
    if match["dash"] or match["dot"]:
        return led and not _repeated(reading, match)
    if match["ofmonth"]:
        return led
    if match["short"]:
        return led or _is_line(reading, match.start(), match.end())
    if match["words"]:
        if reading.before(match.start()) == "#":  # "lần thứ 13 tháng 9/2016"
            return False
        dated = match["wordyear"] or match["relyear"] or match["slashyear"] or match["deictic"]
        return led or bool(dated) or _is_line(reading, match.start(), match.end()) or _ends_days(reading, match)
    return not match["slash"] or led or _is_line(reading, match.start(), match.end()) or _bare_day_month(reading, match)


def _is_line(reading: Reading, start: int, end: int) -> bool:
    """Whether the atoms are a line by themselves, so that no neighbour is needed to tell a day ("15/2")."""
    span = reading.span(start, end)
    before, after = reading.text[max(0, span.start - 8) : span.start], reading.text[span.end : span.end + 8]
    return not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip()


def _ends_days(reading: Reading, match: re.Match[str]) -> bool:
    """Whether "15 tháng 7" ends a span of days or follows a word that leads to a time ("13 - 15 tháng 7", "vào 1 tháng 3")."""
    before, following = reading.code[max(0, match.start() - 2) : match.start()], reading.code[match.end() : match.end() + 1]
    led = (before[-1:] == "-" and before[:1] in {"m", "d"}) or before[-1:] in {"I", "F"}
    return led and following not in {"N", "W", "T", "Q"}


def _repeated(reading: Reading, match: re.Match[str]) -> bool:
    """Whether "ngày 2-3" may mean two or three times a day: a count stands before "ngày"."""
    start = match.start()
    return start > 0 and reading.code[start] == "N" and reading.code[start - 1] in "u0z"


def _bare_day_month(reading: Reading, match: re.Match[str]) -> bool:
    """Whether "15/8" without a cue of its own is a day: in brackets, or after a word that leads to a time ("trước 30/6")."""
    before = reading.code[match.start() - 1] if match.start() else ""
    if match["wordyear"] or match["relyear"] or match["deictic"]:
        return True
    if _share_pattern().match(reading.text, reading.atoms[match.end() - 1].end):  # "đến 4/5 số ghế"
        return False
    if re.match(r"[-E][md]/m(?![/-])", reading.code[match.end() : match.end() + 5]) or before == "-":  # 28/6 - 3/7
        return True
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
    helped = cue or (at > start and reading.code[start:at] != "N") or "W" in (match["week"] or "") or before in {"I", "F", "r"}
    # "Thứ ba tới, đoàn thăm Lào", but "đối tác lớn thứ ba tới thăm"
    helped = helped or (match["week"] is not None and opens_clause(reading, start)) or _is_line(reading, start, match.end())
    counted = reading.code[start] == "N" and before and before in "mdnuz"  # "hai ngày thứ bảy"
    if before == "#" or counted or not (capital or helped or sunday) or (before and before in "WY" and not capital):
        return None
    if match["often"]:
        return Found(start, match.end(), "vague", "vague")
    notes: tuple[str, ...] = ("past",) if "H" in match["lead"] else ()
    week = match["week"] or ""
    if week and week[-2:-1] == "W":
        notes += (f"week:{COUNTS.get(week[-1], -1)}",)
    elif week:
        notes += ({"e": "next", "t": "week:0", "q": "last", "v": "last"}[week],)
    return Found(start, match.end(), f"weekday:{name.value}", "day", notes=tuple(n for n in notes if n))


def find_bare_day(reading: Reading, at: int) -> Found | None:
    """A day whose month stands with the next one: "ngày 16" of "ngày 16 đến 19/11"."""
    match = _BARE_DAY.match(reading.code, at)
    if match is None:
        return None
    first = match.start("days")
    led = match.end("lead") > match.start("lead")
    return Found(at, match.end(), "date", "day", day=reading.value(first), led=led, weak=True)
