"""A record as a fact: its form, sides, days, place, status and salience, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Literal

from vnbilat_lib.doc import Evidence, Form, Meeting, Part, Participant, Span, Time
from vnbilat_lib.meetings.reading import Issue, Reading, Venue
from vnbilat_lib.meetings.records import FACE, ORDER, Record, flat, leads
from vnbilat_lib.meetings.sides import Parties, alike, by_country, distinct
from vnbilat_lib.meetings.standing import salience_of, status_of
from vnbilat_lib.meetings.when_where import days_of

_TERM = timedelta(days=180)  # ahead, within which an office is taken for its present holder
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
    status, status_span = status_of(record, start, end, issue)
    venue = next((r.venue for r in sorted(record.readings, key=lambda r: r is not best) if r.venue), None)
    country, country_span = _country(record, venue, records)
    sides = _sides(record, best)
    _, latest = issue.bounds(time)
    if status == "planned" and start and latest and start - latest > _TERM:
        sides = tuple(tuple(_office_of(party, best) for party in side) for side in sides)
    quote = _quote(best)
    if time and time.basis == "inferred":
        time, start, end = None, None, None
    return Meeting(
        record.form,
        status,
        salience_of(record, records, status, issue),
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


def _country(record: Record, venue: Venue | None, records: list[Record]) -> tuple[str | None, Span | None]:
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
    fellow = _beside(record, records)
    if fellow:
        return fellow.country, fellow.span
    if venue and venue.name:
        return _receiver(record), venue.span
    return None, None


def _beside(record: Record, records: list[Record]) -> Venue | None:
    """Where a traveller met another of the same hosts on the same day: "Chiều cùng ngày, A cũng hội kiến C"."""
    homes = {party.country for party in record.parties}
    day = days_of(record.time)
    for other in records:
        if other is record or other.form not in FACE or other.past != record.past or None in day:
            continue
        venue = next((r.venue for r in other.readings if r.venue and r.venue.country), None)
        shared = [party for party in record.parties if any(alike(party, p) for p in other.parties)]
        abroad = venue is not None and any(party.country not in (venue.country, None) for party in shared)
        if venue and abroad and venue.country in homes and days_of(other.time) == day:
            return venue
    return None


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
