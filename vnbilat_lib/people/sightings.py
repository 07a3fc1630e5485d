"""One sentence: the titles and names in it, and which title is whose."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from vnbilat_lib.people.names import FOREIGN, Name, find_name, is_syllable
from vnbilat_lib.people.titles import Office, read_body, read_office
from vnbilat_lib.people.words import CAPITAL, MARK, NUMBER, SMALL, UPPER, Words, lists

_GAP_LONGEST = 4


@dataclass(slots=True)
class Sighting:
    """A name as it stands in a sentence, with the titles before and behind it; or a title without a name.

    `cue` names what speaks for a person: "title", "honorific", "kin", "after" (a title behind), "speech", "list", "shape".
    """

    sentence: int
    name: Name | None = None
    honorific: str = ""
    before: list[Office] = field(default_factory=list)
    behind: list[Office] = field(default_factory=list)
    cue: str = ""
    first: int = 0
    end: int = 0
    plural: bool = False
    place: tuple[int, int] | None = None  # of an office named for several places, this one's
    pronoun: str = ""
    spelling_of: Sighting | None = None

    @property
    def offices(self) -> list[Office]:
        return [*self.before, *self.behind]


Element = Office | Name


def _skip_thing(w: Words, at: int, end: int) -> int:
    """Past the capitals that name a place or a thing ("đường Nguyễn Huệ", "tờ Washington Post"); `at` where none does."""
    place = w.stop(at, "place")
    past = max(place, w.stop(at, "thing"))
    if past > at and past < end and w.folded[past] == "như":
        past += 1
    if past == at or past >= end or w.kinds[past] not in UPPER and w.words[past] != '"':
        return at
    if w.kinds[at] == CAPITAL and past - at == 1 and at + 1 < end and w.kinds[at + 1] in UPPER and not _starts(w, at):
        return at
    if (title := w.title(past)) and title[0] - past > 1:
        if title[1].kind == "office":
            return at
        if title[1].kind == "rank":
            past = title[0]  # "tàu sân bay Đô đốc Kuznetsov"
    first = past
    while past < end and (w.kinds[past] in UPPER or (w.after[past] and w.words[past] in "-.&") or w.kinds[past] == SMALL and w.after[past]):
        if past > first and w.starts[past] - w.ends[past - 1] > 1:
            break
        if past > first and w.kinds[past] in UPPER:
            if (title := w.title(past)) and title[1].kind in ("office", "rank", "honorific") and title[0] - past > 1:
                break
            name = find_name(w, past, end)
            if name and name.strength == 3 and w.folded[past] in lists().common and name.end - past >= 3:
                break
        past += 1
    while place > at and past + 1 < end and w.words[past] == "," and _lists_place(w, past + 1, end):
        past += 2
        while past < end and w.kinds[past] in UPPER and _is_near(w, past):
            past += 1
    return past


def _is_near(w: Words, at: int) -> bool:
    return w.starts[at] - w.ends[at - 1] <= 1


def _lists_place(w: Words, at: int, end: int) -> bool:
    """Whether the capital behind a comma goes on with a list of streets or districts: "các quận Bình Thạnh, Gò Vấp"."""
    if w.kinds[at] not in UPPER or at in w.places or w.title(at) or w.body(at):
        return False
    name = find_name(w, at, end)
    if name is None:
        return True
    past = name.end
    return past >= end or w.words[past] in (",", ".", ")", ";", "(") or w.folded[past] == "và"


def _starts(w: Words, at: int) -> bool:
    """Whether word `at` begins its sentence or stands behind a stop."""
    return at == 0 or w.kinds[at - 1] == MARK or any(first == at for first, _ in w.bounds)


def _elements(w: Words, first: int, end: int) -> list[Element]:
    """The titles and names of a sentence, from left to right."""
    found: list[Element] = []
    triggers = lists().triggers
    at = first
    for k in range(first, end):
        if k < at or (w.kinds[k] not in UPPER and w.folded[k] not in triggers):
            continue
        at = max(_read_one(w, k, end, found), k + 1)
    return found


def _read_one(w: Words, at: int, end: int, found: list[Element]) -> int:
    """Reads what begins at word `at`: titles and names go to `found`; returns where to read on."""
    if (past := w.stop(at, "compound")) > at:
        return past
    if at in w.places and w.places[at][0] > at + 1 and w.title(at) and w.title(at)[1].kind == "honorific":  # type: ignore[index]
        return w.places[at][0]  # "Bà Rịa - Vũng Tàu"
    office = read_office(w, at, end) if w.title(at) else None
    if office and not (office.row.kind == "honorific" and not _is_honorific(w, office, end)):
        return _read_title(w, office, at, end, found)
    if (past := _skip_thing(w, at, end)) > at:
        return past
    if w.kinds[at] in UPPER:
        return _capital(w, at, end, found)
    if (body := w.body(at)) and body[1].kind == "firm" and body[0] < end and w.kinds[body[0]] in UPPER:
        return _skip_body(w, body[0], end)
    return at + 1


def _read_title(w: Words, office: Office, at: int, end: int, found: list[Element]) -> int:
    """Takes a title with the name behind it."""
    past = max(office.end, at + 1)
    name = _name_behind(w, office, past, end) if past < end else None
    if name and found and isinstance(found[-1], Name) and _is_institution(w, found[-1], office, name):
        office = replace(office, end=name.end, role_end=name.end, body_kind=office.body_kind or "firm")
        past, name = name.end, None
    found.append(office)
    if name is None:
        return past
    found.append(name)
    return name.end


def _is_institution(w: Words, before: Name, office: Office, name: Name) -> bool:
    """Whether a doubtful name behind a title is the institution's, as the title stands in apposition to the name before.

    "Ông Nguyễn Văn Hiếu - Trưởng thôn Đồng Còng", "ông Charles Kaye, lãnh đạo Warburg Pincus".
    """
    if name.strength == 3 or not office.is_role or office.row.sector in ("government", "party", "parliament"):
        return office.row.title in ("lãnh đạo", "người đứng đầu") and name.strength < 3 and _gap(w, before, office) == ","
    return _gap(w, before, office) in ("-", ",", "(")


def _is_honorific(w: Words, office: Office, end: int) -> bool:
    """Whether the honorific is one: a capital follows, or it is the pronoun "ông", "bà"."""
    if office.end < end and w.kinds[office.end] in UPPER:
        return True
    return office.row.title in ("ông", "bà") and w.folded[office.first] in ("ông", "bà")


def _name_behind(w: Words, office: Office, at: int, end: int) -> Name | None:
    """The name right behind a title; a single word will do there."""
    if w.starts[at] - w.ends[at - 1] > 1:
        return None
    if w.kinds[at] not in UPPER:
        past = w.stop(at, "particle")
        if past == at or past + 1 >= end or not (w.words[past] == "-" or w.kinds[past] in UPPER) or office.row.kind == "honorific":
            return None
        rest = find_name(w, past + (w.words[past] == "-"), end)
        return Name(at, rest.end, rest.origin, rest.strength) if rest and rest.origin == FOREIGN else None
    if w.kinds[at] == CAPITAL and (titled := read_office(w, at, end)) and titled.modifiers and titled.row.kind == "office":
        return None
    if w.title(at) and not (w.title(at)[0] == at + 1 and office.row.kind == "honorific"):
        inner = w.title(at)
        if inner and inner[1].kind != "modifier" and not (inner[0] == at + 1 and _surname_like(w, at, end)):
            return None
    if office.row.kind not in ("honorific", "rank", "degree") and (w.stop(at, "agency") > at or w.body(at) and w.body(at)[0] - at > 1):
        return None
    if at in w.places and office.row.kind != "honorific":
        name = find_name(w, at, end)
        if not name or name.end <= w.places[at][0]:
            return None
        return name
    if w.body(at) and w.body(at)[1].kind in ("body", "international", "firm") and office.row.kind != "honorific":
        return None
    name = find_name(w, at, end)
    if name and office.row.definite == "mass" and name.strength < 3 and office.bare and not _is_told_of(w, name, end):
        return None  # "công nhân Ba Son"
    if name and office.row.scope == "body" and office.row.rank == 5 and name.end == at + 1 and w.folded[at] not in w.finals:
        return None  # "Tổng giám đốc Vinacomin"
    if name and name.end - name.first == 1 and w.kinds[at] != CAPITAL and office.row.kind != "honorific":
        return None
    return name


def _is_told_of(w: Words, name: Name, end: int) -> bool:
    """Whether something is said of a doubtful name that is said of persons: an age, a speech; or it has a surname and three words."""
    past = name.end
    if w.folded[name.first] in lists().surnames and past - name.first >= 3:
        return True
    if past < end and w.words[past] in (",", "("):
        return past + 1 < end and w.kinds[past + 1] == NUMBER
    return past < end and w.stop(past, "speech") > past


def _surname_like(w: Words, at: int, end: int) -> bool:
    return w.folded[at] in lists().surnames and at + 1 < end and w.kinds[at + 1] in UPPER


def _capital(w: Words, at: int, end: int, found: list[Element]) -> int:
    """Reads the capital at word `at` that no title explains: a name goes to `found`; returns where to read on."""
    if (past := w.stop(at, "agency")) > at:
        while past < end and w.kinds[past] in UPPER and w.starts[past] == w.ends[past - 1] + 1 and past not in w.places and not w.title(past):
            name = find_name(w, past, end)
            if name is None or name.strength == 3:
                break
            past += 1
        return past
    name = find_name(w, at, end)
    place = w.places.get(at)
    if place and not (name and name.strength == 3 and name.end > place[0]):
        return place[0]
    if name is None:
        return at + 1
    if (past := w.stop(at, "starter")) > at and (name.strength < 3 or past - at > 1):
        return past
    body = w.body(at)
    if body and body[0] >= name.end > at + 1:
        return body[0]
    if body and name.strength < 3 and (body[0] - at > 1 or body[1].kind in ("head", "firm", "body", "international")):
        return _skip_body(w, body[0], end)
    if name.strength >= 2:
        found.append(name)
        return name.end
    return name.end


def _skip_body(w: Words, at: int, end: int) -> int:
    """Past the capitals of an institution's name up to a person's: "Công ty Luật Minh Khuê"."""
    first = at
    while at < end and at - first < 16:
        kind = w.kinds[at]
        if kind in UPPER:
            name = find_name(w, at, end)
            if at > first and name and name.strength == 3 and w.folded[at] in lists().common:
                break
            if (title := w.title(at)) and title[1].kind in ("office", "rank", "honorific"):
                break
            at += 1
        elif at in w.places:
            at = w.places[at][0]
        elif (body := w.body(at)) and kind == SMALL and body[1].kind in ("part", "portfolio", "firm"):
            at = body[0]
        elif w.words[at] in ("-", "&", ".") and w.after[at] and at + 1 < end and w.after[at + 1]:
            at += 1
        elif w.folded[at] == "và" and at + 1 < end and w.kinds[at + 1] in UPPER and w.body(at + 1):
            at += 1
        else:
            break
    return max(at, first)


def _gap(w: Words, one: Element, two: Element) -> str:
    """The words between two elements, folded; "…" where they are far apart."""
    if two.first - one.end > _GAP_LONGEST:
        return "…"
    return " ".join(w.folded[one.end : two.first])


_CHAIN = frozenset((",", "kiêm", ", kiêm", "-", "/", "đồng thời là", ", đồng thời là", "kiêm nhiệm", ", nguyên"))
_APPOSITION = frozenset((",", "-", "(", ", là", "", "/", ", một", "- một", ", hiện là", ", vốn là", ", từng là", ", nguyên là", ", đồng thời là"))
_COPULA = frozenset(("là", "làm", "giữ chức", "đảm nhiệm chức", "vốn là", "từng là", "hiện là", "đang là", "trở thành", "được bầu làm", "đang giữ chức", "với tư cách"))


def find_sightings(w: Words, number: int) -> list[Sighting]:
    """The persons of sentence `number`, by name or by title alone, in their order."""
    first, end = w.bounds[number]
    elements = _elements(w, first, end)
    sightings: list[Sighting] = []
    used: set[int] = set()
    for k, element in enumerate(elements):
        if isinstance(element, Name):
            sightings.append(_read_named(w, number, elements, k, used, end))
    for k, element in enumerate(elements):
        if isinstance(element, Office) and k not in used:
            sightings += _read_unnamed(w, number, elements, k, end)
    sightings.sort(key=lambda s: s.first)
    _share_plural(w, elements, sightings)
    _join_spellings(w, sightings)
    return sightings


def _read_named(w: Words, number: int, elements: list[Element], k: int, used: set[int], end: int) -> Sighting:
    """A name with the titles before it (a chain) and behind it."""
    name = elements[k]
    assert isinstance(name, Name)
    sighting = Sighting(number, name, first=name.first, end=name.end)
    _read_before(w, sighting, elements, k, used, end)
    _read_behind(w, sighting, elements, k, used, end)
    sighting.cue = _cue(w, sighting, end)
    return sighting


def _read_before(w: Words, sighting: Sighting, elements: list[Element], k: int, used: set[int], end: int) -> None:
    """The chain of titles that ends in the name: "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an Tô Lâm"."""
    link = elements[k]
    at = k - 1
    while at >= 0 and at not in used and isinstance(office := elements[at], Office):
        if not _leads(w, office, link, end) or (isinstance(link, Name) and _gap(w, office, link) == "," and _is_behind(w, elements, at)):
            break
        if office.row.kind == "honorific":
            sighting.honorific = sighting.honorific or office.row.title
        sighting.before.insert(0, office)
        used.add(at)
        sighting.first = office.first
        link = office
        at -= 1


def _is_behind(w: Words, elements: list[Element], at: int) -> bool:
    """Whether a title stands behind another name: "ông Cường - Phó phòng khoáng sản, Cao Ngọc Cương - Chuyên viên"."""
    return at > 0 and isinstance(elements[at - 1], Name) and _gap(w, elements[at - 1], elements[at]) in _APPOSITION


_LOWLY = frozenset(("honorific", "degree", "rank", "kin", "status"))


def _leads(w: Words, office: Office, link: Element, end: int) -> bool:
    """Whether a title belongs to the name or title behind it."""
    gap = _gap(w, office, link)
    if isinstance(link, Name):
        return gap == "" or _introduces(w, office, link, gap, end)
    if link.row.kind in _LOWLY:
        # "Đại sứ Pháp tại Việt Nam - ông Olivier Brochet", "Bộ trưởng Bộ Công an, Thượng tướng Tô Lâm"
        if office.row.kind == "honorific" or gap == "…":
            return False
        if gap == "":
            return True
        return gap in ("-", ",", ":") and office.is_role and (gap == "-" or link.row.kind != "honorific" or _stands_by(w, office, link, end))
    if office.row.kind in _LOWLY - {"kin", "status"}:
        return gap == ""
    if office.row.kind != "office" or link.row.kind != "office":
        return False
    if office.row.title.split()[0] == link.row.title.split()[0] and office.row.rank == link.row.rank == 1:
        return False  # "báo cáo Thủ tướng Chính phủ, Thủ tướng Nguyễn Xuân Phúc ..."
    return gap in _CHAIN and not _conflict(office, link) and not (gap == "," and _is_plural(w, office.first))


def _stands_by(w: Words, office: Office, link: Office, end: int) -> bool:
    """Whether a title before a comma belongs to the honorific behind it: "Ngoại trưởng Qatar, ông Mohammed ... nói".

    At the start of its sentence it does, else where the name is closed by a mark or the title is a lower one.
    """
    if office.bare:
        return False
    first = max((a for a, b in w.bounds if a <= office.first), default=0)
    starts = office.first - first <= 1 or w.words[office.first - 1] in '".:(' or _is_date(w, first, office.first)
    if starts or office.row.rank >= 4:
        return True
    name = find_name(w, link.end, end) if link.end < end else None
    return name is not None and (name.end >= end or w.words[name.end] in (",", ".", ")"))


def _is_date(w: Words, first: int, end: int) -> bool:
    """Whether the words are a day before a comma: "Ngày 8/2, Cựu Thủ tướng Somalia ..."."""
    return end - first <= 9 and w.words[end - 1] == "," and any(w.kinds[k] == NUMBER for k in range(first, end))


def _conflict(one: Office, two: Office) -> bool:
    """Whether two titles name different countries."""
    a = {p[2].country for p in one.places if p[2].country}
    b = {p[2].country for p in two.places if p[2].country}
    return bool(a and b and not a & b)


def _introduces(w: Words, office: Office, name: Name, gap: str, end: int) -> bool:
    """Whether a function introduces the name behind a comma: "chuyên gia về Trung Đông, Noha Aboueldahab nhận định"."""
    if gap not in (",", "-", ":") or not office.is_role or name.strength < 2:
        return False
    closed = name.origin == FOREIGN and name.end < end and w.words[name.end] == ","
    if office.row.rank < 4 and gap != "-" and not closed:
        return False
    if office.bare and gap != "-" and office.row.sector != "business":
        return False
    past = name.end
    return past >= end or w.kinds[past] == MARK or w.stop(past, "speech") > past


def _read_behind(w: Words, sighting: Sighting, elements: list[Element], k: int, used: set[int], end: int) -> None:
    """The titles in apposition behind the name: "ông Đoàn Duy Khương, Phó Chủ tịch VCCI nhận định"."""
    link = elements[k]
    at = k + 1
    while at < len(elements) and at not in used and isinstance(office := elements[at], Office):
        if not office.is_role or office.row.kind == "counterpart" or not _follows(w, sighting, elements, link, at, end):
            break
        office = _extend(w, _reach(w, office, end), end)
        sighting.behind.append(office)
        used.add(at)
        link = office
        at += 1
    if not sighting.behind:
        _read_bracket(w, sighting, end)


def _follows(w: Words, sighting: Sighting, elements: list[Element], link: Element, at: int, end: int) -> bool:
    """Whether the title at element `at` is in apposition to the name or title before it."""
    office = elements[at]
    assert isinstance(office, Office)
    if office.plural and office.row.kind == "function":
        return False
    gap = _gap(w, link, office)
    held = any(o.is_role for o in sighting.before)
    ahead = elements[at + 1] if at + 1 < len(elements) else None
    if isinstance(ahead, Name) and (_gap(w, office, ahead) == "" or _leads(w, office, ahead, end)):
        return False
    if isinstance(ahead, Office) and _heads_name(w, elements, at, end):
        return False
    if isinstance(link, Office):
        return gap in _CHAIN and not _conflict(link, office) and _may_end(w, office, end, held)
    if gap in _COPULA:
        return not held and w.folded[link.end - 1] != "phải"
    if gap == "":
        return not held
    if gap in ("(", "-", "- nguyên", "/"):
        return True
    return gap in _APPOSITION and _may_end(w, office, end, held)


def _heads_name(w: Words, elements: list[Element], at: int, end: int) -> bool:
    """Whether the title begins a chain that ends in a name of its own: "..., Bộ trưởng Mai Tiến Dũng"."""
    link = elements[at]
    for following in elements[at + 1 :]:
        assert isinstance(link, Office)
        if not _leads(w, link, following, end):
            return False
        if isinstance(following, Name):
            return True
        link = following
    return False


def _may_end(w: Words, office: Office, end: int, held: bool) -> bool:
    """Whether what stands behind a title after a comma lets it be an apposition, and not the next clause's subject."""
    past = office.end
    if past >= end or w.words[past] in (",", ".", ")", ";", '"', "-", ":", "…"):
        return True
    if office.row.kind == "function" or not office.definite:
        ends = w.stop(past, "end") > past and w.folded[past] not in ("cho", "về", "của", "tại", "từ") or w.stop(past, "speech") > past
        return not held and (not ends or not office.bare)
    state = office.row.rank <= 3 and office.row.sector in ("government", "party", "parliament")
    if not held and not state and office.end < end and w.kinds[office.end] == SMALL and _reach(w, office, end) is not office:
        return True
    return not (office.bare or state or held)


