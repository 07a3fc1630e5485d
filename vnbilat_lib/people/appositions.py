"""The titles behind a name: "ông Đoàn Duy Khương, Phó Chủ tịch VCCI nhận định"."""

from __future__ import annotations

from dataclasses import replace

from vnbilat_lib.people.chains import leads
from vnbilat_lib.people.elements import Element, gap
from vnbilat_lib.people.links import conflict, is_apposition, is_chain, is_link, is_listed, phrases, reach
from vnbilat_lib.people.names import Name
from vnbilat_lib.people.sighting import Sighting
from vnbilat_lib.people.titles import Office, read_body
from vnbilat_lib.people.words import MARK, SMALL, UPPER, Words

_LONGEST_REST = 8  # words of an institution's name behind a comma
_INSTITUTIONS = frozenset(("head", "firm", "school", "body", "international"))


def read_behind(w: Words, sighting: Sighting, elements: list[Element], k: int, used: set[int]) -> None:
    """The titles in apposition behind the name: "ông Đoàn Duy Khương, Phó Chủ tịch VCCI nhận định"."""
    link, end = elements[k], w.bounds[sighting.sentence][1]
    for at in range(k + 1, len(elements)):
        office = elements[at]
        if at in used or not isinstance(office, Office) or office.row.kind == "counterpart":
            break
        if _is_strung(w, elements, link, at):
            link = office  # "X, con rể và cũng là cố vấn của Tổng thống"
            continue
        if not (office.is_role or (office.row.kind == "rank" and not _is_titled(sighting))):
            break
        if not _follows(w, sighting, elements, link, at, end):
            break
        past = is_listed(gap(w, link, office), "past")
        office = replace(_extend(w, reach(w, office, end), end), past=past)
        sighting.behind.append(office)
        used.add(at)
        link = office
    if not sighting.behind:
        _read_institution(w, sighting, end)


def _is_titled(sighting: Sighting) -> bool:
    """Whether an office, function or rank stands by the name already."""
    return any(o.is_role or o.row.kind == "rank" for o in sighting.offices)


def _is_strung(w: Words, elements: list[Element], link: Element, at: int) -> bool:
    """Whether a word of kinship or a degree stands behind the name, and "và là" strings an office to it."""
    word, following = elements[at], elements[at + 1] if at + 1 < len(elements) else None
    if not isinstance(word, Office) or word.row.kind not in ("kin", "status", "degree") or not isinstance(following, Office):
        return False
    return is_apposition(gap(w, link, word)) and is_listed(gap(w, word, following), "chain")


def _follows(w: Words, sighting: Sighting, elements: list[Element], link: Element, at: int, end: int) -> bool:
    """Whether the title at element `at` is in apposition to the name or title before it."""
    office = elements[at]
    assert isinstance(office, Office)
    between = gap(w, link, office)
    held = any(o.is_role and o.row.definite != "mass" for o in sighting.before)
    beside = between == "," and bool(sighting.before) and not held
    apart = isinstance(link, Name) and (beside or between in ("-", "("))
    if (office.plural and office.row.kind == "function") or _heads_name(w, elements, at, end, apart=apart):
        return False
    if isinstance(link, Office):
        fits = _may_end(w, office, end, held=held) or not (office.bare or _rules_alone(link) or _rules_alone(office))
        return is_chain(between) and not conflict(link, office) and fits
    if between == "" and w.kinds[office.first] == SMALL:
        return False  # "đoàn do Đại tá X chỉ huy"
    if between in phrases("copula") or between in phrases("past") or between == "":
        return not held or (office.row.kind == "office" and not any(o.row.kind == "office" for o in sighting.before))
    if between in ("(", "-", "/"):
        return True
    if not is_apposition(between) or _is_cited(w, sighting, office, end):
        return False
    last = _last_of_chain(w, elements, at)
    if not held and _opens(w, sighting) and not (office.bare and not (office.end < end and w.has(office.end, "of"))):
        return True
    polite = any(o.row.kind == "honorific" for o in sighting.before)
    return _may_end(w, last, end, held=held) or (polite and not held and _goes_on(w, last, end))


def _opens(w: Words, sighting: Sighting) -> bool:
    """Whether the name begins its sentence, so that a title behind the comma is its own: "Tiến sĩ A, Bộ trưởng B cho biết"."""
    at = sighting.first
    while at and w.words[at - 1] in ('"', "-", "*") and w.bounds[sighting.sentence][0] < at:
        at -= 1
    return at == w.bounds[sighting.sentence][0]


def _last_of_chain(w: Words, elements: list[Element], at: int) -> Office:
    """The last of the titles that "kiêm" strings: "Chủ tịch kiêm Giám đốc điều hành Ford Motor"."""
    office = elements[at]
    assert isinstance(office, Office)
    for following in elements[at + 1 :]:
        if not isinstance(following, Office) or not is_listed(gap(w, office, following), "chain"):
            break
        office = following
    return office


def _goes_on(w: Words, office: Office, end: int) -> bool:
    """Whether no verb stands behind a title in full: "gặp ông Dương Khiết Trì, Ủy viên Quốc vụ viện Trung Quốc để bàn"."""
    past = office.end
    verb = past < end and (w.has(past, "end") or w.has(past, "speech"))
    return not office.bare and not verb and past < end and w.kinds[past] == SMALL


