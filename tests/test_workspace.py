"""A study folder: what it holds, that nothing is overwritten, that its own notebooks are the ones that run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vnbilat_lib import workspace
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.report.execute import declared


def test_a_new_study_holds_notebooks_an_example_and_a_readme(tmp_path: Path) -> None:
    study = workspace.new(tmp_path / "my-study")
    assert [p.stem for p in workspace.find_notebooks(study / "notebooks")] == list(workspace.ORDER)
    assert (study / "articles" / "metadata.csv").is_file()
    assert len(list((study / "articles").glob("*.txt"))) >= 6
    assert (study / "README.md").is_file()
    assert (study / "corrections.csv").read_text(encoding="utf-8") == "table,id,column,value,reason\n"
    assert workspace.is_study(study)


def test_its_notebooks_look_for_the_example_s_dataset(tmp_path: Path) -> None:
    study = workspace.new(tmp_path / "my-study")
    for notebook in workspace.find_notebooks(study / "notebooks"):
        assert declared(notebook)["dataset"].default == "../outputs/articles/dataset"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(VnbilatError, match="not empty"):
        workspace.new(tmp_path)
    with pytest.raises(VnbilatError, match="not empty"):
        workspace.new(tmp_path / "notes.txt")
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    assert workspace.new(tmp_path) == tmp_path


def test_a_study_s_own_notebooks_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study = workspace.new(tmp_path / "my-study")
    assert workspace.notebooks_folder(study / "articles") == study / "notebooks"
    monkeypatch.chdir(study)
    assert workspace.notebooks_folder(Path("/elsewhere")) == study / "notebooks"


def test_notebooks_that_merely_lie_about_do_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "other.ipynb").write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert workspace.notebooks_folder(tmp_path / "articles") != tmp_path / "notebooks"


def test_known_notebooks_come_in_their_order_and_others_after(tmp_path: Path) -> None:
    for name in ("zebra", "trade", "corpus", "apple", ".hidden"):
        (tmp_path / f"{name}.ipynb").write_text("{}", encoding="utf-8")
    assert [p.stem for p in workspace.find_notebooks(tmp_path)] == ["corpus", "trade", "apple", "zebra"]


def test_a_folder_without_notebooks_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(VnbilatError, match="vnbilat new"):
        workspace.find_notebooks(tmp_path)


def test_jupyterlab_starts_in_the_study_with_this_interpreter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import subprocess
    import sys

    seen: list[list[str]] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: seen.append(command) or subprocess.CompletedProcess(command, 0))
    assert workspace.lab(tmp_path) == 0
    assert seen == [[sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={tmp_path}"]]
    with pytest.raises(VnbilatError, match="vnbilat new"):
        workspace.lab(tmp_path / "nowhere")


def test_the_copies_are_notebooks(tmp_path: Path) -> None:
    study = workspace.new(tmp_path / "my-study")
    for notebook in (study / "notebooks").glob("*.ipynb"):
        assert json.loads(notebook.read_text(encoding="utf-8"))["nbformat"] == 4
