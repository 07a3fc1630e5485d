"""Visits: who travels where, by a verb ("thăm Lào"), a noun ("chuyến thăm Lào của A") or plain motion ("đến Viêng Chăn")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from vnbilat_lib.doc import MeetingStatus, Participant
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.bodies import find_body
from vnbilat_lib.meetings.clauses import is_oblique, is_unread_subject, subject_right
from vnbilat_lib.meetings.counterparts import item_subject
from vnbilat_lib.meetings.cues import CORE, Row
from vnbilat_lib.meetings.goals import (
    Goal,
    find_goals,
    find_goals_before,
    find_goals_behind,
    find_goals_of_event,
    is_building,
    to_destination,
    town_before,
)
from vnbilat_lib.meetings.journey_days import find_days, open_ended
from vnbilat_lib.meetings.leaders import is_bare
from vnbilat_lib.meetings.reading import Reading, Scene
from vnbilat_lib.meetings.sides import Group, closing, group_left, group_right, is_former, opening, travels_in_office, words_of
from vnbilat_lib.meetings.when_where import find_status, is_dated, is_denied, is_quoted, is_recalled, is_wished

_REACH = 22  # words between a traveller and the verb
_OTHERS = ("meets", "meets-with", "encounter", "trip")
_DAYS_REACH = 24  # words between a journey and its days
_SHORT = 6  # words that may qualify a journey before "của"
_LOOK = 5  # tokens before a cue whose traveller stands behind
_QUALIFIERS = ("modifier", "time", "text", "land", "planned", "past")
_COMPANY = ("held", "aux", "planned", "time", "spouse", "and", "unreal", "joint", "delegation", "modifier", "place")
_AND_EVENT = ("and", "attends", "event", "world", "place", "aux", "mark")  # "chuyến thăm Lào và dự Hội nghị Mekong của A"


def read_visits(scene: Scene) -> Iterator[Reading]:
    """The visits that a sentence tells."""
    for at, token in enumerate(scene.row):
        if token.has("travels"):
            yield from _told_by_verb(scene, at, reach=_REACH)
        elif token.has("trip"):
            yield from _told_by_noun(scene, at)
        elif token.has("goes") and at > 0 and _is_motion(scene.row, at):
            yield from _told_by_verb(scene, at, reach=0)
        elif token.has("goes") and at > 0 and scene.row[at - 1].has("when"):
            yield from _told_in_frame(scene, at)


def _is_motion(row: Row, at: int) -> bool:
    """Whether "đến", "tới", "sang" is the verb of the person before it, not the preposition of another verb."""
    before = at - 1
    while before >= 0 and (row[before].has(*_COMPANY, "leads") or (row[before].is_mark(",") and row[before + 1].has("joint"))):
        before -= 1
    before = opening(row, before)
    led = any(token.has("delegation") for token in row[before + 1 : at])  # "Đoàn Việt Nam tới Helsinki"
    return led or (before >= 0 and row[before].who is not None)


def _told_in_frame(scene: Scene, at: int) -> Iterator[Reading]:
    """As in "ngay sau khi đến thủ đô Minsk, A gặp B": the traveller stands in the main clause."""
    for goal in find_goals(scene, at + 1)[:1]:
        group = subject_right(scene.doc, scene.row, goal.at)
        going = _from_elsewhere(group, goal.country) if group and not is_building(goal) else None
        time = scene.row[goal.at + 1].time if goal.at + 1 < len(scene.row) else None
        if going and (time is None or is_dated(time)):  # not "khi đến Việt Nam 40 năm trước"
            for reading in _reading(scene, at, going, replace(goal, code=goal.country), framing=True):
                begun = replace(time, modifier="since") if time and time.grain == "day" else time
                yield replace(reading, time=begun or reading.time)


def _travellers(scene: Scene, at: int, country: str, *, reach: int) -> Group | None:
    """The nearest people to the left who come from elsewhere: "A tiếp B đang ở thăm Việt Nam" -> B."""
    row, passed, before, crossed = scene.row, 0, at - 1, False
    while before >= 0:
        before = opening(row, before)
        if before < 0:
            return None
        token = row[before]
        crossed = crossed or token.has("travels", "trip")
        if token.is_mark(";:") or token.has("crowd") or is_unread_subject(row, before, crossed=crossed):
            return None
        if token.has("delegation") and (reach or row[at].has("goes")) and (led := _delegation(scene, before, at, country)):
            return led
        if token.who:
            group = group_left(scene.doc, row, before)
            first = group.first if group else before
            bound = _is_owner(row, first) and not (group and _is_framed_owner(row, group, at))
            leads = first > 0 and row[first - 1].has("by")  # "đoàn công tác do ông A làm trưởng đoàn"
            going = _from_elsewhere(group, country, official=leads) if group and not bound else None
            if going or not reach:
                return going
            before = first - 1
            continue
        passed += token.syllables if token.has("text") else 0
        if passed > reach:
            return None
        before -= 1
    return None


def _delegation(scene: Scene, start: int, at: int, country: str) -> Group | None:
    """The delegation that travels: "Đoàn đại biểu Quốc hội Cuba thăm Sơn La"; who leads it is told elsewhere."""
    row = scene.row
    beside = start > 0 and row[start - 1].has("and", "joint", "leads", "welcomes")  # "A cùng đoàn đại biểu ..."
    if beside or any(token.who for token in row[start:at]) or is_oblique(row, start):
        return None
    group = Group(scene.led, start, start) if is_bare(row, start) else find_body(scene.doc, row, start)
    return _from_elsewhere(group, country) if group and group.last < at else None


def _is_owner(row: Row, first: int) -> bool:
    """Whether the person stands behind "của" or "theo", and does not travel himself."""
    return first > 0 and row[first - 1].has("of", "oblique")


def _is_framed_owner(row: Row, group: Group, at: int) -> bool:
    """Whether his journey frames what is his: "ấn tượng của Vua A và Hoàng hậu B trong chuyến thăm Việt Nam"."""
    between = row[group.last + 1 : at]
    beside = between[:-1]
    near = all(t.has("and", "spouse") or (t.has("text") and t.syllables <= _SHORT and t.words[0].isupper()) for t in beside)
    return row[at].has("trip") and bool(between) and between[-1].has("frame") and near and row[group.first - 1].has("of")


def _from_elsewhere(group: Group, country: str, *, official: bool = False) -> Group | None:
    """The officials of a group who are at home elsewhere; all of them if they travel in an `official` delegation."""
    going = tuple(p for p in group.parties if p.country != country and (travels_in_office(p) or (official and p.country)))
    return replace(group, parties=going) if going else None


def _without_envoys(group: Group, goal: Goal) -> Group | None:
    """The travellers to a country without the ambassadors posted there: "trong thời gian công tác tại Việt Nam"."""
    if goal.code != goal.country or (goal.venue and goal.venue.name):
        return group
    going = tuple(p for p in group.parties if not fold(p.role or "").startswith(words_of("envoy")))
    return replace(group, parties=going) if going else None


def _told_by_verb(scene: Scene, at: int, *, reach: int) -> Iterator[Reading]:
    """As in "A thăm chính thức Nga", "A đến Hà Nội"."""
    opens = not any(token.who or token.has("crowd", "text") for token in scene.row[:at])
    goals = find_goals(scene, at + 1) or (find_goals_before(scene, at) if reach else [])
    if not goals and reach:
        yield from _again(scene, at, _travellers(scene, at, "", reach=0))
    for goal in goals:
        if not reach and is_building(goal):
            continue
        group = _travellers(scene, at, goal.country, reach=reach)
        if group is None and reach and opens:
            group = _from_elsewhere(Group(scene.before, at, at), goal.country)
        if group is None and reach and (item := item_subject(scene, at)):
            group = _from_elsewhere(item, goal.country)  # "A sẽ dự hội nghị tại Bỉ; thăm chính thức Hà Lan"
        if group is None and reach and is_framing(scene.row, at):
            group = _behind(scene, goal)
        if group is None and reach and at > 0 and scene.row[at - 1].has("passive") and not any(t.who for t in scene.row[:at]):
            behind = subject_right(scene.doc, scene.row, goal.at)  # "Bày tỏ vui mừng được sang thăm Đức, A nói"
            group = _from_elsewhere(behind, goal.country) if behind else None
        if group:
            whole = goal if reach else replace(goal, code=goal.country)
            yield from _reading(scene, at, group, whole, framing=is_framing(scene.row, min(at, group.first)))


def _again(scene: Scene, at: int, group: Group | None) -> Iterator[Reading]:
    """A journey told without its goal, which joins one told with it: "nhân dịp ông A đến thăm cấp Nhà nước tuần trước"."""
    row = scene.row
    after = at + 1
    while after < len(row) and row[after].has("modifier", "planned", "past"):
        after += 1
    ends = after >= len(row) or row[after].time or row[after].has("mark", "of", "held", "aux", "at")
    if group is None or not ends:
        return
    found = find_days(row, at, max(at, group.last), framing=is_framing(row, min(at, group.first)))
    first, last = min(group.first, at, found[1] if found else at), max(group.last, at, found[1] if found else at)
    yield Reading(
        "visit",
        (group.parties, ()),
        row[at].span,
        scene,
        first,
        last,
        None,
        found[0] if found else None,
        past=is_recalled(row, first, last),
        framing=True,
        quoted=is_quoted(row, at),
        weak=True,
        rule="again",
    )


def _told_by_noun(scene: Scene, at: int) -> Iterator[Reading]:
    """As in "chuyến thăm Nga của A", "chuyến thăm của A tới Nga", "A bắt đầu chuyến thăm Nga"."""
    row = scene.row
    goals = find_goals(scene, at + 1) or find_goals_of_event(scene, at + 1)
    after = max((goal.at for goal in goals), default=at)
    owned, owner = _owner(scene, after)
    if owner and not goals:
        goals = find_goals_behind(scene, owner.last)
    if not goals:
        yield from _again(scene, at, owner)
    for goal in goals:
        going = _from_elsewhere(owner, goal.country) if owner else None
        if not owned:
            going = _around(scene, at, goal)
        for reading in _reading(scene, at, going, goal, framing=is_framing(row, at), owned=owned) if going else ():
            town = town_before(scene, at, goal) if reading.venue is None or reading.venue.name is None else None
            yield _of_one_goal(replace(reading, venue=town or reading.venue), goal, goals)


def _of_one_goal(reading: Reading, goal: Goal, goals: list[Goal]) -> Reading:
    """The reading without the day and town that are another goal's: a journey to A and B begins in A, and ends in B."""
    bounded = reading.time is not None and reading.time.modifier in ("since", "until")
    if not bounded or len(goals) < 2:
        return reading
    own = goals[0] if reading.time and reading.time.modifier == "since" else goals[-1]
    return reading if goal is own else replace(reading, time=None, venue=goal.venue)


