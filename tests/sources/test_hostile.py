"""Whatever lies in a folder, a run ends, says what it could not read, and stays in its bounds."""

from __future__ import annotations

import csv
import json
import os
import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hostile import write_hostile
from samples import ROOT

import vnbilat_lib as vb
from vnbilat_lib.sources.items import label

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")
MEMORY = 700  # MB

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="names that Windows forbids")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str]]:
    folder = tmp_path_factory.mktemp("hostile") / "corpus"
    folder.mkdir()
    return folder, write_hostile(folder)


@pytest.fixture(scope="module")
def run(corpus: tuple[Path, set[str]]) -> subprocess.CompletedProcess[str]:
    """The corpus coded as a user codes it, with a folder of its own for temporary files."""
    folder, _ = corpus
    temporary = folder.parent / "temporary"
    temporary.mkdir()
    return subprocess.run(
        [sys.executable, "-m", "vnbilat_lib", "extract", "corpus", "--out", "out", "--workers", "2"],
        cwd=folder.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )


@pytest.fixture(scope="module")
def study(corpus: tuple[Path, set[str]], run: subprocess.CompletedProcess[str]) -> vb.Study:
    assert run.returncode == 1, run.stderr
    return vb.read(corpus[0].parent / "out")


def test_the_corpus_is_large(corpus: tuple[Path, set[str]]) -> None:
    assert len(corpus[1]) >= 300


@pytest.mark.usefixtures("study")
def test_nothing_crashes(run: subprocess.CompletedProcess[str]) -> None:
    assert "Traceback" not in run.stderr


def test_memory_stays_in_its_bounds(study: vb.Study) -> None:
    assert len(study.articles)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10) < MEMORY


def test_nothing_is_written_outside_the_output_folder(corpus: tuple[Path, set[str]], study: vb.Study) -> None:
    assert len(study.articles)
    assert {path.name for path in corpus[0].parent.iterdir()} == {"corpus", "out", "temporary"}
    assert {path.name for path in (corpus[0].parent / "out").iterdir()} == {"dataset", "run.json"}
    assert not list((corpus[0].parent / "temporary").iterdir())
    assert not list(corpus[0].rglob("*evil*"))


def test_the_counts_add_up(corpus: tuple[Path, set[str]], study: vb.Study) -> None:
    counts = json.loads((corpus[0].parent / "out" / "run.json").read_text(encoding="utf-8"))["records"]
    assert counts["read"] == counts["articles"] + counts["lost"] + counts["left_out"]
    assert counts["articles"] == len(study.articles)
    assert counts["lost"] == (study.problems["stage"] == "source").sum()
    assert counts["articles"] > 300


def test_no_file_is_lost_in_silence(corpus: tuple[Path, set[str]], study: vb.Study) -> None:
    told = {str(path) for table in (study.articles, study.problems) for path in table["path"]}
    names = {label(name) for name in corpus[1]}
    silent = {name for name in names - told if not any(path.startswith(f"{name}/") for path in told)}
    assert not silent


def test_ids_are_unique_and_harmless(study: vb.Study) -> None:
    assert study.articles["doc_id"].is_unique
    assert all(doc_id.isprintable() and 0 < len(doc_id) <= 500 for doc_id in study.articles["doc_id"])


def test_no_cell_is_a_formula(study: vb.Study) -> None:
    for table in study.path.glob("*.csv"):
        with table.open(encoding="utf-8-sig", newline="") as lines:
            cells = [cell for row in csv.reader(lines) for cell in row]
        assert not [cell for cell in cells if cell[:1] in "=+-@\t\r＝＋－＠" and cell and not NUMBER.fullmatch(cell)]


def test_what_can_be_read_is_read(study: vb.Study) -> None:
    articles = study.articles.set_index("path")
    encoded = articles[articles.index.str.startswith("enc/")]
    assert len(encoded) == 48
    assert set(encoded["language"]) == {"vi"}
    assert {"long/line.jsonl", "long/cell.csv", "odd/pretty.json", "odd/bytes.parquet", "zip/slip.zip/etc"} - {
        "zip/slip.zip/etc"
    } <= set(articles.index)
    assert articles.loc["odd/open.csv", "doc_id"].nunique() == 300


def test_copies_are_kept_and_marked(study: vb.Study) -> None:
    same = study.articles[study.articles["path"].str.startswith("same/")]
    assert len(same) == 10
    assert same["duplicate_of"].notna().sum() >= 8
