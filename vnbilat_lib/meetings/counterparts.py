"""Whom a cue is about: the counterpart behind it, over what qualifies it, and the people of "giữa A và B"."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.meetings.bodies import find_body, find_delegation, find_organisation
from vnbilat_lib.meetings.both import leader_at
from vnbilat_lib.meetings.clauses import is_oblique
from vnbilat_lib.meetings.cues import Row
from vnbilat_lib.meetings.leaders import is_bare
from vnbilat_lib.meetings.reading import Scene
from vnbilat_lib.meetings.sides import Group, closing, group_right

_NAMED = 6  # words of an occasion between the cue and "với"
_TITLE = 9  # words of a title that nothing labels, between a strong verb and a name
_TWO = 2  # tokens of "người đồng cấp Ý"
_VERBS = ("planned", "held", "meets", "meets-with", "travels", "attends", "report", "serial", "then", "welcomes")
_LONE = 2  # such words behind a weak verb


def is_framed(row: Row, at: int) -> bool:
    """Whether the cue stands in a frame: "tại buổi tiếp", "sau khi hội đàm"."""
    before = at - 1
    while before >= 0 and row[before].has("aux", "modifier", "held"):
        before -= 1
    return before >= 0 and row[before].has("frame", "at")


def item_subject(scene: Scene, at: int) -> Group | None:
    """The subject of a list's item: "A sẽ có các hoạt động, bao gồm: hội đàm với B; gặp C"."""
    row, before = scene.row, at - 1
    while before >= 0 and row[before].has("aux", "and", "planned", "held", "serial", "then"):
        before -= 1
    return _told_subject(scene, before) if before >= 0 and row[before].is_mark(";:") else None


def shared_subject(scene: Scene, at: int) -> Group | None:
    """The subject that a part of a sentence shares with the parts before it: "A cảm ơn B; nhắc lại cuộc gặp với C"."""
    row, before = scene.row, at - 1
    while before >= 0 and not row[before].is_mark(";:") and not (row[before].who and not is_oblique(row, before)):
        before -= 1
    return _told_subject(scene, before) if before >= 0 and _is_verb(row, before + 1) else None


def _told_subject(scene: Scene, mark: int) -> Group | None:
    """The subject that the parts before the mark at token `mark` share with what follows: of the last part that has its own."""
    row = scene.row
    opens = next((n + 1 for n in range(mark - 1, 0, -1) if row[n].is_mark(";:")), 0)
    if opens and row[mark].is_mark(";") and _is_verb(row, opens):
        return _told_subject(scene, opens - 1)
    for who in range(opens, mark):
        if row[who].who and not is_oblique(row, who):
            group = group_right(scene.doc, row, who, lists=False)
            told = group and any(_is_verb(row, n) for n in range(group.last + 1, mark))
            return group if told else None
    return None


def _is_verb(row: Row, at: int) -> bool:
    """Whether a part of a sentence can begin with token `at` and go on with the subject of the part before: "; cảm ơn B"."""
    begins = row[at].has("text") and row[at].words[0].islower()
    return begins or row[at].has(*_VERBS)


def find_counterpart(scene: Scene, at: int) -> tuple[Group, bool] | None:
    """The counterpart of the cue at token `at`, and whether "lần lượt" stands before him."""
    row, cue = scene.row, scene.row[at]
    start = _past_chain(row, at)
    start = _past_occasion(row, start)
    linked = row[start].has("with", "joint") if start < len(row) else False
    if cue.form == "call" and start < len(row) and row[start].has("oblique", "goes", "with"):
        linked = True
    serial = any(token.has("serial") for token in row[max(0, at - 2) : start])
    serial = serial or (cue.has("encounter") and at > 0 and row[at - 1].has("plural"))  # "có các cuộc gặp với A và B"
    if linked:
        start += 1
    elif cue.has("meets-with") and not row[start - 1].has("meets"):
        return None
    strong = cue.form != "meeting"
    person = _to_person(row, start, _TITLE if strong or linked else _LONE)
    group = group_right(scene.doc, row, person, lists=not is_framed(row, at)) if person is not None else None
    if group is None and scene.led and start < len(row) and is_bare(row, start):  # "thân mật tiếp Đoàn."
        return Group(scene.led, start, start), serial
    if group is None or (person is not None and row[start].has("delegation", "leader-of")):
        led = find_delegation(scene.doc, row, start)
        group = led or group
    group = _with_bodies(scene, group) if group else find_body(scene.doc, row, start)
    group = group or leader_at(scene, start)
    if group is None and (cue.has("meets", "sits") or (cue.has("encounter") and linked)):  # not "đàm phán với EU"
        group = find_organisation(scene.doc, row, start)
    return (group, serial) if group else None


def _past_occasion(row: Row, start: int) -> int:
    """The number of "với" behind "gặp gỡ đầu xuân lần thứ hai với B", "hội đàm thực chất, hiệu quả với B", or `start`."""
    at, words = start, 0
    while at < len(row) and words <= _NAMED and (row[at].has("text", "modifier", "time", "and") or row[at].is_mark(",")):
        if row[at].is_mark(",") and not (at + 1 < len(row) and row[at + 1].has("text", "modifier")):
            break
        words += row[at].syllables if row[at].has("text") else 0
        at += 1
    return at if at < len(row) and words <= _NAMED and row[at].has("with") else start