def _reach(w: Words, office: Office, end: int) -> Office:
    """The title with words that no list knows up to the next mark: "Phó Chủ tịch điều hành bộ phận quan hệ công chúng, ..."."""
    at = office.end
    if at >= end or w.kinds[at] != SMALL:
        return office
    while at < end and at - office.end < 14 and w.kinds[at] != MARK:
        if (w.stop(at, "end") > at and w.body(at) is None and w.folded[at] not in _INNER) or w.stop(at, "speech") > at or w.title(at):
            return office
        at += 1
    if at < end and w.words[at] in (",", ".", ")", ";"):
        return replace(office, end=at, role_end=at, body_kind=office.body_kind or "part")
    return office


_INNER = frozenset(("trên", "trong", "ngoài", "người", "làm", "các", "nhiều"))


def _extend(w: Words, office: Office, end: int) -> Office:
    """The title with the institution above behind a comma: "Trưởng bộ môn Nghiên cứu thị trường, Viện Cây ăn quả miền Nam"."""
    while office.end + 1 < end and w.words[office.end] == ",":
        at = office.end + 1
        if w.folded[at] == "thuộc" and at + 1 < end:
            at += 1
        if w.kinds[at] not in UPPER:
            break
        body = w.body(at)
        if not body or body[1].kind not in ("head", "firm", "body", "international") or w.title(at):
            break
        above = read_body(w, at, end, office.row)
        if above.end < end and w.kinds[above.end] != MARK and w.stop(above.end, "speech") == above.end:
            break
        office = replace(
            office,
            end=above.end,
            role_end=above.role_end,
            places=office.places + above.places,
            bodies=office.bodies + above.bodies,
            body_kind=office.body_kind or above.body_kind,
        )
    return office


