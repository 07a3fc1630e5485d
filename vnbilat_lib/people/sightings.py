"""One sentence: which title is whose."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from vnbilat_lib import lexicon
from vnbilat_lib.match import fold
from vnbilat_lib.people.elements import Element, find_elements, gap
from vnbilat_lib.people.names import FOREIGN, Name, find_name
from vnbilat_lib.people.titles import Office, read_body
from vnbilat_lib.people.words import MARK, NUMBER, SMALL, UPPER, Words

_FAR = 4  # words between a title and the list of its holders
_LONGEST_TAIL = 14
_LOWLY = frozenset(("honorific", "degree", "rank", "kin", "status"))
_INSTITUTIONS = frozenset(("head", "firm", "school", "body", "international"))


@dataclass(slots=True)
class Sighting:
    """A name as it stands in a sentence, with the titles before and behind it; or a title without a name; or a pronoun.

    Words first..end hold title and name. `cue` names what speaks for a person: "title", "honorific", "kin" (a word of kinship or
    status), "after" (a title behind), "speech", "age", "list", "shared" ("tên là"), "shape". `place`: of an office named for
    several places, this one's. `spelling_of`: another spelling in brackets behind the name.
    """

    sentence: int
    name: Name | None = None
    before: list[Office] = field(default_factory=list)
    behind: list[Office] = field(default_factory=list)
    cue: str = ""
    first: int = 0
    end: int = 0
    plural: bool = False
    place: tuple[int, int] | None = None
    pronoun: str = ""
    spelling_of: Sighting | None = None

    @property
    def offices(self) -> list[Office]:
        """The titles before and behind."""
        return [*self.before, *self.behind]

    @property
    def named(self) -> Name:
        """The name, where there is one."""
        assert self.name is not None
        return self.name


def find_sightings(w: Words, number: int) -> list[Sighting]:
    """The persons of sentence `number`, by name, title or pronoun, in their order."""
    first, end = w.bounds[number]
    elements = find_elements(w, first, end)
    if not elements:
        return []
    used: set[int] = set()
    found = [_read_named(w, number, elements, k, used) for k, e in enumerate(elements) if isinstance(e, Name)]
    named = {id(s.name): s for s in found}
    for k, element in enumerate(elements):
        if isinstance(element, Office) and k not in used:
            found += _read_unnamed(w, number, element, end)
    shared = _share_titles(w, elements, named)
    found = sorted((s for s in found if s.name or s.first not in shared), key=lambda s: s.first)
    _join_spellings(w, [s for s in found if s.name])
    return found


def _read_named(w: Words, number: int, elements: list[Element], k: int, used: set[int]) -> Sighting:
    """A name with the titles before it (a chain) and behind it."""
    name, end = elements[k], w.bounds[number][1]
    assert isinstance(name, Name)
    sighting = Sighting(number, name, first=name.first, end=name.end)
    _read_before(w, sighting, elements, k, used)
    _read_behind(w, sighting, elements, k, used)
    sighting.cue = _cue(w, sighting, end)
    return sighting


# ---- titles before the name


def _read_before(w: Words, sighting: Sighting, elements: list[Element], k: int, used: set[int]) -> None:
    """The chain of titles that ends in the name: "Ủy viên Bộ Chính trị, Bộ trưởng Bộ Công an Tô Lâm"."""
    link, end = elements[k], w.bounds[sighting.sentence][1]
    for at in range(k - 1, -1, -1):
        office = elements[at]
        if at in used or not isinstance(office, Office):
            return
        lowly = isinstance(link, Name) or link.row.kind in _LOWLY
        if lowly and gap(w, office, link) not in ("", ",", "-", ":") and w.words[link.first - 1] == ",":
            reached = _reach(w, office, end)
            office = reached if reached.end == link.first - 1 else office
        if not _leads(w, office, link, end):
            return
        if (
            isinstance(link, Name)
            and gap(w, office, link) == ","
            and (_is_taken(w, elements, at) or _is_relative(w, elements, at))
        ):
            return
        sighting.before.insert(0, office)
        sighting.first = office.first
        used.add(at)
        link = office


def _is_taken(w: Words, elements: list[Element], at: int) -> bool:
    """Whether a title stands behind another name: "ông Cường - Phó phòng khoáng sản, Cao Ngọc Cương - Chuyên viên"."""
    before = elements[at - 1] if at else None
    apart = before is not None and before.end <= elements[at].first
    return apart and isinstance(before, Name) and _is_apposition(gap(w, before, elements[at]))


def _is_relative(w: Words, elements: list[Element], at: int) -> bool:
    """Whether the title is that of a relative: "con gái út của Tổng thống Mỹ, Tiffany Trump, nói"."""
    before = elements[at - 1] if at else None
    if not isinstance(before, Office) or before.row.kind != "kin":
        return False
    return any(w.has(k, "of") for k in range(before.end, elements[at].first))


def _leads(w: Words, office: Office, link: Element, end: int) -> bool:
    """Whether a title belongs to the name or title behind it."""
    between = gap(w, office, link)
    if between in _phrases("named") and (isinstance(link, Name) or link.row.kind == "honorific"):
        return office.row.kind == "office" and not _is_plural(w, office.first)  # "Ngoại trưởng Mỹ khi đó là bà ..."
    if isinstance(link, Name):
        return between == "" or _introduces(w, office, link, between, end)
    if link.row.kind in _LOWLY:  # "Bộ trưởng Bộ Công an, Thượng tướng Tô Lâm"
        if office.row.kind == "honorific" or between not in ("", "-", ",", ":"):
            return False
        return between == "" or (
            office.is_role
            and not (between == "," and _is_plural(w, office.first))
            and (between == "-" or link.row.kind != "honorific" or _stands_by(w, office, link, end))
        )
    if office.row.kind in ("honorific", "degree", "rank"):
        return between == ""
    if office.row.kind != "office" or link.row.kind != "office" or _is_repeated(office, link):
        return False
    listed = between == "," and _is_plural(w, office.first)
    return _is_chain(between) and not _conflict(office, link) and not listed


def _is_repeated(one: Office, two: Office) -> bool:
    """Whether no one holds both titles: "báo cáo Thủ tướng Chính phủ, Thủ tướng ...", "gửi Giám đốc FBI, Tổng thống ..."."""
    if two.rank != 1:
        return False
    if one.rank == 1:
        alike = one.row.title.split()[0] == two.row.title.split()[0]
        return alike or "abroad" in (one.row.definite, two.row.definite)
    return one.rank >= 4 and two.of_state


def _introduces(w: Words, office: Office, name: Name, between: str, end: int) -> bool:
    """Whether a function introduces the name behind a comma: "chuyên gia về Trung Đông, Noha Aboueldahab nhận định"."""
    if between not in (",", "-", ":") or not office.is_role or name.strength < 2:
        return False
    past = name.end
    closed = name.origin == FOREIGN and past < end and w.words[past] == ","
    if office.row.rank < 4 and between != "-" and not closed:
        return False
    if office.bare and between != "-" and office.row.sector != "business":
        return False
    return past >= end or w.kinds[past] == MARK or w.has(past, "speech")


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


def _is_chain(between: str) -> bool:
    """Whether the words between two titles string them: ",", "kiêm", ", đồng thời là"."""
    return between in (",", "-", "/") or _is_listed(between, "chain")


def _is_apposition(between: str) -> bool:
    """Whether the words between a name and a title put the title beside the name: ",", "- một", ", nguyên là"."""
    mark, _, rest = between.partition(" ")
    return between == "" or (mark in (",", "-", "(", "/") and (not rest or _is_listed(rest, "apposition")))


def _is_listed(between: str, kind: str) -> bool:
    """Whether the words, a comma before them aside, are a stop of `kind`."""
    return bool(between) and between.removeprefix(", ") in _phrases(kind)


@cache
def _phrases(kind: str) -> frozenset[str]:
    """The stops of `kind` in their comparison form."""
    return frozenset(fold(row.word) for row in lexicon.name_stops() if row.kind == kind)


def _conflict(one: Office, two: Office) -> bool:
    """Whether two titles name different countries."""
    a = {p[2].country for p in one.places if p[2].country}
    b = {p[2].country for p in two.places if p[2].country}
    return bool(a and b and not a & b)


# ---- titles behind the name


def _read_behind(w: Words, sighting: Sighting, elements: list[Element], k: int, used: set[int]) -> None:
    """The titles in apposition behind the name: "ông Đoàn Duy Khương, Phó Chủ tịch VCCI nhận định"."""
    link, end = elements[k], w.bounds[sighting.sentence][1]
    for at in range(k + 1, len(elements)):
        office = elements[at]
        if at in used or not isinstance(office, Office) or not office.is_role or office.row.kind == "counterpart":
            break
        if not _follows(w, sighting, elements, link, at, end):
            break
        past = _is_listed(gap(w, link, office), "past")
        office = replace(_extend(w, _reach(w, office, end), end), past=past)
        sighting.behind.append(office)
        used.add(at)
        link = office
    if not sighting.behind:
        _read_institution(w, sighting, end)


def _follows(w: Words, sighting: Sighting, elements: list[Element], link: Element, at: int, end: int) -> bool:
    """Whether the title at element `at` is in apposition to the name or title before it."""
    office = elements[at]
    assert isinstance(office, Office)
    if (office.plural and office.row.kind == "function") or _heads_name(w, elements, at, end):
        return False
    between = gap(w, link, office)
    held = any(o.is_role for o in sighting.before)
    if isinstance(link, Office):
        fits = _may_end(w, office, end, held=held) or not (office.bare or _rules_alone(link) or _rules_alone(office))
        return _is_chain(between) and not _conflict(link, office) and fits
    if between in _phrases("copula") or between in _phrases("past") or between == "":
        return not held or (office.row.kind == "office" and not any(o.row.kind == "office" for o in sighting.before))
    if between in ("(", "-", "/"):
        return True
    return _is_apposition(between) and _may_end(w, office, end, held=held)


def _rules_alone(office: Office) -> bool:
    """Whether the office is a head of state's or government's, behind which a comma rather ends the apposition."""
    return office.rank == 1 and office.row.sector == "government"


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


def _may_end(w: Words, office: Office, end: int, *, held: bool) -> bool:
    """Whether what stands behind a title after a comma lets it be an apposition, and not the next clause's subject."""
    past = office.end
    if past >= end or w.words[past] in (",", ".", ")", ";", '"', "-", ":", "…"):
        return True
    if held:
        return False
    if office.row.kind == "function" or not office.definite:
        ends = (w.has(past, "end") and not _links(w, past)) or w.has(past, "speech")
        return not (ends and office.bare)
    state = office.row.rank <= 3 and office.of_state
    if not state and w.kinds[past] == SMALL and _reach(w, office, end) is not office:
        return True
    return not (office.bare or state)


