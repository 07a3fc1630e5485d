"""Raw text -> clean text: one spelling of letters, spaces, dashes and quotes, underscores undone, stuck sentences parted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from vnbilat_lib import lexicon
from vnbilat_lib.alignment import Alignment
from vnbilat_lib.doc import Article, Doc

_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_LOWER = f"{_VOWELS}bcdđfghjklmnpqrstvwxz"
_UPPER = _LOWER.upper()
_ONSETS = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx]"
SYLLABLE = re.compile(
    rf"""
    (?:{_ONSETS})?        # what a Vietnamese syllable begins with
    [{_VOWELS}]{{1,3}}    # its vowels, one with the tone
    (?:ng|nh|ch|[cmnpt])? # what it ends with
    """,
    re.VERBOSE | re.IGNORECASE,
)

# One character for one: the offsets stay.
_SAME_LENGTH = {
    **dict.fromkeys(map(ord, "\u2013\u2014\u2212\u2010\u2011\u2012\u2015"), "-"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u00ab\u00bb"), '"'),
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u0060\u00b4"), "'"),
    **dict.fromkeys(map(ord, "\u2028\u2029\u0085\u000b\u000c"), "\n"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}
_INVISIBLE = re.compile(
    r"""
    [\x00-\x08\x0e-\x1f\x7f]            # control characters
    | [\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]  # soft hyphens, zero-width and direction marks
    | \r(?=\n)                           # the first half of a Windows line end
    """,
    re.VERBOSE,
)
_BLANKS = re.compile(
    r"""
    [^\S\n]*+\n[^\S\n]*+   # a line end with the blanks around it
    | [^\S\n]{2,}+         # a run of blanks
    | [^\S\n\x20]          # a blank of another kind: no-break space, tab
    """,
    re.VERBOSE,
)
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]++")
_UNDERSCORE = re.compile(r"(?<=[^\W_])_++(?=[^\W_])")
_SPACED_PUNCTUATION = re.compile(
    r"""
    [ ]++(?=[,.;:!?)\]](?:\s|$))   # "cơ_chế , phấn_đấu"
    | (?<=[(\[])[ ]++              # "( trái )"
    """,
    re.VERBOSE,
)
_CUT_SYLLABLE = re.compile(
    rf"""
    (?<=[^\W\d_]\ )([bcdđghklmnprstvx])\ (?=[{_VOWELS}][^\W\d_])   # a letter alone before a vowel: "Việc t ăng cường"
    """,
    re.VERBOSE,
)
_STUCK_WORDS = re.compile(rf"(?<=[{_LOWER}])(?=[{_UPPER}][{_LOWER}])")
_STUCK_SENTENCES = re.compile(
    rf"""
    (?<=[^\W_]|[%)"])[.!?…](?=["(]?[{_UPPER}](?:[{_LOWER}]|\ [{_LOWER}]))   # "cho hay.Theo ông Khôi", "hơn 19%.Chủ tịch"
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\W\d_]{1,20}$")
_WORD_AFTER = re.compile(r"[^\W\d_]{1,20}")


def full_text(article: Article) -> str:
    """The article as one string: a separate title is the first line, unless the text begins with it.

    >>> full_text(Article("a", "Chiều 15/8, hai bên hội đàm.", title="Hội đàm"))
    'Hội đàm\\nChiều 15/8, hai bên hội đàm.'
    """
    title = (article.title or "").strip()
    if not title or article.text.lstrip().startswith(title):
        return article.text
    return f"{title}\n{article.text}"


class _Draft:
    """A text with the raw offset of each of its characters, edited pass by pass."""

    __slots__ = ("sources", "text")

    def __init__(self, raw: str) -> None:
        self.text = raw
        self.sources = list(range(len(raw)))

    def edit(self, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str | None]) -> None:
        """Replace each match by what `change` gives (None leaves it); new characters point to the match's first ones."""
        pieces, sources, last = [], [], 0
        for match in pattern.finditer(self.text):
            new = change(match)
            if new is None:
                continue
            start, end = match.span()
            at = min(start, len(self.sources) - 1)
            pieces += [self.text[last:start], new]
            sources += self.sources[last:start]
            sources += [self.sources[min(at + k, max(end - 1, at))] for k in range(len(new))]
            last = end
        if last or pieces:
            self.text = "".join([*pieces, self.text[last:]])
            self.sources = sources + self.sources[last:]


