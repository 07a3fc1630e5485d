"""When and where a meeting was or will be, whether it was held, is planned or cancelled, or only wished for."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.doc import MeetingStatus, Span, Time
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.cues import CORE, Row, Token
from vnbilat_lib.meetings.reading import Venue
from vnbilat_lib.meetings.sides import words_of

_BEFORE = ("unreal", "aux", "modifier", "held", "counterpart", "passive")
_SMALL = 4  # words in small letters that open the name of a building
_INSIDE = 3  # a name's words in small letters, and one
_CUES = CORE - {"goes", "event"}  # "bên lề Hội nghị Á - Âu vào tháng 5 tới tại Milan"
_OTHERS = _CUES - {"encounter"}  # "tiếp B trong cuộc gặp cấp cao tại Lima"
_FAR = 12  # words over which no place is an encounter's: "phát biểu tại Đối thoại cảnh cáo ... ở Biển Đông"
_HALL = 3  # words before the office that a building is named after: "Phủ Tổng thống"
_LONGEST = 366  # days of a time that can be a meeting's; "giai đoạn 2013-2017" is none
_AHEAD = re.compile(
    r"""
    (?:^|;)(?:
        (?:week|month|quarter|year):[1-9]           # tuần tới, tháng sau
      | (?:week|month|year):0;part:last(?!.*;past)  # cuối tuần này
      | month;next                                  # tháng 5 tới; not "chiều 28/6 tới sân bay"
    )(?:;|$)
    """,
    re.VERBOSE,
)
_OVER = re.compile(
    r"""
    (?:^|;)(?:
        (?:week|month|quarter|year):-[1-9]  # tháng trước, năm ngoái
      | week:passed                         # cuối tuần qua
    )(?:;|$)
    """,
    re.VERBOSE,
)
_TRAVEL = ("trip", "travels", "goes", "event")


def days_of(time: Time | None) -> tuple[date | None, date | None]:
    """The first and last day that a time gives: "kéo dài đến ngày 13/11" only the last."""
    if time is None or time.grain == "vague" or time.modifier == "target" or _is_long(time):
        return None, None
    if time.modifier == "until":
        return None, time.end
    if time.modifier == "since":
        return time.start, None
    return time.start, time.end


def _is_long(time: Time) -> bool:
    return bool(time.start and time.end and (time.end - time.start).days > _LONGEST)


def is_dated(time: Time | None) -> bool:
    """Whether a time gives a day, or would if the article's were known."""
    return days_of(time) != (None, None) or is_ahead(time) or is_over(time)


def is_ahead(time: Time | None) -> bool:
    """Whether a time is to come whenever the article came out: "tuần tới", "tháng 5 tới"."""
    return time is not None and time.grain != "vague" and bool(_AHEAD.search(time.value))


def is_over(time: Time | None) -> bool:
    """Whether a time is over for long whenever the article came out: "tháng trước", "năm ngoái"."""
    return time is not None and time.grain != "vague" and bool(_OVER.search(time.value))


def is_journey(row: Row, at: int) -> bool:
    """Whether the time at token `at` is a journey's or an event's own: "chuyến thăm Đức từ ngày 5 đến 8/7"."""
    for before in range(at - 1, max(at - 12, -1), -1):
        token = row[before]
        if token.has(*_TRAVEL):
            return True
        if token.is_mark(",;:.") or token.has("meets", "meets-with", "encounter"):
            return False
    return False


def _spans_days(time: Time) -> bool:
    start, end = days_of(time)
    return time.grain == "days" and start != end


def find_time(row: Row, first: int, last: int) -> tuple[Time, int] | None:
    """The time of an encounter told by the tokens first..last, with its number: inside, right behind, or before it."""
    for at in range(first, last + 1):
        time = row[at].time
        if time and is_dated(time) and not (time.grain != "day" and is_journey(row, at)):
            return time, at  # but "A sẽ thăm Nhật Bản vào cuối tháng 11, gặp B"
    behind = _behind(row, last)
    if behind is not None and (time := row[behind].time):
        return time, behind
    for at in range(first - 1, -1, -1):
        token = row[at]
        if token.is_mark(";") or token.has("report"):
            return None
        if token.time and is_dated(token.time) and not is_journey(row, at) and not _spans_days(token.time):
            return local_day(row, at)
    return None


def local_day(row: Row, at: int) -> tuple[Time, int] | None:
    """The time at token `at`, or the one that it only explains: "chiều 31/5 theo giờ địa phương (rạng sáng 1/6, giờ Hà Nội)"."""
    for before in range(at - 1, max(at - 7, -1), -1):
        token = row[before]
        if token.time and token.time.grain == "day" and is_dated(token.time):
            at = before
            break
        if token.who or token.has(*CORE) or token.is_mark(",;:.)"):
            break
    time = row[at].time
    return (time, at) if time else None