def _links(w: Words, at: int) -> bool:
    """Whether a word goes on with what a function is about: "chuyên gia của", "đại diện cho"."""
    return any(w.has(at, kind) for kind in ("of", "about", "at", "for"))


def _reach(w: Words, office: Office, end: int) -> Office:
    """The title with words that no list knows up to the next mark: "Phó Chủ tịch điều hành bộ phận quan hệ công chúng, ..."."""
    at = office.end
    if at >= end or w.kinds[at] != SMALL:
        return office
    while at < end and at - office.end < _LONGEST_TAIL and w.kinds[at] != MARK:
        if (w.has(at, "end") and not w.body(at) and not _links(w, at)) or w.has(at, "speech") or w.title(at):
            return office
        at += 1
    if at < end and w.words[at] in (",", ".", ")", ";"):
        return replace(office, end=at, role_end=at, body_kind=office.body_kind or "part")
    return office


def _extend(w: Words, office: Office, end: int) -> Office:
    """The title with the institution above behind a comma: "Trưởng bộ môn Nghiên cứu thị trường, Viện Cây ăn quả miền Nam"."""
    while office.end + 1 < end and w.words[office.end] == ",":
        at = office.end + 1
        if w.has(at, "of") and at + 1 < end:
            at += 1
        body = w.body(at) if w.kinds[at] in UPPER else None
        if not body or body[1].kind not in _INSTITUTIONS or w.title(at):
            break
        above = read_body(w, at, end, office.row)
        if above.end < end and w.kinds[above.end] != MARK and not w.has(above.end, "speech"):
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


