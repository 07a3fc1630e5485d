from __future__ import annotations

import time

import pytest
from patterns import WORST, repeated, varied

from vnbilat_lib import pipeline
from vnbilat_lib.doc import Article
from vnbilat_lib.relevance import is_relevant

SIZE = 20_000  # the longest line of which normalising shortens nothing
LIMIT = 4.0  # seconds of the processor: many times what is needed, less than any time that grows with the square


def seconds(text: str) -> float:
    began = time.process_time()
    is_relevant(pipeline.analyze(Article("worst", text)).text)
    return time.process_time() - began


@pytest.mark.parametrize("name", WORST)
def test_a_repeated_stretch_costs_what_its_length_costs(name: str) -> None:
    assert seconds(repeated(WORST[name], SIZE)) < LIMIT


@pytest.mark.parametrize("name", WORST)
def test_a_line_of_a_million_characters_that_repeats_itself_is_done_in_a_second(name: str) -> None:
    assert seconds(repeated(WORST[name], 1_000_000)) < 1


def test_a_line_of_which_no_two_parts_are_alike_costs_what_its_length_costs() -> None:
    assert seconds(varied(4 * SIZE)) < 2 * LIMIT
