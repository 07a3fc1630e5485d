"""One record for each meeting: the tellings of an article brought together, the fullest quoted, main told from background."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from vnbilat_lib.doc import Doc, Evidence, Form, Meeting, MeetingStatus, Part, Participant, Salience, Span, Time
from vnbilat_lib.meetings.events import of_other_number, same_event
from vnbilat_lib.meetings.reading import Reading, Venue
from vnbilat_lib.meetings.sides import Parties, alike, by_country, distinct
from vnbilat_lib.meetings.when_where import days_of

ORDER: tuple[Form, ...] = ("talks", "audience", "reception", "meeting", "call", "conference", "visit")
_FACE = frozenset(ORDER[:4])
_RECENT = timedelta(days=7)
_BESIDE = 60  # characters between a quote and its place
_NEAR = timedelta(days=1)
_BACK = 5  # sentences that a day reaches over
_OPENS = 6  # tokens that open a sentence
_OPENING = 3  # sentences that open an article
_PARTS: dict[Form, tuple[Part, Part]] = {
    "reception": ("receiving", "received"),
    "audience": ("visiting", "receiving"),
    "visit": ("visiting", "hosting"),
    "conference": ("attending", "attending"),
}


@dataclass
class Record:
    """The readings of one meeting, gathered while the article is gone through; nothing outside this module sees it."""

    readings: list[Reading]
    form: Form
    name: str | None = None
    recalled: bool = False
    journey: Record | None = None
    neighbour: Time | None = None

    @property
    def parties(self) -> Parties:
        """All who take part, of all tellings."""
        return distinct(tuple(p for r in self.readings for p in flat(r.sides)))

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


def _family(form: Form) -> str:
    return "face" if form in _FACE else form


def _vagueness(time: Time, form: Form) -> int:
    start, end = days_of(time)
    if start is None or end is None:
        return 500
    days = (end - start).days
    return 0 if form == "visit" and 0 < days < 20 else days + 1


def merge(doc: Doc, readings: Iterable[Reading], upgrades: dict[int, Form]) -> tuple[Meeting, ...]:
    """The meetings of an article. `upgrades`: by sentence, the form that a word pointing back gives ("Tại hội đàm, ...")."""
    published = _published(doc)
    records: list[Record] = []
    for reading in sorted(readings, key=lambda r: r.weak):  # what makes no record of its own joins those that are
        home = _home(records, reading, published)
        if home is None and reading.weak:
            continue
        if home is None:
            records.append(Record([reading], reading.form, reading.name))
        else:
            home.readings.append(reading)
            if _family(home.form) != _family(reading.form):
                continue
            home.form = min(home.form, reading.form, key=ORDER.index)
            home.name = max(home.name or "", reading.name or "", key=len) or None
    _upgrade(records, upgrades)
    _share(records)
    for record in records:
        record.neighbour = _same_day(doc, record, published)
    meetings = [_meeting(record, records, published) for record in records]
    return tuple(_unique_cues([m for m in meetings if not _is_vague_plan(m)]))


def _is_vague_plan(meeting: Meeting) -> bool:
    """Whether a journey is foreseen in passing without a day: not scheduled for a stated time."""
    undated = meeting.start is None and meeting.end is None
    return meeting.form == "visit" and meeting.status == "planned" and meeting.salience == "background" and undated


def _published(doc: Doc) -> date | None:
    return doc.article.published or doc.dating.published_to


def _home(records: list[Record], reading: Reading, published: date | None) -> Record | None:
    """The record that a reading tells again: the last that fits, one that is not recalled before one that is."""
    if reading.rule == "speaks":  # a caption: "Tổng thống A phát biểu."
        events = [r for r in records if r.form == "conference" and not r.past]
        return events[0] if len(events) == 1 else None
    fitting = [r for r in records if _family(r.form) == _family(reading.form) and _fits(r, reading, published)]
    if not fitting and reading.vague:  # "Trong cuộc trao đổi với A" tells a call too
        fitting = [r for r in records if r.form == "call" and _fits(r, reading, published)]
    fitting.sort(key=lambda r: r.past == reading.past)
    return fitting[-1] if fitting else None


def _fits(record: Record, reading: Reading, published: date | None) -> bool:
    if not _same_sides(record, reading) or _conflict(record.time, reading.time):
        return False
    if not _same_status(record, reading):
        return False
    return not _far_apart(record, reading, published)


def _same_sides(record: Record, reading: Reading) -> bool:
    """Whether one telling's participants are among the other's, with somebody of each side."""
    if reading.form == "conference":
        names = [r.name or "" for r in record.readings]
        other = any(of_other_number(name, reading.name or "") for name in names)
        return not other and any(same_event(name, reading.name or "") for name in names)
    ours = record.readings[0].sides
    if reading.form == "visit":
        home, abroad = ours[1][0].country, reading.sides[1][0].country
        return home == abroad and any(alike(a, b) for a in record.parties for b in reading.sides[0])
    known = record.parties
    told = flat(reading.sides)
    matched = [party for party in told if any(alike(party, other) or _leads(party, other) for other in known)]
    if len(matched) < min(len(told), len(known)):
        return False
    return len({party.country or party.name for party in matched}) > 1


def _leads(a: Participant, b: Participant) -> bool:
    """Whether one is a delegation of the other's country: a headline's "Đoàn đại biểu Đảng Cộng sản Cuba"."""
    body, other = (a, b) if a.kind == "body" else (b, a)
    return body.kind == "body" and other.kind != "body" and body.country == other.country and body.sector != "business"


def _conflict(a: Time | None, b: Time | None) -> bool:
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


def _far_apart(record: Record, reading: Reading, published: date | None) -> bool:
    """Whether one is told with days long gone, and the other as today's news without a day."""
    if published is None:
        return False
    for time, others in ((reading.time, record.readings), (record.time, [reading])):
        _, end = days_of(time)
        news = any(_is_news(r) for r in others) and all(not r.time and not r.past for r in others)
        if end and end < published - _RECENT and news:
            return True
    return False


