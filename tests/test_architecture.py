"""The shape of the house: who may import whom, how long a file is, what stands in which room."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from samples import ROOT

PACKAGE = ROOT / "vnbilat_lib"
FILES = sorted(PACKAGE.rglob("*.py"))
STAGES = {"normalize", "furniture", "sentences", "places", "times", "amounts", "people", "dating", "meetings", "trade"}
# From the ground up. A room (a file, or a folder of them) imports from the floors below its own.
FLOORS = (
    {"errors", "alignment", "letters", "progress"},
    {"doc"},
    {"lexicon", "match", "tagger"},
    {"numerals", "calendar_days", "wording", "plotting"},
    STAGES | {"sources", "relevance"},
    {"pipeline", "parameters"},
    {"display", "engine", "link"},
    {"dataset", "trace"},
    {"selection"},
    {"study", "workspace"},
    {"scoring"},  # a Study is scored
    {"report", "teaching"},
    {"__init__"},
    {"cli"},
    {"__main__"},
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
UPWARD = {("doc", "display")}  # how a Doc looks in a notebook: only a notebook asks, so it is imported on first use
# Slow to import: inside a function, on first use, in the one room that owns it where one does.
OWNERS = {
    "underthesea": {"tagger"},
    "underthesea_core": {"tagger"},
    "trafilatura": {"sources"},
    "lxml": {"sources"},
    "fsspec": {"sources"},
    "warcio": {"sources"},
    "papermill": {"report"},
    "nbconvert": {"report"},
    "matplotlib": {"plotting"},
    "babel": {"wording"},
    "distributed": {"engine"},
    "dask": {"engine"},
}
HEAVY = {*OWNERS, "pandas", "pyarrow", "numpy", "IPython", "jinja2", "jupyter_client", "nbclient", "nbformat"}
DATA_READERS = {"lexicon/reader.py", "study/coding.py"}  # the latter takes a digest of every file, to tell what coded a dataset
REGEX_SIGNS = re.compile(
    r"""
    \\             # an escape
    | \(\?         # a group's option
    | \.[*+]       # anything
    | \[[^\]]*\]   # a class
    | \{\d         # a count
    | \w\*|\w\+\w  # a repetition, but not "OPEC+"
    | \^
    """,
    re.VERBOSE,
)
VIETNAMESE = re.compile(r"[^\W\d_a-zA-Z]")


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    """The room of a file: its own name, or its folder's."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def modules_in(tree: ast.AST) -> Iterator[str]:
    """Every module that is imported anywhere below a node, in full."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [alias.name for alias in node.names]
            yield from ([f"{node.module}.{name}" for name in names] if node.module == "vnbilat_lib" else [str(node.module)])


def rooms_in(tree: ast.AST) -> set[str]:
    parts = [module.split(".") for module in modules_in(tree)]
    return {(part[1] if part[1:] else "__init__") for part in parts if part[0] == "vnbilat_lib"}


def on_import(tree: ast.Module) -> ast.Module:
    """What runs when a module is imported: not its functions, not what only a type checker reads."""
    kept = [
        node
        for node in tree.body
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
    ]
    return ast.Module(body=kept, type_ignores=[])


def test_every_room_has_a_floor_and_every_floor_a_room() -> None:
    assert {room_of(path) for path in FILES} == set(FLOOR)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_imports_only_from_lower_floors(path: Path) -> None:
    room = room_of(path)
    others = rooms_in(tree_of(path)) - {room}
    face = {"__init__"} if room == "__main__" else set()
    upward = {other for other in others - face if FLOOR.get(other, 99) >= FLOOR[room] and (room, other) not in UPWARD}
    assert not upward
    assert not {other for other in rooms_in(on_import(tree_of(path))) if (room, other) in UPWARD}


@pytest.mark.parametrize("room", sorted(STAGES))
def test_stages_meet_only_through_the_doc(room: str) -> None:
    imported = set().union(*(rooms_in(tree_of(path)) for path in FILES if room_of(path) == room))
    assert not imported & (STAGES - {room})


def test_the_pipeline_knows_every_stage() -> None:
    assert rooms_in(tree_of(PACKAGE / "pipeline.py")) == STAGES | {"doc"}


def test_each_field_of_a_doc_has_one_writer() -> None:
    source = (PACKAGE / "doc.py").read_text(encoding="utf-8")
    body = source[source.index("class Doc:") :]
    writers = dict(re.findall(r"^    (\w+): .*#[ ](\w+)", body, re.MULTILINE))
    assert set(writers.values()) == STAGES
    for path in FILES:
        if room_of(path) in STAGES:
            for call in (n for n in ast.walk(tree_of(path)) if isinstance(n, ast.Call) and ast.unparse(n.func) == "replace"):
                if ast.unparse(call.args[0]) == "doc":
                    assert {writers[str(k.arg)] for k in call.keywords} == {room_of(path)}, name_of(path)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_is_no_longer_than_one_can_read(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_begins_with_its_purpose(path: Path) -> None:
    assert (ast.get_docstring(tree_of(path)) or "").split("\n")[0].endswith((".", "?"))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_is_heavy_is_imported_on_first_use_by_the_room_that_owns_it(path: Path) -> None:
    assert not {module.split(".")[0] for module in modules_in(on_import(tree_of(path)))} & HEAVY
    for module in {module.split(".")[0] for module in modules_in(tree_of(path))}:
        assert room_of(path) in OWNERS.get(module, {room_of(path)}), module


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_only_the_lexicon_reads_the_word_lists(path: Path) -> None:
    texts = {node.value for node in ast.walk(tree_of(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    tables = {table.name for table in (PACKAGE / "data").glob("*.csv")}
    assert "data" not in texts or name_of(path) in DATA_READERS
    assert not texts & tables


def test_there_is_no_room_for_everything() -> None:
    names = {path.stem for path in FILES} | {path.parent.name for path in FILES}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc", "tools", "settings", "constants", "registry"}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_word_lists_stand_in_data(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict):
            items = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
            strings = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            assert sum(bool(VIETNAMESE.search(text)) for text in strings) <= 6, f"line {node.lineno}"


@pytest.mark.parametrize("table", sorted((PACKAGE / "data").glob("*.csv")), ids=lambda path: path.stem)
def test_a_word_list_holds_no_regex(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    cells = [(line, cell) for line, row in enumerate(rows, 2) for column, cell in row.items() if column != "example"]
    assert not [(line, cell) for line, cell in cells if REGEX_SIGNS.search(cell)]
