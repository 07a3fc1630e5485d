"""The titles and names of one sentence in their order, with places, things and institutions left out."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from vnbilat_lib.people.behind import is_district, name_behind
from vnbilat_lib.people.links import is_apposition, is_plural
from vnbilat_lib.people.names import FOREIGN, Name, find_name, is_native
from vnbilat_lib.people.titles import Office, read_office
from vnbilat_lib.people.words import BITS, CAPITAL, INITIAL, MARK, NUMBER, SMALL, UPPER, Words, lists

Element = Office | Name

_FAR = 6  # words between two elements that can still be linked
_LONGEST_AGE = 9  # words of "(sinh năm 1973, trú tại Hà Nội)"
_LONGEST_BODY = 16
_COMPOUND = BITS["compound"]
_THINGS = BITS["place"] | BITS["thing"]
_PARTICLE = BITS["particle"]
_TITLED = frozenset(("office", "rank", "honorific"))


def gap(w: Words, one: Element, two: Element) -> str:
    """The words between two elements, folded; "…" where they are far apart; "(sinh năm 1973)", ", 60 tuổi" do not count."""
    if isinstance(one, Name) and _is_aged_bracket(w, one.end, two.first):
        return "("
    first = _past_age(w, one.end, two.first) if isinstance(one, Name) else one.end
    return "…" if two.first - first > _FAR else " ".join(w.folded[first : two.first])


def _past_age(w: Words, at: int, end: int) -> int:
    """Past an age or a birth year behind a name, where more stands before word `end`."""
    if at + 2 < end and w.words[at] == "(":
        past = next((k for k in range(at + 2, min(end, at + _LONGEST_AGE)) if w.words[k] == ")"), at)
        told = w.kinds[at + 1] == NUMBER or w.has(at + 1, "residence")
        return past + 1 if told and past > at and past + 1 < end else at
    if at + 2 < end and w.words[at] == "," and w.kinds[at + 1] == NUMBER and w.has(at + 2, "age"):
        past = w.stop(at + 2, "age")
        return past if past < end else at
    return at


def _is_aged_bracket(w: Words, at: int, end: int) -> bool:
    """Whether only a bracket with an age or a birth year parts a name from the title in it: "(82 tuổi, nguyên Bí thư)"."""
    if not 3 < end - at < _LONGEST_AGE or w.words[at] != "(" or w.words[end - 1] != ",":
        return False
    if w.kinds[at + 1] == NUMBER:
        return w.stop(at + 2, "age") == end - 1
    past = w.stop(at + 1, "residence")
    return past == end - 2 and w.kinds[past] == NUMBER


def find_elements(w: Words, first: int, end: int) -> list[Element]:
    """The titles and names of the words first..end, from left to right."""
    found: list[Element] = []
    at = first
    for k in w.telling[bisect_left(w.telling, first) : bisect_left(w.telling, end)]:
        if k >= at:
            at = max(_read_one(w, k, end, found), k + 1)
    return found


def _read_one(w: Words, at: int, end: int, found: list[Element]) -> int:
    """Reads what begins at word `at`: titles and names go to `found`; returns where to read on."""
    if w.marks[at] & _COMPOUND and (past := w.stop(at, "compound")) > at:
        return past
    title, place = w.title(at), w.places.get(at)
    if title and title[1].kind == "honorific" and place and place[0] > at + 1:
        return place[0]  # "Bà Rịa - Vũng Tàu"
    office = read_office(w, at, end) if title else None
    if office and (office.row.kind != "honorific" or _is_honorific(w, office, end)):
        return _read_title(w, office, at, end, found)
    if (past := _skip_thing(w, at, end)) > at:
        return past
    if w.kinds[at] in UPPER:
        return _read_capital(w, at, end, found)
    body = w.body(at)
    if body and body[1].kind in ("firm", "school") and body[0] < end and w.kinds[body[0]] in UPPER:
        return _skip_body(w, body[0], end)
    return at + 1


def _is_honorific(w: Words, office: Office, end: int) -> bool:
    """Whether the honorific is one: a capital follows, or it is the pronoun "ông", "bà"."""
    if office.row.definite == "given":  # "Sheikh Tamim", but "Sheikh Hasina"
        return office.end < end and w.folded[office.end] in lists().given
    return (office.end < end and w.kinds[office.end] in UPPER) or office.row.title in ("ông", "bà")


def _read_title(w: Words, office: Office, at: int, end: int, found: list[Element]) -> int:
    """Takes a title with the name behind it."""
    past = max(office.end, at + 1)
    name = name_behind(w, office, past, end) if past < end else None
    if name and (
        _is_firm(w, office, name)
        or _is_before_honorific(w, office, name, end)
        or (found and isinstance(found[-1], Name) and _is_institution(w, found, office, name))
    ):
        office = replace(office, end=name.end, role_end=name.end, body_kind=office.body_kind or "firm")
        past, name = name.end, None
    if name is None:
        district = find_name(w, past, end) if past < end and w.kinds[past] == INITIAL and w.is_near(past) else None
        if district and office.is_role and is_district(w, district):  # "Đội trưởng Đội TTGT Q.Bình Thủy"
            past = district.end
            office = replace(office, end=past, role_end=past)
        found.append(office)
        return past
    found += _part_inner(w, office, name, found, end)
    return name.end


def _part_inner(w: Words, office: Office, name: Name, found: list[Element], end: int) -> list[Element]:
    """The title and the name behind it; the name may be that of an office inside the title.

    "X.Xai-bơ, người phát ngôn của Thủ tướng Đức A.Méc-ken" and "cố vấn của Tổng thống Putin, Yuri Ushakov, cho biết", but
    "người phát ngôn của Tổng thống Nga Dmitry Peskov".
    """
    inner = read_office(w, office.inner, end) if office.inner >= 0 else None
    if inner is None:
        return [office, name]
    if w.folded[name.first] in w.singles and name.origin == FOREIGN and name.end > name.first + 1 < end:
        rest = find_name(w, name.first + 1, end)  # "luật sư của Tổng thống Trump Marc Kasowitz"
        if rest and rest.strength >= 2:
            return [replace(office, end=name.first + 1, role_end=name.first + 1), rest]
    if _is_of_another(w, office, found):
        return [replace(office, end=inner.first, role_end=max(office.role_end, name.end)), inner, name]
    at = name.end + 1
    apart = at < end and (w.words[name.end] == "," or w.folded[name.end] == "là")  # "cố vấn của Tổng thống X là Oleg Sokolov"
    behind = find_name(w, at, end) if apart else None
    honorific = w.title(at) if apart else None
    if (behind and behind.strength >= 2) or (honorific and honorific[1].kind == "honorific"):
        return [inner, name, replace(office, end=name.end, role_end=name.end)]
    return [office, name]


def _is_of_another(w: Words, office: Office, found: list[Element]) -> bool:
    """Whether a title with an office inside is that of someone before it, so that the name behind belongs to the office inside.

    "X, người phát ngôn của ...", "X, con rể và là cố vấn của ...", "Bà từng là cố vấn của ...", "các công tố viên ... của ...".
    """
    at = office.first
    if is_plural(w, at) or any(w.stop(b, kind) == at for b in range(max(0, at - 3), at) for kind in ("past", "chain")):
        return True
    return bool(found) and isinstance(found[-1], Name) and is_apposition(gap(w, found[-1], office).removeprefix(") "))


def _is_firm(w: Words, office: Office, name: Name) -> bool:
    """Whether a single word behind a title ends a firm's name: "nhân viên Sony Pictures Entertainment"."""
    single = name.end - name.first == 1 and office.is_role
    return single and w.has(name.first, "org") and not w.is_surname(name.first)