def _past_chain(row: Row, at: int) -> int:
    """The number of the token behind a chain of verbs: "tiếp và làm việc", "gặp, hội đàm song phương"."""
    start = past_modifiers(row, at + 1)
    if start < len(row) and row[start].has("meets"):  # "tiếp và làm việc với B"
        return past_modifiers(row, start + 1)
    while start + 1 < len(row) and row[start + 1].has("meets", "meets-with"):
        if not (row[start].has("and") or row[start].is_mark(",")):
            break
        start = past_modifiers(row, start + 2)
    return start


def _with_bodies(scene: Scene, group: Group) -> Group:
    """The counterparts with a body named behind them: "tiếp ông B, lãnh đạo các tập đoàn C, D"."""
    row, after = scene.row, closing(scene.row, group.last + 1)
    if after < len(row) and (row[after].is_mark(",") or row[after].has("and")):
        more = find_body(scene.doc, row, after + 1, country=group.parties[0].country)
        if more and not row[more.first].has("delegation"):  # "tiếp A và đoàn đại biểu ..."
            return Group(group.parties + more.parties, group.first, more.last)
    return group


def listed(scene: Scene, start: int) -> Group | None:
    """The people of "A và B", "A với B", "A, B và C" from a token on; a title between is passed over."""
    row = scene.row
    at = _to_person(row, start, _TITLE)
    group = group_right(scene.doc, row, at) if at is not None else None
    while group and group.last + 1 < len(row):
        following = _past_clause(row, closing(row, group.last + 1))
        if following >= len(row) or not row[following].has("with", "joint", "and", "of"):
            break
        person = _to_person(row, following + 1, _TITLE)
        more = group_right(scene.doc, row, person) if person is not None else _same_office(row, group, following + 1)
        if more is None:
            break
        group = Group(group.parties + more.parties, group.first, more.last)
    return group


def _same_office(row: Row, group: Group, at: int) -> Group | None:
    """The like office of another province: "giữa Bí thư Tỉnh ủy các tỉnh Lào Cai, Lai Châu và tỉnh Vân Nam"."""
    start = at
    while at < len(row) and row[at].has("land"):
        at += 1
    last = row[group.last].words
    party = group.parties[-1]
    place = row[at].place if at < len(row) else None
    if start == at or place is None or party.kind != "office" or not party.name.endswith(last) or place.country == party.country:
        return None
    name = party.name.removesuffix(last) + row[at].words
    return Group((replace(party, name=name, role=name, country=place.country, span=place.span),), at, at)


def _past_clause(row: Row, at: int) -> int:
    """The number of the token behind a clause on one side: "giữa A, hiện đang ở thăm Mỹ, và B"."""
    if at < len(row) and row[at].is_mark(","):
        for end in range(at + 1, min(at + 10, len(row) - 1)):
            if row[end].who or row[end].is_mark(";:."):
                break
            if row[end].is_mark(",") and row[end + 1].has("and", "with"):
                return end + 1
    return at


def _to_person(row: Row, start: int, words: int) -> int | None:
    """The number of the person that a name phrase from token `start` on leads to, over `words` of an unread title."""
    at, passed = start, 0
    while at < len(row):
        if closing(row, at) != at:
            at = closing(row, at)
            continue
        token = row[at]
        if token.who:
            return at
        if token.has("text", "body", "firm", "leader-of", "inner", "land") and not token.has("counterpart"):
            passed += token.syllables
        elif not token.has("counterpart", "modifier", "place", "aux", "serial", "world", "both") and not _leads_to_name(row, at):
            return None
        if token.has("text") and any(c.isdigit() for c in token.words):  # "gặp gỡ 12 Tổng thống Mỹ"
            return None
        if passed > words:
            return None
        at += 1
    return None


def _leads_to_name(row: Row, at: int) -> bool:
    """Whether the comma at token `at` stands between a counterpart and his name: "gặp người đồng cấp Peru, Tổng thống A"."""
    if not row[at].is_mark(",:") or at + 1 >= len(row) or at < _TWO:
        return False
    place, who = row[at - 1].place, row[at + 1].who
    if row[at].is_mark(":"):  # "gặp hai lãnh đạo phía Mỹ: A và B"
        return who is not None
    if not row[at - _TWO].has("counterpart"):
        return False
    return place is not None and who is not None and who.person is not None and place.country == who.country


def past_modifiers(row: Row, at: int) -> int:
    """The number of the token behind what qualifies a cue: "đầu tiên", "song phương", a time, brackets."""
    while at < len(row):
        following = closing(row, at)
        if following != at:
            at = following
        elif row[at].has("modifier", "time", "serial") and not row[at].has("with"):
            at += 1
        elif row[at].has("at") and (behind := _past_place(row, at)) is not None:  # "hội đàm tại thủ đô Moskva với B"
            at = behind
        else:
            break
    return at


def _past_place(row: Row, at: int) -> int | None:
    """The number of the token behind "tại" and a place, where the counterpart follows."""
    behind = at + 1
    while behind < len(row) and row[behind].has("land", "place"):
        behind += 1
    behind = closing(row, behind)
    joins = behind < len(row) and row[behind].has("with", "of", "between", "time")
    return behind if joins and behind > at + 1 else None
