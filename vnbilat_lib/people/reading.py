"""Reading what stands behind a title's head, word by word: how far it reaches, and where a person's name begins instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from vnbilat_lib.doc import Place
from vnbilat_lib.lexicon import Title
from vnbilat_lib.people.names import FOREIGN, VIETNAMESE, Name, find_name, is_syllable
from vnbilat_lib.people.words import CAPITAL, CAPITALS, INITIAL, NUMBER, SMALL, UPPER, Words

PlaceAt = tuple[int, int, Place]

_LONGEST = 34  # words of a complement
_FIRM_NAME = 5
_LONGEST_QUOTE = 10
_OWN_NAME = 3  # words of a village's or district's name
TITLES = frozenset(("office", "honorific", "counterpart", "rank"))
LINKS = ("of", "about", "at", "and", "for", "people", "several", "ordinal")


@dataclass(frozen=True, slots=True)
class Complement:
    """A complement as read: the role's text ends at `end`, a name may begin at `reach`.

    `places` are the places that say whose office it is, `bodies` the countries of the institutions named ("" for international
    ones), `kind` the kind of the first institution's word; `inner` is where an office inside begins ("trợ lý của Tổng thống").
    """

    end: int
    reach: int
    places: tuple[PlaceAt, ...] = ()
    bodies: tuple[str, ...] = ()
    kind: str = ""
    inner: int = -1


class Reading:
    """A complement being read: `good` is how far it surely reaches, `at` how far it may."""

    __slots__ = (
        "at", "bodies", "end", "firm", "good", "head_end", "inner", "kind", "nested", "open", "own", "passing", "places", "row",
        "start", "topic", "unknown", "w",
    )  # fmt: skip

    def __init__(self, w: Words, at: int, end: int, row: Title, nested: Callable[[Words, int, int], Complement | None]) -> None:
        self.w, self.at, self.end, self.row = w, at, min(end, at + _LONGEST), row
        self.start = self.good = at
        self.nested = nested
        self.places: list[PlaceAt] = []
        self.bodies: list[str] = []
        self.kind = ""
        self.open = row.scope == "ministry"  # words of an institution's name may follow
        self.firm = False  # a firm's own name must follow
        self.own = False  # ... which may be a person's: "Trường THPT Lê Quý Đôn"
        self.head_end = -1  # where a head of an institution's name ended
        self.inner = -1  # where an office inside begins
        self.topic = False  # what follows is what the office is about: "đặc sứ về vấn đề Triều Tiên"
        self.passing = False  # words that are no part of the role stand before the name: an age, "khi đó"
        self.unknown = 0

    @property
    def embeds(self) -> bool:
        """Whether an office may stand inside: "Trợ lý Bộ trưởng Ngoại giao"."""
        return self.row.scope == "office"

    @property
    def institutional(self) -> bool:
        """Whether an institution may follow."""
        return self.row.scope in ("body", "office")

    @property
    def behind_place(self) -> bool:
        """Whether a place ends right before the word read."""
        return bool(self.places) and self.places[-1][1] == self.at

    def take(self, past: int) -> bool:
        """The words up to `past` belong to the complement."""
        self.at = self.good = past
        self.unknown = 0
        return True

    def go(self, past: int) -> bool:
        """The words up to `past` belong to it if what follows does."""
        self.at = past
        return True

    # ---- what a word is

    def is_title(self, at: int) -> bool:
        """Whether another title begins at word `at`."""
        title = self.w.title(at)
        if title and title[1].kind == "modifier" and title[0] < self.end:
            title = self.w.title(title[0])
            return title is not None and title[1].kind == "office"
        return title is not None and title[1].kind in TITLES and not self.firm

    def is_surname(self, at: int) -> bool:
        """Whether the one-word place here is rather a surname: "Hà Văn An"."""
        name = find_name(self.w, at, self.end)
        return name is not None and name.origin == VIETNAMESE and name.strength == 3

    def is_common_noun(self, at: int) -> bool:
        """Whether the capital begins a common noun ("Nhân lực") or an abbreviation, not a name."""
        w, following = self.w, at + 1
        if w.kinds[at] == CAPITALS:
            return True
        if following >= self.end or w.kinds[following] != SMALL or not w.is_next(following):
            return False
        return not w.has(following, "end") and not w.has(following, "speech")

    def is_link(self, at: int) -> bool:
        """Whether a linking word stands at word `at`."""
        return any(self.w.has(at, kind) for kind in LINKS)

    def is_told_of(self, at: int) -> bool:
        """Whether a verb stands at word `at`."""
        return at < self.end and (self.w.has(at, "speech") or self.w.has(at, "end"))

    # ---- persons

    def is_person(self, at: int) -> bool:
        """Whether a person's name begins at word `at`, and not a word of the institution's name."""
        w = self.w
        name = find_name(w, at, self.end)
        if name is None:
            return False
        if self.unknown and (w.stop(at - 1, "place") == at or (w.stop(at - 1, "thing") == at and name.strength < 3)):
            return False  # "các nước ven sông Mekong"
        if self.firm and self.own:
            return False  # a school's name may be a person's
        if name.origin == VIETNAMESE and w.is_surname(at):
            sure = name.strength == 3 and w.is_common(at)
            return sure and self.is_told_of(name.end) if self.firm else name.strength >= 2
        if self.firm:
            return False
        return self.is_single(name) if name.end - at == 1 else self.is_several(name)

    def is_single(self, name: Name) -> bool:
        """Whether one word that is no surname is a person: "Thống đốc Pontavchenko", "Bộ trưởng Nghĩa nói"."""
        w, at, past = self.w, name.first, name.end
        if (past < self.end and w.words[past] == "-") or (w.kinds[at] == CAPITALS and name.origin == FOREIGN):
            return False
        known = w.folded[at] in w.finals
        if self.head_end == at and name.origin == FOREIGN:
            return False  # "nhà nghiên cứu tại Viện Cato"
        tells = past < self.end and w.has(past, "speech")
        if self.is_second(at) and not tells:
            return False
        if self.kind in ("firm", "school") and w.kinds[at - 1] == CAPITAL and not tells:
            return False  # "lãnh đạo Công ty Truyền hình cáp Sông Thu năm 2016"
        if w.kinds[at] == CAPITAL and is_syllable(w.folded[at]) and self.is_common_noun(at):
            return False  # "Viện Quan hệ quốc tế"
        if not known and self.row.rank == 5 and self.institutional:
            return False  # "Tổng giám đốc Vinacomin"
        if not known and self.kind and self.row.rank == 5 and not self.is_told_of(past):
            return False  # "giảng viên Chương trình Fulbright"
        if name.origin == FOREIGN:
            return True
        if known and not w.body(at):
            return past >= self.end or (w.kinds[past] not in UPPER and self.is_told_of(past))
        return not self.open and not self.is_common_noun(at) and w.kinds[at] == CAPITAL

    def is_second(self, at: int) -> bool:
        """Whether the capital goes on with the word before it: "Đại học George Mason", "Công ty du lịch Hải Nam"."""
        w = self.w
        if at - 1 <= self.start or w.kinds[at - 1] != CAPITAL or at - 1 in w.places or w.body(at - 1) or self.behind_place:
            return False
        before = find_name(w, at - 1, self.end)
        return before is not None and before.end > at and self.row.rank == 5

    def is_several(self, name: Name) -> bool:
        """Whether several words that no surname begins are a person."""
        w, at = self.w, name.first
        if w.kinds[at] == CAPITALS and name.origin == FOREIGN:
            return all(len(word) > 3 for word in w.words[at : name.end])
        if self.head_end == at and name.origin == FOREIGN and name.end - at > 2 and w.kinds[at + 2] in UPPER:
            return False  # "Chủ tịch Quỹ Harbinger Phil Falcone"
        own = self.kind == "school" and w.kinds[at - 1] == CAPITAL and w.body(at - 1) is None and w.places.get(at - 1) is None
        if own and self.row.scope == "field" and not self.is_told_of(name.end):
            return False  # "bác sĩ tại Bệnh viện Ewha Women Mokdong"
        return name.origin == FOREIGN or (not self.open and not self.is_common_noun(at) and w.kinds[at] == CAPITAL)

    def take_own_name(self, at: int) -> bool:
        """Takes a village's or district's own name up to a person's."""
        w, past = self.w, at
        while past < self.end and past - at < _OWN_NAME and w.kinds[past] == CAPITAL and past not in w.places:
            name = find_name(w, past, self.end)
            if name and w.is_surname(past) and (name.strength == 3 or (past > at and name.strength == 2)):
                break
            past += 1
        self.open = True
        return self.take(past) if past > at else self.go(past)

    def squad(self) -> bool:
        """Takes a letter with a number glued to it: "đội tuyển U20", "nhóm G7"."""
        w, at = self.w, self.at
        past = at + 1
        if w.kinds[at] == INITIAL and past < self.end and w.words[past] == "." and w.after[past]:
            past += 1  # "U.23"
        numbered = w.kinds[at] == INITIAL and past < self.end and w.kinds[past] == NUMBER and w.after[past]
        return numbered and self.open and self.take(past + 1)

    def quote(self) -> bool:
        """Takes a name in quotes: 'Hiệp hội "Trung tâm ảnh"'."""
        w, past = self.w, self.at + 1
        while past < self.end and past - self.at < _LONGEST_QUOTE and w.words[past] != '"':
            past += 1
        return past < self.end and w.words[past] == '"' and self.take(past + 1)

    def firm_run(self) -> int:
        """Past a firm's own name that shows by its last word ("Thăng Long Group"); the same place where none begins."""
        w, past = self.w, self.at
        while past < self.end and w.kinds[past] in UPPER and past - self.at < _FIRM_NAME:
            past += 1
            surname = w.is_surname(past - 1) and past < self.end and w.kinds[past] == CAPITAL  # "Hàn Quốc Park Soo-hyun"
            if w.has(past - 1, "org") and past - self.at > 1 and not surname:
                return past
        return self.at

    def is_person_behind(self, at: int) -> bool:
        """Whether a sure name begins right behind a doubtful one."""
        w = self.w
        if at >= self.end or w.kinds[at] not in UPPER or not w.is_next(at) or not w.is_surname(at):
            return False
        name = find_name(w, at, self.end)
        return name is not None and name.origin == VIETNAMESE and name.end - at >= 3