def _owner(scene: Scene, after: int) -> tuple[bool, Group | None]:
    """Whether "của" follows, and the people behind it: "chuyến thăm chính thức (...) của A"."""
    row, at = scene.row, after + 1
    joined = at < len(row) and row[at].has("and")
    while at < len(row) and (row[at].has(*_QUALIFIERS) or closing(row, at) != at or (joined and row[at].has(*_AND_EVENT))):
        if row[at].has("text") and row[at].syllables > _SHORT and not joined:
            return False, None
        at = max(closing(row, at), at + 1)
    if at >= len(row) or not row[at].has("of"):
        return False, None
    for who in range(at + 1, min(at + 4, len(row))):
        if row[who].who:
            return True, group_right(scene.doc, row, who, lists=False)
    return True, None


def _around(scene: Scene, at: int, goal: Goal) -> Group | None:
    """Who makes a journey that names nobody: the subject to the left, or of the main clause behind a frame."""
    going = _travellers(scene, at, goal.country, reach=_REACH) or _behind(scene, goal)
    return going or (_from_elsewhere(Group(scene.before, at, at), goal.country) if scene.before else None)


def _behind(scene: Scene, goal: Goal) -> Group | None:
    """The traveller named in the main clause: "Trong chuyến thăm Lào, A ..."."""
    row = scene.row
    for who in range(goal.at + 1, len(row)):
        if row[who].is_mark(";:."):
            return None
        if row[who].who and not row[who - 1].has("of", "with", "oblique", "meets"):
            group = group_right(scene.doc, row, who, lists=False)
            going = _from_elsewhere(group, goal.country) if group else None
            if going:
                return going
    return None


