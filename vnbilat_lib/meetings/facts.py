"""A record as a fact: its form, sides, days, place, status and salience, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from vnbilat_lib.doc import Evidence, Form, Meeting, MeetingStatus, Part, Participant, Salience, Span, Time
from vnbilat_lib.meetings.reading import Issue, Reading, Venue
from vnbilat_lib.meetings.records import OPENING, ORDER, RECENT, Record, flat, leads
from vnbilat_lib.meetings.sides import Parties, alike, by_country, distinct
from vnbilat_lib.meetings.when_where import days_of, is_ahead, is_over

_TERM = timedelta(days=180)  # ahead, within which an office is taken for its present holder
_DEEP = 8  # sentences, behind which news without a day is none
_TWO = 2  # sides
_BESIDE = 60  # characters between a quote and its place
_PARTS: dict[Form, tuple[Part, Part]] = {
    "reception": ("receiving", "received"),
    "audience": ("visiting", "receiving"),
    "visit": ("visiting", "hosting"),
    "conference": ("attending", "attending"),
}


def to_meeting(record: Record, records: list[Record], issue: Issue) -> Meeting:
    """The record as a meeting with its evidence."""
    best = max(record.readings, key=lambda r: _fullness(r, record))
    time = record.time
    start, end = days_of(time)
    status, status_span = _status(record, start, end, issue)
    venue = next((r.venue for r in sorted(record.readings, key=lambda r: r is not best) if r.venue), None)
    country, country_span = _country(record, venue)
    sides = _sides(record, best)
    if status == "planned" and start and issue.last and start - issue.last > _TERM:
        sides = tuple(tuple(_office_of(party, best) for party in side) for side in sides)
    quote = _quote(best)
    return Meeting(
        record.form,
        status,
        _salience(record, records, status, issue),
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


def _office_of(party: Participant, reading: Reading) -> Participant:
    """The office where the text names only it: who will hold it when the day comes is not told."""
    mentions = (m for m in reading.scene.doc.mentions if m.span == party.span and m.kind == "office" and m.office)
    mention = next(mentions, None)
    if mention is None or mention.office is None:
        return party
    return replace(party, name=mention.office, kind="office", person=None, role=mention.office)


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
    placed, formal = reading.venue is not None, reading.form == record.form
    return (not reading.weak, not reading.quoted, body, dated, parties, placed, formal, -reading.scene.number)


def _status(record: Record, start: date | None, end: date | None, issue: Issue) -> tuple[MeetingStatus, Span | None]:
    for wanted in ("cancelled", "planned", "held"):
        telling = next((r for r in record.readings if r.status == wanted), None)
        if telling is None:
            continue
        last = end or start
        if wanted == "planned" and last and issue.first and last < issue.first:
            return "held", None
        if wanted == "held" and start and issue.last and start > issue.last:
            return "planned", None
        return telling.status or "held", telling.cue
    later = bool(start and issue.last and start > issue.last) or all(r.eve for r in record.readings)
    later = later or _mostly_later(record, start, end, issue) or (not start and all(is_ahead(r.time) for r in record.readings))
    if record.journey and not start and not end:  # talks on a visit that is still to come
        days = days_of(record.journey.time)
        later = later or _status(record.journey, *days, issue)[0] == "planned"
    return ("planned" if later else "held"), None


def _mostly_later(record: Record, start: date | None, end: date | None, issue: Issue) -> bool:
    """Whether more of a month or year is to come than is over: "thăm Mỹ trong tháng này"."""
    if not (start and end and issue.last and record.time) or record.time.grain in ("day", "days"):
        return False
    return start <= issue.last < end and issue.last - start < end - issue.last


def _salience(record: Record, records: list[Record], status: MeetingStatus, issue: Issue) -> Salience:
    """Main where the article reports it as its news."""
    if record.past or all(r.quoted for r in record.readings) or _is_recalled(record, issue):
        return "background"
    if all(r.scene.sentence.part == "caption" for r in record.readings) and not _shares_people(record, records):
        return "background"
    if status == "held" and _is_aside(record):
        return "background"
    prominent = any(r.scene.sentence.part in ("title", "lead") or r.scene.number <= OPENING for r in record.readings)
    news = any(not r.framing for r in record.readings)
    if record.form == "conference":
        return "main" if news and (prominent or status != "planned") else "background"
    if record.form == "visit" and not news and not prominent and not _is_frame(record, records):
        return "background"
    if status == "planned":
        return (
            "main"
            if news and (prominent or _is_planned_journey(record)) and not _is_programme(record, issue)
            else "background"
        )
    return "main"


def _is_aside(record: Record) -> bool:
    """Whether an encounter stands deep in the article without any day, on no journey of it: told to explain something else."""
    if record.form in ("visit", "conference") or record.journey or record.time:
        return False
    deep = all(r.scene.number > _DEEP and r.scene.sentence.part not in ("title", "lead", "caption") for r in record.readings)
    return deep and not any(token.time for r in record.readings for token in r.scene.row)


def _is_frame(visit: Record, records: list[Record]) -> bool:
    """Whether somebody who travels is told of in another meeting that is not recalled."""
    return any(
        not r.past and r.form not in ("visit", "conference") and any(alike(a, b) for a in visit.parties for b in r.parties)
        for r in records
    )


def _is_programme(record: Record, issue: Issue) -> bool:
    """Whether it is still to come on a journey that has begun, and no headline or lead tells it."""
    visit = record.journey
    told = any(r.scene.sentence.part in ("title", "lead") for r in record.readings)
    return visit is not None and not told and _status(visit, *days_of(visit.time), issue)[0] == "held"


def _is_planned_journey(record: Record) -> bool:
    """Whether it takes place on a visit that is itself told in headline or lead."""
    visit = record.journey
    return visit is not None and any(r.scene.sentence.part in ("title", "lead") for r in visit.readings) and not visit.past


def _is_recalled(record: Record, issue: Issue) -> bool:
    """Whether its days lie more than a week back, or in a month that is over."""
    start, end = days_of(record.time)
    if issue.first is None or record.time is None or not (start or end):
        return all(is_over(r.time) for r in record.readings if not r.weak)
    last = end or start
    within = record.time.grain not in ("day", "days")
    return bool(last and (last < issue.first - RECENT or (within and last < issue.first)))


def _shares_people(record: Record, records: list[Record]) -> bool:
    """Whether somebody of it takes part in another meeting of the article, told elsewhere than in a caption."""
    told = [r for other in records if other is not record for r in other.readings if r.scene.sentence.part != "caption"]
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
    if venue and venue.name:
        return _receiver(record), venue.span
    return None, None


def _receiver(record: Record) -> str | None:
    """The country of who receives at a place that is nowhere abroad: "tại Trụ sở Chính phủ, Thủ tướng đã tiếp A"."""
    leading = next((r for r in record.readings if r.form == record.form), record.readings[0])
    if record.form not in ("reception", "audience") or len(leading.sides) < _TWO:
        return None
    return leading.sides[0 if record.form == "reception" else 1][0].country


def _place(record: Record, venue: Venue | None) -> str | None:
    if record.form != "visit":
        return venue.name if venue else None
    named = [r.venue.name for r in record.readings if r.venue and r.venue.name]
    return ", ".join(dict.fromkeys(named)) or None


def _sides(record: Record, best: Reading) -> tuple[Parties, ...]:
    """The sides in the codebook's order, each participant by his name where any telling names him."""
    if record.form == "visit":
        visitors = distinct(tuple(p for r in record.readings for p in r.sides[0]))
        goals = [r.sides[1][0] for r in record.readings if r.sides[1]]
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
    return distinct(tuple(next((q for q in people if p.kind != "person" and (alike(p, q) or leads(p, q))), p) for p in side))


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
    if time and days_of(time) != (None, None):
        yield Evidence("start", time.span, time.basis)
    if venue and venue.name:
        yield Evidence("place", venue.span)
    if country:
        told = venue is not None and venue.span == country
        yield Evidence("country", country, "stated" if told or record.form == "visit" else "inferred")
    yield Evidence("status", status or best.cue, "stated" if status else "inferred")
