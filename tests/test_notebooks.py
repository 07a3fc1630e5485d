"""The notebooks: what they hold in git, and that they run by hand and by bare papermill as well."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from samples import ROOT

from vnbilat_lib import workspace
from vnbilat_lib.report.execute import declared

pytestmark = pytest.mark.xdist_group("report")

NOTEBOOKS = workspace.find_notebooks(ROOT / "notebooks")
COMMON = {"dataset", "lang", "published_from", "published_to", "partner", "outlet", "salience", "include_inferred", "max_rows"}
OWN = {
    "corpus": {"by"},
    "actors": {"country", "min_articles"},
    "meetings": {"forms", "status", "sector", "by"},
    "trade": {"metric", "status", "commodity"},
}
IMPORTS = {"json", "textwrap", "matplotlib", "pandas", "vnbilat_lib"}


def read(path: Path) -> list[dict[str, Any]]:
    cells: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return cells


def code(path: Path) -> str:
    return "\n".join("".join(c["source"]) for c in read(path) if c["cell_type"] == "code")


each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda p: p.stem)


def test_the_five_notebooks_are_here() -> None:
    assert tuple(p.stem for p in NOTEBOOKS) == workspace.ORDER


@each_notebook
def test_no_output_is_kept(path: Path) -> None:
    for cell in read(path):
        if cell["cell_type"] == "code":
            assert cell["outputs"] == []
            assert cell["execution_count"] is None


@each_notebook
def test_parameters_have_type_value_and_meaning(path: Path) -> None:
    tagged = [c for c in read(path) if "parameters" in c["metadata"].get("tags", [])]
    assert len(tagged) == 1
    for line in tagged[0]["source"]:
        assert "  # " in line, line
    names = set(declared(path))
    if path.stem in OWN:
        assert names == COMMON | OWN[path.stem]
    assert {"dataset", "lang", "max_rows"} <= names


@each_notebook
def test_papermill_reads_the_same_parameters(path: Path) -> None:
    from papermill.inspection import inspect_notebook

    seen = inspect_notebook(str(path))
    assert set(seen) == set(declared(path))
    assert all(p["help"] and p["inferred_type_name"] in {"str", "bool", "int"} for p in seen.values())


@each_notebook
def test_every_text_stands_in_both_languages(path: Path) -> None:
    tags = [tuple(c["metadata"].get("tags", ())) for c in read(path) if c["cell_type"] == "markdown"]
    assert tags == [("vi",), ("en",)] * (len(tags) // 2)


@each_notebook
def test_only_the_public_face_pandas_and_matplotlib_are_used(path: Path) -> None:
    tree = ast.parse(code(path))
    names = [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    names += [n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    assert {name.split(".")[0] for name in names} <= IMPORTS
    assert not [name for name in names if name.startswith("vnbilat_lib.")]


@each_notebook
def test_every_figure_has_an_alternative_text(path: Path) -> None:
    calls = [n for n in ast.walk(ast.parse(code(path))) if isinstance(n, ast.Call) and ast.unparse(n.func) == "view.figure"]
    figures = code(path).count("plt.subplots(")
    assert len(calls) == figures
    assert all(len(call.args) == 2 for call in calls)


def run_papermill(arguments: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "papermill", "--no-progress-bar", *arguments],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def test_bare_papermill_runs_a_notebook(seeds_report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.ipynb"
    arguments = [str(ROOT / "notebooks" / "meetings.ipynb"), str(out), "-p", "dataset", "seeds/dataset", "-p", "partner", "CN-YN"]
    run = run_papermill(arguments, cwd=seeds_report.parent)
    assert run.returncode == 0, run.stderr
    assert "CN-YN" in out.read_text(encoding="utf-8")


def test_a_notebook_without_a_dataset_says_how_to_make_one(tmp_path: Path) -> None:
    run = run_papermill(
        [str(ROOT / "notebooks" / "trade.ipynb"), str(tmp_path / "out.ipynb"), "-p", "dataset", "nowhere"], cwd=tmp_path
    )
    assert run.returncode != 0
    assert "vnbilat extract" in run.stderr


def test_a_wrong_value_stops_in_the_first_cell_with_the_allowed_ones(seeds_report: Path, tmp_path: Path) -> None:
    arguments = ["-p", "dataset", str(seeds_report / "dataset"), "-p", "status", "target"]
    run = run_papermill([str(ROOT / "notebooks" / "meetings.ipynb"), str(tmp_path / "out.ipynb"), *arguments], cwd=tmp_path)
    assert run.returncode != 0
    assert "allowed: held, planned, cancelled" in run.stderr
