"""What comes with the units: their sources, the articles and tables they read, the tables of checks and messages."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.workspace import shipped

# The folders of a lesson as students see them, and where vnbilat has them.
FOLDERS = {"articles": "examples/articles", "materials": "notebooks/teaching/materials", "seeds": "seeds"}


def units() -> list[Path]:
    """The units' sources, in order."""
    return sorted((shipped("notebooks") / "teaching").glob("[0-9]-*.ipynb"))


def find_folder(name: str) -> Path:
    """A folder of the lessons: beside the notebook that asks, else where vnbilat has it.

    "seeds", texts of newspapers, come with the source tree only; without them the path leads nowhere: a loop over it is empty.
    """
    if name not in FOLDERS:
        raise VnbilatError(f"{name!r} is no folder of a lesson; there are {', '.join(FOLDERS)}")
    return next((place for place in (Path(name), *shipped_folder(name)) if place.is_dir()), Path(name))


def shipped_folder(name: str) -> Iterator[Path]:
    """Where vnbilat has a folder of the lessons, if it has."""
    top, _, below = FOLDERS[name].partition("/")
    try:
        yield shipped(top) / below
    except VnbilatError:  # the seeds are no part of the installed package
        return


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of checks.csv or messages.csv."""
    with (shipped("notebooks") / "teaching" / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