def _read_bracket(w: Words, sighting: Sighting, end: int) -> None:
    """An institution in brackets or behind a comma: "Giáo sư Alexander Vuving (Trung tâm Nghiên cứu ...)"."""
    at = sighting.end + 1
    titled = [o for o in sighting.before if o.row.kind in ("degree", "function") and o.bare]
    if not titled or at >= end or w.folded[at - 1] not in ("(", ",", "của", "thuộc", "ở", "tại") or any(o.row.kind == "office" for o in sighting.before):
        return
    body = w.body(at)
    if not body or w.kinds[at] not in UPPER or body[1].kind not in ("head", "firm", "body"):
        return
    title = titled[-1]
    whole = _extend(w, read_body(w, at, end, title.row), end)
    if w.words[at - 1] == "," and whole.end < end and w.words[whole.end] not in ",.;:":
        return
    sighting.behind.append(replace(whole, prefix=(title.first, title.role_end)))


def _cue(w: Words, sighting: Sighting, end: int) -> str:
    """What speaks for a person."""
    name = sighting.name
    assert name is not None
    kinds = {o.row.kind for o in sighting.before}
    if kinds & {"office", "function", "rank", "counterpart", "degree"}:
        return "title"
    if "honorific" in kinds:
        return "honorific"
    if kinds:
        return "kin"
    if sighting.behind:
        return "after"
    if name.first and (w.stop(name.first - 1, "shared") == name.first):
        return "shared"
    if name.end + 1 < end and w.folded[name.end] in (",", "là", "(", "-"):
        title = w.title(name.end + 1) or w.title(min(name.end + 2, end - 1)) if w.folded[name.end + 1] == "một" else w.title(name.end + 1)
        if title and title[1].kind in ("kin", "status", "degree"):
            return "kin"
    past = name.end
    if past + 1 < end and w.words[past] == ",":
        past += 1
    if past < end and w.stop(past, "speech") > past:
        return "speech"
    if past + 1 < end and w.kinds[past] == NUMBER and w.folded[past + 1] == "tuổi" or past < end and w.stop(past, "residence") > past:
        return "age"
    if past + 1 < end and w.words[past] == "(" and (w.kinds[past + 1] == NUMBER or w.stop(past + 1, "residence") > past + 1):
        return "age"
    return "shape"