def _is_news(reading: Reading) -> bool:
    """Whether headline or lead tell it, or it is still to come."""
    told = reading.scene.sentence.part in ("title", "lead") or reading.scene.number <= _OPENING
    return (told and not reading.framing) or reading.status == "planned"


def _upgrade(records: list[Record], upgrades: dict[int, Form]) -> None:
    """The form that a later word gives to the encounter told last before it."""
    for number, form in upgrades.items():
        before = [
            r for r in records if r.form in _FACE and not r.past and any(reading.scene.number < number for reading in r.readings)
        ]
        if before and form in _FACE:
            last = max(before, key=lambda r: max(x.scene.number for x in r.readings if x.scene.number < number))
            last.form = min(last.form, form, key=ORDER.index)


def _share(records: list[Record]) -> None:
    """What a journey tells of the meetings on it: where they are, and that they are recalled or planned with it."""
    for record in records:
        if record.form == "visit":
            continue
        scenes = {r.scene.number for r in record.readings}
        for other in records:
            if other.form != "visit" or not _on_journey(record, other):
                continue
            together = bool(scenes & {r.scene.number for r in other.readings})
            if together and any(r.past and r.scene.number in scenes for r in other.readings):
                record.recalled = True
            if together or other.past == record.past:
                record.journey = record.journey or other


def _same_day(doc: Doc, record: Record, published: date | None) -> Time | None:
    """The day of the sentence before, where it is about somebody who takes part: "Chiều 1/7, A rời Kazan. Trước đó, A gặp B"."""
    if published is None or record.past or record.form in ("visit", "conference") or any(r.time for r in record.readings):
        return None
    people = {party.person for party in record.parties} - {None}
    for reading in record.readings:
        number = reading.scene.number
        late = reading.framing and reading.first > _OPENS  # "... sau cuộc gặp với A": when, the sentence does not say
        dated = any(token.time and token.time.grain == "day" for token in reading.scene.row)
        if reading.quoted or reading.status == "planned" or reading.scene.sentence.part == "title" or late or dated:
            continue
        for earlier in range(number - 1, max(number - 1 - _BACK, -1), -1):
            found = _day_of(doc, doc.sentences[earlier].span, people, published)
            if found is not None:
                return found
    return None


def _day_of(doc: Doc, span: Span, people: set[int | None], published: date) -> Time | None:
    """The one recent day of a sentence that is about some people."""
    days = [t for t in doc.times if t.span.within(span) and t.grain == "day" and t.start and t.start == t.end]
    about = any(m.person in people and m.span.within(span) for m in doc.mentions)
    recent = bool(days) and all(t.start and published - _NEAR <= t.start <= published for t in days)
    if about and recent and len({t.start for t in days}) == 1:
        return replace(days[0], basis="resolved")
    return None


def _on_journey(record: Record, visit: Record) -> bool:
    """Whether somebody who travels takes part, and (but for a conference) somebody of the country visited."""
    goal = visit.readings[0].sides[1][0].country
    if not any(alike(a, b) for a in visit.parties for b in record.parties):
        return False
    scenes = {r.scene.number for r in visit.readings}
    if record.form == "conference":
        return any(r.scene.number in scenes for r in record.readings)
    return record.form != "call" and goal in {party.country for party in record.parties}


