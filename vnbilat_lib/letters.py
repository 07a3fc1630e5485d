"""Letters and syllables of Vietnamese: what the shape of a word tells."""

from __future__ import annotations

import re
import unicodedata

# Latin letters, to stand inside a regex's brackets: the blocks up to U+024F, and the one with Vietnamese tones.
_LETTERS = [c for c in map(chr, (*range(0x41, 0x250), *range(0x1E00, 0x1F00))) if c.isalpha()]
UPPER = "".join(c for c in _LETTERS if c.isupper())
LOWER = "".join(c for c in _LETTERS if c.islower())

VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_SYLLABLE = re.compile(
    rf"""
    (?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?   # what a syllable begins with
    [{VOWELS}]{{1,3}}                                           # its vowels, one with the tone
    (?:ng|nh|ch|[cmnpt])?                                       # what it ends with
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")  # grave, acute, tilde, hook above, dot below


def is_syllable(word: str) -> bool:
    """Whether `word` has the shape of one Vietnamese syllable.

    >>> is_syllable("nghiêng"), is_syllable("Đắk"), is_syllable("Trump")
    (True, False, False)
    """
    return _SYLLABLE.fullmatch(word) is not None


def has_tone(letter: str) -> bool:
    """Whether a letter carries a tone mark.

    >>> has_tone("Á"), has_tone("Ê")
    (True, False)
    """
    return not _TONES.isdisjoint(unicodedata.normalize("NFD", letter))


def may_end_sentence(word: str) -> bool:
    """Whether a full stop after a word of this shape may end a sentence.

    Not after an initial ("Ê. Ma-crông"), nor after two letters that make no syllable ("Th. 5", "Mr. Lee").

    >>> [word for word in ("Mỹ", "Á", "USD", "hai", "Ê", "PV", "Mr") if may_end_sentence(word)]
    ['Mỹ', 'Á', 'USD', 'hai']
    """
    if word[0].islower() or len(word) >= 3:
        return True
    return has_tone(word) if len(word) == 1 else is_syllable(word) and not (word.isascii() and word.isupper())