def _is_plural(w: Words, at: int) -> bool:
    """Whether a word of number stands before word `at`: "các", "nhiều"."""
    return any(w.stop(b, "plural") == at for b in (at - 1, at - 2) if b >= 0)


def _read_unnamed(w: Words, number: int, elements: list[Element], k: int, end: int) -> list[Sighting]:
    """A title without a name; `plural` where it points to nobody definite; one sighting each for a list of places."""
    office = elements[k]
    assert isinstance(office, Office)
    if office.row.kind == "honorific":
        word = office.row.title if office.end == office.first + 1 else ""
        return [Sighting(number, pronoun=word, first=office.first, end=office.end)] if word else []
    places = _listed_places(w, office, end)
    if len(places) > 1:
        return [
            Sighting(number, before=[office], cue="title", first=first, end=past, place=(first, past)) for first, past in places
        ]
    return [Sighting(number, before=[office], cue="title", first=office.first, end=office.end, plural=_is_plural(w, office.first))]


def _listed_places(w: Words, office: Office, end: int) -> list[tuple[int, int]]:
    """The places that one office is named for: "Bí thư Tỉnh ủy các tỉnh: Hà Giang, Lào Cai"."""
    if office.row.kind != "office" or not (office.definite or office.row.rank <= 3):
        return []
    at = office.role_end
    listed = w.folded[at - 1] in ("tỉnh", "nước") and w.folded[at - 2] == "các"
    if at < end and w.words[at] == ":" and listed:
        at += 1
    found: list[tuple[int, int]] = []
    if office.places:
        first, past, _ = office.places[0]
        if past != office.role_end:
            return []
        found.append((first, past))
        plural = "các" in w.folded[office.first : first] or _is_plural(w, office.first)
    else:
        plural = listed
    conjunction = False
    while at < end:
        if found:
            if w.folded[at] not in (",", "và"):
                break
            conjunction = conjunction or w.folded[at] == "và"
            at += 1
        place = w.places.get(at)
        if not place or place[1].kind not in ("country", "region", "city", "short"):
            break
        found.append((at, place[0]))
        at = place[0]
    return found if plural or (conjunction and len(found) > 2) else []


