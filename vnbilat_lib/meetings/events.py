"""Conferences: which international event a named person or office attends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vnbilat_lib.doc import MeetingStatus, Participant, Span
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.bodies import find_body
from vnbilat_lib.meetings.both import both_first, both_left
from vnbilat_lib.meetings.clauses import subject_left, subject_right
from vnbilat_lib.meetings.counterparts import item_subject, listed
from vnbilat_lib.meetings.cues import CORE, Row, Token
from vnbilat_lib.meetings.journey_days import find_days
from vnbilat_lib.meetings.reading import Reading, Scene, Venue
from vnbilat_lib.meetings.sides import (
    Group,
    Parties,
    by_country,
    distinct,
    group_right,
    may_meet,
    of_mention,
    travels_in_office,
    words_of,
)
from vnbilat_lib.meetings.subjects import guest
from vnbilat_lib.meetings.visits import is_framing, visit_to
from vnbilat_lib.meetings.when_where import find_status, find_venue, is_quoted, is_recalled, is_wished

_NAME = 18  # tokens that an event's name may have
_QUOTED = 10  # tokens that a name in quotation marks may have
_STOPS = (*(CORE - {"event", "goes"}), "held", "planned", "frame", "by", "between", "at", "stop")
_FACE = ("talks", "audience", "reception", "meeting")
_SIDES = 2
_BY = 5  # tokens between an event's name and "do A và B chủ trì"
_LISTED = 8  # tokens between an event and "bao gồm"
_ROLE = 8  # words between "dự" and the event: "phiên khai mạc", "phiên toàn thể thứ nhất của"


def read_events(scene: Scene) -> Iterator[Reading]:
    """The conferences that a sentence tells; one without its name ("Phát biểu tại Hội nghị, A ...") is read too."""
    for at, token in enumerate(scene.row):
        if token.has("event"):
            told = (construction(scene, at) for construction in (_presided, _organised, _attended, _held_between))
            reading = next((found for found in told if found), None) or _mentioned(scene, at)
            yield reading
            journey = visit_to(reading) if any(t.has("journey") for t in scene.row[max(0, at - 3) : at]) else None
            if journey:
                yield journey
        elif token.has("speaks") and scene.sentence.part == "caption":
            speaker = subject_left(scene.doc, scene.row, at, reach=0)
            if speaker:
                yield replace(_reading(scene, at, at, speaker, at, None), weak=True, name="", rule="speaks")


def name_end(row: Row, at: int) -> int:
    """The number of the last token of the event's name that begins at token `at`."""
    last, quoted = at, False
    for number in range(at + 1, min(at + _NAME, len(row))):
        token = row[number]
        if token.is_mark('"“”«»'):
            if not quoted and not any(t.is_mark('"“”«»') for t in row[number + 1 : number + _QUOTED]):
                break
            quoted = not quoted
            last = number
            continue
        if not quoted and (_ends_name(token) or (token.who and not (number == at + 1 and token.who.kind == "office"))):
            break  # but "Hội nghị Bộ trưởng Ngoại giao ASEAN"
        last = number
    while last > at and row[last].has("of", "and", "with", "oblique", "text", "modifier") and _is_small(row[last]):
        last -= 1
    return last


def _ends_name(token: Token) -> bool:
    """Whether no name goes on over a token."""
    return token.is_mark(",;:.") or token.time is not None or token.has(*_STOPS, "side", "names")


def _is_small(token: Token) -> bool:
    """Whether no word of a token begins with a capital or digit."""
    return not any(word[0].isupper() or word[0].isdigit() for word in token.words.split())


def _verb_before(row: Row, at: int) -> int | None:
    """The number of "dự", "phát biểu tại" before the event at token `at`."""
    words = 0
    for before in range(at - 1, max(at - 8, -1), -1):
        token = row[before]
        if token.has("attends"):
            return before
        words += token.syllables if token.has("text") else 0
        if words > _ROLE or token.who or token.is_mark(",;:.") or token.has("encounter", "meets", "meets-with"):
            return None
    return None


