"""The grammar of titles: modifiers, head, complement ("nguyên Phó Chủ nhiệm Văn phòng Quốc hội"), with the country in it."""

from __future__ import annotations

from dataclasses import dataclass

from vnbilat_lib.doc import Place
from vnbilat_lib.lexicon import Title
from vnbilat_lib.people.names import FOREIGN, VIETNAMESE, find_name, is_syllable
from vnbilat_lib.people.words import CAPITAL, CAPITALS, INITIAL, NUMBER, SMALL, UPPER, Words, lists

_LONGEST = 34  # words of a complement
_LONGEST_BRACKET = 9
_UNKNOWN = 4  # small-letter words in a row that no list knows
_NATIONAL = frozenset(("country", "short", "region", "city", "bloc"))
_NO_OFFICE = frozenset(("honorific", "kin", "status", "degree", "rank"))
_UNITS = frozenset(("tỉnh", "thành phố", "TP", "TP.", "phố", "bản", "bang", "huyện", "quận", "phường", "xã", "thị xã", "thị trấn", "thôn", "ấp"))
_WHOLE_UNITS = frozenset(("tỉnh", "thành phố", "nước chủ nhà", "chủ nhà", "nước sở tại"))
_EMBEDDING = frozenset(("trợ", "người", "phát", "đặc", "thư", "cố", "đại", "chánh", "phu", "văn", "tham", "thành", "phái", "quan"))


@dataclass(frozen=True, slots=True)
class Office:
    """A title as it stands in the text.

    Words first..end hold modifiers, head and complement; `role_end` is where the role's own text ends (a country in
    brackets behind it is left out). `places` are the places in the complement, `bodies` the countries of institutions named in it ("" for
    international ones); `plural`: "các Bộ trưởng". `inner`: an office inside ("trợ lý của Tổng thống").
    """

    first: int
    head: int
    head_end: int
    end: int
    role_end: int
    row: Title
    modifiers: tuple[str, ...]
    places: tuple[tuple[int, int, Place], ...] = ()
    bodies: tuple[str, ...] = ()
    body_kind: str = ""
    plural: bool = False
    inner: Office | None = None
    prefix: tuple[int, int] | None = None  # a title apart from its institution: "Giáo sư A (Trung tâm B)"

    @property
    def is_role(self) -> bool:
        """Whether it names an office or function."""
        return self.row.kind in ("office", "function", "counterpart") or (self.row.kind == "degree" and bool(self.body_kind))

    @property
    def definite(self) -> bool:
        """Whether it points to one holder also without a name."""
        return self.row.definite in ("home", "abroad")

    @property
    def bare(self) -> bool:
        """Whether it has no complement."""
        return self.role_end <= self.head_end and not self.places


def _holds_body(w: Words, at: int, row: Title) -> bool:
    """Whether the title's own words end with an institution's: "Chủ tịch Hiệp hội"."""
    first = at - len(row.title.split())
    return row.scope == "body" and any(w.body(k) is not None for k in range(max(first + 1, 0), at))


