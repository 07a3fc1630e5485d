"""The titles before a name: which of them are its person's."""

from __future__ import annotations

from vnbilat_lib.people.elements import Element, gap
from vnbilat_lib.people.links import LOWLY, conflict, extend, is_apposition, is_chain, is_plural, phrases, reach
from vnbilat_lib.people.names import FOREIGN, Name, find_name
from vnbilat_lib.people.sighting import Sighting
from vnbilat_lib.people.titles import Office
from vnbilat_lib.people.words import MARK, NUMBER, SMALL, Words

_STATE = frozenset(("government", "parliament"))


def read_before(w: Words, sighting: Sighting, elements: list[Element], k: int, used: set[int]) -> None:
    """The chain of titles that ends in the name: "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an Tô Lâm"."""
    link, end = elements[k], w.bounds[sighting.sentence][1]
    for at in range(k - 1, -1, -1):
        office = elements[at]
        if at in used or not isinstance(office, Office):
            return
        lowly = isinstance(link, Name) or link.row.kind in LOWLY
        if lowly and gap(w, office, link) not in ("", ",", "-", ":"):
            office = _reach_link(w, office, link, end)
        if not leads(w, office, link, end):
            return
        between = gap(w, office, link) if lowly else ""
        if between == "," and isinstance(link, Name) and _is_taken(w, elements, at):
            return
        if between in (",", "-") and _is_relative(w, elements, at):
            return
        sighting.before.insert(0, office)
        sighting.first = office.first
        used.add(at)
        link = office


def _reach_link(w: Words, office: Office, link: Element, end: int) -> Office:
    """The title with the words up to the link: "Cao ủy phụ trách nhân quyền, ông A", "Chỉ huy lực lượng phòng không là ông B"."""
    if w.words[link.first - 1] == ",":
        reached = reach(w, office, end)
        return reached if reached.end == link.first - 1 else office
    past = next((k for k in range(link.first - 1, office.end, -1) if w.stop(k, "named") == link.first), 0)
    at = office.end
    while at < past and (w.kinds[at] == SMALL or at in w.places):
        body = w.body(at, small=True)
        if body is None and (w.has(at, "end") or w.has(at, "speech") or w.title(at)):
            return office
        at = body[0] if body else w.places[at][0] if at in w.places else at + 1
    return extend(w, office, past) if 0 < past <= at else office


def _is_taken(w: Words, elements: list[Element], at: int) -> bool:
    """Whether a title stands behind another name: "ông Cường - Phó phòng khoáng sản, Cao Ngọc Cương - Chuyên viên"."""
    before = elements[at - 1] if at else None
    apart = before is not None and before.end <= elements[at].first
    return apart and isinstance(before, Name) and is_apposition(gap(w, before, elements[at]))


def _is_relative(w: Words, elements: list[Element], at: int) -> bool:
    """Whether the title is that of a relative: "con gái út của Tổng thống Mỹ, Tiffany Trump, nói"."""
    before = elements[at - 1] if at else None
    if not isinstance(before, Office) or before.row.kind != "kin":
        return False
    between = range(before.end, elements[at].first)
    return not between or any(w.has(k, "of") for k in between)


def leads(w: Words, office: Office, link: Element, end: int) -> bool:
    """Whether a title belongs to the name or title behind it."""
    between = gap(w, office, link)
    if between in phrases("named") and (isinstance(link, Name) or link.row.kind == "honorific"):
        return office.row.kind == "office" and not is_plural(w, office.first)  # "Ngoại trưởng Mỹ khi đó là bà ..."
    if isinstance(link, Name):
        return between == "" or _introduces(w, office, link, between, end)
    if link.row.kind in LOWLY:  # "Bộ trưởng Bộ Công an, Thượng tướng Tô Lâm"
        if office.row.kind == "honorific" or between not in ("", "-", ",", ":"):
            return False
        return between == "" or (
            office.is_role
            and not (between == "," and _is_several(w, office.first))
            and (between == "-" or link.row.kind != "honorific" or _stands_by(w, office, link, end))
        )
    if office.row.kind in ("honorific", "degree", "rank"):
        return between == ""
    if office.row.kind != "office" or link.row.kind != "office" or _is_repeated(office, link):
        return False
    listed = between == "," and (is_plural(w, office.first) or _is_given_up(w, office.first))
    return is_chain(between) and not conflict(office, link) and not listed