def _is_segmented(text: str) -> bool:
    """Whether a word segmenter wrote the text: underscores inside words, many of them."""
    return text.count("_") >= 3 and len(_UNDERSCORE.findall(text)) * 60 > len(text.split()) and "_" in text


def _blank(match: re.Match[str]) -> str:
    return "\n" if "\n" in match.group() else " "


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(row.abbreviation for row in lexicon.abbreviations())


def _ends_sentence(word: str) -> bool:
    """Whether a full stop after `word` may end a sentence: not after an initial, "PGS", "TP"."""
    if word in _abbreviations() or len(word) == 1 and word != "Á":  # "Đông Nam Á." is no initial
        return False
    return word[0].islower() or len(word) >= 3


def _part_sentences(match: re.Match[str]) -> str | None:
    before = _WORD_BEFORE.search(match.string, max(0, match.start() - 20), match.start())
    return match.group() + " " if before is None or _ends_sentence(before.group()) else None


def _part_words(match: re.Match[str]) -> str | None:
    """A line end between two syllables that no word holds together: "biên giớiĐại sứ", but not "TikTok", "VinFast"."""
    text, at = match.string, match.start()
    before = _WORD_BEFORE.search(text, max(0, at - 20), at)
    after = _WORD_AFTER.match(text, at)
    if not before or not after:
        return None
    left, right = before.group(), after.group()
    if not (SYLLABLE.fullmatch(left) and SYLLABLE.fullmatch(right)):
        return None
    return "\n" if not (left + right).isascii() else None


def _join_syllable(match: re.Match[str]) -> str | None:
    word = _WORD_AFTER.match(match.string, match.end())
    return match.group(1) if word and SYLLABLE.fullmatch(match.group(1) + word.group()) else None


def normalize(doc: Doc) -> Doc:
    """The clean text of an article, with the alignment that leads back to the raw one.

    >>> from vnbilat_lib.doc import Article
    >>> normalize(Doc(Article("a", "Bí_thư Vương_Ninh , Trần_Hào tiếp ông Lê_An ."))).text
    'Bí thư Vương Ninh, Trần Hào tiếp ông Lê An.'
    """
    raw = full_text(doc.article)
    draft = _Draft(raw)
    if not unicodedata.is_normalized("NFC", raw):
        draft.edit(_CLUSTER, lambda m: unicodedata.normalize("NFC", m.group()))
    draft.text = draft.text.translate(_SAME_LENGTH)
    draft.edit(_INVISIBLE, lambda _: "")
    if _is_segmented(draft.text):
        draft.text = _UNDERSCORE.sub(lambda m: " " * len(m.group()), draft.text)
        draft.edit(_SPACED_PUNCTUATION, lambda _: "")
    draft.edit(_BLANKS, _blank)
    draft.edit(_CUT_SYLLABLE, _join_syllable)
    draft.edit(_STUCK_SENTENCES, _part_sentences)
    draft.edit(_STUCK_WORDS, _part_words)
    return replace(
        doc, raw=raw, text=draft.text, alignment=Alignment.of_sources(draft.sources, len(raw)), language=find_language(draft.text)
    )


def find_language(text: str) -> str:
    """ "vi" for Vietnamese, "und" for any other language, by the share of letters that only Vietnamese uses.

    >>> find_language("Hai bên hội đàm tại Hà Nội."), find_language("The two sides met in Hanoi.")
    ('vi', 'und')
    """
    sample = text[:4000].lower()
    letters = sum(c.isalpha() for c in sample)
    marked = sum(c in _MARKED for c in sample)
    return "vi" if letters and marked * 20 >= letters else "und"


_MARKED = frozenset("ăắằẳẵặâấầẩẫậđêếềểễệôốồổỗộơớờởỡợưứừửữựạảẹẻẽịỉĩọỏụủũỵỷỹ")