def _behind(row: Row, last: int) -> int | None:
    """The number of a time right behind an encounter, over a place or a few words."""
    at, words, there = last + 1, 0, False
    while at < len(row):
        token = row[at]
        if token.time:
            return at if is_dated(token.time) else None
        there = there or token.has("at")
        beside = there and row[at - 1].has("place") and (at + 1 < len(row) and row[at + 1].has("time", "place"))
        if (token.is_mark(",;:.") and not (token.is_mark(",") and beside)) or token.who or token.has(*_CUES):
            return None  # but "tại Sydney, Australia, ngày 19/12/2016"
        words += token.syllables if token.has("text") else 0
        if words > 8:
            return None
        at += 1
    return None


def find_venue(row: Row, first: int, last: int, text: str) -> Venue | None:
    """Where an encounter told by the tokens first..last took place: "tại Phủ Chủ tịch", "ở Tokyo, Nhật Bản"."""
    places = [at for at in range(len(row)) if row[at].has("at") or _enters(row, at)]
    places = [at for at in places if not any(_leads_to(row, outer, at) for outer in places)]
    inside = [at for at in places if first <= at <= last and not _in_title(row, first, at)]
    behind = [at for at in places if last < at and not _breaks(row, last + 1, at)]
    before = [at for at in reversed(places) if at < first and not _splits(row, at, first) and _opens(row, at, first)]
    towns = [at for at in range(last) if _reaches(row, at, first)]
    found = [venue for at in inside + behind[:1] + before + towns if (venue := _venue(row, at + 1, text))]
    if not found:
        return None
    best = next((venue for venue in found if venue.name), found[0])  # "tại Phủ Chủ tịch, A tiếp B nhận nhiệm vụ tại Lào"
    country = best.country or next((venue.country for venue in found if venue.country), None)
    return replace(best, country=country)


def _leads_to(row: Row, outer: int, at: int) -> bool:
    """Whether the place at token `at` is only where that at token `outer` is: "tại Đại lễ đường Nhân dân ở thủ đô Bắc Kinh"."""
    return outer < at - 1 and not row[outer + 1].has("event") and _end(row, outer + 1) > at


def _reaches(row: Row, at: int, first: int) -> bool:
    """Whether a journey leads to a town or province where others are met: "A sẽ thăm TP. New York, gặp B"."""
    following = at + 1
    while following < len(row) and row[following].has("land"):
        following += 1
    if not row[at].has("travels", "trip") or following >= len(row):
        return False
    place = row[following].place
    named = place is not None and (place.kind == "city" or (place.kind == "region" and row[following - 1].has("land")))
    return named and (at >= first or _opens(row, at, first)) and not any(token.has("ends") for token in row[max(0, at - 3) : at])


def _enters(row: Row, at: int) -> bool:
    """Whether somebody gets to a building or town and meets there: "A đến Nhà Trắng gặp B", "ngay sau khi đến Minsk, A gặp B"."""
    following = at + 1
    while following < len(row) and row[following].has("land"):
        following += 1
    place = row[following].place if row[at].has("goes") and following < len(row) else None
    if place is None:
        return False
    return fold(row[following].words) in _buildings() or (place.kind == "city" and at > 0 and row[at - 1].has("when"))


@cache
def _buildings() -> frozenset[str]:
    return frozenset(fold(row.name) for row in lexicon.cities() if row.kind == "building")


def _breaks(row: Row, start: int, end: int) -> bool:
    """Whether another person, cue or event stands between; not "bên lề Hội nghị G20 tại Hamburg"."""
    opens = end - 1 if row[end - 1].has("attends") else end  # "Đối thoại Shangri-La khai mạc tại Singapore"
    if any(t.who or t.has("once", "report", "unreal", *_OTHERS) or t.is_mark(";:.,-–") for t in row[start:opens]):
        return True  # "gặp cựu chiến binh Belarus đã từng chiến đấu tại Việt Nam"
    if sum(t.syllables for t in row[start:opens] if t.has("text")) > _FAR:
        return True
    return any(row[n].has("event", "encounter") and not row[n - 1].has("frame") for n in range(start, end))


def _in_title(row: Row, first: int, at: int) -> bool:
    """Whether a place is where somebody serves: "A, thành viên Ủy ban Quốc phòng tại Duma Nga, sau cuộc gặp với B"."""
    before = at - 1
    while before > first and row[before].has("text", "body", "inner", "oblique", "of", "place"):
        before -= 1
    return before < at - 1 and before > first and row[before].is_mark(",-–") and row[before - 1].who is not None


def _splits(row: Row, start: int, end: int) -> bool:
    """Whether a place that far in front belongs to something else."""
    return any(t.who or t.has("meets", "meets-with", "encounter") or t.is_mark(";:") for t in row[start:end])