def _read_institution(w: Words, sighting: Sighting, end: int) -> None:
    """An institution apart from its title: "Giáo sư Alexander Vuving (Trung tâm Nghiên cứu ...)"."""
    at = sighting.end + 1
    titled = [o for o in sighting.before if o.row.kind in ("degree", "function") and o.bare]
    if not titled or at >= end or any(o.row.kind == "office" for o in sighting.before):
        return
    comma = w.words[at - 1] == ","
    if not comma and w.words[at - 1] != "(" and not w.has(at - 1, "of") and not w.has(at - 1, "at"):
        return
    body = w.body(at) if w.kinds[at] in UPPER else None
    if not body or body[1].kind not in ("head", "firm", "school", "body"):
        return
    whole = _extend(w, read_body(w, at, end, titled[-1].row), end)
    if comma and whole.end < end and w.words[whole.end] not in ",.;:":
        return
    sighting.behind.append(replace(whole, prefix=(titled[-1].first, titled[-1].role_end)))


# ---- what speaks for a person


def _cue(w: Words, sighting: Sighting, end: int) -> str:
    """What speaks for a person."""
    name = sighting.named
    kinds = {o.row.kind for o in sighting.before}
    if kinds & {"office", "function", "rank", "counterpart", "degree"}:
        return "title"
    if kinds:
        return "honorific" if "honorific" in kinds else "kin"
    if sighting.behind:
        return "after"
    if name.first and w.stop(name.first - 1, "shared") == name.first:
        return "shared"
    if _is_kin(w, name, end):
        return "kin"
    past = name.end + (name.end + 1 < end and w.words[name.end] == ",")
    if past < end and w.has(past, "speech"):
        return "speech"
    return "age" if _is_aged(w, name.end, past, end) else "shape"


