"""What stands behind a title's head: institution, portfolio, territory ("... Ủy ban Đối ngoại của Quốc hội Lào")."""

from __future__ import annotations

from vnbilat_lib.doc import Place
from vnbilat_lib.lexicon import Body, Title
from vnbilat_lib.people.names import FOREIGN, VIETNAMESE, find_name, is_syllable
from vnbilat_lib.people.reading import LINKS, TITLES, Complement, Reading
from vnbilat_lib.people.words import CAPITAL, CAPITALS, INITIAL, NUMBER, SMALL, UPPER, lists

_LONGEST_BRACKET = 9
_UNKNOWN = 4  # small-letter words in a row that no list knows
_NATIONAL = frozenset(("country", "short", "region", "city", "bloc"))
_SCOPES = frozenset(("body", "office", "field"))  # where an institution in small letters may follow
_PLACED = frozenset(("unit", "whole", "side", "host"))
_NAMED = frozenset(("head", "firm", "school", "body", "international"))


class Reader(Reading):
    """Reads one complement: each step takes a word or phrase."""

    __slots__ = ()

    def read(self) -> Complement:
        """The complement."""
        w, at = self.w, self.at
        if self.institutional and any(w.body(k) for k in range(at - len(self.row.title.split()) + 1, at)):
            self.open = True  # "Chủ tịch Hiệp hội" ends with an institution's word
        last = w.body(at - 1)
        if last and last[1].kind == "unit" and at < self.end and w.kinds[at] == CAPITAL and at not in w.places:
            self.take_own_name(at)
        while self.at < self.end and self.step():
            pass
        reach = self.settle()
        return Complement(self.good, reach, tuple(self.places), tuple(self.bodies), self.kind, self.inner)

    def step(self) -> bool:
        """Reads one word or phrase; False where the complement ends."""
        w, at = self.w, self.at
        if at > self.start and not w.is_near(at):
            return False
        kind = w.kinds[at]
        if kind in UPPER:
            return self.row.scope != "none" and self.capital()
        if kind == SMALL:
            return self.row.scope != "none" and self.small()
        if kind == NUMBER:
            return self.number()
        return self.mark()

    def number(self) -> bool:
        """A number: an age before the name ("doanh nhân 33 tuổi Trevor Chapman"), or part of a body's name ("Quân khu 7")."""
        w, at = self.w, self.at
        if at + 1 < self.end and w.has(at + 1, "age"):
            self.passing = True
            return self.go(at + 2)
        told = self.unknown and not w.has(at - 1, "house")  # "phường Trung Tự lĩnh 30 tháng tù"
        return self.open and not told and w.words[at].isdigit() and self.take(at + 1)

    # ---- capitals

    def capital(self) -> bool:
        """A word with a capital: a place, an office inside, an institution, a firm's own name; no person."""
        if self.place() or self.inside() or self.squad():
            return True
        w, at, scope = self.w, self.at, self.row.scope
        if self.passing and at > self.start and w.stop(at - 1, "shared") == at:
            return False  # "nhân viên ngân hàng tên Andre Louis Auziere"
        if self.unknown and w.stop(at - 1, "regime") == at and (name := find_name(w, at, self.end)) and name.origin == FOREIGN:
            return False  # "quan chức tình báo cấp cao thời George W. Bush"
        if self.topic and (past := w.stop(at, "agency")) > at:
            return self.take(past)
        body = self.body_here()
        if body and (scope != "territory" or body[1].kind in (*_PLACED, "body", "international") or body[0] - at > 1):
            return self.take_body(*body)
        if self.is_title(at) or not (self.open or self.institutional or scope == "field"):
            return False
        if (past := self.firm_here()) > at:
            return self.take(past)
        if self.is_person(at) or w.words[at - 1] == ")":
            return False
        name = find_name(w, at, self.end)
        if self.firm and self.own and name and name.origin == VIETNAMESE:
            self.firm = False
            return self.take(name.end)
        return self.own_word()

    def firm_here(self) -> int:
        """Past a firm's whole name: "Thăng Long Group", "Minh Hưng" before a person's, "Carnegie Mellon" behind "Đại học"."""
        w, at = self.w, self.at
        if self.institutional and (past := max(self.firm_run(), w.stop(at, "agency"), w.stop(at, "org"))) > at:
            self.kind, self.firm = self.kind or "firm", False
            return past
        name = find_name(w, at, self.end)
        if name and self.institutional and name.strength < 3 and self.is_person_behind(name.end):
            return name.end
        if name is None or name.origin != FOREIGN or name.strength != 2 or self.behind_place:
            return at
        given = next((k for k in range(at + 1, name.end - 1) if w.folded[k] in lists().given), name.end)
        headed = self.head_end == at and self.row.rank == 5 and not self.is_told_of(name.end)  # "thành viên nhóm Minitia Bears"
        if given < name.end or (self.firm and name.end - at == 2) or headed:  # "Chủ tịch Verkhovnaya Rada Andrei Lind"
            self.firm = False
            return given
        return at

    def own_word(self) -> bool:
        """Takes one word of the institution's own name; "Đề án", "Nhân lực" are one word."""
        w, at = self.w, self.at
        if self.behind_place and w.has(at, "starter"):
            return False  # "Giám đốc BV Đa khoa Hòa Bình Đến nay ..."
        own = self.institutional and self.row.rank == 5 and not is_syllable(w.folded[at])
        noun = self.is_common_noun(at)
        if not self.open and not own and not noun:
            return False
        self.firm = False
        whole = noun and w.kinds[at] == CAPITAL and not w.body(at + 1) and not self.is_link(at + 1)
        return self.take(at + 2 if whole else at + 1)

    def place(self) -> bool:
        """Takes the place that begins here, also one that only the title before it shows: "Bộ trưởng Đức Sigmar Gabriel"."""
        w, at = self.w, self.at
        found = w.places.get(at) or self.nation()
        if not found:
            return False
        past, place = found
        if past - at == 1 and not self.open and not self.places and self.is_surname(at):
            return False
        name = find_name(w, at, self.end) if past - at == 1 and past < self.end and w.kinds[past] == CAPITAL else None
        if name and name.end > past:
            if name.strength == 3 and name.origin == FOREIGN and place.kind in ("region", "city"):
                return False  # "đặc phái viên của Tổng thống Vladimir Putin"
            if place.kind == "short" and self.kind == "firm":  # "công ty Việt Thắng Jean"
                self.firm = False
                return self.take(name.end)
            if place.kind != "short" and self.behind_place and name.origin == FOREIGN:
                return False  # "Quốc vương Kuwait Sabah Al-Ahmad"
        proper = self.kind == "firm" and past - at == 1 and w.kinds[at - 1] == CAPITAL and not self.firm
        if not self.topic and not proper:  # "Tập đoàn Việt Úc" is not Australia's
            self.places.append((at, past, place))
        self.firm = False
        return self.take(past)

    def nation(self) -> tuple[int, Place] | None:
        """A country's name before a person's."""
        w = self.w
        found = w.nation(self.at)
        if found is None or self.firm or (self.places and self.places[-1][1] == self.at):
            return None
        past = found[0]
        if past >= self.end or w.kinds[past] not in UPPER or not w.is_next(past):
            return None
        name = find_name(w, past, self.end)
        doubtful = name is None or (name.origin == VIETNAMESE and (name.strength < 2 or not w.is_surname(past)))
        return None if doubtful else found

    def inside(self) -> bool:
        """Takes an office inside: "Trợ lý Bộ trưởng Ngoại giao", "Đặc phái viên của Thủ tướng"."""
        if not self.embeds or not self.w.title(self.at):
            return False
        inner = self.nested(self.w, self.at, self.end)
        if inner is None:
            return False
        self.inner = self.at
        self.places += inner.places
        self.bodies += inner.bodies
        return self.take(inner.reach)

    def body_here(self) -> tuple[int, Body] | None:
        """The word of an institution's name here; not a surname that is one too: "Chuyên gia Đoàn Minh Xương"."""
        w, at = self.w, self.at
        body = w.body(at)
        if body and body[0] == at + 1 and body[1].kind == "head" and at + 1 < self.end and w.kinds[at + 1] in UPPER:
            name = find_name(w, at, self.end)
            return None if name and name.strength == 3 else body
        return body

    def take_body(self, past: int, row: Body) -> bool:
        """Takes a word of an institution's name, or goes over a word before a place."""
        if row.kind in _PLACED:
            return self.pass_unit(past, row)
        self.kind = self.kind or row.kind
        if row.country:
            self.bodies.append(row.country)
        elif row.kind == "international":
            self.bodies.append("")
        self.open = True
        self.firm = row.kind in ("firm", "school")
        self.own = row.kind == "school"
        self.head_end = past if row.kind == "head" else -1
        return self.take(past)

    def pass_unit(self, past: int, row: Body) -> bool:
        """Goes over "tỉnh", "nước" before a place; takes the name of a district that no list has: "huyện Bình Chánh"."""
        w = self.w
        self.unknown = 0
        named = past < self.end and past in w.places
        if self.topic and past < self.end and (region := w.stop(past, "agency")) > past:
            return self.take(region)  # "phụ trách khu vực Đông Á"
        if not named and row.kind in ("unit", "whole") and past < self.end and w.kinds[past] in UPPER:
            person = row.kind == "whole" and self.is_person(past)
            return self.take(past) if person else self.take_own_name(past)
        if not named and row.kind in ("whole", "host"):
            self.good = past
        return self.go(past)

    # ---- small letters

    def small(self) -> bool:
        """A word in small letters: a known part of institutions' names, a link, an office inside, or one that no list knows."""
        w, at = self.w, self.at
        if at in w.places and self.place():
            return True
        title = w.title(at)
        if title and title[1].kind == "after":
            return self.after(*title)
        if (linked := self.link()) is not None:
            return linked
        if self.inside():
            return True
        known = w.body(at) if self.open else None
        if title and title[1].kind in TITLES and not (known and known[0] >= title[0]):
            return False
        if self.unknown and known and known[1].kind in ("part", "portfolio"):
            self.unknown += 1
            return self.unknown <= _UNKNOWN and self.go(known[0])
        if self.behind_place and self.is_told_of(at) and not w.has(at, "shared"):
            return False  # "Chủ tịch UBND tỉnh An Giang thông tin về ...", but "luật sư người Nga có tên ..."
        body = w.body(at) or (w.body(at, small=True) if self.row.scope in _SCOPES and at == self.start else None)
        if body and (self.row.scope != "territory" or body[1].kind in _PLACED):
            return self.take_body(*body)
        return self.stranger()

    def after(self, past: int, row: Title) -> bool:
        """A word behind a title: "thường trực" belongs to it, "khi đó" and "nước này" do not."""
        if self.at == self.start and row.definite:
            return self.take(past)
        self.passing = True
        return self.go(past)

    def stranger(self) -> bool:
        """Goes over a word that no list knows, where the institution's name may hold one."""
        w, at = self.w, self.at
        if (past := w.stop(at, "shared")) > at:  # "nhà thiết kế tên Michael Smith"
            self.passing = True
            return self.go(past)
        if self.is_told_of(at) or self.row.scope == "territory" or self.behind_place:
            return False
        if not self.open and self.row.scope != "field" and at != self.start:
            return False
        # A minister's portfolio is known but for a word behind a capital: "Bộ trưởng Nhân lực".
        known = w.kinds[at - 1] == CAPITAL and not self.unknown
        if self.row.rank <= 3 and self.row.kind == "office" and not known and not self.topic:
            return False
        self.unknown += 1
        return self.unknown <= _UNKNOWN and self.go(at + 1)

    def link(self) -> bool | None:
        """Goes over a linking word where a place, an institution or an office follows; None where the word links nothing."""
        w, at = self.w, self.at
        kind = next((k for k in LINKS if w.has(at, k)), "")
        if not kind:
            return None
        past = w.stop(at, kind)
        if past >= self.end:
            return False
        if kind == "several":
            return (self.open or self.row.scope != "territory") and self.go(past)
        if kind == "ordinal":  # "Tổng thống Mỹ thứ 45"
            self.passing = w.kinds[past] == NUMBER
            return self.passing and self.go(past + 1)
        return not w.has(at, "guest") and self.allows(kind, past) and self.follow(kind, past)

    def allows(self, kind: str, past: int) -> bool:
        """Whether the title takes a link of this kind before word `past`."""
        w, scope = self.w, self.row.scope
        known = past in w.places or w.body(past) is not None
        match kind:
            case "at":
                named = (w.body(past) or (0, None))[1]
                return known and (self.institutional or (scope == "field" and named is not None and named.kind in _NAMED))
            case "for":
                return self.open and w.kinds[past] == SMALL and w.body(past) is not None
            case "about":
                return scope in ("field", "ministry") or (self.institutional and (self.open or self.row.rank >= 4))
            case "people":
                return past in w.places
            case "and":
                return self.conjunction(past)
        return scope != "territory" or known

    def conjunction(self, past: int) -> bool:
        """Whether "và" joins words of the institution's name ("Kinh tế và Năng lượng"), "với" its field ("vấn đề với UNESCO")."""
        w = self.w
        if not self.open or any(place.country for *_, place in self.places) or past in w.places or w.title(past):
            return w.folded[self.at] == "với" and self.open and w.body(past) is not None
        body = w.body(past)
        if body and (body[1].kind in ("portfolio", "part") or w.folded[self.at] == "với"):
            return True
        return w.kinds[past] == CAPITAL and self.is_common_noun(past)

    def follow(self, kind: str, past: int) -> bool:
        """Goes on behind a link."""
        w = self.w
        body = w.body(past)
        placed = past in w.places or (
            body is not None and body[1].kind in _PLACED
        )  # "về an ninh ở bán đảo Triều Tiên của Bộ ..."
        ends = kind == "of" or (kind == "at" and not placed)
        self.topic = kind == "about" or (self.topic and not ends)
        self.open = self.open or kind == "about"
        known = past in w.places or w.body(past) is not None
        if not known and w.kinds[past] in UPPER and not w.title(past) and self.is_person(past):
            return False
        if known or w.kinds[past] in UPPER or (self.embeds and w.title(past)):
            self.open = self.open or kind != "people"
            return self.go(past)
        self.open = self.open or kind == "of"
        return (kind == "about" or w.folded[self.at] == "thuộc") and self.go(past)

    # ---- marks

    def mark(self) -> bool:
        """A mark inside a complement: brackets, quotes, a dash, a comma between portfolios, the stop of "TP.HCM"."""
        w, at, word = self.w, self.at, self.w.words[self.at]
        if self.row.scope == "none":
            return False
        if word == "(":
            return self.bracket()
        if at + 1 >= self.end:
            return False
        if word == ".":
            return self.dot()
        if not self.open:
            return False
        if word == '"':
            return self.quote()
        if word in ("-", "&", "/"):
            return self.dash()
        body = w.body(at + 1) if word == "," else None
        listed = body is not None and body[1].kind == "portfolio" and w.kinds[at + 1] in UPPER
        return listed and self.row.scope == "ministry" and not self.places and self.go(at + 1)

    def dot(self) -> bool:
        """Goes over a stop inside a name: "TP.HCM", "Amazon.com"."""
        w, at = self.w, self.at
        if not (w.after[at] and w.after[at + 1]):
            return False
        if w.kinds[at - 1] == CAPITAL and w.kinds[at + 1] == SMALL:
            return self.take(at + 2)
        return self.open and w.kinds[at - 1] in (CAPITALS, INITIAL) and self.go(at + 1)

    def dash(self) -> bool:
        """Goes over a dash inside a name: "Lao động - Thương binh và Xã hội", "châu Á - Thái Bình Dương"."""
        w, following = self.w, self.at + 1
        if self.is_title(following):
            return False
        known = w.body(following) is not None or following in w.places
        if w.kinds[following] == SMALL and w.kinds[self.at - 1] == SMALL and not self.is_told_of(following):
            return self.unknown <= _UNKNOWN and self.go(following)  # "Câu lạc bộ truyền thống - hưu trí quận 10"
        glued = w.after[self.at] and w.after[following]
        return (known or glued) and self.go(following)

    def bracket(self) -> bool:
        """Goes over brackets: a country for the role's country, or another name of the institution."""
        w, at, past = self.w, self.at, self.at + 1
        while past < self.end and past - at <= _LONGEST_BRACKET and w.words[past] != ")":
            past += 1
        if past >= self.end or w.words[past] != ")":
            return False
        inside = w.places.get(at + 1)
        if inside and inside[0] == past and inside[1].kind in _NATIONAL:
            self.places.append((at + 1, past, inside[1]))
            return self.go(past + 1)
        if w.title(at + 1) or w.kinds[at + 1] not in UPPER:
            return False
        if not (self.open or self.kind or self.places or w.body(at + 1)):
            return False
        body = w.body(at + 1)
        if body and body[0] == past and body[1].country:
            self.bodies.append(body[1].country)  # "Cục Điều tra Liên bang (FBI)"
        name = find_name(w, at + 1, past)
        return not (name and name.strength == 3) and self.go(past + 1)

    def settle(self) -> int:
        """Decides about the words gone over; returns where a name may begin."""
        w, at = self.w, self.at
        regime = at > self.start and w.stop(at - 1, "regime") == at
        person = at < self.end and w.kinds[at] in UPPER and at > self.good and not regime and self.is_person(at)
        if 0 < self.unknown <= _UNKNOWN:
            closed = at >= self.end or w.words[at] in (",", ".", ";", ")", ":", "(", "-")
            told = self.topic and (closed or w.has(at, "speech") or w.has(at, "and"))  # "Phó Tư lệnh phụ trách vũ trang nói"
            if person or told or (closed and self.kind in _NAMED and not self.topic):
                self.good = at
        if at > self.good and at < self.end and w.kinds[at] in UPPER and (self.passing or (w.words[at - 1] == ")" and person)):
            return at
        if at > self.good and w.words[at - 1] == ")" and w.words[self.good] == "(" and at < self.end and w.words[at] == ",":
            return at  # "chủ tịch Hiệp hội Đấu vật (WWE), ông Vince McMahon"
        bracket = self.places[-1][1] if self.places else -1
        closing = bracket > self.good and w.words[self.good] == "(" and w.words[bracket : bracket + 1] == [")"]
        return bracket + 1 if closing else self.good