def _meeting(record: Record, records: list[Record], published: date | None) -> Meeting:
    best = max(record.readings, key=lambda r: _fullness(r, record))
    time = record.time
    start, end = days_of(time)
    status, status_span = _status(record, start, end, published)
    venue = next((r.venue for r in sorted(record.readings, key=lambda r: r is not best) if r.venue), None)
    country, country_span = _country(record, venue)
    sides = _sides(record, best)
    quote = _quote(best)
    return Meeting(
        record.form,
        status,
        _salience(record, records, status, published),
        sides,
        best.cue,
        quote,
        start,
        end,
        _grain(time) if (start or end) else None,
        _place(record, venue),
        country,
        tuple(_evidence(record, best, sides, quote, time, venue, country_span, status_span)),
        best.rule,
    )


def _quote(reading: Reading) -> Span:
    """The stretch that carries a telling, with the place where that stands close by."""
    row = reading.scene.row
    quote = Span(row[reading.first].span.start, row[reading.last].span.end)
    if reading.venue:
        wide = Span(min(quote.start, reading.venue.span.start), max(quote.end, reading.venue.span.end))
        if wide.end - wide.start - (quote.end - quote.start) <= _BESIDE:
            return wide
    return quote


def _grain(time: Time | None) -> Literal["exact", "within"]:
    return "exact" if time is not None and time.grain in ("day", "days") else "within"


def _fullness(reading: Reading, record: Record) -> tuple[int, ...]:
    """How much a reading tells: those who read the quote should find the fact in it."""
    parties = len(flat(reading.sides))
    body = reading.scene.sentence.part != "title"
    dated = reading.time is not None and reading.time == record.time
    return (not reading.weak, not reading.quoted, body, dated, parties, reading.venue is not None, reading.form == record.form, -reading.scene.number)


def _status(record: Record, start: date | None, end: date | None, published: date | None) -> tuple[MeetingStatus, Span | None]:
    for wanted in ("cancelled", "planned", "held"):
        telling = next((r for r in record.readings if r.status == wanted), None)
        if telling is None:
            continue
        last = end or start
        if wanted == "planned" and last and published and last < published:
            return "held", None
        if wanted == "held" and start and published and start > published:
            return "planned", None
        return telling.status or "held", telling.cue
    later = bool(start and published and start > published) or _mostly_later(record, start, end, published) or all(r.eve for r in record.readings)
    if record.journey and not start and not end:  # talks on a visit that is still to come
        days = days_of(record.journey.time)
        later = later or _status(record.journey, *days, published)[0] == "planned"
    return ("planned" if later else "held"), None


def _mostly_later(record: Record, start: date | None, end: date | None, published: date | None) -> bool:
    """Whether more of a month or year is to come than is over: "thăm Mỹ trong tháng này"."""
    if not (start and end and published and record.time) or record.time.grain in ("day", "days"):
        return False
    return start <= published < end and published - start < end - published


def _salience(record: Record, records: list[Record], status: MeetingStatus, published: date | None) -> Salience:
    """Main where the article reports it as its news."""
    if record.past or all(r.quoted for r in record.readings) or _is_recalled(record, published):
        return "background"
    if all(r.scene.sentence.part == "caption" for r in record.readings) and not _shares_people(record, records):
        return "background"
    prominent = any(r.scene.sentence.part in ("title", "lead") or r.scene.number <= _OPENING for r in record.readings)
    news = any(not r.framing for r in record.readings)
    if record.form == "conference":
        return "main" if news and (prominent or status != "planned") else "background"
    if record.form == "visit" and not news and not prominent and not _is_frame(record, records):
        return "background"
    if status == "planned":
        return "main" if news and (prominent or _is_planned_journey(record)) else "background"
    return "main"


def _is_frame(visit: Record, records: list[Record]) -> bool:
    """Whether somebody who travels is told of in another meeting that is not recalled."""
    return any(
        not r.past and r.form not in ("visit", "conference") and any(alike(a, b) for a in visit.parties for b in r.parties)
        for r in records
    )


def _is_planned_journey(record: Record) -> bool:
    """Whether it takes place on a visit that is itself told in headline or lead."""
    visit = record.journey
    return visit is not None and any(r.scene.sentence.part in ("title", "lead") for r in visit.readings) and not visit.past