def _is_kin(w: Words, name: Name, end: int) -> bool:
    """Whether a word of kinship or status stands behind the name: "Otto Warmbier là sinh viên Mỹ"."""
    at = name.end + 1
    if at >= end or (w.words[name.end] not in (",", "(", "-") and not w.has(name.end, "apposition")):
        return False
    if w.has(at, "apposition") and at + 1 < end:
        at = w.stop(at, "apposition")
    title = w.title(at) if at < end else None
    return title is not None and title[1].kind in ("kin", "status", "degree")


def _is_aged(w: Words, behind: int, past: int, end: int) -> bool:
    """Whether an age, the years of a life or a home stands behind the name: ", 33 tuổi", "(1913 - 2006)", ", trú tại"."""
    if past + 1 < end and w.kinds[past] == NUMBER and w.has(past + 1, "age"):
        return True
    if past < end and w.has(past, "residence"):
        return True
    bracket = behind + 1 < end and w.words[behind] == "("
    return bracket and (w.kinds[behind + 1] == NUMBER or w.has(behind + 1, "residence"))


# ---- titles without a name


def _is_plural(w: Words, at: int) -> bool:
    """Whether a word of number stands before word `at`: "các", "nhiều"."""
    return any(w.stop(b, "plural") == at for b in (at - 1, at - 2) if b >= 0)


