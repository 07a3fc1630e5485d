"""A record gathers the tellings of one meeting; a further telling joins the record that it fits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from vnbilat_lib.doc import Form, Participant, Time
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.events import is_bare, is_gathering, of_other_number, same_event
from vnbilat_lib.meetings.reading import Issue, Reading
from vnbilat_lib.meetings.sides import Parties, alike, distinct, words_of
from vnbilat_lib.meetings.when_where import days_of

ORDER: tuple[Form, ...] = ("talks", "audience", "reception", "meeting", "call", "conference", "visit")  # the most specific first
FACE = frozenset(ORDER[:4])
RECENT = timedelta(days=7)
OPENING = 3  # sentences that open an article
_OPEN = 500  # days, for a time that has no end


@dataclass
class Record:
    """The readings of one meeting, gathered while the article is gone through; nothing outside this module sees it."""

    readings: list[Reading]
    form: Form
    name: str | None = None
    recalled: bool = False
    journey: Record | None = None
    neighbour: Time | None = None
    _parties: tuple[int, Parties] = (0, ())  # of how many tellings, and who

    @property
    def parties(self) -> Parties:
        """All who take part, of all tellings."""
        count, known = self._parties
        if count != len(self.readings):
            known = distinct((*known, *(p for r in self.readings[count:] for p in flat(r.sides))))
            self._parties = len(self.readings), known
        return known

    @property
    def time(self) -> Time | None:
        """The best time told: a span of days for a visit, else the most exact, else the first."""
        times = [r.time for r in self.readings if r.time]
        return min(times, key=lambda t: _vagueness(t, self.form)) if times else self.neighbour

    @property
    def past(self) -> bool:
        """Whether it is recalled: by a telling, and told as news by no headline or lead."""
        recalled = self.recalled or any(r.past for r in self.readings)
        news = [r for r in self.readings if not r.past and r.scene.sentence.part in ("title", "lead")]
        return recalled and not news


def flat(sides: tuple[Parties, ...]) -> Parties:
    """All participants."""
    return tuple(party for side in sides for party in side)


def _vagueness(time: Time, form: Form) -> int:
    start, end = days_of(time)
    if start is None or end is None:
        return _OPEN
    days = (end - start).days
    return 0 if form == "visit" and 0 < days < 20 else days + 1


def find_home(records: list[Record], reading: Reading, issue: Issue) -> Record | None:
    """The record that a reading tells again: the last that fits, one that is not recalled before one that is."""
    if reading.rule == "speaks":  # a caption: "Tổng thống A phát biểu."
        events = [r for r in records if r.form == "conference" and not r.past]
        return events[0] if len(events) == 1 else None
    fitting = [r for r in records if family(r.form) == family(reading.form) and _fits(r, reading, issue)]
    if not fitting and reading.vague:  # "Trong cuộc trao đổi với A" tells a call too
        fitting = [r for r in records if r.form == "call" and _fits(r, reading, issue)]
    if not fitting and reading.form == "conference" and is_bare(reading):
        fitting = [r for r in _only_event(records, reading) if not _far_apart(r, reading, issue)]
    fitting.sort(key=lambda r: r.past == reading.past)
    return fitting[-1] if fitting else None


def _only_event(records: list[Record], reading: Reading) -> list[Record]:
    """The one event that is news, for a telling by a bare noun: "diễn đàn" of an article about a "Hội nghị"."""
    events = [r for r in records if r.form == "conference" and not r.past]
    nouns = bool(events) and all(map(is_gathering, events[0].readings))
    alone = len(events) == 1 and not reading.past and reading.rule == "attends" and nouns
    return events if alone and not are_apart(events[0].time, reading.time) and _same_status(events[0], reading) else []


def _fits(record: Record, reading: Reading, issue: Issue) -> bool:
    if not _same_sides(record, reading) or are_apart(record.time, reading.time):
        return False
    if not _same_status(record, reading):
        return False
    return not _far_apart(record, reading, issue)


def _same_sides(record: Record, reading: Reading) -> bool:
    """Whether one telling's participants are among the other's, with somebody of each side."""
    if reading.form == "conference":
        names = [r.name or "" for r in record.readings]
        other = any(of_other_number(name, reading.name or "") for name in names)
        return not other and any(same_event(name, reading.name or "") for name in names)
    ours = record.readings[0].sides
    if reading.form == "visit":
        told = reading.sides[1]
        there = not told or told[0].country == ours[1][0].country
        return there and any(alike(a, b) for a in record.parties for b in reading.sides[0])
    known = record.parties
    told = flat(reading.sides)
    matched = [party for party in told if any(alike(party, other) or leads(party, other) for other in known)]
    if len(matched) < min(len(told), len(known)):
        return False
    return len({party.country or party.name for party in matched}) > 1


def leads(a: Participant, b: Participant) -> bool:
    """Whether one is a delegation of the other's country: a headline's "Đoàn đại biểu Đảng Cộng sản Cuba"."""
    body, other = (a, b) if a.kind == "body" else (b, a)
    led = body.kind == "body" and other.kind != "body" and body.country == other.country
    return led and fold(body.name).startswith(words_of("delegation"))


def are_apart(a: Time | None, b: Time | None) -> bool:
    """Whether two times share no day; of one with a year and one without it cannot be told."""
    if a and b and (a.basis == "inferred") != (b.basis == "inferred"):
        return False
    (start, end), (other_start, other_end) = days_of(a), days_of(b)
    low, high = start or end, end or start
    other_low, other_high = other_start or other_end, other_end or other_start
    if low is None or high is None or other_low is None or other_high is None:
        return False
    return low > other_high or other_low > high


def _same_status(record: Record, reading: Reading) -> bool:
    """Whether no telling calls planned what another calls held."""
    told = {r.status for r in record.readings if r.status} - {"cancelled"}
    return not reading.status or reading.status == "cancelled" or not told or reading.status in told


def _far_apart(record: Record, reading: Reading, issue: Issue) -> bool:
    """Whether one is told with days long gone, and the other as today's news without a day."""
    for time, others in ((reading.time, record.readings), (record.time, [reading])):
        _, end = days_of(time)
        first, _ = issue.bounds(time)
        news = any(_is_news(r) for r in others) and all(not r.time and not r.past for r in others)
        if end and first and end < first - RECENT and news:
            return True
    return False


def _is_news(reading: Reading) -> bool:
    """Whether headline or lead tell it, or it is still to come."""
    told = reading.scene.sentence.part in ("title", "lead") or reading.scene.number <= OPENING
    return (told and not reading.framing) or reading.status == "planned"


def family(form: Form) -> str:
    """What forms can tell one meeting: all those face to face."""
    return "face" if form in FACE else form
