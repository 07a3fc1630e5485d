"""Whether a meeting was held, is planned or cancelled, and whether it is the article's news or told beside it."""

from __future__ import annotations

from datetime import date, timedelta

from vnbilat_lib.doc import MeetingStatus, Salience, Span
from vnbilat_lib.meetings.reading import Issue, Reading
from vnbilat_lib.meetings.records import OPENING, RECENT, Record, flat
from vnbilat_lib.meetings.sides import alike
from vnbilat_lib.meetings.when_where import days_of, is_ahead, is_over

_CLOSE = timedelta(days=2)
_DEEP = 8  # sentences, behind which news without a day and a journey is none
_PASSING = ("visit", "conference")


def status_of(record: Record, start: date | None, end: date | None, issue: Issue) -> tuple[MeetingStatus, Span | None]:
    """What a record's words and days tell of its status, with the words if any."""
    earliest, latest = issue.bounds(record.time)
    if record.journey and not any(r.status == "held" for r in record.readings):
        journey, span = status_of(record.journey, *days_of(record.journey.time), issue)
        if journey == "cancelled":  # and the talks on it
            return journey, span
    for wanted in ("cancelled", "planned", "held"):
        telling = next((r for r in record.readings if r.status == wanted and not (wanted == "held" and _is_before(r))), None)
        if telling is None:
            continue
        last = end or start
        if wanted == "planned" and last and earliest and last < earliest:
            return "held", None
        if wanted == "held" and start and latest and start > latest and not _is_told_past(record):
            return "planned", None
        return telling.status or "held", telling.cue
    ahead = bool(start and latest and start > latest) and not _is_told_past(record)
    later = ahead or all(r.eve or _is_before(r) for r in record.readings)
    later = later or _mostly_later(record, start, end, issue) or (not start and all(is_ahead(r.time) for r in record.readings))
    if record.journey and not start and not end:  # talks on a visit that is still to come
        days = days_of(record.journey.time)
        later = later or status_of(record.journey, *days, issue)[0] == "planned"
    return ("planned" if later else "held"), None


def _is_before(reading: Reading) -> bool:
    """Whether all that is told is what came before it: "bắt tay nhau trước khi có một cuộc gặp riêng"."""
    row = reading.scene.row
    at = next((n for n, token in enumerate(row) if token.span == reading.cue), 0) - 1
    while at > 0 and row[at].has("aux", "modifier", "names"):
        at -= 1
    return at >= 0 and row[at].has("before")


def _is_told_past(record: Record) -> bool:
    """Whether its time is one of the past by its words: "hôm qua", where the article is dated wrong."""
    value = record.time.value if record.time else ""
    return ";past" in value or "day:-" in value


def _mostly_later(record: Record, start: date | None, end: date | None, issue: Issue) -> bool:
    """Whether more of a month or year is to come than is over: "thăm Mỹ trong tháng này"."""
    _, latest = issue.bounds(record.time)
    if not (start and end and latest and record.time) or record.time.grain in ("day", "days"):
        return False
    return start <= latest < end and latest - start < end - latest


def salience_of(record: Record, records: list[Record], status: MeetingStatus, issue: Issue) -> Salience:
    """Main where the article reports it as its news."""
    if record.past or all(r.quoted or _is_hailed(r) for r in record.readings) or is_recalled(record, issue):
        return "background"
    headed = any(r.scene.sentence.part in ("title", "lead") for r in record.readings)
    opens = any(r.scene.number <= OPENING and r.scene.sentence.part != "caption" for r in record.readings)
    prominent = headed or (opens and not _is_days_ago(record, issue))
    news = any(_is_told(r) for r in record.readings)
    if status == "planned":
        main = news and prominent and (headed or record.journey is None)
    elif record.form == "conference":
        main = news and (prominent or _is_close(record, issue))
    elif record.form == "visit":
        main = prominent or _is_frame(record, records, issue) or (news and _is_close(record, issue))
    else:
        main = prominent or _is_close(record, issue)
    return "main" if main else "background"


def _is_hailed(reading: Reading) -> bool:
    """Whether others only welcome it: "hoan nghênh kết quả cuộc hội đàm giữa A và B"."""
    before = reading.scene.row[max(0, reading.first - 3) : reading.first]
    return reading.form not in _PASSING and any(token.has("welcomes") for token in before)


def _is_told(reading: Reading) -> bool:
    """Whether a sentence tells it, and does not only date something else with it; "Tại Diễn đàn, A nói" tells who spoke there."""
    speaks = reading.form == "conference" and reading.scene.row[reading.first].has("at")
    return not reading.framing or speaks or reading.scene.sentence.part == "title"