def _attended(scene: Scene, at: int) -> Reading | None:
    """As in "A dự Hội nghị", "Phát biểu tại Hội nghị, A nói", "Tại Diễn đàn, A nói"."""
    row, doc = scene.row, scene.doc
    verb = _verb_before(row, at)
    end = name_end(row, at)
    if at > 0 and row[at - 1].has("aux", "many") and end == at:  # "phát biểu tại một hội nghị"
        return None
    if verb is None:
        if not (at > 0 and row[at - 1].has("at") and at <= 3):
            return None
        verb, left = at - 1, None
    else:
        left = _guest(scene, verb) or subject_left(doc, row, verb) or both_left(scene, verb) or both_first(scene, verb)
    owner = _owner(scene, at, end)
    if left is None and verb >= 0:
        left = item_subject(scene, verb)
    opens = not any(token.who or token.has("text", "crowd", "many", "place") for token in row[:verb])
    group = owner or left or subject_right(doc, row, end) or (Group(scene.before, verb, verb) if scene.before and opens else None)
    officials = tuple(p for p in group.parties if travels_in_office(p) and p.rank) if group else ()
    named = _included(scene, end)
    if named:
        beside = group is not None and group.first < at  # else the subject found is one of the list
        group, officials = (group if beside else named), (*(officials if beside else ()), *named.parties)
    officials = tuple(p for p in officials if p.kind != "office" or p.country)  # not "Bộ trưởng Tài chính từ 27 quốc gia"
    if group is None or not officials:
        return None
    others = find_body(doc, row, at + 2) if at + 2 < len(row) and row[at + 1].has("with") else None
    if others and any(may_meet(p, other, strong=False) for p in officials for other in others.parties):
        officials, end = (*officials, *others.parties), others.last
    start = group.first + 1 if group.last < verb else max(0, verb - 4)
    status, real = find_status(row, start, verb)
    status = "cancelled" if row[verb].has("cancelled") else status
    if not real or (group.last < verb and is_wished(row, group.first, verb)):
        return None
    return _reading(scene, at, end, replace(group, parties=officials), verb, status)


def _guest(scene: Scene, verb: int) -> Group | None:
    """The guest who attends: "A tiếp B đang thăm Việt Nam và đồng chủ trì Hội nghị"."""
    row, group = scene.row, guest(scene, verb) if verb > 0 and scene.row[verb - 1].has("and") else None
    received = group is not None and any(
        token.has("meets", "encounter", "with") for token in row[max(0, group.first - 2) : group.first]
    )
    travels = group is not None and any(token.has("travels", "trip") for token in row[group.last + 1 : verb])
    return group if received and travels else None


def _presided(scene: Scene, at: int) -> Reading | None:
    """As in "Hội nghị do A và B đồng chủ trì", "Kỳ họp dưới sự chủ trì của A"."""
    row, end = scene.row, name_end(scene.row, at)
    behind = range(end + 1, min(end + _BY, len(row)))
    start = next((n for n in behind if row[n].has("by", "presides") or row[n].is_mark(";:.")), None)
    if start is None or not row[start].has("by", "presides"):
        return None
    group = listed(scene, start + 1)
    if group is None or len(by_country(group.parties)) < _SIDES:
        return None
    led = row[start].has("presides") or any(token.has("attends", "leads") for token in row[group.last + 1 : group.last + 3])
    return _reading(scene, at, end, group, at, None) if led else None


def _organised(scene: Scene, at: int) -> Reading | None:
    """As in "A và B đã tổ chức hội nghị thượng đỉnh": people of different countries hold it themselves."""
    if at == 0 or not scene.row[at - 1].has("organises"):
        return None
    group = subject_left(scene.doc, scene.row, at - 1) or both_left(scene, at - 1)
    officials = tuple(p for p in group.parties if travels_in_office(p) and p.rank) if group else ()
    if group is None or len({p.country for p in officials}) < _SIDES:
        return None
    status, real = find_status(scene.row, group.last + 1, at)
    return _reading(scene, at, name_end(scene.row, at), replace(group, parties=officials), at, status) if real else None


def _included(scene: Scene, end: int) -> Group | None:
    """Who is listed as taking part: "tham dự diễn đàn, bao gồm Tổng thống Nga A, Thủ tướng Lào B"."""
    row = scene.row
    for at in range(end + 1, min(end + 1 + _LISTED, len(row) - 1)):
        if row[at].has("names"):
            return _attendants(scene, at)
        if row[at].has("includes", "between"):
            group = listed(scene, at + 1)
            officials = tuple(p for p in group.parties if travels_in_office(p) and p.rank) if group else ()
            return replace(group, parties=officials) if group and officials else None
        if row[at].who or row[at].is_mark(";:."):
            return None
    return None


def _attendants(scene: Scene, at: int) -> Group | None:
    """Those of a list with their offices: "Dự hội nghị có các đồng chí: A, Trưởng ban ...; B, Thứ trưởng ..."."""
    row = scene.row
    people = [n for n in range(at + 1, len(row)) if row[n].who and not any(token.has(*CORE) for token in row[at:n])]
    parties = tuple(p for n in people if (who := row[n].who) and who.kind == "name" and (p := of_mention(scene.doc, who)))
    officials = distinct(tuple(p for p in parties if travels_in_office(p) and p.rank))
    return Group(officials, people[0], people[-1]) if officials else None