def _is_given_up(w: Words, at: int) -> bool:
    """Whether the title at word `at` is told of somebody before it: "việc ông A thôi giữ chức Cục trưởng, Bộ trưởng B"."""
    return any(w.stop(b, kind) == at for b in range(max(0, at - 3), at) for kind in ("past", "copula"))


def _is_several(w: Words, at: int) -> bool:
    """Whether the title at word `at` is several persons': "theo các chuyên gia luật pháp, ông ..."; not "một quan chức"."""
    return is_plural(w, at) and not w.has(at - 1, "apposition")


def _is_repeated(one: Office, two: Office) -> bool:
    """Whether no one holds both titles: "báo cáo Thủ tướng Chính phủ, Thủ tướng ...", "gửi Giám đốc FBI, Tổng thống ..."."""
    if one.rank == 1 and one.row.sector in _STATE and "deputy" in two.standing:
        return True  # "thay mặt Chủ tịch Quốc hội, Phó Chủ tịch Quốc hội ..."
    if two.rank != 1:
        return False
    if one.rank == 1:
        if one.places and not two.places and one.row.sector in _STATE and two.row.sector in _STATE:
            return True  # "hội đàm với Thủ tướng Úc, Chủ tịch Quốc hội ..."
        alike = one.row.title.split()[0] == two.row.title.split()[0]
        return alike or "abroad" in (one.row.definite, two.row.definite)
    return one.rank >= 4 and two.of_state


def _introduces(w: Words, office: Office, name: Name, between: str, end: int) -> bool:
    """Whether a function introduces the name behind a comma: "chuyên gia về Trung Đông, Noha Aboueldahab nhận định"."""
    if between not in (",", "-", ":") or not office.is_role or name.strength < 2:
        return False
    past = name.end
    closed = name.origin == FOREIGN and past < end and (w.words[past] == "," or _opens(w, office))
    if office.row.rank < 4 and between != "-" and not closed:
        return False
    if office.bare and between != "-" and office.row.sector != "business":
        return False
    told = past < end and name.origin == FOREIGN and _opens(w, office) and (w.has(past, "end") or w.has(past, "and"))
    return told or past >= end or w.kinds[past] == MARK or w.has(past, "speech")


def _opens(w: Words, office: Office) -> bool:
    """Whether a title begins its sentence or stands behind a mark or "và"."""
    if office.first and w.has(office.first - 1, "and"):
        return True
    return office.first == 0 or w.kinds[office.first - 1] == MARK or any(a == office.first for a, _ in w.bounds)


def _stands_by(w: Words, office: Office, link: Office, end: int) -> bool:
    """Whether a title before a comma belongs to the honorific behind it: "Ngoại trưởng Qatar, ông Mohammed ... nói".

    At the start of its sentence it does, else where the name is closed by a mark or the title is a lower one.
    """
    if office.bare:
        return False
    first = max((a for a, _ in w.bounds if a <= office.first), default=0)
    starts = office.first - first <= 1 or w.words[office.first - 1] in '".:(' or _is_date(w, first, office.first)
    if starts or office.row.rank >= 4:
        return True
    name = find_name(w, link.end, end) if link.end < end else None
    return name is not None and (name.end >= end or w.words[name.end] in (",", ".", ")"))


def _is_date(w: Words, first: int, end: int) -> bool:
    """Whether the words are a day before a comma: "Ngày 8/2, Cựu Thủ tướng Somalia ..."."""
    return end - first <= 9 and w.words[end - 1] == "," and any(w.kinds[k] == NUMBER for k in range(first, end))
