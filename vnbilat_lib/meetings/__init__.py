"""Meetings and visits: trigger, sides, days, place, form, status, salience."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from vnbilat_lib.doc import Doc, Form
from vnbilat_lib.meetings.both import last_pair
from vnbilat_lib.meetings.clauses import first_subject
from vnbilat_lib.meetings.cues import Index, find_triggers, tokenize
from vnbilat_lib.meetings.encounters import anaphor, read_encounters
from vnbilat_lib.meetings.events import keep_international, place_at_events, read_events
from vnbilat_lib.meetings.leaders import Led, find_leaders, with_leaders
from vnbilat_lib.meetings.merge import merge
from vnbilat_lib.meetings.reading import Reading, Scene
from vnbilat_lib.meetings.sides import Parties
from vnbilat_lib.meetings.undated import Calendar, read_calendar
from vnbilat_lib.meetings.unnamed_goals import with_goals
from vnbilat_lib.meetings.visits import read_visits

__all__ = ["tag_meetings"]

_TOLD_TOGETHER = 120  # tellings among which one is told again: more than an article has, less than a book


def tag_meetings(doc: Doc) -> Doc:
    """The article with its meetings, by CODEBOOK.md."""
    if not _is_international(doc):
        return doc
    calendar = read_calendar(doc)
    meetings = [
        meeting
        for readings, upgrades in _parts(doc, calendar)
        for meeting in merge(doc, keep_international(place_at_events(with_goals(readings))), upgrades, calendar)
    ]
    return replace(doc, meetings=tuple(meetings))


def _parts(doc: Doc, calendar: Calendar) -> Iterator[tuple[list[Reading], dict[int, Form]]]:
    """The tellings of the article, and by sentence the forms that words pointing back give; of a book a part at a time."""
    readings: list[Reading] = []
    upgrades: dict[int, Form] = {}
    leaders: list[Led] = []
    pair: Parties = ()
    for bare in _scenes(doc, calendar):
        scene = replace(bare, pair=pair, led=(leaders[-1].leader,) if leaders else ())
        leaders += find_leaders(scene)
        found = [*read_encounters(scene), *read_visits(scene), *read_events(scene)]
        pair = last_pair(found, pair)
        readings += found
        for at, token in enumerate(scene.row):
            if token.form in ("talks", "audience", "reception") and anaphor(scene, at):
                upgrades[scene.number] = token.form
        if len(readings) > _TOLD_TOGETHER:
            yield with_leaders(readings, leaders), upgrades
            readings, upgrades = [], {}
    yield with_leaders(readings, leaders), upgrades


def _is_international(doc: Doc) -> bool:
    """Whether anybody is named, and more than one country, or somebody of an international organisation."""
    countries = {m.country for m in doc.mentions} | {p.country for p in doc.persons}
    countries |= {code[:2] for place in doc.places for code in place.codes}
    worldly = any(person.rank and person.country is None for person in doc.persons)
    return bool(doc.mentions) and (worldly or len(countries - {None}) > 1)


def _scenes(doc: Doc, calendar: Calendar) -> Iterator[Scene]:
    """The sentences that may tell of a meeting, each with the subject of the one before."""
    index, triggers = Index.of(doc, calendar.times), find_triggers(doc.text)
    before: Parties = ()
    for number, sentence in enumerate(doc.sentences):
        people = index.mentions_in(sentence.span)
        tells = bisect_left(triggers, sentence.span.start) < bisect_left(triggers, sentence.span.end)
        row = tokenize(doc, sentence, index) if tells and (people or before or index.places_in(sentence.span)) else None
        if row is not None:
            yield Scene(doc, sentence, number, row, before)
        before = first_subject(doc, sentence, people, row)