def _opens(row: Row, at: int, first: int) -> bool:
    """Whether a place before a cue is its clause's: "Sáng 5/6, tại Tokyo, A gặp B", "họp báo tại Paris sau cuộc hội đàm"."""
    if at == 0 or row[at - 1].has("mark", "time"):
        return True
    end = at + 1
    while end < first and (row[end].has("land", "place", "text", "time") or _is_name(row, end) or _bridge(row, end)):
        end += 1
    end += row[end].is_mark(")")  # "nhân dịp dự Hội nghị tại Lima (Peru), A gặp B"
    takes_place = end < first and all(token.has("held", "aux") for token in row[end:first])  # "tại Quảng Ninh đã diễn ra hội đàm"
    return takes_place or row[end].is_mark(",") or (row[end].has("frame") and end + 1 >= first and _is_town(row, at))


def _is_town(row: Row, at: int) -> bool:
    """Whether a place is named at once: not "A, nghị sĩ tại Hạ viện Nga sau cuộc gặp với B"."""
    following = at + 1
    while following < len(row) and row[following].has("land"):
        following += 1
    return following < len(row) and row[following].has("place")


def _venue(row: Row, at: int, text: str) -> Venue | None:
    """The place named from token `at` on, with the country that the name or its neighbour tells."""
    start = at
    while at < len(row) and row[at].has("land"):
        at += 1
    if start < at < len(row) - 1 and row[at].has("text") and row[at].words.islower() and row[at + 1].has("place"):
        at += 1  # "thủ đô hành chính La Haye"
    end = _end(row, at)
    if at == end or row[at].has("event") or (row[at].has("world") and not row[at].words.istitle()):
        return None
    codes = [token.place for token in row[start:end] if token.place]
    country = next((place.country for place in codes if place.country), None)
    if row[at].place and row[at].place.kind in ("country", "both", "short", "bloc"):  # type: ignore[union-attr]
        name = row[at].words if fold(row[at].words) in words_of("city-state") else None
        return Venue(name, country, row[at].span) if country else None
    whole = Span(row[at].span.start, row[end - 1].span.end)
    cut = next((n for n in range(at + 1, end) if row[n].has("at")), end)  # "Trung tâm Hội nghị quốc gia ở đảo Jeju"
    closed = cut == len(row) or row[cut].has("mark", "time", "at")
    span = row[at].span if row[at].place else _capitals(text, Span(whole.start, row[cut - 1].span.end), closed=closed)
    leads_on = at + 1 < end and _bridge(row, at + 1)  # "dinh tổng thống ở thành phố Bogor"
    bounded = leads_on or (closed and row[end - 1].has("body"))  # "trụ sở chính phủ"
    if span is None and bounded and row[at].has("text") and row[at].syllables <= _SMALL:
        span = whole
    return Venue(span.of(text), country, span) if span else None


def _end(row: Row, at: int) -> int:
    """The number of the token behind the name of a place that begins at token `at`."""
    while at < len(row) and (
        row[at].has("place", "text", "land", "world", "body", "inner")
        or _is_name(row, at)
        or _bridge(row, at)
        or _is_hall(row, at)
        or _is_field(row, at)
    ):
        at += 1
    return at


def _is_name(row: Row, at: int) -> bool:
    """Whether a cue word is part of a name: "Đại Lễ đường Nhân dân"."""
    token = row[at]
    if not row[at - 1].has("text") or token.who or token.time or token.has("mark", *CORE):
        return False
    inner = token.has("crowd") and row[at - 1].words[0].isupper() and at + 1 < len(row) and row[at + 1].words[0].isupper()
    return inner or token.words[0].isupper()  # "Nhà khách Điếu Ngư Đài"


def _is_hall(row: Row, at: int) -> bool:
    """Whether a building is named after an office or events: "tại Phủ Tổng thống Hàn Quốc", "Trung tâm Hội nghị quốc gia"."""
    before, who = row[at - 1], row[at].who
    named = (who is not None and who.kind == "office") or row[at].has("event")
    return named and before.has("text") and before.syllables < _HALL and row[at - 2].has("at")


def _is_field(row: Row, at: int) -> bool:
    """Whether a ministry's name goes on: "trụ sở Bộ Văn hóa, Thể thao và Du lịch"."""
    if not row[at].is_mark(",") and not row[at].has("and"):
        return False
    inside = any(token.has("body") for token in row[max(0, at - 5) : at]) and row[at - 1].has("text")
    further = row[at + 1 : at + 4]
    named = bool(further) and further[0].has("text") and further[0].words[0].isupper()
    return inside and named and (row[at].has("and") or any(token.has("and") for token in further))