class _Reader:
    """Reads one complement from left to right; `good` is how far it surely reaches."""

    __slots__ = ("at", "bodies", "body_kind", "aged", "end", "firm", "good", "head_behind", "inner", "open", "places", "row", "skipped", "start", "topic", "unit", "unknown", "w")

    def __init__(self, w: Words, at: int, end: int, row: Title) -> None:
        self.w, self.at, self.end, self.row = w, at, min(end, at + _LONGEST), row
        self.start = self.good = at
        self.unit = _last_word(row) in _UNITS
        self.places: list[tuple[int, int, Place]] = []
        self.bodies: list[str] = []
        self.body_kind = ""
        self.open = row.scope == "ministry" or _holds_body(w, at, row)  # words of an institution's name may follow
        self.firm = False  # a firm's own name must follow
        self.unknown = 0
        self.head_behind = -1  # where a head of an institution's name ended
        self.topic = False  # what follows is what the office is about: "đặc sứ về vấn đề Triều Tiên"
        self.skipped = 0  # where the name begins behind words that are no part of the role
        self.aged = False  # an age stands before the name
        self.inner: Office | None = None

    def take(self, past: int) -> None:
        self.at = self.good = past
        self.unknown = 0

    def run(self) -> None:
        w, at = self.w, self.at
        if self.unit and at < self.end and w.kinds[at] == CAPITAL and at not in w.places:
            self._unit_name(at)
        while self.at < self.end and self.step():
            pass
        self.settle()

    def step(self) -> bool:
        w, at = self.w, self.at
        if at > self.start and w.starts[at] - w.ends[at - 1] > 1:
            return False
        kind = w.kinds[at]
        if kind in UPPER:
            return self.capital()
        if kind == SMALL:
            return self.small()
        if kind == NUMBER:
            if at + 1 < self.end and w.folded[at + 1] == "tuổi":
                self.at = at + 2
                self.aged = True
                return True
            if self.open and at + 1 <= self.end and w.words[at].isdigit():
                self.take(at + 1)
                return True
            return False
        return self.mark()

    def place(self) -> bool:
        """Takes the place that begins here."""
        if self.row.scope == "none":
            return False
        found = self.w.places.get(self.at) or self._nation()
        if not found:
            return False
        past, place = found
        w = self.w
        if past - self.at == 1 and not self.open and not self.places and self._is_surname_run():
            return False
        proper = self.body_kind == "firm" and past - self.at == 1 and w.kinds[self.at - 1] == CAPITAL and not self.firm
        if not self.topic and not proper:  # "Tập đoàn Việt Úc" is not Australia's
            self.places.append((self.at, past, place))
        self.firm = False
        self.take(past)
        return True

    def _nation(self) -> tuple[int, Place] | None:
        """A country of one word before a name: "Bộ trưởng Ngoại giao Đức Sigmar Gabriel"."""
        w = self.w
        found = w.nation(self.at)
        if found is None or self.firm:
            return None
        past, place = found
        if past >= self.end or w.kinds[past] not in UPPER or w.starts[past] != w.ends[past - 1] + 1:
            return None
        if self.places and self.places[-1][1] == self.at:
            return None
        name = find_name(w, past, self.end)
        if name is None or name.origin == VIETNAMESE and (name.strength < 2 or w.folded[past] not in lists().surnames):
            return None
        return past, place

    def _is_surname_run(self) -> bool:
        """Whether the one-word place here is rather a surname: "ông Hà Văn An"."""
        name = find_name(self.w, self.at, self.end)
        return name is not None and name.origin == VIETNAMESE and name.strength == 3

    def capital(self) -> bool:
        w, at = self.w, self.at
        if self.row.scope == "none":
            return False
        if self.place():
            return True
        if self.nested():
            return True
        body = w.body(at)
        if body and body[0] == at + 1 and body[1].kind == "head" and at + 1 < self.end and w.kinds[at + 1] in UPPER:
            name = find_name(w, at, self.end)
            body = None if name and name.strength == 3 else body  # "Chuyên gia Đoàn Minh Xương"
        if body and self.row.scope != "territory" or body and body[1].kind in ("unit", "body", "international"):
            return self.body(body)
        if body and self.row.scope == "territory" and body[0] - at > 1:
            return self.body(body)
        if self.stops(at):
            return False
        if not self.open and self.row.scope not in ("body", "field"):
            return False
        if self.row.scope == "body" and (past := max(self._firm_run(), w.stop(at, "agency"), w.stop(at, "org"))) > at:
            self.body_kind, self.firm = self.body_kind or "firm", False
            self.take(past)
            return True
        if self.is_person():
            return False
        own = self.row.scope == "body" and self.row.rank == 5 and not is_syllable(w.folded[at])
        if (not self.open and not self._is_word() and not own) or w.words[at - 1] == ")":
            return False
        self.firm = False
        self.take(self.at + 1)
        return True

    def _firm_run(self) -> int:
        """Past a firm's own name that shows by its last word: "Thăng Long Group"; the same place where none begins."""
        w, past = self.w, self.at
        while past < self.end and w.kinds[past] in UPPER and past - self.at < 5:
            past += 1
            if w.stop(past - 1, "org") == past and past - self.at > 1:
                return past
        return self.at

    def stops(self, at: int) -> bool:
        """Whether another title begins at word `at`."""
        title = self.w.title(at)
        if title and title[1].kind == "modifier" and title[0] < self.end:
            title = self.w.title(title[0])
            return title is not None and title[1].kind == "office"
        return title is not None and title[1].kind in ("office", "rank", "honorific", "counterpart") and not self.firm

    def _is_word(self) -> bool:
        """Whether the capital here begins a common noun ("Nhân lực") or an abbreviation, not a name."""
        w, at = self.w, self.at
        if w.kinds[at] == CAPITALS:
            return True
        following = at + 1 < self.end and w.kinds[at + 1] == SMALL and w.starts[at + 1] == w.ends[at] + 1
        return following and w.stop(at + 1, "end") == at + 1 and w.stop(at + 1, "speech") == at + 1

    def is_person(self) -> bool:
        """Whether a person's name begins here, and not a word of the institution's name."""
        w, at = self.w, self.at
        name = find_name(w, at, self.end)
        if name is None:
            return False
        size = name.end - name.first
        if self.unknown and (w.stop(at - 1, "place") == at or w.stop(at - 1, "thing") == at and name.strength < 3):
            return False  # "các nước ven sông Mekong"
        if name.strength < 3 and self.row.scope == "body" and self._precedes_person(name.end):
            self.at = name.end - 1  # a firm's own name
            return False
        if name.origin == VIETNAMESE and w.folded[at] in lists().surnames:
            if self.firm:
                return name.strength == 3 and w.folded[at] in lists().common and self._speaks(name.end)
            return name.strength >= 2
        if self.firm:
            return False
        if size == 1 and name.end < self.end and w.words[name.end] == "-":
            return False
        if w.kinds[at] == CAPITALS and name.origin == FOREIGN:
            return size > 1 and all(len(word) > 3 for word in w.words[at : name.end])
        if size == 1 and self.row.rank == 5 and self.row.scope == "body" and w.folded[at] not in w.finals:
            return False  # "Tổng giám đốc Vinacomin"
        if size == 1 and self.body_kind and self.row.rank == 5 and not self._speaks(name.end):
            return False  # "giảng viên Chương trình Fulbright"
        if self.head_behind == at and name.origin == FOREIGN and size > 2 and w.kinds[at + 2] in UPPER:
            return False  # "Chủ tịch Quỹ Harbinger Phil Falcone"
        if name.origin == VIETNAMESE and size == 1 and w.folded[at] in w.finals and not w.body(at):
            return name.end >= self.end or w.kinds[name.end] not in UPPER and self._speaks(name.end)
        if name.origin == VIETNAMESE:
            return not self.open and size >= 1 and not self._is_word() and w.kinds[at] == CAPITAL
        return True

    def _precedes_person(self, at: int) -> bool:
        """Whether a sure name begins right behind a doubtful one: "Chủ tịch HĐQT Minh Hưng Group Lâm Đạo Hưng"."""
        w = self.w
        if at >= self.end or w.kinds[at] not in UPPER or w.starts[at] != w.ends[at - 1] + 1:
            return False
        name = find_name(w, at, self.end)
        return name is not None and name.origin == VIETNAMESE and name.end - name.first >= 3 and w.folded[at] in lists().surnames

    def _speaks(self, at: int) -> bool:
        w = self.w
        return at < self.end and (w.stop(at, "speech") > at or w.stop(at, "end") > at)

    def nested(self) -> bool:
        """Takes an office inside: "Trợ lý Bộ trưởng Ngoại giao", "Đặc phái viên của Thủ tướng"."""
        w = self.w
        if self.row.scope != "body" or not self._embeds():
            return False
        inner = read_office(w, self.at, self.end)
        if inner is None or inner.row.kind != "office":
            return False
        self.inner = inner
        self.places += inner.places
        self.bodies += inner.bodies
        self.take(inner.end)
        return True

    def _embeds(self) -> bool:
        return fold_first(self.row) in _EMBEDDING

    def body(self, body: tuple[int, object]) -> bool:
        past, row = body  # type: ignore[misc]
        kind, country = row.kind, row.country  # type: ignore[attr-defined]
        if kind == "unit":
            self.at = past
            self.unknown = 0
            if past < self.end and self.w.kinds[past] in UPPER and past not in self.w.places and row.word in _UNITS:
                self._unit_name(past)
            elif past >= self.end or past not in self.w.places:
                self.good = past if row.word in _WHOLE_UNITS else self.good
            return True
        self.body_kind = self.body_kind or kind
        if country:
            self.bodies.append(country)
        elif kind == "international":
            self.bodies.append("")
        self.open = True
        self.firm = kind == "firm"
        self.head_behind = past if kind == "head" else -1
        self.take(past)
        return True

    def _unit_name(self, at: int) -> None:
        """Takes the name of a district or town that no list has: "huyện Bình Chánh"."""
        w, past = self.w, at
        while past < self.end and past - at < 3 and w.kinds[past] == CAPITAL and past not in w.places:
            name = find_name(w, past, self.end)
            if name and w.folded[past] in lists().surnames and (name.strength == 3 or (past > at and name.strength == 2)):
                break
            past += 1
        self.open = True
        if past > at:
            self.take(past)

    def small(self) -> bool:
        w, at, scope = self.w, self.at, self.row.scope
        if scope == "none":
            return False
        word = w.folded[at]
        if at in w.places and self.place():
            return True
        title = w.title(at)
        if title and title[1].kind == "after":
            if at == self.start and title[1].definite:
                self.take(title[0])
            else:  # "Tổng thống Hàn Quốc khi đó Roh Tae-woo"
                self.at, self.aged = title[0], True
            return True
        if word in ("của", "về", "tại", "ở", "thuộc", "và", "người", "cho", "với"):
            return self.link(word)
        if word == "các" and (self.open or scope != "territory"):
            self.at = at + 1
            return True
        if self.nested():
            return True
        inside = w.body(at) if self.open else None
        if title and title[1].kind in ("office", "honorific", "counterpart", "rank") and not (inside and inside[0] >= title[0]):
            return False
        if self.unknown and inside and inside[1].kind in ("part", "portfolio"):
            self.at, self.unknown = inside[0], self.unknown + 1
            return self.unknown <= _UNKNOWN
        if word == "thứ" and at + 1 < self.end and w.kinds[at + 1] == NUMBER:
            self.at, self.aged = at + 2, True
            return True
        body = w.body(at) or w.body(at, small=True) if scope == "body" and at == self.start else w.body(at)
        if body and (scope in ("body", "field", "ministry") or body[1].kind == "unit"):
            return self.body(body)
        if w.stop(at, "end") > at or w.stop(at, "speech") > at:
            return False
        if not self.open and scope != "field" and at != self.start:
            return False
        if scope == "territory" or (self.places and self.places[-1][1] == at):
            return False
        if self.row.rank <= 3 and self.row.kind == "office" and not (w.kinds[at - 1] == CAPITAL and not self.unknown):
            return False
        self.unknown += 1
        self.at = at + 1
        return self.unknown <= _UNKNOWN

    def link(self, word: str) -> bool:
        """Goes over a connecting word where a place, an institution or an office follows."""
        w, at, past = self.w, self.at, self.at + 1
        if past >= self.end:
            return False
        scope = self.row.scope
        if word in ("tại", "ở") and not (scope == "body" and (past in w.places or w.body(past))):
            return False
        if word in ("cho", "với") and not (self.open and (body := w.body(past)) and (word == "với" or w.kinds[past] == SMALL)):
            return False
        if word == "về" and not (scope == "field" or (scope == "body" and (self.open or self.row.rank >= 4))):
            return False
        self.topic = word == "về" or (self.topic and word not in ("của", "thuộc", "tại", "ở"))
        if word == "người" and not (past in w.places):
            return False
        if word == "thuộc" and scope == "territory":
            return False
        if word == "và":
            return self.conjunction(past)
        if scope == "territory" and not (past in w.places or w.body(past)):
            return False
        self.open = self.open or word == "về"
        if w.kinds[past] in UPPER or past in w.places or w.body(past) or self._embeds() and w.title(past):
            if w.kinds[past] in UPPER and past not in w.places and not w.body(past) and not w.title(past) and self.is_person_at(past):
                return False
            self.at = past
            self.open = True if word != "người" else self.open
            return True
        if word in ("về", "thuộc") and scope in ("body", "field"):
            self.at, self.open = past, True
            return True
        return False

    def is_person_at(self, at: int) -> bool:
        kept, self.at = self.at, at
        found = self.is_person()
        self.at = kept
        return found

    def conjunction(self, past: int) -> bool:
        """Goes over "và" inside an institution's name: "Bộ trưởng Kinh tế và Năng lượng"."""
        w = self.w
        if not self.open or self.places or past in w.places or w.title(past):
            return False
        body = w.body(past)
        if body and body[1].kind in ("portfolio", "part") or w.kinds[past] == CAPITAL and self._is_word_at(past):
            self.at = past
            return True
        return False

    def _is_word_at(self, at: int) -> bool:
        kept, self.at = self.at, at
        found = self._is_word()
        self.at = kept
        return found

    def mark(self) -> bool:
        w, at = self.w, self.at
        word = w.words[at]
        if word == "(":
            return self.bracket()
        if word == '"' and self.open:
            past = at + 1
            while past < self.end and past - at < 10 and w.words[past] != '"':
                past += 1
            if past < self.end and w.words[past] == '"':
                self.take(past + 1)
                return True
            return False
        if word in ("-", "&", "/") and self.open and at + 1 < self.end:
            following = at + 1
            glued = w.after[at] and w.after[following]
            if w.title(following) and w.title(following)[1].kind in ("office", "honorific", "rank"):
                return False
            body = w.body(following)
            if glued or body or following in w.places:
                if not glued and w.kinds[following] in UPPER and not body and self.is_person_at(following):
                    return False
                self.at = following
                return True
            return False
        if word == "," and self.open and not self.places and at + 1 < self.end:
            body = w.body(at + 1)
            if body and body[1].kind == "portfolio" and w.kinds[at + 1] in UPPER and self.row.scope == "ministry":
                self.at = at + 1
                return True
        if word == "." and w.after[at] and at and w.kinds[at - 1] in (CAPITALS, INITIAL) and at + 1 < self.end and w.after[at + 1]:
            self.at = at + 1  # "TP.HCM"
            return True
        return False

    def bracket(self) -> bool:
        """Goes over brackets: a country for the role's country, or another name of the institution."""
        w, at = self.w, self.at
        past = at + 1
        while past < self.end and past - at <= _LONGEST_BRACKET and w.words[past] != ")":
            past += 1
        if past >= self.end or w.words[past] != ")":
            return False
        inside = w.places.get(at + 1)
        whole = inside is not None and inside[0] == past
        if inside and whole and inside[1].kind in _NATIONAL:
            self.places.append((at + 1, past, inside[1]))
            self.at = past + 1
            return True
        if self.row.scope in ("none",) or w.title(at + 1) or w.kinds[at + 1] not in UPPER:
            return False
        if not self.open and not self.body_kind and not self.places and not w.body(at + 1):
            return False
        if find_name(w, at + 1, past) and (find_name(w, at + 1, past).strength == 3):  # type: ignore[union-attr]
            return False
        self.at = past + 1
        return True

    def settle(self) -> None:
        """Small-letter words that no list knows belong to the name where a person or a stop follows."""
        w, at = self.w, self.at
        if at > self.good and at < self.end and w.kinds[at] in UPPER and (self.aged or (w.words[at - 1] == ")" and self.is_person())):
            self.skipped = at
        if not self.unknown or self.unknown > _UNKNOWN:
            return
        if at >= self.end or w.words[at] in (",", ".", ";", ")", ":", "(", "-"):
            if self.body_kind in ("head", "firm", "body", "international") and not self.topic:
                self.good = at
        elif w.kinds[at] in UPPER and self.is_person():
            self.good = at