def _is_before_honorific(w: Words, office: Office, name: Name, end: int) -> bool:
    """Whether a doubtful name is an institution's, as the person's stands behind: "Chủ tịch Y Combinator, ông Peter Lind"."""
    at = name.end + 1
    if name.strength == 3 or name.origin != FOREIGN or not office.is_role or at >= end or w.words[name.end] not in (",", "-"):
        return False
    if office.row.kind != "office" and not office.body_kind:
        return False
    title = w.title(at)
    named = title is not None and title[1].kind == "honorific" and title[0] < end and w.kinds[title[0]] in UPPER
    return named and (office.row.rank >= 4 or bool(office.body_kind))


def _is_institution(w: Words, found: list[Element], office: Office, name: Name) -> bool:
    """Whether a doubtful name behind a title is the institution's, as the title stands in apposition to the name before.

    "Ông Nguyễn Văn Hiếu - Trưởng thôn Đồng Còng", "ông Charles Kaye, lãnh đạo Warburg Pincus"; not "Hoàng Tôn, nhạc sĩ Siro",
    "James Comey, cựu Giám đốc Cục Điều tra Liên bang (FBI) Robert Mueller".
    """
    named = office.row.scope == "field" and (office.bare or name.end - name.first > 1)
    if name.strength == 3 or not office.is_role or named or w.words[name.first - 1] == ")":
        return False
    polite = len(found) > 1 and isinstance(found[-2], Office) and found[-2].row.kind == "honorific"
    before = found[-1]
    if not polite and gap(w, before, office) == "," and _is_whole(w, office, name):
        return False  # "..., Giám đốc khu vực Ngân hàng HSBC Doreen Steidle, ..." in a list of heads
    if office.of_state:
        return office.row.definite == "mass" and gap(w, before, office) == ","
    return gap(w, before, office) in ("-", ",", "(")