def is_framing(row: Row, at: int) -> bool:
    """Whether the visit is only the frame of something else: "nhân chuyến thăm", "trong khuôn khổ dự hội nghị và thăm Lào"."""
    for token in reversed(row[:at]):
        if token.has("frame"):
            return True
        if token.who or token.is_mark(",;:."):
            return False
    return False


def _reading(scene: Scene, at: int, group: Group, goal: Goal, *, framing: bool, owned: bool = False) -> Iterator[Reading]:
    """The reading of a journey, where it is no wish, no habit and no invitation without a day."""
    posted = _without_envoys(group, goal)
    if posted is None:
        return
    group, row, ahead = posted, scene.row, group.last < at
    start = group.last + 1 if ahead else max(0, at - _LOOK)
    lead = group.first if ahead else start
    last = max(goal.at, at, at if ahead else group.last)
    found = open_ended(row, at, find_days(row, at, max(goal.at, at), framing=framing))
    if _is_wished_off(row, at):
        return
    accepted = any(token.has("accepts") for token in row[max(0, start - 1) : at])
    invited = found is not None and _is_invited(row, lead, at, found[1])
    if _is_counted(row, last) or (accepted and found is None) or (not owned and not invited and is_wished(row, lead, at)):
        return
    behind = goal.at if framing and not owned and not ahead else last  # "Đang trong chuyến thăm Nga, A dự kiến gặp B"
    status = _told_status(row, start, at, max(behind, at), framing=framing, owned=owned)
    status = "planned" if invited else status
    if status == "cancelled" and is_denied(row, at):
        return
    if status == "cancelled" and found and found[0].grain == "day" and found[1] < min(at, group.first):
        found = None  # the day of the news
    past = is_recalled(row, min(start, group.first, at), max(last, found[1]) if found else last)
    if not (past or found or any(token.has("leads", "delegation") for token in row)):
        group = replace(group, parties=tuple(p for p in group.parties if not is_former(p)))
        if not group.parties:
            return
    far = max(last, found[1]) if found else last
    opens = at if row[at].has("trip") else min(at, group.first)
    yield Reading(
        "visit",
        (group.parties, (to_destination(goal),)),
        row[at].span,
        scene,
        min(group.first, at, found[1] if found else at),
        far,
        status,
        found[0] if found else None,
        goal.venue,
        past=past or (_is_over(row, opens) and not _goes_on(row, last)),
        framing=framing,
        quoted=is_quoted(row, at),
        eve=any(token.has("eve") for token in row[max(0, at - 2) : at]),
        weak=any(token.has("welcomes") for token in row[max(0, lead - 3) : at]),
        rule=_rule(row, group.first, at),
    )


