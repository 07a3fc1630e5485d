"""Where a person's name begins and ends, by its shape alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from vnbilat_lib.people.words import CAPITAL, CAPITALS, INITIAL, MARK, NUMBER, SMALL, UPPER, Words, lists

_SYLLABLE = re.compile(
    r"""
    (?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvxy])?        # what a Vietnamese syllable begins with
    [aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]{1,3}  # its vowels
    (?:ng|nh|ch|[cmnpt])?                                              # what it ends with
    """,
    re.VERBOSE,
)
# Foreign names that happen to be made of Vietnamese syllables keep no tone: "Hun Sen" beside "Hồ Sen".
_TONELESS = re.compile(r"[a-z]{1,20}")
_NUMERAL = re.compile(r"[IVX]{1,5}")  # "Elizabeth II"
_LONGEST_VIETNAMESE = 5
_LONGEST_FOREIGN = 7

VIETNAMESE, FOREIGN = "vietnamese", "foreign"


@dataclass(frozen=True, slots=True)
class Name:
    """A name's words first..end; origin: "vietnamese" (Sino-Vietnamese too) or "foreign".

    `strength`: 3 a name by its shape alone ("Trần Lưu Quang"), 2 likely ("Vương Nghị", "Robert Lighthizer"), 1 only
    beside a title ("Trump", "Khôi").
    """

    first: int
    end: int
    origin: str
    strength: int


@lru_cache(maxsize=8192)
def is_syllable(folded: str) -> bool:
    """Whether a folded word could be a Vietnamese syllable.

    >>> is_syllable("nguyễn"), is_syllable("trump")
    (True, False)
    """
    return _SYLLABLE.fullmatch(folded) is not None


@lru_cache(maxsize=8192)
def is_native(folded: str) -> bool:
    """Whether a folded word can only be Vietnamese: a syllable with a mark.

    >>> is_native("ngăn"), is_native("sen")
    (True, False)
    """
    return is_syllable(folded) and not _TONELESS.fullmatch(folded)


def _is_blank(w: Words, at: int) -> bool:
    """Whether one blank, no line end, parts word `at` from the word before."""
    return w.starts[at] == w.ends[at - 1] + 1 and w.text[w.ends[at - 1]] == " "


def _is_bound(w: Words, at: int, end: int, count: int) -> bool:
    """Whether a title, an institution, a place or the start of a clause begins at word `at`, `count` syllables into a name."""
    if (at + 1 < end and w.kinds[at + 1] == NUMBER and w.after[at + 1]) or w.has(at, "wire"):
        return True  # "U40"; the credit of a picture
    if at + 1 < end and _opens(w, at, count):
        return True
    title = w.title(at)
    if title and (title[0] - at > 1 or (w.folded[at] in ("ông", "bà") and count >= 3)) and title[1].kind != "kin":
        return title[1].definite != "mass"  # "ông Phạm Công Nhân"
    if title and title[1].title in ("phó", "cựu") and at + 1 < end and (inner := w.title(at + 1)) and inner[0] - at > 2:
        return True
    body = w.body(at)
    if body and body[0] - at > 1 and (count > 1 or any(w.kinds[k] not in UPPER for k in range(at, body[0]))):
        return True  # but "Trần Quốc Hội"
    if w.stop(at, "agency") > at and w.kinds[at] == CAPITALS:
        return True
    place = w.places.get(at)
    return bool(place and place[0] - at > 1 and count >= 2)


def _opens(w: Words, at: int, count: int) -> bool:
    """Whether a clause begins at word `at`, `count` syllables into a name, or a headline in capitals goes on with a verb."""
    starter = w.stop(at, "starter")
    if count >= 2 and starter > at:
        before = w.places.get(at - count)  # "... tại Hà Nam Theo đó, ...", "... tại Hà Nam Theo Thủ tướng, ..."
        if w.title(at + 1) or (before and before[0] == at):
            return True
    if w.kinds[at + 1] in (SMALL, NUMBER):
        if starter > at and (starter - at > 1 or count >= 3):
            return True
        return count >= 2 and (w.stop(at, "speech") - at > 1 or w.stop(at, "end") - at > 1)
    # "Thủ tướng Nguyễn Xuân Phúc Tiếp Phó Chủ tịch NASDAQ"
    return count >= 3 and w.stop(at, "speech") > at and (w.title(at + 1) is not None or at + 1 in w.places)


def _common(w: Words, at: int) -> bool:
    return w.folded[at] in lists().common


def _surname(w: Words, at: int, end: int) -> int:
    """How many words of a Vietnamese or Chinese surname stand at word `at`: 0, 1 or 2."""
    known = lists()
    if at + 1 < end and (w.folded[at], w.folded[at + 1]) in known.surname_pairs and w.kinds[at + 1] in UPPER:
        return 2
    origins = known.surnames.get(w.folded[at])
    if not origins:
        return 0
    return 1 if origins != {"ko"} else 0


def _vietnamese(w: Words, first: int, end: int) -> Name | None:
    """A surname with the syllables behind it: "Nguyễn Thị Kim Ngân", "Vương Nghị", "PHAN CHÁNH DƯỠNG", "Nguyễn Thị H."."""
    size = _surname(w, first, end)
    if not size or not is_syllable(w.folded[first]):
        return None
    capitals = w.kinds[first] == CAPITALS
    at, masked = first + size, False
    while at < end and at - first < _LONGEST_VIETNAMESE and _is_blank(w, at):
        kind = w.kinds[at]
        if kind not in UPPER or _is_bound(w, at, end, at - first) or w.folded[first : first + 2] == w.folded[at : at + 2]:
            break  # also where a caption runs into the next: "siêu mẫu Hà Anh Hà Anh hạnh phúc ..."
        if kind == INITIAL and w.folded[at] not in ("y", "a", "ý", "á", "ô", "ơ"):
            at = _masked(w, at, end)
            masked = True
            break
        if (kind == CAPITALS and not capitals) or not is_syllable(w.folded[at]):
            break
        if at - first >= 3 and _common(w, at) and at + 2 < end and w.kinds[at + 1] in UPPER and w.kinds[at + 2] in UPPER:
            break  # the next name begins: "Nguyễn Văn An Trần Quốc Bình"
        at += 1
    count = at - first
    if count < size + 1:
        return None
    if w.kinds[at - 1] in UPPER and at < end and w.after[at] and w.words[at] == "-" and at + 1 < end and w.after[at + 1]:
        return None  # "Kim Jong-un": a foreign name
    if at < end and not masked and w.kinds[at] in UPPER and _is_blank(w, at) and not is_syllable(w.folded[at]) and count < 3:
        return None
    strong = count - size >= 2 and (w.folded[first] in lists().common or masked or w.folded[first + size] in ("văn", "thị"))
    return Name(first, at, VIETNAMESE, 3 if strong else 2)


def _masked(w: Words, at: int, end: int) -> int:
    """Past the initials of a masked name: "H.", "T.V.A."."""
    at += 1
    while at < end and w.after[at] and (w.words[at] == "." or w.kinds[at] == INITIAL):
        if w.words[at] == "." and not (at + 1 < end and w.after[at + 1] and w.kinds[at + 1] == INITIAL):
            return at + 1 if w.kinds[at - 1] == INITIAL else at
        at += 1
    return at


def _unit(w: Words, at: int, end: int) -> int:
    """Past one word of a foreign name with what hangs on it: "Vla-đi-mia", "D.", "Saint-Martin", "al-Attiyah"."""
    past = at + 1
    if w.kinds[at] == INITIAL and not (past < end and w.words[past] == "-" and w.after[past]):
        return past + 1 if past < end and w.words[past] == "." and w.after[past] else past
    if past < end and w.words[past] == "." and w.after[past] and w.has(at, "suffix"):
        return past + 1  # "Donald Trump Jr."
    if len(w.words[at]) <= 3 and past + 1 < end and w.words[past] == "." and w.after[past] and w.after[past + 1]:
        return past + 1 if w.kinds[past + 1] != MARK else past  # "Ph.Bây-râu", not "Shinzo Abe./."
    while past + 1 < end and w.words[past] == "-" and w.after[past] and w.after[past + 1] and w.words[past + 1].isalpha():
        if w.kinds[past + 1] in UPPER and (w.title(past + 1) or (w.body(past + 1) or (0,))[0] > past + 2):
            break  # "Valery Nikiforov-Giám đốc ..."
        if (past + 1 in w.places and w.places[past + 1][0] > past + 2) or w.nation(past + 1):
            break  # "Choang-Quảng Tây", "vụ Trump-Nga"
        last = w.folded[past - 1]
        if w.kinds[past + 1] == SMALL and len(last) > 4 and not is_syllable(last) and not _TONELESS.fullmatch(w.folded[past + 1]):
            break  # "Bashar al-Assad-mục tiêu ..."
        past += 2
    return past


def _past_particles(w: Words, at: int, end: int) -> int:
    """Past particles inside a name ("bin", "de la", "al-") where a capital follows, else `at`."""
    past = at
    while past < end and w.kinds[past] != CAPITALS and (behind := w.stop(past, "particle")) > past:
        past = behind
    if past > at and past < end and w.words[past] == "-" and w.after[past]:
        past += 1
    return past if past > at and past < end and w.kinds[past] in (CAPITAL, INITIAL) else at


def _foreign(w: Words, first: int, end: int) -> Name | None:
    """A run of capital words with particles and initials: "George W. Bush", "Khaled bin Mohammed al-Attiyah"."""
    initials = len(w.words[first]) == 2 and "J" in w.words[first] and not w.title(first)
    if (
        w.kinds[first] == CAPITALS
        and first + 1 < end
        and w.kinds[first + 1] == CAPITAL
        and not w.after[first + 1]
        and not initials
    ):
        return None  # an abbreviation: "IS", but "JD Vance"
    past, units = _past_units(w, first, end)
    if not units or (units == 1 and (w.kinds[past - 1] == INITIAL or w.words[past - 1] == ".")):
        return None
    if units > 1 and any(w.has(k, "org") for k in range(first + w.is_surname(first), past)):
        return None  # but "Park Jin"
    if units == 2 and is_native(w.folded[first]) and _NUMERAL.fullmatch(w.words[past - 1]):
        return None  # "Quốc hội Khóa XIV"
    if past + 1 < end and w.words[past] == "-" and w.after[past] and w.kinds[past + 1] == NUMBER and w.after[past + 1]:
        return None  # "phi công Su-24"
    if units == 1 and past == first + 1:
        word = w.folded[first]
        return Name(first, past, VIETNAMESE if is_native(word) else FOREIGN, 1)
    words = [w.folded[k] for k in range(first, past) if w.kinds[k] in UPPER]
    hyphens = [k for k in range(first, past) if w.words[k] == "-"]
    syllables = all(map(is_syllable, words))
    joined = past - first > 3 and any(w.kinds[k + 1] in UPPER for k in hyphens)
    if joined and syllables and not any(map(_TONELESS.fullmatch, words)):
        return None  # "Thăng Long-Trần Hưng Đạo"
    native = not hyphens and syllables and not all(map(_TONELESS.fullmatch, words))
    sure = _has_initials(w, first, past, words) or _is_korean(w, first, past) or _is_given(w, first, past)
    strength = 1 if units == 1 else 3 if sure else 2
    return Name(first, past, VIETNAMESE if native else FOREIGN, strength)


def _has_initials(w: Words, first: int, past: int, words: list[str]) -> bool:
    """Whether initials stand before a foreign last name: "V. I. Lenin", not "P. Dĩ An"."""
    initials = sum(len(word) == 1 for word in words[:-1])
    if not initials or w.words[first + 1] != "." or len(words[-1]) < 2:
        return False
    return w.words[past - 2] == "-" or not all(map(is_syllable, words[initials:]))


def _is_given(w: Words, first: int, past: int) -> bool:
    """Whether a foreign name begins with a known given name and goes on with a word that is no syllable, or a particle."""
    if w.folded[first] not in lists().given or w.kinds[first] != CAPITAL or first + 1 >= past:
        return False
    return any(w.kinds[k] == CAPITAL and len(w.words[k]) > 1 and not is_native(w.folded[k]) for k in range(first + 1, past))


def _past_units(w: Words, first: int, end: int) -> tuple[int, int]:
    """Where a run of capital words ends, and of how many words of a name it is."""
    capitals = w.kinds[first] == CAPITALS and not (first + 1 < end and w.kinds[first + 1] == CAPITAL)
    at, units, past = first, 0, first
    while at < end and units < _LONGEST_FOREIGN:
        if at > first and not (_is_blank(w, at) or (w.after[at] and w.words[at - 1] in (".", "-"))):
            break
        if at > first and w.folded[at] == w.folded[first] and w.kinds[at] != INITIAL:
            break  # a heading without a full stop: "... đổi lấy Ronaldo Ronaldo vào ..."
        at = _past_particles(w, at, end) if at > first else at
        kind = w.kinds[at]
        if kind not in UPPER or (
            kind == CAPITALS and at > first and not capitals and not (units and _NUMERAL.fullmatch(w.words[at]))
        ):
            break
        if at > first and (_is_bound(w, at, end, max(units, 2)) or _is_next(w, at, end, units) or _is_clause(w, first, at, end)):
            break
        past = at = _unit(w, at, end)
        units += 1
    return past, units


def _is_korean(w: Words, first: int, past: int) -> bool:
    """Whether the name is a Korean one, written as such: "Moon Jae-in"."""
    return (
        past - first == 4
        and "ko" in lists().surnames.get(w.folded[first], ())
        and w.words[first + 2] == "-"
        and w.kinds[past - 1] == SMALL
        and not (is_syllable(w.folded[first + 1]) and not _TONELESS.fullmatch(w.folded[first + 1]))
    )


def _is_clause(w: Words, first: int, at: int, end: int) -> bool:
    """Whether a Vietnamese word begins a clause behind a foreign name: "Fulbright Mở rộng ...", "Clinton Theo thông tin ..."."""
    word = w.folded[at]
    if at + 1 < end and w.words[at + 1] == "-" and w.after[at + 1]:
        return False  # "Ru-men Ra-đép"
    toneless = _TONELESS.fullmatch(word) is not None
    small = at + 1 < end and w.kinds[at + 1] == SMALL and _is_blank(w, at + 1)
    native = is_syllable(word) and w.kinds[at - 1] == CAPITAL and not is_syllable(w.folded[at - 1])
    if w.stop(at, "starter") > at and (at > first + 1 or not toneless or (small and native)):
        return True
    if w.kinds[at] != CAPITAL or toneless or not is_syllable(word) or is_syllable(w.folded[first]):
        return False
    return small or (native and not w.is_surname(at))  # "Sean Spicer Nhà", but "Jimmii Nguyễn"


def _is_next(w: Words, at: int, end: int, units: int) -> bool:
    """Whether another name or a place begins at word `at`, behind a foreign name of `units` words."""
    place = w.places.get(at)
    told = units >= 2 or w.folded[at - 1] in w.singles  # "Tổng thống Trump Cuba hôm qua ..."
    if place and told and not (place[0] < end and w.kinds[place[0]] in UPPER and _is_blank(w, place[0])):
        return place[1].kind in ("country", "bloc", "short")
    foreign = not is_syllable(w.folded[at - 1])
    if (units >= 2 or foreign or w.has(at - 1, "origin")) and _common(w, at) and is_syllable(w.folded[at]):
        following = _vietnamese(w, at, end)  # also in "làng giải trí Việt Lương Thế Thành"
        return following is not None and (following.strength == 3 or foreign)
    return False


def find_name(w: Words, first: int, end: int) -> Name | None:
    """The name that begins at word `first`, by its shape; None where no capital stands there."""
    if w.kinds[first] not in UPPER:
        return None
    key = (first, end)
    if key not in w.names:
        w.names[key] = _read_name(w, first, end)
    return w.names[key]  # type: ignore[no-any-return]


def _read_name(w: Words, first: int, end: int) -> Name | None:
    if (past := w.stop(first, "direction")) > first and past < end and (past in w.places or w.nation(past)):
        return None  # "miền Nam Italy"
    place = w.places.get(first + 1)
    if place and place[1].kind == "country" and place[0] > first + 2 and w.body(first):
        return None  # "Đoàn Việt Nam dự hội nghị"
    return _vietnamese(w, first, end) or _foreign(w, first, end)