def _last_word(row: Title) -> str:
    return row.title.rsplit(" ", 1)[-1].lower()


def fold_first(row: Title) -> str:
    """The first word of a title in its comparison form."""
    return row.title.split(" ", 1)[0].lower()


def _modifiers(w: Words, at: int, end: int) -> tuple[int, tuple[str, ...]]:
    """The modifiers that begin at word `at`, and where they end: "nguyên Phó"."""
    found: list[str] = []
    while at < end and len(found) < 4:
        title = w.title(at)
        if not title or title[1].kind != "modifier":
            break
        found.append(title[1].title)
        at = title[0]
    return at, tuple(found)


def read_office(w: Words, at: int, end: int) -> Office | None:
    """The title that begins at word `at`: its modifiers, head and complement."""
    head, modifiers = _modifiers(w, at, end)
    if head >= end:
        return None
    title = w.title(head)
    if not title or title[1].kind in ("modifier", "after"):
        return None
    past, row = title
    if modifiers and row.kind in ("honorific", "kin"):
        return None
    if row.kind == "honorific" and row.title == "anh" and w.kinds[head] == CAPITAL and head in w.places:
        return None
    reader = _Reader(w, past, end, row)
    if row.kind not in ("honorific", "kin", "status"):
        reader.run()
    # Behind a country in brackets only a name may follow: "Bí thư Tỉnh ủy Vân Nam (Trung Quốc) Vương Ninh".
    return Office(
        first=at,
        head=head,
        head_end=past,
        end=max(reader.good, _past_bracket(reader), reader.skipped),
        role_end=reader.good,
        row=row,
        modifiers=modifiers,
        places=tuple(reader.places),
        bodies=tuple(reader.bodies),
        body_kind=reader.body_kind,
        plural=past < reader.good and w.folded[past] == "các",
        inner=reader.inner,
    )


def read_body(w: Words, at: int, end: int, row: Title) -> Office:
    """The institution that begins at word `at`, read like a complement of the title `row`."""
    reader = _Reader(w, at, end, row)
    reader.open = True
    reader.run()
    places, bodies = tuple(reader.places), tuple(reader.bodies)
    return Office(at, at, at, reader.good, reader.good, row, (), places, bodies, reader.body_kind or "head")


def _past_bracket(reader: _Reader) -> int:
    """Where the complement ends with the bracket behind it."""
    w = reader.w
    if reader.places and w.words[reader.places[-1][1] : reader.places[-1][1] + 1] == [")"]:
        past = reader.places[-1][1] + 1
        return past if past > reader.good and w.words[reader.good] == "(" else reader.good
    return reader.good
