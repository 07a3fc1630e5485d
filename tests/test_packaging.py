from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from samples import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The names of the files in the wheel."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    return set(zipfile.ZipFile(next(folder.glob("*.whl"))).namelist())


@pytest.mark.parametrize("pattern", ["vnbilat_lib/**/*.py", "vnbilat_lib/data/*.csv", "vnbilat_lib/template/*"])
def test_the_wheel_holds_the_package_with_its_data(wheel: set[str], pattern: str) -> None:
    assert {path.relative_to(ROOT).as_posix() for path in ROOT.glob(pattern) if path.is_file()} <= wheel


@pytest.mark.parametrize("folder", ["notebooks", "examples"])
def test_the_wheel_holds_what_a_study_folder_is_made_from(wheel: set[str], folder: str) -> None:
    shipped = {f"vnbilat_lib/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / folder).rglob("*.*") if path.is_file()}
    assert {name for name in shipped if ".ipynb_checkpoints" not in name} <= wheel


def test_the_newspapers_articles_stay_out_of_the_wheel(wheel: set[str]) -> None:
    names = {path.stem for path in (ROOT / "seeds").glob("*.txt")}
    assert names
    assert not [name for name in wheel if Path(name).stem in names or name.startswith("seeds")]


def test_constraints_name_a_version_of_every_dependency_and_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[0-9A-Za-z.!+]+", line) for line in lines)
    pinned = {_canonical(line.split("==")[0]) for line in lines}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(name for names in extras for name in names)]
    assert {_canonical(re.split(r"[<>=\[; ]", name)[0]) for name in wanted} <= pinned


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
