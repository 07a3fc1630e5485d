"""A study folder of one's own, JupyterLab in it, and where the notebooks are."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

from vnbilat_lib.errors import VnbilatError

PACKAGE = Path(__file__).resolve().parent
ORDER = ("corpus", "actors", "meetings", "trade", "evaluation")
CORRECTIONS = "corrections.csv"
EXAMPLE = "articles"
_DATASET = re.compile(r'(dataset: str = \\")[^"\\]*(\\")')


def shipped(name: str) -> Path:
    """A folder that comes with vnbilat: of the source tree where there is one, else of the installed package."""
    for folder in (PACKAGE.parent / name, PACKAGE / name):
        if folder.is_dir() and (folder.parent == PACKAGE or (PACKAGE.parent / "pyproject.toml").is_file()):
            return folder
    raise VnbilatError(f"{PACKAGE / name} is missing: install vnbilat again")


def is_study(folder: Path) -> bool:
    """Whether a folder was made by `vnbilat new`: it holds notebooks and corrections.csv."""
    return (folder / CORRECTIONS).is_file() and any((folder / "notebooks").glob("*.ipynb"))


def notebooks_folder(source: Path | None = None) -> Path:
    """The notebooks to run: of the study folder in which we are or in which `source` lies, else those that come with vnbilat."""
    near = [Path.cwd(), *([source.resolve().parent] if source else [])]
    own = next((folder for folder in near if is_study(folder)), None)
    return own / "notebooks" if own else shipped("notebooks")


def find_notebooks(folder: Path) -> list[Path]:
    """The notebooks of a folder: the known ones in their order, then others by name."""
    found = sorted(p for p in folder.glob("*.ipynb") if not p.name.startswith("."))
    if not found:
        raise VnbilatError(f"{folder} holds no notebook (*.ipynb); `vnbilat new DIR` makes a folder with notebooks")
    return sorted(found, key=lambda p: (ORDER.index(p.stem) if p.stem in ORDER else len(ORDER), p.name))


def new(path: str | Path) -> Path:
    """Make a study folder: notebooks to change, a small invented example, corrections.csv, a README. Gives its path.

    Raises VnbilatError where `path` is a file or a folder that is not empty: nothing is ever overwritten.
    """
    folder = Path(path)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise VnbilatError(f"{folder} is there already and not empty; name a new folder")
    (folder / "notebooks").mkdir(parents=True)
    for notebook in find_notebooks(shipped("notebooks")):
        text = notebook.read_text(encoding="utf-8")
        text = _DATASET.sub(rf"\g<1>../outputs/{EXAMPLE}/dataset\g<2>", text)
        (folder / "notebooks" / notebook.name).write_text(text, encoding="utf-8")
    examples = shipped("examples")
    shutil.copytree(examples / EXAMPLE, folder / EXAMPLE)
    for name in (CORRECTIONS, "README.md"):
        shutil.copyfile(examples / name, folder / name)
    return folder


def lab(path: str | Path | None = None) -> int:
    """Start JupyterLab of this interpreter in a study folder (by default the one in which we are); gives its exit code."""
    folder = Path(path) if path else Path.cwd()
    if not folder.is_dir():
        raise VnbilatError(f"{folder} is no folder; `vnbilat new {folder}` makes it")
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder.resolve()}"]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - this interpreter, no shell, a folder's path