def _is_whole(w: Words, office: Office, name: Name) -> bool:
    """Whether the title before a doubtful name names its institution in full, or holds none."""
    last, several = name.first - 1, name.end - name.first > 1
    if office.row.rank <= 3 and w.is_surname(name.first) and name.end - name.first == 3:
        return True
    if office.body_kind in ("part", "portfolio"):
        return several
    return bool(office.body_kind) and w.kinds[last] in UPPER and w.body(last) is None


def _read_capital(w: Words, at: int, end: int, found: list[Element]) -> int:
    """Reads the capital at word `at` that no title explains: a name goes to `found`; returns where to read on."""
    if (past := w.stop(at, "agency")) > at:
        return _skip_agency(w, past, end)
    place = w.places.get(at)
    name = None if w.kinds[at] == CAPITAL and _is_alone(w, at, end) else find_name(w, at, end)
    if place and not (name and name.strength == 3 and name.end > place[0] and not _is_surely_named(w, place[0], end)):
        return place[0]
    if name is None:
        return max(at + 1, w.stop(at, "starter"))
    if (past := w.stop(at, "starter")) > at and (name.strength < 3 or past - at > 1):
        return past
    body = w.body(at)
    if body and body[0] >= name.end > at + 1:
        return body[0]
    if body and name.strength < 3 and (body[0] - at > 1 or body[1].kind in ("head", "firm", "school", "body", "international")):
        return _skip_body(w, body[0], end)
    titled = name.end + 1 < end and w.title(name.end + 1) is not None  # a list: "1. ..., 2 Võ Quang Phúc - Phó giám đốc ..."
    if name.strength >= 2 and not is_district(w, name) and (titled or not _is_street(w, at)):
        found.append(name)
    return name.end


def _is_alone(w: Words, at: int, end: int) -> bool:
    """Whether neither a capital nor a mark nor a particle goes on behind the capital: a name of one word at most."""
    return at + 1 >= end or (w.kinds[at + 1] in (SMALL, NUMBER) and not w.marks[at + 1] & _PARTICLE)


def _is_surely_named(w: Words, at: int, end: int) -> bool:
    """Whether a name with a common surname begins at word `at`: behind "Hà Nội" in "Hà Nội Nguyễn Đức Chung"."""
    name = find_name(w, at, end) if at < end and w.kinds[at] in UPPER and w.is_common(at) else None
    return name is not None and name.strength == 3


def _is_street(w: Words, at: int) -> bool:
    """Whether the number of a house stands before the capital: "60B Nguyễn Huy Tưởng", "số 446 - 448 Nguyễn Thị Minh Khai"."""
    first = at
    while first and at - first < _FAR and (w.kinds[first - 1] == NUMBER or w.words[first - 1] == "-"):
        first -= 1
    number = w.words[at - 1] if at else ""
    if number.isdigit() and len(number) <= 4 and number[:2] not in ("19", "20") and is_native(w.folded[at]):
        return True  # "504 Nguyễn Tất Thành, quận 4", not "Hoa hậu Việt Nam 2016 Phùng Bảo Ngọc"
    if first == at:
        return at > 1 and w.kinds[at - 1] == INITIAL and w.after[at - 1] and w.kinds[at - 2] == NUMBER
    return any(b >= 0 and w.stop(b, "house") == first for b in range(first - 3, first))