def _is_close(record: Record, issue: Issue) -> bool:
    """Whether something told deep in the article is its news all the same: by its day, its journey, or those who take part."""
    caption = all(r.scene.sentence.part == "caption" for r in record.readings)
    deep = any(r.scene.number > _DEEP for r in record.readings if not r.weak)
    told = not any(token.has("after") for r in record.readings for token in r.scene.row[: r.first])
    earlier = all(r.scene.row[0].has("before") for r in record.readings)  # "Trước đó, ông điện đàm với B"
    own = (told or any(r.time for r in record.readings)) and _are_introduced(record, somebody=not caption and not earlier)
    if _is_fresh(record, issue) and (not deep or record.journey or own):
        return True
    if record.form == "visit" and _is_under_way(record) and _are_introduced(record, somebody=True):
        return True
    if caption and record.form == "conference":  # a picture of another day
        return False
    visit = record.journey
    if visit and not visit.past and not caption and not is_recalled(visit, issue) and _opens(visit):
        return True
    travels = record.form == "visit" and told
    return (travels or not deep) and not _is_days_ago(record, issue) and _are_introduced(record)


def _is_fresh(record: Record, issue: Issue) -> bool:
    """Whether its own day is that of the news or close to it; days of the week before are recalled deep in an article."""
    _, end = days_of(record.time)
    first, _ = issue.bounds(record.time)
    shown = all(r.scene.sentence.part == "caption" for r in record.readings)
    near = end is None or first is None or first - end <= (_CLOSE / 2 if shown else _CLOSE)
    told = record.time is not None and record.time.grain in ("day", "days") and ";last" not in record.time.value
    return told and near  # "ngày 5/6 vừa qua" looks back


def _is_under_way(visit: Record) -> bool:
    """Whether a journey is told as going on: "A, đang có chuyến thăm Nhật Bản, cho rằng"."""
    return any(token.has("ongoing") for r in visit.readings if not r.past for token in r.scene.row[r.first : r.last + 1])


def _is_days_ago(record: Record, issue: Issue) -> bool:
    """Whether it was on a day of the days before the news: "Một tuần trước, ngày 1/12, A hội đàm với B"."""
    _, end = days_of(record.time)
    first, _ = issue.bounds(record.time)
    exact = record.time is not None and record.time.grain == "day"
    return exact and end is not None and first is not None and first - end > _CLOSE


def _opens(visit: Record) -> bool:
    """Whether a journey is told in the first sentences."""
    return any(r.scene.sentence.part in ("title", "lead") or r.scene.number <= OPENING for r in visit.readings)


def _is_frame(visit: Record, records: list[Record], issue: Issue) -> bool:
    """Whether somebody who travels takes part in another meeting that is news, on that journey or with the same hosts."""
    goal = visit.readings[0].sides[1][0].country
    led = [r for r in records if r.journey is visit or (r.form not in _PASSING and goal in {p.country for p in r.parties})]
    beside = (r for r in led if any(alike(a, b) for a in visit.parties for b in r.parties))
    return any(salience_of(r, records, "held", issue) == "main" for r in beside)


def _are_introduced(record: Record, *, somebody: bool = False) -> bool:
    """Whether the first sentences name `somebody`, else one of each side; of a visit, who travels, and the country."""
    doc = record.readings[0].scene.doc
    first = enumerate(doc.sentences)
    opening = [s.span for n, s in first if (s.part in ("title", "lead") or n <= OPENING) and s.part != "caption"]
    end = max((span.end for span in opening), default=0)
    people = {m.person for m in doc.mentions if m.span.start < end and any(m.span.within(span) for span in opening)}
    codes = {c[:2] for p in doc.places if p.span.start < end and any(p.span.within(span) for span in opening) for c in p.codes}
    fullest = max(record.readings, key=lambda r: len(flat(r.sides)))
    sides = fullest.sides[:1] if somebody and record.form == "visit" else fullest.sides
    named = [any(_is_named(p.person, p.country, people, codes) for p in side) for side in sides if side]
    return any(named) if somebody else all(named)


def _is_named(person: int | None, country: str | None, people: set[int | None], codes: set[str]) -> bool:
    return person in people if person is not None else country in codes


def is_recalled(record: Record, issue: Issue) -> bool:
    """Whether its days lie more than a week back, or in a month that is over."""
    start, end = days_of(record.time)
    first, _ = issue.bounds(record.time)
    if first is None or record.time is None or not (start or end):
        return all(is_over(r.time) for r in record.readings if not r.weak)
    last = end or start
    within = record.time.grain not in ("day", "days")
    return bool(last and (last < first - RECENT or (within and last < first)))