def _join_spellings(w: Words, sightings: list[Sighting]) -> None:
    """A second spelling in brackets is the same person: "Đô-nan Trăm (Donald Trump)"."""
    for one, two in pairwise(s for s in sightings if s.name):
        assert one.name and two.name
        past = two.name.end
        if two.name.first == one.name.end + 1 and w.words[one.name.end] == "(" and past < len(w) and w.words[past] == ")":
            two.spelling_of = one
            two.cue = one.cue if two.cue == "shape" else two.cue
            one.cue = two.cue if one.cue == "shape" else one.cue


def _share_plural(w: Words, elements: list[Element], sightings: list[Sighting]) -> None:
    """Gives a title in the plural to each name of the list behind it: "các Bộ trưởng: A, B và C", "các ngôi sao như A, B"."""
    owners = {id(s.name): s for s in sightings if s.name}
    shared: Office | None = None
    for one, two in pairwise(elements):
        if not isinstance(two, Name):
            shared = None
            continue
        sighting = owners[id(two)]
        if isinstance(one, Office):
            colon = w.words[one.end] == ":" and one.row.kind == "office"
            shared = one if one.is_role and (one.plural or _is_plural(w, one.first) or colon) else None
            if shared and not sighting.before and _lists(w, one, two):
                _give(sighting, shared)
        elif shared and not sighting.before and all(word in _LIST for word in w.folded[one.end : two.first]):
            _give(sighting, shared)


_LIST = frozenset((",", "và", ";", "cùng", "với"))


def _lists(w: Words, office: Office, name: Name) -> bool:
    """Whether a list begins between a title and a name: "các ngôi sao bóng đá nổi tiếng như", "các Bộ trưởng:"."""
    gap = w.folded[office.end : name.first]
    return 0 < len(gap) <= _GAP_LONGEST and gap[-1] in ("như", "gồm", "là", ":")


def _give(sighting: Sighting, office: Office) -> None:
    sighting.before = [office]
    sighting.plural = True
    sighting.cue = "list"