def _owner(scene: Scene, at: int, end: int) -> Group | None:
    """As in "chuyến thăm Lào và dự Hội nghị Mekong của A": the traveller attends."""
    row = scene.row
    journey = any(token.has("trip") for token in row[max(0, at - 10) : at])
    if journey and end + 2 < len(row) and row[end + 1].has("of") and row[end + 2].who:
        return group_right(scene.doc, row, end + 2, lists=False)
    return None


def _held_between(scene: Scene, at: int) -> Reading | None:
    """As in "Hội nghị thường niên giữa A và B"."""
    row = scene.row
    end = name_end(row, at)
    while end + 1 < len(row) and row[end + 1].has("modifier"):  # "Hội nghị thường niên"
        end += 1
    if end + 1 >= len(row) or not row[end + 1].has("between"):
        return None
    group = listed(scene, end + 2)
    if group is None or len(by_country(group.parties)) < 2:
        return None
    planned = any(token.has("planned") for token in row[group.last + 1 : group.last + 8])
    return _reading(scene, at, end, group, at, "planned" if planned else None)


def _mentioned(scene: Scene, at: int) -> Reading:
    """An event that nobody is told to attend: its name, day and place serve those who speak "tại Diễn đàn"."""
    end = name_end(scene.row, at)
    reading = _reading(scene, at, end, Group((), at, at), at, None)
    return replace(reading, weak=True, rule="mentioned")


def _reading(scene: Scene, at: int, end: int, group: Group, verb: int, status: MeetingStatus | None) -> Reading:
    row = scene.row
    first, last = min(group.first, verb, at), max(end, group.last if group.first > verb else end)
    framing = is_framing(row, verb) or (verb == at - 1 and row[verb].has("at"))
    found = find_days(row, at, end, framing=framing)
    found = None if found and found[0].grain == "year" and found[1] == end + 1 else found  # "Hội nghị phụ nữ năm 2017"
    venue = find_venue(row, at if framing else first, end if framing else last, scene.doc.text) or _host(row, end)
    return Reading(
        "conference",
        by_country(group.parties),
        row[at].span,
        scene,
        min(first, found[1]) if found else first,
        max(last, found[1]) if found else last,
        status,
        found[0] if found else None,
        venue,
        past=is_recalled(row, first, last),
        framing=framing,
        quoted=is_quoted(row, at),
        weak=any(token.has("welcomes") for token in row[max(0, first - 3) : verb]),
        name=Span(row[at].span.start, row[end].span.end).of(scene.doc.text),
        rule="attends" if verb != at else "between",
    )


def _host(row: Row, end: int) -> Venue | None:
    """The country that holds the event: "do Nga đăng cai"."""
    for at in range(end + 1, min(end + 6, len(row) - 1)):
        place = row[at].place
        if place and place.country and row[at + 1].has("hosts"):
            return Venue(None, place.country, place.span)
    return None


def place_at_events(readings: list[Reading]) -> list[Reading]:
    """The readings, an encounter "bên lề Hội nghị G20" in the town where another sentence places that event."""
    placed = [r for r in readings if r.form == "conference" and r.venue and r.venue.name]
    return [_placed(r, placed) if placed and r.form in _FACE and not (r.venue and r.venue.name) else r for r in readings]


def _placed(reading: Reading, placed: list[Reading]) -> Reading:
    row, text = reading.scene.row, reading.scene.doc.text
    for at in range(1, len(row)):
        if row[at].has("event") and row[at - 1].has("frame", "at") and not _passes_on(row, reading, at):
            name = Span(row[at].span.start, row[name_end(row, at)].span.end).of(text)
            venues = [r.venue for r in placed if r.venue and same_event(r.name or "", name)]
            told = reading.venue.country if reading.venue else None
            if venues and len({v.name for v in venues}) == 1 and told in (None, venues[0].country):
                return replace(reading, venue=venues[0])
    return reading


def _passes_on(row: Row, reading: Reading, at: int) -> bool:
    """Whether the event at token `at` belongs to another clause than the encounter."""
    cue = next(n for n, token in enumerate(row) if token.span == reading.cue)
    between = row[min(cue, at) + 1 : max(cue, at)]
    return any(token.is_mark(";:") or token.has("report", "meets", "meets-with", "encounter") for token in between)