def _bridge(row: Row, at: int) -> bool:
    """Whether a comma, a bracket or "ở" leads on to the city or country: "Điện Elysee ở Paris", "Tokyo, Nhật Bản"."""
    joins = row[at].is_mark(",(") or row[at].has("at")
    following = at + 1
    while following < len(row) and row[following].has("land"):
        following += 1
    return joins and following < len(row) and row[following].has("place")


def _capitals(text: str, stretch: Span, *, closed: bool) -> Span | None:
    """The name in a stretch: a few words in small letters ("trụ sở quốc hội Nhật Bản"), then words with capitals.

    `closed`: a mark or a time follows, so that the last small words are the name's ("Trung tâm Hành chính tỉnh").
    """
    words = list(re.finditer(r"[^\s,()]++", stretch.of(text)))
    small = next((n for n, word in enumerate(words) if word.group()[0].isupper()), len(words))
    if small > _SMALL or small == len(words):
        return None
    capitals = [n for n, word in enumerate(words) if word.group()[0].isupper() or word.group()[0].isdigit()]
    last = small
    for number in capitals:
        if number - last <= _INSIDE:  # "Tòa thị chính Smolny"
            last = number
    behind = len(words) - 1 - last  # "trụ sở Chính phủ", "Tòa thị chính", "Trung tâm Hội nghị quốc gia"
    if behind == 1 or (behind == _INSIDE - 1 and last == 0) or (closed and behind <= _INSIDE):
        last = len(words) - 1
    end = stretch.start + words[last].end()
    inside = text[stretch.start : end]
    if inside.count("(") > inside.count(")"):  # "Nhà khách Điếu Ngư Đài (Bắc Kinh)"
        end = end + 1 if text[end : end + 1] == ")" else stretch.start + inside.index("(")
    return Span(stretch.start + words[0].start(), end)


def find_status(row: Row, start: int, end: int) -> tuple[MeetingStatus | None, bool]:
    """What the words between a subject and its verb tell of the status, the nearest first, and whether the meeting is real."""
    crossed = False
    for token in reversed(row[start:end]):
        if token.has("cancelled"):
            wished = any(t.has("unreal") for t in row[start:end])  # "kêu gọi hủy chuyến thăm"
            return (None, True) if crossed or wished else ("cancelled", True)
        if token.has("unreal"):
            return None, False
        if token.has("ends"):  # "sẽ về nước, kết thúc chuyến thăm Lào và dự Hội nghị Mekong"
            return None, True
        if token.has("planned"):
            planned_real = not any(t.has("unreal") for t in row[start:end])
            return "planned", planned_real
        if token.has("held"):
            return "held", True
        crossed = crossed or token.has("encounter", "trip", "meets", "travels")
    return None, True


def is_denied(row: Row, at: int) -> bool:
    """Whether words before token `at` deny it: "bác bỏ tin chuyến thăm bị hoãn"."""
    return any(token.has("denies") for token in row[:at])


def is_wished(row: Row, first: int, at: int) -> bool:
    """Whether the words before a subject or between it and its verb only wish for the meeting: "mời A sang thăm"."""
    lead = first
    while lead > 0 and (row[lead - 1].has(*_BEFORE) or (row[lead - 1].has("text") and row[lead - 1].syllables == 1)):
        lead -= 1  # "mong muốn được đón A sang thăm"
    words = row[lead:at]
    return any(token.has("unreal") for token in words) and not any(token.has("cancelled") for token in words)


def is_recalled(row: Row, first: int, last: int) -> bool:
    """Whether a word of recalling stands in the clause: "Mới đây, A đã thăm", "chuyến thăm của A vừa qua"."""
    start = first
    while start > 0 and first - start < 6 and not row[start - 1].is_mark(";:.") and not row[start - 1].who:
        start -= 1
    end = last + 1
    while end < len(row) and end < last + 4 and not row[end].is_mark(",;:."):
        end += 1
    return any(_looks_back(token) and not (n > last and token.has("once")) for n, token in enumerate(row[start:end], start))


def _looks_back(token: Token) -> bool:
    """Whether a word or a vague time recalls: "mới đây", "trong những tuần gần đây"."""
    vague = token.time is not None and token.time.grain == "vague"
    return token.has("past") or (vague and fold(token.words).endswith(words_of("past")))


def is_quoted(row: Row, at: int) -> bool:
    """Whether token `at` stands between quotation marks, or in front of one that closes what an earlier sentence opened."""
    before = sum(token.is_mark('"“”«»') for token in row[:at])
    behind = next((n for n in range(at + 1, len(row)) if row[n].is_mark('"“”«»')), None)
    glued = behind is not None and row[behind - 1].span.end == row[behind].span.start
    apart = behind is not None and (behind + 1 == len(row) or row[behind + 1].span.start > row[behind].span.end)
    return before % 2 == 1 or (before == 0 and glued and (apart or row[behind + 1].has("mark")))  # type: ignore[operator]