def _read_unnamed(w: Words, number: int, office: Office, end: int) -> list[Sighting]:
    """A title without a name; `plural` where it points to nobody definite; one sighting each for a list of places."""
    if office.row.kind == "honorific":
        pronoun = office.row.definite in ("male", "female") and office.end == office.first + 1
        return [Sighting(number, pronoun=office.row.definite, first=office.first, end=office.end)] if pronoun else []
    places = _listed_places(w, office, end)
    if len(places) > 1:
        return [Sighting(number, before=[office], cue="title", first=a, end=b, place=(a, b)) for a, b in places]
    plural = office.plural or _is_plural(w, office.first)
    return [Sighting(number, before=[office], cue="title", first=office.first, end=office.end, plural=plural)]


def _listed_places(w: Words, office: Office, end: int) -> list[tuple[int, int]]:
    """The places that one office is named for: "Bí thư Tỉnh ủy các tỉnh: Hà Giang, Lào Cai"."""
    if office.row.kind != "office" or not (office.definite or office.row.rank <= 3):
        return []
    found: list[tuple[int, int]] = []
    at = office.role_end
    if office.places:
        first, past, _ = office.places[0]
        if past != at:
            return []
        found.append((first, past))
        plural = any(w.has(k, "several") for k in range(office.first, first)) or _is_plural(w, office.first)
    else:
        plural = w.has(at - 2, "several") and w.body(at - 1) is not None
        at += plural and at < end and w.words[at] == ":"
    places, joined = _places_behind(w, at, end, begun=bool(found))
    found += places
    return found if plural or (joined and len(found) > 2) else []


def _places_behind(w: Words, at: int, end: int, *, begun: bool) -> tuple[list[tuple[int, int]], bool]:
    """The places in a list from word `at` on, and whether "và" joins the last."""
    found: list[tuple[int, int]] = []
    joined = False
    while at < end:
        if found or begun:
            joined = joined or w.has(at, "and")
            if w.words[at] != "," and not w.has(at, "and"):
                break
            at += 1
        place = w.places.get(at)
        if not place or place[1].kind not in ("country", "region", "city", "short"):
            break
        found.append((at, place[0]))
        at = place[0]
    return found, joined


# ---- lists and second spellings


def _share_titles(w: Words, elements: list[Element], named: dict[int, Sighting]) -> set[int]:
    """Gives a title in the plural to each name of the list behind it: "các Bộ trưởng: A, B và C", "các ngôi sao như A, B".

    Returns the first words of the titles that were given.
    """
    given: set[int] = set()
    shared: Office | None = None
    for one, two in pairwise(elements):
        if not isinstance(two, Name):
            shared = None
            continue
        sighting = named[id(two)]
        if isinstance(one, Office):
            colon = one.end < len(w) and w.words[one.end] == ":" and one.row.kind == "office"
            shared = one if one.is_role and (one.plural or _is_plural(w, one.first) or colon) else None
            if shared and not sighting.before and _begins_list(w, one, two):
                given.add(shared.first)
                _give(sighting, shared)
        elif shared and not sighting.before and _goes_on(w, one, two):
            _give(sighting, shared)
    return given


def _begins_list(w: Words, office: Office, name: Name) -> bool:
    """Whether a list begins between a title and a name: "các ngôi sao bóng đá nổi tiếng như", "các Bộ trưởng:"."""
    at = name.first - 1
    return 0 < name.first - office.end <= _FAR and (w.words[at] == ":" or w.has(at, "list"))


def _goes_on(w: Words, one: Name, two: Name) -> bool:
    """Whether only commas and "và" stand between two names."""
    return all(w.words[k] in (",", ";") or w.has(k, "and") for k in range(one.end, two.first))


def _give(sighting: Sighting, office: Office) -> None:
    sighting.before = [office]
    sighting.plural = True
    sighting.cue = "list"


def _join_spellings(w: Words, named: list[Sighting]) -> None:
    """A second spelling in brackets is the same person: "Đô-nan Trăm (Donald Trump)"."""
    for one, two in pairwise(named):
        at, past = one.named.end, two.named.end
        if two.named.first == at + 1 and w.words[at] == "(" and past < len(w) and w.words[past] == ")":
            two.spelling_of = one
            two.cue = one.cue if two.cue == "shape" else two.cue
            one.cue = two.cue if one.cue == "shape" else one.cue
