"""The stages in their order; analyze(article) is one for-loop."""

from __future__ import annotations

from collections.abc import Callable

from vnbilat_lib.amounts import tag_amounts
from vnbilat_lib.dating import tag_dating
from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.furniture import tag_furniture
from vnbilat_lib.meetings import tag_meetings
from vnbilat_lib.normalize import normalize
from vnbilat_lib.people import tag_people
from vnbilat_lib.places import tag_places
from vnbilat_lib.sentences import tag_sentences
from vnbilat_lib.times import resolve_times, tag_times
from vnbilat_lib.trade import tag_trade_figures

STAGES: tuple[Callable[[Doc], Doc], ...] = (
    normalize,
    tag_furniture,
    tag_sentences,
    tag_places,
    tag_times,
    tag_amounts,
    tag_people,
    tag_dating,
    resolve_times,
    tag_meetings,
    tag_trade_figures,
)


def analyze(article: Article) -> Doc:
    """The article with everything that the stages find in it."""
    doc = Doc(article)
    for stage in STAGES:
        doc = stage(doc)
    return doc