def keep_international(readings: list[Reading]) -> list[Reading]:
    """The readings without the domestic events, and without those that no reading of the article names."""
    events = [r for r in readings if r.form == "conference"]
    if not any(r.sides for r in events):
        return [r for r in readings if r.form != "conference"]
    everybody = tuple(p for r in events for side in r.sides for p in side)
    abroad = [r for r in events if _reaches_abroad(r, everybody)]
    gathered = _gathered([r for r in events if r.sides])
    names = [r.name or "" for r in abroad]
    kept = [r for r in events if r in abroad or r in gathered or r.rule == "speaks" or _is_named(r, names)]
    again = (
        []
        if len({fold(name) for name in names}) != 1 or not all(map(is_gathering, abroad))
        else [r for r in events if is_bare(r)]
    )
    others = [replace(r, weak=True) if r not in kept else r for r in events if r in kept or r in again]
    return [r for r in readings if r.form != "conference"] + others


def is_gathering(reading: Reading) -> bool:
    """Whether the event's noun is one that stands for others: "hội nghị", "diễn đàn"."""
    return fold(reading.cue.of(reading.scene.doc.text)) in words_of("gathering")


def is_bare(reading: Reading) -> bool:
    """Whether an event is told by such a noun alone."""
    return is_gathering(reading) and reading.name == reading.cue.of(reading.scene.doc.text)


def _is_named(reading: Reading, names: list[str]) -> bool:
    """Whether an event is one of those named."""
    return any(same_event(reading.name or "", name) for name in names)


def same_event(a: str, b: str) -> bool:
    """Whether two names are of one event: one is the bare noun, or most words are shared."""
    first, second = fold(a).split(), fold(b).split()
    if not first or not second or of_other_number(a, b):
        return False
    short, long = sorted((set(first), set(second)), key=len)
    return len(short & long) >= 0.6 * len(short)


def of_other_number(a: str, b: str) -> bool:
    """Whether two names carry different numbers: "lần thứ 3", "lần thứ 4"."""
    first, second = ({word for word in name.split() if word.isdigit()} for name in (a, b))
    return bool(first and second and not first & second)


def _gathered(events: list[Reading]) -> list[Reading]:
    """The tellings of one event whose speakers come from different countries."""
    by_noun: dict[str, list[Reading]] = {}
    for event in events:
        by_noun.setdefault(fold(event.cue.of(event.scene.doc.text)), []).append(event)
    return [
        event
        for group in by_noun.values()
        if len({p.country for r in group for side in r.sides for p in side}) > 1
        for event in group
    ]


def _reaches_abroad(reading: Reading, everybody: Parties) -> bool:
    """Whether an event reaches beyond the country of those who attend it, or of `everybody` where its telling names none."""
    row = reading.scene.row
    at = next(n for n, token in enumerate(row) if token.span == reading.cue)
    parties = tuple(p for side in reading.sides for p in side)
    end = name_end(row, at)
    subject = next((n for n in range(end + 1, len(row)) if row[n].who), end)
    if parties and reading.rule == "attends" and any(t.span == parties[0].span for t in row[subject:]):
        # all of the frame before the subject: "Phát biểu tại tọa đàm với các tập đoàn, doanh nghiệp hàng đầu của Mỹ, A ..."
        end = max(end, subject - 1)
    return is_international(reading.scene, at, end, parties or everybody, reading.venue.country if reading.venue else None)


def is_worldly(party: Participant) -> bool:
    """Whether somebody without a country acts for an international organisation."""
    return party.sector == "organisation"


def _codes(scene: Scene, at: int, end: int) -> list[tuple[str, ...]]:
    """The codes of the places in an event's name."""
    return [token.place.codes for token in scene.row[at : end + 1] if token.place and token.place.codes]


def is_international(scene: Scene, at: int, end: int, parties: Parties, country: str | None) -> bool:
    """Whether the event's name or place reaches beyond the country of those who attend."""
    homes = {party.country for party in parties} or {codes[0][:2] for codes in _codes(scene, at, end)[:1]}
    if not homes - {None} and not any(is_worldly(party) for party in parties):  # nobody knows where he comes from
        return any(token.has("world") for token in scene.row[at : end + 1])
    if len(homes) > 1 or (country and country not in homes):
        return True
    about = next((n for n in range(at, end + 1) if scene.row[n].has("oblique")), end + 1)
    for number, token in enumerate(scene.row[at : end + 1], at):
        if token.has("world", "pair") or (token.place and token.place.kind in ("bloc", "organisation") and number < about):
            return True  # not "phiên họp của Ban Chỉ đạo về Cơ chế một cửa ASEAN"
        if token.place and any(code[:2] not in homes for code in token.place.codes):
            return True
    return False