def _rule(row: Row, first: int, at: int) -> str:
    """How a journey is told; "greeted": by who has the traveller before him."""
    words = row[max(0, first - 2) : at]
    if any(t.has("greets") for t in words[:2]) and not any(t.has("unreal", "planned") for t in words):
        return "greeted"
    return "verb" if row[at].has("travels") else "noun" if row[at].has("trip") else "motion"


def _is_invited(row: Row, lead: int, at: int, day: int) -> bool:
    """Whether the traveller is invited for a time, and no more is wished: "A đã mời B sang thăm Mỹ vào đầu năm tới"."""
    start = next((n for n in range(lead - 1, max(lead - 4, -1), -1) if row[n].has("invites")), None)
    if start is None or any(token.has("attends", "event", "journey") for token in row[at:day]):
        return False
    return day > at and not any(token.has("unreal") for token in (*row[max(0, start - 2) : start], *row[start + 1 : at]))


def _told_status(row: Row, start: int, at: int, last: int, *, framing: bool, owned: bool) -> MeetingStatus | None:
    """The status that words before or behind a journey tell; "đã" before "chuyến thăm của A" tells of another verb."""
    if framing:  # "dự kiến trong chuyến thăm Lào, A gặp B" plans the meeting
        start = max([start, *(n for n in range(start, at) if row[n].has("frame"))])
    status, _ = find_status(row, max(start, at - 2) if owned else start, at)
    if owned and status == "held":
        status = None
    if status != "cancelled" and (status is None or row[at].has("trip")):
        return _announced(row, last) or status
    return status


def _is_counted(row: Row, last: int) -> bool:
    """Whether journeys are only counted: "đã thăm Việt Nam nhiều lần", "5 lần"."""
    behind = row[last + 1 : last + 4]
    counted = any(a.has("text") and a.words.isdigit() and b.has("times") for a, b in pairwise(behind))
    return counted or any(token.has("often") for token in behind[:2])


def visit_to(reading: Reading) -> Reading | None:
    """The journey to an event abroad: "sang dự Hội nghị Mekong tại Lào"."""
    venue = reading.venue
    if venue is None or venue.country is None:
        return None
    goal = Participant(venue.country, "country", "hosting", venue.country, span=venue.span)
    going = tuple(p for side in reading.sides for p in side if p.country != venue.country and travels_in_office(p))
    return replace(reading, form="visit", sides=(going, (goal,)), name=None, rule="journey") if going else None


def _is_over(row: Row, at: int) -> bool:
    """Whether a journey is told as what went before: "sau chuyến thăm", "sau khi A thăm"."""
    for before in range(at - 1, max(at - 4, -1), -1):
        if row[before].who or row[before].has("mark"):
            return False
        if row[before].has("after"):
            return True
    return False


def _is_wished_off(row: Row, at: int) -> bool:
    """Whether somebody only asks for a journey to be called off: "ký đơn đòi hủy chuyến thăm"."""
    called = next((n for n in range(max(0, at - 2), at) if row[n].has("cancelled")), 0)
    return called > 0 and any(token.has("unreal") for token in row[max(0, called - 2) : called])


def _goes_on(row: Row, last: int) -> bool:
    """Whether what comes after a journey is itself still to come: "Sau chuyến thăm Đức, A sẽ tới Bỉ"."""
    return any(token.has("planned") for token in row[last + 1 : last + 4])


def _announced(row: Row, last: int) -> MeetingStatus | None:
    """The status told behind: "chuyến thăm Nga của A dự kiến từ ngày 5", "sẽ bắt đầu"."""
    for token in row[last + 1 : last + 4]:
        if token.has("cancelled"):
            return "cancelled"
        if token.has("planned") and token.words.lower() != "sẽ":
            return "planned"
        if token.has(*CORE) or token.is_mark(",;."):
            return None
    return None
