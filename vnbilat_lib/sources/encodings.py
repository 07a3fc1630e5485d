"""The text of bytes: Unicode with and without mark, windows-1258, TCVN3, VNI, and text that was decoded wrongly before."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.letters import VOWELS
from vnbilat_lib.sources.items import whole

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SAMPLE = 6000  # characters that tell an encoding
GOOD = 0.75  # share of right syllables that Vietnamese in its own encoding reaches; in another's it stays below a half
FAIR, AHEAD = 0.5, 0.25  # so few suffice, as in a headline of foreign names, if every other reading has fewer by so much
# What a word of Vietnamese never holds: signs and letters of Latin-1, which old encodings use for other letters.
_ODD = re.compile(
    "[\x80-\x9f\ufffd"  # control characters, what could not be decoded
    "¡-©ª¬-¶¸-º¼-¿ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ"
    "\u0152\u0153\u0160\u0161\u0178\u0192\u2020-\u2022\u2030\u2039\u203a\u2122]"  # those of windows-1252
)
_WORD = re.compile(r"[^\s\x00-@\[-`{-\x7f«»“”‘’–—…°]+")
_UTF8_READ_WRONGLY = re.compile("á»[^\\W\\d_]?|áº|Æ°|Ä\u2018|â€")  # "Thá»§", "Viá»‡t", "Æ°á»›c", "Ä‘"
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_VOWELS = (
    "uyê uya uyu uôi ươi ươu iêu yêu oai oay oao oeo uây uai uao uay ueo ai ao au ay âu ây eo êu ia iê iu oa oă oe oi oo ôi ơi "
    "ua uă uâ ue uê uô uơ ui uy ưa ưi ươ ưu yê a ă â e ê i o ô ơ u ư y"
)
_TONELESS = re.compile(
    rf"""
    (?:ngh|ng|nh|ch|gh|gi|kh|ph|qu?|th|tr|[bcdđghklmnprstvx])?   # what a syllable begins with
    (?:{_VOWELS.replace(" ", "|")})                              # vowels that occur together
    (?:ng|nh|ch|[cmnpt])?                                        # what it ends with
    """,
    re.VERBOSE | re.IGNORECASE,
)


def decode(data: bytes) -> str:
    """The text of a file in Unicode or a legacy encoding; raises ValueError where it is no text.

    Order: byte order mark, UTF-8, UTF-16 without a mark; else of the encodings in which Vietnamese was written the one that
    gives the most right syllables, and for other languages charset-normalizer's guess.

    >>> decode("Đại sứ".encode("utf-16")), decode(bytes.fromhex("A7B9692073F8204875D5"))
    ('Đại sứ', 'Đại sứ Huế')
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return repair(whole(data.decode(encoding, "replace")))
    if b"\0" in data:
        return repair(_decode_with_nul(data))
    try:
        return repair(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_legacy(data)


def _decode_with_nul(data: bytes) -> str:
    """Text that holds NUL: UTF-16, where every other byte of Latin letters is one, or a stray one in UTF-8; else a binary."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) > 0.2 * (len(data) / 2) and min(even, odd) < 0.02 * len(data):
        try:
            return whole(data.decode("utf-16-be" if even > odd else "utf-16-le"))
        except UnicodeDecodeError:
            pass
    if even + odd <= 0.01 * len(data):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    raise ValueError("not a text but a binary file; save the article as UTF-8 text")


def _decode_legacy(data: bytes) -> str:
    damaged = data.decode("utf-8", "replace")
    if damaged.count("\ufffd") * 4 <= sum(char > "\x7f" for char in damaged):
        return repair(damaged)
    best = _best(data.decode("latin-1"), (_from_1258, _from_tcvn3, _from_vni))
    if best is not None:
        return best
    from charset_normalizer import from_bytes

    guess = from_bytes(data[: SAMPLE * 10]).best()
    if guess is None:
        raise ValueError("the encoding cannot be told; save the article as UTF-8 text")
    return whole(data.decode(guess.encoding, "replace"))


# Where Latin-1 has control characters, windows-1252 has dashes and quotation marks.
_PUNCTUATION = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}


def repair(text: str) -> str:
    """The text as it was meant, where TCVN3, VNI or UTF-8 was once read as a Western encoding; any other text as it is.

    >>> repair("§¹i sø Hµ Lan"), repair("ThÃ¡i Lan vÃ  Viá»‡t Nam"), repair("Thủ tướng tiếp ông Müller")
    ('Đại sứ Hà Lan', 'Thái Lan và Việt Nam', 'Thủ tướng tiếp ông Müller')
    """
    odd = len(_ODD.findall(text, 0, SAMPLE))
    if odd * 100 < min(len(text), SAMPLE) and not (odd and _UTF8_READ_WRONGLY.search(text)):
        return text
    mended = _mend(text[:SAMPLE])
    if mended == text[:SAMPLE] and _rightness(text) >= GOOD:
        return text
    return _best(text, (_mend, _from_tcvn3, _from_vni)) or _mend(text)


def _best(text: str, readings: tuple[Callable[[str], str], ...]) -> str | None:
    """The reading with the most right syllables, the earlier of equal ones; None where none is Vietnamese."""
    scores = [_rightness(read(text[:SAMPLE])) for read in readings]
    top, second = sorted(scores, reverse=True)[:2]
    return readings[scores.index(top)](text) if top >= GOOD or (top >= FAIR and top - second >= AHEAD) else None


def _rightness(text: str) -> float:
    """The share of right syllables among the words that are not plain ASCII."""
    words = [word for word in _WORD.findall(unicodedata.normalize("NFC", text[:SAMPLE])) if not word.isascii()]
    return sum(map(_is_right, words)) / len(words) if words else 0.0


def _is_right(word: str) -> bool:
    """Whether a word is a syllable of Vietnamese with at most one tone."""
    toneless, tones = _TONES.subn("", unicodedata.normalize("NFD", word))
    return tones <= 1 and _TONELESS.fullmatch(unicodedata.normalize("NFC", toneless)) is not None


def _from_1258(text: str) -> str:
    """Text whose bytes are in windows-1258."""
    return text.encode("latin-1").decode("cp1258", "replace")


def _from_tcvn3(text: str) -> str:
    """Text whose bytes are in TCVN3."""
    return _swap(text.translate(_PUNCTUATION), *_legacy("tcvn3"))


def _from_vni(text: str) -> str:
    """Text whose bytes are in VNI."""
    return _swap(text.translate(_PUNCTUATION), *_legacy("vni"))


def _mend(text: str) -> str:
    """Text whose UTF-8 was read as a Western encoding, as a whole or in places."""
    mended = _swap(text, *_misread())
    return mended.replace("Ã ", "à") if mended != text else text  # a no-break space became a blank


def _swap(text: str, pattern: re.Pattern[str], letters: dict[str, str]) -> str:
    return pattern.sub(lambda m: letters[m.group()], text)


@cache
def _legacy(encoding: str) -> tuple[re.Pattern[str], dict[str, str]]:
    letters = {
        bytes.fromhex(row.codes).decode("latin-1"): row.letter for row in lexicon.legacy_letters() if row.encoding == encoding
    }
    return re.compile(_any_of(letters)), letters


def _any_of(words: Iterable[str]) -> str:
    """A regex of any of the words, the longest first, by their first letters: it is as fast for a thousand as for ten."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words):
        if word:
            rests.setdefault(word[0], []).append(word[1:])
    branches = "|".join(re.escape(first) + _any_of(rest) for first, rest in rests.items())
    return f"(?:{branches}){'?' if '' in words else ''}" if branches else ""


@cache
def _misread_letters() -> dict[str, str]:
    """What Vietnamese letters and quotation marks look like whose UTF-8 bytes were read as a Western encoding, once or twice."""
    misread: dict[str, str] = {}
    for letter in {*VOWELS, *VOWELS.upper(), *"đĐ“”‘’–…"} - {chr(code) for code in range(128)}:
        for form in (letter, unicodedata.normalize("NFD", letter)):
            for read in _WESTERN:
                once = "".join(map(read, form.encode("utf-8")))
                misread.setdefault(once, letter)
                misread.setdefault("".join(map(read, once.encode("utf-8"))), letter)
    return misread


def _reader(encoding: str) -> Callable[[int], str]:
    return lambda code: bytes([code]).decode(encoding, "ignore") or chr(code)


_WESTERN = (_reader("latin-1"), _reader("cp1252"), _reader("cp1258"))


@cache
def _misread() -> tuple[re.Pattern[str], dict[str, str]]:
    letters = _misread_letters()
    return re.compile(_any_of(letters)), letters