def _is_recalled(record: Record, published: date | None) -> bool:
    """Whether its days lie more than a week back, or in a month that is over."""
    if published is None or record.time is None:
        return False
    start, end = days_of(record.time)
    last = end or start
    within = record.time.grain not in ("day", "days")
    return bool(last and (last < published - _RECENT or (within and last < published)))


def _shares_people(record: Record, records: list[Record]) -> bool:
    """Whether somebody of it takes part in another meeting of the article, told elsewhere than in a caption."""
    told = [
        r for other in records if other is not record for r in other.readings if r.scene.sentence.part != "caption"
    ]
    return not told or any(alike(a, b) for a in record.parties for r in told for b in flat(r.sides))


def _country(record: Record, venue: Venue | None) -> tuple[str | None, Span | None]:
    """Where it is: as told, or as a visit of one of the participants implies."""
    if record.form == "call":
        return None, None
    if record.form == "visit":
        goal = record.readings[0].sides[1][0]
        return goal.country, goal.span
    if venue and venue.country:
        return venue.country, venue.span
    if record.journey:
        goal = record.journey.readings[0].sides[1][0]
        return goal.country, goal.span
    return None, None


def _place(record: Record, venue: Venue | None) -> str | None:
    if record.form != "visit":
        return venue.name if venue else None
    named = [r.venue.name for r in record.readings if r.venue and r.venue.name]
    return ", ".join(dict.fromkeys(named)) or None


def _sides(record: Record, best: Reading) -> tuple[Parties, ...]:
    """The sides in the codebook's order, each participant by his name where any telling names him."""
    if record.form == "visit":
        visitors = distinct(tuple(p for r in record.readings for p in r.sides[0]))
        goals = [r.sides[1][0] for r in record.readings]
        goal = min(goals, key=lambda g: len(g.name))
        return _parted(((_named(visitors, record)), (goal,)), "visit")
    if record.form == "conference":
        return tuple(_as_part(side, "attending") for side in by_country(_named(record.parties, record)))
    fullest = max(record.readings, key=lambda r: (len(flat(r.sides)), -ORDER.index(r.form), r is best))
    sides = [_named(side, record) for side in fullest.sides]
    leading = next((r for r in record.readings if r.form == record.form), best)
    turned = len(sides) > 1 and not any(alike(a, b) for a in sides[0] for b in leading.sides[0])
    if turned or (record.form == "audience" and leading.form == "reception"):
        sides.reverse()
    return _parted(tuple(sides), record.form)


def _named(side: Parties, record: Record) -> Parties:
    """The side with offices replaced by their holders."""
    people = [p for p in record.parties if p.kind == "person"]
    return distinct(tuple(next((q for q in people if p.kind != "person" and (alike(p, q) or _leads(p, q))), p) for p in side))


def _as_part(side: Parties, part: Part) -> Parties:
    return tuple(replace(party, part=part) for party in side)


def _parted(sides: tuple[Parties, ...], form: Form) -> tuple[Parties, ...]:
    first, other = _PARTS.get(form, ("counterpart", "counterpart"))
    return tuple(_as_part(side, other if number else first) for number, side in enumerate(sides))


def _evidence(
    record: Record,
    best: Reading,
    sides: tuple[Parties, ...],
    quote: Span,
    time: Time | None,
    venue: Venue | None,
    country: Span | None,
    status: Span | None,
) -> Iterator[Evidence]:
    """Where each value stands."""
    yield Evidence("fact", quote)
    form = next((r.cue for r in record.readings if r.form == record.form), best.cue)
    yield Evidence("form", form)
    for party in flat(sides):
        if party.span:
            stated = best.scene.sentence.span.overlaps(party.span)
            yield Evidence("actor", party.span, "stated" if stated else "resolved")
    if time:
        yield Evidence("start", time.span, time.basis)
    if venue and venue.name:
        yield Evidence("place", venue.span)
    if country:
        told = venue is not None and venue.span == country
        yield Evidence("country", country, "stated" if told or record.form == "visit" else "inferred")
    yield Evidence("status", status or best.cue, "stated" if status else "inferred")


def _unique_cues(meetings: list[Meeting]) -> Iterator[Meeting]:
    """The meetings, no two with the same cue: of two told by one word the later is anchored on its counterpart."""
    seen: set[Span] = set()
    for meeting in meetings:
        cue = meeting.cue
        if cue in seen:
            spans = [p.span for side in reversed(meeting.sides) for p in side if p.span]
            cue = next((Span(cue.start, span.end) for span in spans if Span(cue.start, span.end) not in seen and span.end > cue.start), cue)
        seen.add(cue)
        yield replace(meeting, cue=cue)
