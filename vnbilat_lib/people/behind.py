"""The name right behind a title: whether it is a person's, and where it begins and ends."""

from __future__ import annotations

from vnbilat_lib.people.links import is_plural
from vnbilat_lib.people.names import FOREIGN, Name, find_name, is_native
from vnbilat_lib.people.titles import Office, read_office
from vnbilat_lib.people.words import CAPITAL, INITIAL, NUMBER, SMALL, UPPER, Words


def name_behind(w: Words, office: Office, at: int, end: int) -> Name | None:
    """The name right behind a title; a single word will do there."""
    if not w.is_near(at):
        return None
    if w.kinds[at] not in UPPER:
        return None if office.row.kind == "honorific" else _particle_name(w, at, end)
    honorific = office.row.kind == "honorific"
    if _is_other_title(w, at, end) or (not honorific and _is_other(w, office, at)):
        return None
    if honorific and (_is_half(w, at, end) or _is_middle(w, office)):
        return None
    name = find_name(w, at, end)
    if name is None or (not honorific and (is_district(w, name) or (name.end - at == 1 and _is_regime(w, office, at)))):
        return None
    place = w.places.get(at)
    if place and not honorific and name.end <= place[0]:
        return None
    suffix = w.has(at + 1, "suffix") if at + 1 < end else False
    if (
        honorific
        and not suffix
        and name.origin == FOREIGN
        and name.end - at > 2
        and w.kinds[at + 1] in UPPER
        and w.folded[at] in w.singles
    ):
        return Name(at, at + 1, FOREIGN, 1)  # "con gái ông Trump Ivanka Trump"
    return name if honorific or _fits(w, office, name, end) else None


def is_district(w: Words, name: Name) -> bool:
    """Whether a letter stands for a kind of place: "Trung tâm y tế H.Đăk Hà", "Q.Bình Thủy"."""
    at = name.first
    glued = w.kinds[at] == INITIAL and at + 3 < name.end and w.words[at + 1] == "." and w.after[at + 2]
    rest = range(at + 2, name.end)
    return glued and all(w.kinds[k] == CAPITAL for k in rest) and any(is_native(w.folded[k]) for k in rest)


def _is_half(w: Words, at: int, end: int) -> bool:
    """Whether the capital begins a common word: "Anh em Hồi giáo", "bầu Hạ viện", "các đồng chí Phó đoàn"."""
    if at + 1 >= end or w.kinds[at + 1] != SMALL:
        return False
    body, title = w.body(at), w.title(at)
    return w.has(at, "compound") or (body is not None and body[0] > at + 1) or (title is not None and title[1].kind == "modifier")


def _is_middle(w: Words, office: Office) -> bool:
    """Whether the honorific is a name's own word: "thô bạo với Anh Hùng"."""
    at = office.head
    return office.row.title == "anh" and w.kinds[at] == CAPITAL and at > 0 and w.kinds[at - 1] == SMALL and w.is_next(at)


def _is_regime(w: Words, office: Office, at: int) -> bool:
    """Whether the name is the government's: "một số quan chức chính phủ Trump"."""
    return any(k >= office.head_end and w.kinds[k] == SMALL and w.stop(k, "regime") == at for k in range(at - 3, at))


def _particle_name(w: Words, at: int, end: int) -> Name | None:
    """A name that begins with a particle: "al-Baghdadi"."""
    past = w.stop(at, "particle")
    if past == at or past + 1 >= end or not (w.words[past] == "-" or w.kinds[past] in UPPER):
        return None
    rest = find_name(w, past + (w.words[past] == "-"), end)
    return Name(at, rest.end, rest.origin, rest.strength) if rest and rest.origin == FOREIGN else None


def _is_other_title(w: Words, at: int, end: int) -> bool:
    """Whether another title stands at word `at`, and not a surname that is a title's word too."""
    title = w.title(at)
    if title is None:
        return False
    office = read_office(w, at, end)
    if w.kinds[at] == CAPITAL and office and office.modifiers and office.row.kind == "office":
        return True
    surname = title[0] == at + 1 and w.is_surname(at) and at + 1 < end and w.kinds[at + 1] in UPPER
    surname = surname and not (title[1].kind == "honorific" and w.is_common(at + 1))  # "... Hà Nội Ông Phạm Xuân Khuê"
    return title[1].kind != "modifier" and not surname and title[0] > at


def _is_other(w: Words, office: Office, at: int) -> bool:
    """Whether an agency or institution stands behind the title."""
    body = w.body(at)
    if office.row.kind not in ("rank", "degree") and (w.has(at, "agency") or (body and body[0] - at > 1)):
        return True
    return body is not None and body[1].kind in ("body", "international", "firm", "school")


def _fits(w: Words, office: Office, name: Name, end: int) -> bool:
    """Whether a name suits the title before it: no crowd's word before a doubtful one, no firm behind its director's title."""
    at, single = name.first, name.end - name.first == 1
    if single and office.row.rank >= 3 and is_plural(w, office.first) and not _is_listed(w, name.end, end):
        return False  # "các lãnh đạo chi nhánh của tập đoàn Odebrecht"
    alone = office.bare or not office.of_state
    if single and office.row.definite == "mass" and office.bare and name.origin == FOREIGN:
        return False  # "đại diện Uzan cho biết"
    if office.row.definite == "mass" and name.strength < 3 and alone and not _is_told_of(w, name, end):
        return False  # "công nhân Ba Son", "đại diện Công ty TNHH Nam Triệu"
    if single and office.row.rank == 5 and office.row.scope in ("body", "office") and w.folded[at] not in w.finals:
        return False  # "Tổng giám đốc Vinacomin"
    word = single and name.origin != FOREIGN and name.end < end and w.kinds[name.end] == SMALL
    if word and w.folded[at] not in w.finals and not (w.has(name.end, "end") or w.has(name.end, "speech")):
        return False  # "Nữ hoàng Hoa hồng"
    return not single or w.kinds[at] == CAPITAL


def _is_listed(w: Words, at: int, end: int) -> bool:
    """Whether a list goes on at word `at`: "các bộ trưởng Nghĩa, Tuấn"."""
    return at < end and (w.words[at] == "," or w.has(at, "and"))


def _is_told_of(w: Words, name: Name, end: int) -> bool:
    """Whether an age or a speech is told of a doubtful name, or it has a surname and three words."""
    past = name.end
    if w.is_surname(name.first) and past - name.first >= 3:
        return True
    if past < end and w.words[past] in (",", "("):
        return past + 1 < end and w.kinds[past + 1] == NUMBER
    return past < end and w.has(past, "speech")
