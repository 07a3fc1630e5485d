from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date

import pytest
from samples import ROOT, TALKS

import vnbilat_lib as vb
from vnbilat_lib.errors import UsageError

HEAVY = (
    "underthesea",
    "papermill",
    "distributed",
    "trafilatura",
    "pandas",
    "pyarrow",
    "matplotlib",
    "babel",
    "IPython",
    "ahocorasick",
)


def in_a_fresh_process(code: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True).stdout


def test_import_brings_nothing_heavy_along() -> None:
    loaded = json.loads(in_a_fresh_process("import json, sys, vnbilat_lib; print(json.dumps(list(sys.modules)))"))
    assert not {name.partition(".")[0] for name in loaded} & set(HEAVY)


def test_analysis_of_a_text_needs_no_frames() -> None:
    code = f"import json, sys, vnbilat_lib as vb; vb.analyze({TALKS!r}); print(json.dumps(list(sys.modules)))"
    loaded = {name.partition(".")[0] for name in json.loads(in_a_fresh_process(code))}
    assert not loaded & {"pandas", "pyarrow", "matplotlib", "papermill", "distributed"}


@pytest.mark.parametrize("name", vb.__all__)
def test_the_face_has_what_it_promises(name: str) -> None:
    assert getattr(vb, name).__doc__
    assert name in dir(vb)


def test_importing_a_room_does_not_hide_a_function_of_the_face() -> None:
    code = (
        "import vnbilat_lib.scoring, vnbilat_lib.study.corpus, vnbilat_lib as vb; print(callable(vb.score), callable(vb.extract))"
    )
    assert in_a_fresh_process(code).split() == ["True", "True"]


def test_what_the_face_lacks_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="frobnicate"):
        vb.frobnicate  # noqa: B018 - the look-up is the test


@pytest.mark.parametrize("published", ["2023-05-12", date(2023, 5, 12), None])
def test_analyze_takes_a_text_with_its_day(published: str | date | None) -> None:
    doc = vb.analyze(TALKS, published=published, title="Tin", outlet="Báo Mẫu")
    assert doc.article.published == (date(2023, 5, 12) if published else None)
    assert doc.article.title == "Tin"


def test_analyze_takes_an_article() -> None:
    assert vb.analyze(vb.Article("a", TALKS)).doc_id == "a"


def test_a_day_that_is_none_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="hôm qua"):
        vb.analyze(TALKS, published="hôm qua")


@pytest.mark.parametrize(
    "text", ["", "   \n", "\0", "\ud800", "1" * 20_000, "<script>alert(1)</script>", "ông " * 5_000, "(" * 5_000]
)
def test_strange_text_is_no_error(text: str) -> None:
    doc = vb.analyze(text)
    assert isinstance(doc, vb.Doc)
    assert len(repr(doc)) < 300
    assert "<script>" not in doc._repr_html_()
