from __future__ import annotations

import time

import pytest
from patterns import WORST, repeated, varied

from vnbilat_lib import pipeline
from vnbilat_lib.doc import Article, Doc
from vnbilat_lib.relevance import is_relevant

SIZE = 30_000
LIMIT = 4.0  # seconds of the processor: many times what is needed, less than any time that grows with the square


def seconds(text: str) -> float:
    began = time.process_time()
    doc = pipeline.analyze(Article("worst", text))
    is_relevant(doc.text)
    assert isinstance(doc, Doc)
    return time.process_time() - began


@pytest.mark.parametrize("name", WORST)
def test_time_grows_with_the_length_only(name: str) -> None:
    assert seconds(repeated(WORST[name], SIZE)) < LIMIT


def test_time_grows_with_the_length_only_where_no_two_parts_are_alike() -> None:
    assert seconds(varied(SIZE)) < 2 * LIMIT