def _is_cited(w: Words, sighting: Sighting, office: Office, end: int) -> bool:
    """Whether the name is a source and the title begins what it says: "theo ông Đạt, Giám đốc Sở là cán bộ nhà nước"."""
    if office.end >= end or not w.has(office.end, "copula"):
        return False
    return any(w.stop(b, "source") == sighting.first for b in range(max(0, sighting.first - 4), sighting.first))


def _rules_alone(office: Office) -> bool:
    """Whether the office is a head of state's or government's, behind which a comma rather ends the apposition."""
    return office.rank == 1 and office.row.sector == "government"


def _heads_name(w: Words, elements: list[Element], at: int, end: int, *, apart: bool) -> bool:
    """Whether the title begins a chain that ends in a name of its own: "..., Bộ trưởng Mai Tiến Dũng".

    `apart`: a title behind a comma in the chain begins the other's, as the name before has an honorific alone or a dash behind.
    """
    link = elements[at]
    for following in elements[at + 1 :]:
        assert isinstance(link, Office)
        if not leads(w, link, following, end):
            return False
        if isinstance(following, Name):
            return not (apart and gap(w, link, following) == ",")
        if apart and following.row.kind in ("office", "rank") and gap(w, link, following) == ",":
            return False  # "ông A, Thứ trưởng Bộ Ngoại giao, Đại sứ Việt Nam tại Thái Lan - B"
        link = following
    return False


def _may_end(w: Words, office: Office, end: int, *, held: bool) -> bool:
    """Whether what stands behind a title after a comma lets it be an apposition, and not the next clause's subject."""
    state = office.row.rank <= 3 and office.of_state
    past = office.end if state else reach(w, office, end).end
    if past >= end or w.words[past] in (",", ".", ")", ";", '"', "-", ":", "…", "("):
        return True
    past = office.end
    if held:
        return False
    if not office.bare and past < end and w.has(past, "guest"):
        return True  # "tiếp ông A, Chủ tịch Quốc hội Lào đang thăm Việt Nam"
    if past + 1 < end and w.has(past, "and") and (other := w.title(past + 1)) and other[1].kind == "honorific":
        return True  # "gửi ông A, Chủ tịch Thượng viện và ông B, Chủ tịch Hạ viện"
    if office.row.kind == "function" or not office.definite:
        ends = (w.has(past, "end") and not is_link(w, past)) or w.has(past, "speech")
        return not (ends and office.bare)
    if not state and w.kinds[past] == SMALL and reach(w, office, end) is not office:
        return True
    return not (office.bare or state)


def _extend(w: Words, office: Office, end: int) -> Office:
    """The title with the institution above behind a comma: "Trưởng bộ môn Nghiên cứu thị trường, Viện Cây ăn quả miền Nam"."""
    while office.end + 1 < end and w.words[office.end] == ",":
        at = office.end + 1
        if w.has(at, "of") and at + 1 < end:
            at += 1
        at = _past_rest(w, at, end)
        body = w.body(at)
        small = w.kinds[at] == SMALL and not (body and body[0] < end and w.kinds[body[0]] in UPPER)
        if not body or small or body[1].kind not in _INSTITUTIONS or w.title(at):
            break
        above = read_body(w, at, end, office.row)
        if above.end < end and w.kinds[above.end] != MARK and not w.has(above.end, "speech"):
            break
        closed = above.end < end and w.words[at - 1] == "(" and w.words[above.end] == ")"
        office = replace(
            office,
            end=above.end + closed,
            role_end=above.role_end + closed,
            places=office.places + above.places,
            bodies=office.bodies + above.bodies,
            body_kind=office.body_kind or above.body_kind,
        )
    return office


def _past_rest(w: Words, at: int, end: int) -> int:
    """Past the rest of an institution's name before brackets: "Cục bảo vệ, chăm sóc trẻ em (Bộ Lao động ...)"."""
    past = at
    while past < end and past - at < _LONGEST_REST and w.kinds[past] == SMALL and not w.has(past, "speech"):
        past += 1
    inside = past > at and past + 1 < end and w.words[past] == "(" and w.kinds[past + 1] in UPPER and w.body(past + 1)
    return past + 1 if inside else at


def _lacks_institution(office: Office) -> bool:
    """Whether a lower title tells what it is about and not where: "Cố vấn cấp cao về châu Á", "chuyên gia châu Âu"."""
    told = office.body_kind in ("", "part", "portfolio") and not office.bare
    return told and office.row.rank == 5 and office.row.sector in ("business", "other")


def _read_institution(w: Words, sighting: Sighting, end: int) -> None:
    """An institution apart from its title: "Giáo sư Alexander Vuving (Trung tâm Nghiên cứu ...)"."""
    at = sighting.end + 1
    titled = [o for o in sighting.before if (o.row.kind in ("degree", "function") and o.bare) or _lacks_institution(o)]
    if not titled or at >= end or any(o.row.kind == "office" and o is not titled[-1] for o in sighting.before):
        return
    comma = w.words[at - 1] in (",", "-")
    if not comma and w.words[at - 1] != "(" and not w.has(at - 1, "of") and not w.has(at - 1, "at"):
        return
    body = w.body(at) if w.kinds[at] in UPPER else None
    if not body or body[1].kind not in ("head", "firm", "school", "body"):
        return
    whole = _extend(w, read_body(w, at, end, titled[-1].row), end)
    if comma and whole.end < end and w.words[whole.end] not in ",.;:-":
        return
    sighting.behind.append(replace(whole, prefix=(titled[-1].first, titled[-1].role_end)))