def _skip_agency(w: Words, past: int, end: int) -> int:
    """Past the capitals behind an agency's or firm's name up to a person's: "Samsung Galaxy Note"."""
    while past < end and w.kinds[past] in UPPER and w.is_next(past) and past not in w.places and not w.title(past):
        name = find_name(w, past, end)
        if name is None or name.strength == 3:
            break
        past += 1
    return past


def _skip_body(w: Words, at: int, end: int) -> int:
    """Past the capitals of an institution's name up to a person's: "Công ty Luật Minh Khuê"."""
    first = at
    while at < end and at - first < _LONGEST_BODY:
        if w.kinds[at] in UPPER:
            name = find_name(w, at, end)
            if at > first and name and name.strength == 3 and w.is_common(at):
                break
            if (title := w.title(at)) and title[1].kind in _TITLED:
                break
            at += 1
            continue
        past = _past_link(w, at, end)
        if past == at:
            break
        at = past
    return at


def _past_link(w: Words, at: int, end: int) -> int:
    """Past a place, a part in small letters, a dash or "và" inside an institution's name."""
    if at in w.places:
        return w.places[at][0]
    body = w.body(at)
    if body and w.kinds[at] == SMALL and body[1].kind in ("part", "portfolio", "firm", "school"):
        return body[0]
    glued = w.words[at] in ("-", "&", ".") and w.after[at] and at + 1 < end and w.after[at + 1]
    joined = w.has(at, "and") and at + 1 < end and w.kinds[at + 1] in UPPER and w.body(at + 1)
    return at + 1 if glued or joined else at


def _skip_thing(w: Words, at: int, end: int) -> int:
    """Past the capitals that name a place or a thing ("đường Nguyễn Huệ", "tờ Washington Post"); `at` where none does."""
    if not w.marks[at] & _THINGS:
        return at
    place = w.stop(at, "place")
    past = max(place, w.stop(at, "thing"))
    if past > at and past < end and w.has(past, "list"):
        past += 1  # "các tuyến phố như Hoàng Hoa Thám, Phùng Hưng"
    if past == at or past >= end or (w.kinds[past] not in UPPER and w.words[past] != '"'):
        return at
    if w.kinds[at] == CAPITAL and past - at == 1 and at + 1 < end and w.kinds[at + 1] in UPPER and not _begins(w, at):
        return at
    if (title := w.title(past)) and title[0] - past > 1:
        if title[1].kind == "office":
            return at
        past = title[0] if title[1].kind == "rank" else past  # "tàu sân bay Đô đốc Kuznetsov"
    past = _past_capitals(w, past, end)
    while place > at and past + 1 < end and w.words[past] == "," and _goes_on(w, past + 1, end):
        past += 2
        while past < end and w.kinds[past] in UPPER and w.is_near(past):
            past += 1
    return past


def _past_capitals(w: Words, first: int, end: int) -> int:
    """Past a run of capitals, with what is glued to it, up to a title or a sure name."""
    past = first
    while past < end and (w.kinds[past] in UPPER or (w.after[past] and (w.words[past] in "-.&" or w.kinds[past] == SMALL))):
        if past > first and not w.is_near(past):
            break
        if past > first and w.kinds[past] in UPPER and not w.after[past]:
            title = w.title(past)
            if title and title[1].kind in _TITLED and title[0] - past > 1:
                break
            name = find_name(w, past, end)
            if name and name.strength == 3 and w.is_common(past) and name.end - past >= 3:
                break
        past += 1
    return past


def _goes_on(w: Words, at: int, end: int) -> bool:
    """Whether the capital behind a comma goes on with a list of streets or districts: "các quận Bình Thạnh, Gò Vấp"."""
    if w.kinds[at] not in UPPER or w.title(at) or w.body(at):
        return False
    name = find_name(w, at, end)
    past = w.places[at][0] if at in w.places else name.end if name else end
    return past >= end or w.words[past] in (",", ".", ")", ";", "(", "…") or w.has(past, "and")


def _begins(w: Words, at: int) -> bool:
    """Whether word `at` begins its sentence or stands behind a mark."""
    return at == 0 or w.kinds[at - 1] == MARK or any(first == at for first, _ in w.bounds)
