from __future__ import annotations

import os

import pytest
from fuzz import check, fuzz

from vnbilat_lib.doc import Article

SECONDS = float(os.environ.get("VNBILAT_FUZZ_SECONDS", "30"))


def test_no_text_ends_in_an_error() -> None:
    tried, failed = fuzz(SECONDS, seed=20261122)
    assert tried > 20
    assert failed == []


@pytest.mark.parametrize(
    "text",
    [
        "Quốc vương C Murmansk M M M M M 3",  # a name that begins with a town's
        "cảm ơn Quỹ Dân số. Ảnh: báo",  # a credit that breaks off
        "đầu tư ra nước ngoài ạHai bên 2USD ",  # two sides that no one names
    ],
)
def test_what_once_failed(text: str) -> None:
    check(Article("text", text))
