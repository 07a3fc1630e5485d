"""Talks, audiences, receptions, meetings and calls: who meets whom around a cue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from vnbilat_lib.doc import MeetingStatus
from vnbilat_lib.match import fold
from vnbilat_lib.meetings.both import both_left, find_both
from vnbilat_lib.meetings.clauses import is_oblique, subject_left, subject_right
from vnbilat_lib.meetings.counterparts import find_counterpart, is_framed, item_subject, listed, past_modifiers, shared_subject
from vnbilat_lib.meetings.cues import Row, Token
from vnbilat_lib.meetings.goals import find_goals
from vnbilat_lib.meetings.hosts import host_offices, of_host
from vnbilat_lib.meetings.reading import Reading, Scene, Venue
from vnbilat_lib.meetings.sides import Group, Parties, by_country, group_left, group_right, may_meet, words_of
from vnbilat_lib.meetings.subjects import any_meets, delegation_left, find_subject, received
from vnbilat_lib.meetings.when_where import find_status, find_time, find_venue, is_denied, is_quoted, is_recalled, is_wished

FACE = frozenset({"talks", "audience", "reception", "meeting"})
_CUES = ("meets", "meets-with", "encounter")
_DISTANCE = 14  # words between "cuộc gặp" and its "giữa"
_OPENING = 2  # tokens that open a sentence: "Theo dự kiến"
_NEAR = 4  # words between a wish and the noun it is for: "đề nghị tổ chức cuộc gặp"


@dataclass(frozen=True, slots=True)
class _Pair:
    """The sides of an encounter with the tokens that carry them; `rule` names the construction."""

    sides: tuple[Parties, ...]
    first: int
    last: int
    rule: str
    lead: int | None = None  # where the words about its status begin, if not behind the subject


def read_encounters(scene: Scene) -> Iterator[Reading]:
    """The encounters that a sentence tells."""
    for at, token in enumerate(scene.row):
        if token.has(*_CUES) and token.form:
            for pair in _pairs(scene, at):
                reading = _reading(scene, at, pair)
                if reading:
                    yield reading


def _pairs(scene: Scene, at: int) -> Iterator[_Pair]:
    """The sides around the cue at token `at`, by the first construction that fits."""
    for construction in (_between, _of_both, _presided, _with_counterpart, _passive, _returned, _together, _hosts):
        pairs = list(construction(scene, at))
        if pairs:
            yield from pairs
            return


def _reading(scene: Scene, at: int, pair: _Pair) -> Reading | None:
    """The reading of a pair, where the words around it call the meeting real."""
    row = scene.row
    cue = row[at]
    first, last = min(pair.first, at), max(pair.last, at)
    start = _clause_start(row, at, pair)
    status, real = find_status(row, start, at)
    wished = pair.first < at and is_wished(row, pair.first, at)
    if cue.has("encounter") and is_framed(row, at) and not row[at - 1].has("unreal"):
        status, real = (status if real and not wished else None), True  # "A đưa ra lời kêu gọi trên tại cuộc gặp với B"
    elif wished:
        return None
    if _is_habit(row, at) or _is_counted(row, at, pair) or not real:
        return None
    if pair.rule in ("between", "of both", "presided"):
        status = None if status == "held" else status
        if any(token.has("eve") for token in row[max(0, at - 2) : at]):
            status = "planned"
    if status != "cancelled" and (status is None or cue.has("encounter")):
        status = _announced(row, at, last) or status
    found = find_time(row, first, last)
    if status == "cancelled" and is_denied(row, at):
        return None
    if status == "cancelled" and found and found[0].grain == "day" and found[1] < first:
        found = None  # "Ngày 5/7, A hủy cuộc gặp với B": the day of the news
    time = found[0] if found else None
    venue = (find_venue(row, first, last, scene.doc.text) or _at_host(scene, last)) if cue.form in FACE else None
    first = min(first, found[1]) if found else first
    last = max(last, found[1]) if found else last
    assert cue.form is not None
    return Reading(
        "call" if _is_remote(row, at, last) else cue.form,
        pair.sides,
        cue.span,
        scene,
        first,
        last,
        status,
        time,
        venue,
        past=is_recalled(row, min(first, start), last),
        framing=is_framed(row, at),
        quoted=is_quoted(row, at),
        vague=cue.has("vague"),
        weak=_is_courtesy(row, at) or (found is None and _points_back(scene, at, first, last, pair.sides)),
        rule=pair.rule,
    )


def _at_host(scene: Scene, last: int) -> Venue | None:
    """The country that the counterpart is visiting: "cuộc họp với đoàn đại biểu Hạ viện Nga đang có chuyến thăm Syria"."""
    row, at = scene.row, last + 1
    while at < len(row) and row[at].has("held", "aux"):
        at += 1
    if at == last + 1 or at >= len(row) or not row[at].has("travels", "trip"):
        return None
    goals = find_goals(scene, at + 1)
    return Venue(None, goals[0].country, row[goals[0].at].span) if goals else None


def _is_remote(row: Row, at: int, last: int) -> bool:
    """Whether it is by telephone or video: "nói chuyện với B qua điện thoại", "cuộc gặp trực tuyến"."""
    behind = last + 1
    while behind < len(row) and row[behind].has("time"):
        behind += 1
    return row[at].form in ("talks", "meeting") and any(token.has("remote") for token in (*row[at:last], *row[last : behind + 1]))


def _is_habit(row: Row, at: int) -> bool:
    """Whether it is told as one of many: "trong các cuộc gặp với A"; not "đã có các cuộc hội đàm với A"."""
    if at == 0 or not row[at - 1].has("often"):
        return False
    return not (at > 1 and row[at - 1].has("plural") and row[at - 2].has("held", "planned", "aux"))


def _is_counted(row: Row, at: int, pair: _Pair) -> bool:
    """Whether meetings of the same two are only counted: "đã có bốn cuộc gặp với Thủ tướng Lào"."""
    number = fold(row[at - 1].words.split()[-1]) if at > 0 and row[at - 1].has("text") else ""
    return (number.isdigit() or number in words_of("counted")) and sum(map(len, pair.sides)) == len(pair.sides)


def _points_back(scene: Scene, at: int, first: int, last: int, sides: tuple[Parties, ...]) -> bool:
    """Whether it is told again, of people whose meeting is told before: "Trong cuộc gặp giữa hai nhà lãnh đạo"."""
    row = scene.row
    again = is_framed(row, at) and any(token.has("both") for token in row[first : last + 1])
    named = {token.who.person for token in row[:at] if token.who}
    return again and not {party.person for side in sides for party in side} <= named


def _is_courtesy(row: Row, at: int) -> bool:
    """Whether it is named in thanks only: "bày tỏ vui mừng và vinh dự được đón tiếp A"."""
    before = at - 1
    while before >= 0 and row[before].has("passive", "aux"):
        before -= 1
    return before >= 0 and row[before].has("pleased", "welcomes")


def _clause_start(row: Row, at: int, pair: _Pair) -> int:
    """Where the words that qualify the cue begin: behind the subject, or a few words back; "Dự kiến, A gặp B" counts."""
    start, words = at, 0
    while start > 0 and not row[start - 1].is_mark(",;:.") and not row[start - 1].who:
        words += row[start - 1].syllables if row[start - 1].has("text") else 0
        if pair.first >= at and words > _NEAR:
            break
        start -= 1
    if pair.lead is not None:
        return pair.lead
    for lead in range(start - 1, max(pair.first - 4, -1), -1):
        near = not any(token.has("text") for token in row[lead + 1 : pair.first])  # not "hủy cuộc điều tra cáo buộc ông A"
        if row[lead].has("planned") or (row[lead].has("cancelled") and near):
            return lead
        if row[lead].is_mark(";:"):
            break
    first = 1 if row[0].has("text") and row[0].syllables == 1 else 0  # "Theo kế hoạch"
    planned = row[first].has("planned") and not row[first + 1].has("modifier")  # not "Cam kết này"
    opening = first if planned else pair.first
    if not any(token.who or token.is_mark(";:.") for token in row[opening : pair.first]):
        return min(opening, start)  # "Dự kiến trong thời gian ở Lào, A sẽ gặp B"
    return start


def _announced(row: Row, at: int, last: int) -> MeetingStatus | None:
    """The status told behind a noun and its sides: "cuộc gặp giữa A và B sẽ diễn ra", "bị hủy"."""
    for token in row[at + 1 : last + 3]:
        if token.has("cancelled"):
            return "cancelled"
        if token.has("planned"):
            return "planned"
    behind = row[last + 1 : last + 4]  # "cuộc gặp giữa A và B có thể diễn ra vào tháng 7"
    may = any(token.has("unreal") and following.has("aux") for token, following in pairwise(behind))
    return "planned" if may and row[at].has("encounter") else None


def _between(scene: Scene, at: int) -> Iterator[_Pair]:
    """As in "cuộc gặp (...) giữa A và B"."""
    row, words = scene.row, 0
    for start in range(at + 1, min(at + 16, len(row))):
        token = row[start]
        if token.has("between"):
            yield from _of_people(scene, at, start + 1, "between")
            return
        words += token.syllables if token.has("text") else 0
        if words > _DISTANCE or token.who or token.is_mark(";:.") or token.has(*_CUES):
            return
        if not row[at].has("encounter") and (token.is_mark(",") or token.has("event")):
            return
        if row[at].has("meets-with") and token.has("oblique"):  # "thảo luận về ý tưởng lập kênh liên lạc giữa A và B"
            return


def _of_both(scene: Scene, at: int) -> Iterator[_Pair]:
    """As in "kết quả hội đàm của A và B", "cuộc gặp của A với B"."""
    row = scene.row
    start = past_modifiers(row, at + 1)
    if start < len(row) and row[start].has("of"):
        yield from _of_people(scene, at, start + 1, "of both")
    elif start + 2 < len(row) and row[start].who and row[start + 1].is_mark("-–") and row[start + 2].who:
        groups = [group_right(scene.doc, row, n, lists=False) for n in (start, start + 2)]  # "cuộc gặp A - B"
        sides = by_country(tuple(p for group in groups if group for p in group.parties))
        if len(sides) > 1 and row[at].has("encounter") and _compatible(row[at], sides):
            yield _Pair(sides, at, start + 2, "of both")


def _presided(scene: Scene, at: int) -> Iterator[_Pair]:
    """As in "tham vấn chính trị lần thứ 9 do A và B đồng chủ trì"."""
    row = scene.row
    behind = range(at + 1, min(at + _DISTANCE, len(row)))
    start = next((n for n in behind if row[n].has("by") or row[n].who or row[n].is_mark(";:.")), None)
    if start is None or not row[start].has("by"):
        return
    for pair in _of_people(scene, at, start + 1, "presided"):
        if any(token.has("attends", "presides") for token in row[pair.last + 1 : pair.last + 3]):
            yield pair


def _of_people(scene: Scene, at: int, start: int, rule: str) -> Iterator[_Pair]:
    """The sides that are named together from token `start` on."""
    for found in (listed(scene, start), find_both(scene, start)):
        sides = by_country(found.parties) if found else ()
        if found and len(sides) > 1 and _compatible(scene.row[at], sides):
            yield _Pair(sides, at, found.last, rule)
            return


def _with_counterpart(scene: Scene, at: int) -> Iterator[_Pair]:
    """As in "A tiếp B", "A có cuộc gặp với B", "Hội đàm với B, A nói", "tại buổi tiếp B, A nói"."""
    row = scene.row
    found = find_counterpart(scene, at) or _of_host_alone(scene, at)
    if not found:
        return
    others, serial = of_host(scene, at, found[0]), found[1]
    subject = find_subject(scene, at, others) or delegation_left(scene, at, others)
    item = None if subject else item_subject(scene, at) or shared_subject(scene, at)
    if item and any_meets(item.parties, others.parties, row[at]):
        subject = Group(item.parties, at, at)
    if subject is None:
        return
    leaders = row[at].form != "reception" and any(p.rank == 1 for p in others.parties)  # each is met by himself
    serial = serial or any(token.has("serial") for token in row[subject.last + 1 : at])
    for side in _apart(others.parties, serial=serial or leaders):
        strong = row[at].form != "meeting"
        ours = tuple(p for p in subject.parties if all(may_meet(p, other, strong=strong) for other in side))
        if ours:
            sides = (side, ours) if row[at].has("grants") else (ours, side)
            last = max(others.last, subject.last) if subject.first > at else others.last
            lead = item.last + 1 if item else None
            yield _Pair(sides, min(subject.first, at), last, "item" if item else "counterpart", lead)


def _of_host_alone(scene: Scene, at: int) -> tuple[Group, bool] | None:
    """As in "Tại Ethiopia, A sẽ gặp Chủ tịch Thượng viện": nobody but the host has that office."""
    start = past_modifiers(scene.row, at + 1)
    start += start < len(scene.row) and scene.row[start].has("with")
    group = host_offices(scene, start)
    return (group, True) if group else None


def _apart(parties: Parties, *, serial: bool) -> tuple[Parties, ...]:
    """The counterparts of each meeting: together if of one country and not "lần lượt"."""
    return tuple((party,) for party in parties) if serial else by_country(parties)


def _compatible(cue: Token, sides: tuple[Parties, ...]) -> bool:
    """Whether every side can meet the first."""
    return all(any_meets(sides[0], side, cue) for side in sides[1:])


def _passive(scene: Scene, at: int) -> Iterator[_Pair]:
    """As in "B được A tiếp"."""
    row, doc = scene.row, scene.doc
    agent_at = at - 1
    while agent_at >= 0 and row[agent_at].has("held", "aux", "time", "planned", "modifier"):
        agent_at -= 1
    agent = group_left(doc, row, agent_at) if agent_at >= 0 and row[agent_at].who else None
    if agent is None or not row[at].has("meets"):
        return
    mark = agent.first - 1
    if mark < 0 or not row[mark].has("passive"):
        return
    patient = subject_left(doc, row, mark)
    parties = patient.parties if patient else scene.before
    if not any_meets(parties, agent.parties, row[at]):
        return
    first = patient.first if patient else mark
    sides = (parties, agent.parties) if row[at].form == "audience" else (agent.parties, parties)
    yield _Pair(sides, first, at, "passive")


def _returned(scene: Scene, at: int) -> Iterator[_Pair]:
    """As in "A tiếp B đến chào xã giao": the guest of a reception calls on his host."""
    row, doc = scene.row, scene.doc
    if row[at].form != "audience":
        return
    guest_at = at - 1
    while guest_at >= 0 and not row[guest_at].who and not row[guest_at].is_mark(";:."):
        guest_at -= 1
    guest = group_left(doc, row, guest_at) if guest_at >= 0 and row[guest_at].who else None
    if guest is None or not is_oblique(row, guest.first):
        return
    host = subject_left(doc, row, guest.first)
    if host and any_meets(host.parties, guest.parties, row[at]):
        yield _Pair((guest.parties, host.parties), host.first, at, "returned")


def _together(scene: Scene, at: int) -> Iterator[_Pair]:
    """As in "A và B hội đàm", "A và B có cuộc gặp", "A (trái) và B tại buổi tiếp"."""
    row, cue = scene.row, scene.row[at]
    alone = cue.form == "meeting" and cue.has("meets-with", "times") and not cue.has("gathers")
    if alone or (cue.form == "reception" and not cue.has("encounter")):
        return
    after = past_modifiers(row, at + 1)
    if after < len(row) and row[after].has("with", "joint"):  # "A và B có cuộc gặp với báo chí"
        return
    framed = is_framed(row, at)
    group = subject_left(scene.doc, row, at, reach=8 if framed else 16)
    group = both_left(scene, at) or (_in_headline(scene, group) if group else None)
    if framed and (group is None or any(token.is_mark(",") for token in row[group.last + 1 : at])):
        group = _with_partner(scene, subject_right(scene.doc, row, at))  # "Trong cuộc hội đàm ngày 3/2, A và B nhất trí"
    sides = by_country(group.parties) if group else ()
    if group and _is_of_other_verb(row, group.last + 1, at):
        return
    if group and len(sides) > 1 and _compatible(cue, sides):
        yield _Pair(sides, min(group.first, at), max(group.last, at), "together")


def _is_of_other_verb(row: Row, start: int, at: int) -> bool:
    """Whether the cue only serves another verb of its subject: "A và B điện đàm, nhất trí khởi động đàm phán"."""
    between = row[start:at]
    other = any(token.has(*_CUES) for token in between) and row[at - 1].has("text")
    return other or any(token.has("stop") for token in between)  # "A và B gặp nhau để chuẩn bị hội đàm"


def _with_partner(scene: Scene, group: Group | None) -> Group | None:
    """The subject of a main clause with whom he talks to in it: "Trong cuộc điện đàm, A đã thảo luận về biên giới với B".

    Or with whom he greets: "Tại buổi tiếp, A chào mừng B sang thăm".
    """
    row = scene.row
    if group is None:
        return None
    talks = False
    for at in range(group.last + 1, len(row) - 1):
        if row[at].is_mark(",;:.") or row[at].who:
            return group
        talks = talks or row[at].has("meets-with")
        if (talks and row[at].has("with")) or row[at].has("greets"):
            person = at + 1 + row[at + 1].has("counterpart")
            partner = group_right(scene.doc, row, person, lists=False)
            return Group(group.parties + partner.parties, group.first, partner.last) if partner else group
    return group


def _in_headline(scene: Scene, group: Group) -> Group:
    """The group with whom a headline strings before it: "Tổng thống Peru, Thủ tướng Ý hội đàm"."""
    row, comma = scene.row, group.first - 1
    if scene.sentence.part != "title" or comma < 1 or not row[comma].is_mark(",") or not row[comma - 1].who:
        return group
    before = group_left(scene.doc, row, comma - 1)
    return Group(before.parties + group.parties, before.first, group.last) if before else group


def _hosts(scene: Scene, at: int) -> Iterator[_Pair]:
    """As in "Đoàn ... do A dẫn đầu đã có buổi làm việc. Tiếp đoàn có ông B": who receives those told of before."""
    row = scene.row
    if row[at].form != "reception" or at + 3 >= len(row) or any(token.who for token in row[:at]):
        return
    if not row[at + 1].has("delegation") or not row[at + 2].has("names"):
        return
    person = next((n for n in range(at + 3, min(at + 5, len(row))) if row[n].who), None)
    hosts = group_right(scene.doc, row, person) if person is not None else None
    guests = received(scene, hosts.parties, row[at]) if hosts else ()
    if hosts and guests:
        yield _Pair((hosts.parties, guests), at, hosts.last, "hosts")


def anaphor(scene: Scene, at: int) -> bool:
    """Whether the cue points back to an encounter told before: "Tại hội đàm, ..." at the beginning of a sentence."""
    row = scene.row
    return at <= 3 and is_framed(row, at) and not any(token.who for token in row[:at]) and find_counterpart(scene, at) is None
