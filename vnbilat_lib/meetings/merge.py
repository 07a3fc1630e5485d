"""One record for each meeting: the tellings of an article brought together, and what one record tells of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from vnbilat_lib.doc import Doc, Form, Meeting, Span, Time, inside
from vnbilat_lib.meetings.cues import cue_phrases
from vnbilat_lib.meetings.facts import to_meeting
from vnbilat_lib.meetings.reading import Issue, Reading
from vnbilat_lib.meetings.records import FACE, ORDER, Record, are_apart, family, find_home
from vnbilat_lib.meetings.sides import alike
from vnbilat_lib.meetings.standing import is_recalled
from vnbilat_lib.meetings.undated import Calendar, Days
from vnbilat_lib.meetings.when_where import days_of

_NEAR = timedelta(days=1)
_BACK = 5  # sentences that a day reaches over
_OPENS = 6  # tokens that open a sentence


def merge(doc: Doc, readings: Iterable[Reading], upgrades: dict[int, Form], calendar: Calendar) -> tuple[Meeting, ...]:
    """The meetings of an article. `upgrades`: by sentence, the form that a word pointing back gives ("Tại hội đàm, ...").

    `calendar`: the article's times, and the days to which those without a year are compared (undated.py).
    """
    issue = _issue(doc, calendar.assumed)
    records: list[Record] = []
    for reading in sorted(readings, key=lambda r: r.weak):  # what makes no record of its own joins those that are
        home = find_home(records, reading, issue)
        if home is None and reading.weak:
            continue
        if home is None:
            records.append(Record([reading], reading.form, reading.name))
        else:
            home.readings.append(reading)
            if family(home.form) != family(reading.form):
                continue
            home.form = min(home.form, reading.form, key=ORDER.index)
            home.name = max(home.name or "", reading.name or "", key=len) or None
    _upgrade(records, upgrades)
    _share(records, issue)
    for record in records:
        latest = issue.last if issue.first == issue.last else calendar.assumed and calendar.assumed[1]
        record.neighbour = _same_day(doc, calendar, record, latest)
    meetings = [(to_meeting(record, records, issue), record) for record in records]
    return tuple(_unique_cues([meeting for meeting, record in meetings if not _is_vague_plan(meeting, record)]))


def _is_vague_plan(meeting: Meeting, record: Record) -> bool:
    """Whether it is foreseen in passing, on no journey and without a day: not scheduled for a stated time."""
    undated = record.time is None and (meeting.form == "visit" or record.journey is None)
    return meeting.form != "conference" and meeting.status == "planned" and meeting.salience == "background" and undated


def _issue(doc: Doc, assumed: Days | None) -> Issue:
    told = doc.article.published
    return Issue(told, told) if told else Issue(doc.dating.published_from, doc.dating.published_to, assumed)


def _upgrade(records: list[Record], upgrades: dict[int, Form]) -> None:
    """The form that a later word gives to the encounter told last before it."""
    faces = [r for r in records if r.form in FACE and not r.past]
    if len(faces) == 1 and any(r.status != "planned" for r in faces[0].readings):
        faces[0].form = min([faces[0].form, *_bare_forms(faces[0])], key=ORDER.index)
    for number, form in upgrades.items():
        before = [
            r for r in records if r.form in FACE and not r.past and any(reading.scene.number < number for reading in r.readings)
        ]
        if before and form in FACE:
            last = max(before, key=lambda r: max(x.scene.number for x in r.readings if x.scene.number < number))
            last.form = min(last.form, form, key=ORDER.index)


def _bare_forms(record: Record) -> Iterator[Form]:
    """The forms of nouns without sides in the sentences that tell it: "sau cuộc gặp với B, A nói ... trong cuộc hội đàm"."""
    for reading in record.readings:
        row = reading.scene.row
        for at in range(1, len(row)):
            alone = at + 1 == len(row) or row[at + 1].is_mark(",;:.") or row[at + 1].time
            if row[at].has("encounter") and row[at].form == "talks" and row[at - 1].has("frame", "at") and alone:
                yield "talks"


def _share(records: list[Record], issue: Issue) -> None:
    """What a journey tells of the meetings on it: where they are, and that they are recalled or planned with it."""
    for record in records:
        if record.form == "visit":
            continue
        scenes = {r.scene.number for r in record.readings}
        for other in records:
            if other.form != "visit" or not _on_journey(record, other) or _was_before(record, other, issue):
                continue
            nearer = _is_nearer(record, other)
            if record.journey and record.form == "conference" and not nearer and not _names_host(record, other):
                continue
            together = bool(scenes & {r.scene.number for r in other.readings})
            if together and (is_recalled(other, issue) or any(r.past and r.scene.number in scenes for r in other.readings)):
                record.recalled = True
            if together or other.past == record.past:
                named = record.form == "conference" and _names_host(record, other)
                record.journey = other if named or nearer else record.journey or other


def _is_nearer(record: Record, visit: Record) -> bool:
    """Whether a journey stands between the one known and the meeting: "Sau chuyến thăm Đức, A sẽ tới Bỉ và dự hội nghị"."""
    if record.journey is None:
        return False
    for reading in record.readings:
        number, cue = reading.scene.number, reading.cue.start
        other, known = (
            [r.cue.start for r in journey.readings if r.scene.number == number and r.cue.start < cue]
            for journey in (visit, record.journey)
        )
        if other and known and max(known) < max(other):
            return True
    return False


def _was_before(record: Record, visit: Record, issue: Issue) -> bool:
    """Whether a meeting is told as held and the journey is still to come: "A sẽ thăm Lào. A đã gặp B tại Bắc Kinh"."""
    start, _ = days_of(visit.time)
    _, latest = issue.bounds(visit.time)
    held = any(r.status == "held" for r in record.readings)
    ahead = start is not None and latest is not None and start > latest
    planned = all(r.status == "planned" or r.eve for r in visit.readings)
    return held and (ahead or planned)


def _same_day(doc: Doc, calendar: Calendar, record: Record, published: date | None) -> Time | None:
    """The day of the sentence before, where it is about somebody who takes part: "Chiều 1/7, A rời Kazan. Trước đó, A gặp B"."""
    if published is None or record.past or record.form in ("visit", "conference") or any(r.time for r in record.readings):
        return None
    people = {party.person for party in record.parties} - {None}
    for reading in record.readings:
        number = reading.scene.number
        late = reading.framing and reading.first > _OPENS  # "... sau cuộc gặp với A": when, the sentence does not say
        dated = any(token.time and token.time.grain == "day" for token in reading.scene.row)
        row = reading.scene.row
        later = reading.status == "planned" and (
            not any(t.has("then") for t in row[:2]) or any(t.has("goes", "event", "at") for t in row)
        )
        part = reading.scene.sentence.part
        pictured = part == "caption" and record.journey is None  # a picture of another day
        told = any(token.has("report") for token in row if token.span < reading.cue)  # "bà cho biết ông đã gọi điện cho bà"
        on_visit = row[0].has("frame") and any(token.has("trip") for token in row[:_OPENS])  # some day of it
        if reading.quoted or later or part == "title" or pictured or late or dated or told or on_visit:
            continue
        for earlier in range(number - 1, max(number - 1 - _BACK, -1), -1):
            span = doc.sentences[earlier].span
            if earlier < number - 1 and _ends_visit(doc, span):
                break
            found = _day_of(doc, calendar, span, people, published)
            if found is not None:
                return found
    return None


def _ends_visit(doc: Doc, span: Span) -> bool:
    """Whether a visit ends in a sentence: what is told at length behind was on the days before."""
    return any(row.kind == "ends" for _, rows in cue_phrases().find(doc.text, span.start, span.end) for row in rows)


def _day_of(doc: Doc, calendar: Calendar, span: Span, people: set[int | None], published: date) -> Time | None:
    """The one recent day of a sentence that is about some people."""
    days = [t for t in inside(calendar.times, span) if t.grain == "day" and t.start and t.start == t.end]
    about = any(m.person in people for m in inside(doc.mentions, span))
    recent = bool(days) and all(t.start and published - _NEAR <= t.start <= published for t in days)
    if about and recent and len({t.start for t in days}) == 1:
        return replace(days[0], basis="inferred" if days[0].basis == "inferred" else "resolved")
    return None


def _on_journey(record: Record, visit: Record) -> bool:
    """Whether somebody who travels takes part, and (but for a conference) somebody of the country visited or of none."""
    goal = visit.readings[0].sides[1][0].country
    if not any(alike(a, b) for a in visit.parties for b in record.parties) or are_apart(visit.time, record.time):
        return False
    scenes = {r.scene.number for r in visit.readings}
    if record.form == "conference":
        ahead = any(r.status == "planned" for r in record.readings) and not visit.past
        same = any(r.scene.number in scenes for r in record.readings)
        return same or ((ahead or _names_host(record, visit)) and not any(r.venue for r in record.readings))
    return record.form != "call" and not {goal, None}.isdisjoint(party.country for party in record.parties)


def _names_host(record: Record, visit: Record) -> bool:
    """Whether an event is named after the country visited: "Diễn đàn Doanh nghiệp Việt Nam - Hà Lan"."""
    host = visit.readings[0].sides[1][0].country
    if record.past != visit.past:
        return False
    for reading in record.readings:
        name = Span(reading.cue.start, reading.cue.start + len(reading.name or ""))
        if any(host in {code[:2] for code in place.codes} for place in inside(reading.scene.doc.places, name)):
            return True
    return False


def _unique_cues(meetings: list[Meeting]) -> Iterator[Meeting]:
    """The meetings, no two with the same cue: of two told by one word the later is anchored on its counterpart."""
    seen: set[Span] = set()
    for meeting in meetings:
        cue = meeting.cue
        if cue in seen:
            ends = (p.span.end for side in reversed(meeting.sides) for p in side if p.span)
            wider = (Span(cue.start, end) for end in ends if end > cue.start)
            cue = next((span for span in wider if span not in seen), cue)
        seen.add(cue)
        yield replace(meeting, cue=cue)
