"""Who meets the others: the subject of an encounter, to the left of its cue, behind its frame, or in the sentence before."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.match import fold
from vnbilat_lib.meetings.bodies import find_body
from vnbilat_lib.meetings.both import both_left, leader_at
from vnbilat_lib.meetings.clauses import is_oblique, subject_left, subject_right
from vnbilat_lib.meetings.counterparts import is_framed
from vnbilat_lib.meetings.cues import CORE, Row, Token
from vnbilat_lib.meetings.leaders import is_bare
from vnbilat_lib.meetings.reading import Scene
from vnbilat_lib.meetings.sides import Group, Parties, alike, group_left, may_meet

_OPENING = 2  # words before a cue that the sentence before gives the subject
_DELEGATION = 10  # words of a delegation's name and its verb


def find_subject(scene: Scene, at: int, others: Group) -> Group | None:
    """Who meets the others: the subject to the left, behind the frame, or of the sentence before."""
    row, doc = scene.row, scene.doc
    left = _to_the_left(scene, at, others)
    if left and is_framed(row, at) and any(token.has("report") for token in row[left.last + 1 : at]):
        behind = subject_right(doc, row, others.last)  # "Bà A cho biết sau cuộc hội đàm với B, C còn hội kiến D"
        if behind and any_meets(behind.parties, others.parties, row[at]):
            return behind
    if left and any_meets(left.parties, others.parties, row[at]):
        return left
    pivot = guest(scene, at)
    if pivot and left and any_meets(pivot.parties, others.parties, row[at]):
        return pivot
    right = subject_right(doc, row, others.last)
    if right and (left is None or is_framed(row, at)) and any_meets(right.parties, others.parties, row[at]):
        return right
    two = both_left(scene, at) if left is None else None
    if two and any_meets(two.parties, others.parties, row[at]):
        return two
    speaker = _speaker(scene, at) or (_country_leader(scene, at) if left is None else None)
    if speaker and any_meets(speaker.parties, others.parties, row[at]):
        return speaker
    if left and _is_namesake(scene, left) and any_meets(scene.before, others.parties, row[at]):
        return replace(left, parties=scene.before)
    words = sum(token.syllables for token in row[:at] if token.has("text"))
    if left is None and words <= _OPENING and _is_shared(row, others.last) and any_meets(scene.before, others.parties, row[at]):
        return Group(scene.before, at, at)
    return None


def _to_the_left(scene: Scene, at: int, others: Group) -> Group | None:
    """The subject to the left who is not one of the others: "A chủ trì lễ đón B, sau đó hội đàm với B"."""
    left = subject_left(scene.doc, scene.row, at)
    while left and left.first and all(any(alike(p, other) for other in others.parties) for p in left.parties):
        left = subject_left(scene.doc, scene.row, left.first)
    return left


def guest(scene: Scene, at: int) -> Group | None:
    """The guest of a host who goes on to meet others: "A tiếp B đang thăm Việt Nam, tham dự cuộc gặp với C" -> B."""
    row = scene.row
    for before in range(at - 1, -1, -1):
        if row[before].who:
            journey = any(token.has("travels", "trip", "goes", "attends") for token in row[before + 1 : at])
            return group_left(scene.doc, row, before) if journey and is_oblique(row, before) else None
    return None


def delegation_left(scene: Scene, at: int, others: Group) -> Group | None:
    """A delegation or ministry that meets a person: "Đoàn nghị sĩ Nhật Bản đến chào Chủ tịch Quốc hội"."""
    row, words = scene.row, 0
    for before in range(at - 1, -1, -1):
        token = row[before]
        if token.who or token.is_mark(";:.") or token.has(*CORE) or words > _DELEGATION:
            return None
        if token.has("delegation"):
            group = Group(scene.led, before, before) if is_bare(row, before) else find_body(scene.doc, row, before)
            fits = group is not None and group.last < at and any_meets(group.parties, others.parties, row[at])
            return group if fits and not is_oblique(row, before) else None
        words += 0 if token.place else token.syllables
    return None


def _speaker(scene: Scene, at: int) -> Group | None:
    """Whose words a meeting frames: "thông điệp của A tại cuộc gặp với B"."""
    row, before = scene.row, at - 1
    while before >= 0 and row[before].has("frame", "at", "modifier", "aux"):
        before -= 1
    group = group_left(scene.doc, row, before) if 0 <= before < at - 1 and row[before].who else None
    return group if group and group.first > 0 and row[group.first - 1].has("of") else None


def _country_leader(scene: Scene, at: int) -> Group | None:
    """As in "Dự kiến, nhà lãnh đạo Mỹ sẽ gặp B"."""
    before = at - 1
    while before >= 0 and scene.row[before].has("held", "planned", "aux", "time"):
        before -= 1
    return leader_at(scene, before - 1)


def _is_namesake(scene: Scene, left: Group) -> bool:
    """Whether a bare title can be that of whom the sentence before is about: "A gặp Thủ tướng Hà Lan. Thủ tướng cũng gặp B"."""
    who = scene.row[left.first].who
    roles = [fold(party.role or "") for party in scene.before]
    bare = who is not None and who.kind != "name" and left.first == left.last
    return bare and bool(roles) and roles[0].startswith(fold(scene.row[left.first].words))


def _is_shared(row: Row, last: int) -> bool:
    """Whether no other subject stands behind the counterpart: nobody, or "hai bên"."""
    behind = row[last + 1 : last + 3]
    return not any(token.is_mark(",") for token in behind) or any(token.has("pair") for token in row[last + 1 : last + 5])


def received(scene: Scene, hosts: Parties, cue: Token) -> Parties:
    """The guests of whom the sentence before tells, for "Tiếp đoàn có B"."""
    return tuple(p for p in scene.before if any_meets((p,), hosts, cue))


def any_meets(ours: Parties, others: Parties, cue: Token) -> bool:
    """Whether anybody of one side can meet anybody of the other by a cue."""
    return any(may_meet(a, b, strong=cue.form != "meeting") for a in ours for b in others)
