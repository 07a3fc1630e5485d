"""Copies of the units in one language: the students', whose exercises are open, and the teacher's with solutions."""

from __future__ import annotations

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args

from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.teaching.lesson import Lesson
from vnbilat_lib.teaching.materials import FOLDERS, shipped_folder, units
from vnbilat_lib.wording import Lang

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"  # the marks that nbgrader uses too
SAY = "say = lesson.say"


def handout(path: str | Path, *, lang: Lang = "vi", solutions: bool = False) -> tuple[Path, ...]:
    """Write the units in one language into a folder, with the articles they read; gives the notebooks' paths.

    Without `solutions` they are students' copies: each exercise is open, and its check says so. Raises VnbilatError where a copy
    is there already: it may hold somebody's work.
    """
    import nbformat

    lesson, folder = Lesson(lang), Path(path)
    copies = {folder / f"{unit.stem}-{lang}{'-solutions' * solutions}.ipynb": unit for unit in units()}
    for copy in copies:
        if copy.exists():
            raise VnbilatError(f"{copy} is there already and may hold somebody's work; name another folder")
    folder.mkdir(parents=True, exist_ok=True)
    for name in FOLDERS:
        for source in shipped_folder(name):
            _copy_folder(source, folder / name)
    for copy, unit in copies.items():
        notebook = nbformat.reads(unit.read_text(encoding="utf-8"), as_version=4)  # type: ignore[no-untyped-call]
        notebook.cells = [cell for cell in notebook.cells if _is_for(cell, lang)]
        for cell in notebook.cells:
            _make(cell, lesson, solutions)
        written: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
        copy.write_text(written.rstrip() + "\n", encoding="utf-8")
    return tuple(copies)


def _copy_folder(source: Path, folder: Path) -> None:
    """Copies what the units read; a folder that came with the copies of the other language stays as it is."""
    if not folder.exists():
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns(".*"))
    elif not {path.name for path in source.iterdir()} <= {path.name for path in folder.iterdir()}:
        raise VnbilatError(f"{folder} is there already with other files; name another folder")


def _is_for(cell: Any, lang: Lang) -> bool:
    return not {*get_args(Lang)} - {lang} & {*cell.metadata.get("tags", ())}


def _make(cell: Any, lesson: Lesson, solutions: bool) -> None:  # noqa: FBT001 - private, one caller
    """Turns a source's cell into the copy's."""
    tags = [tag for tag in cell.metadata.get("tags", ()) if tag != lesson.lang]
    if cell.cell_type == "code":
        cell.update(outputs=[], execution_count=None)
        opened = cell.source if solutions else _opened(cell.source, lesson)
        cell.source = "\n".join(_lines(_spoken(opened, lesson.lang), lesson.lang))
        if "check" in tags and not solutions:
            tags.append("raises-exception")  # Run All goes on behind it
    cell.metadata = {"tags": tags} if tags else {}


def _lines(source: str, lang: Lang) -> Iterator[str]:
    """The lines of a cell for one language: comments "# vi: ..." and "# en: ...", the parameter, without the marks."""
    for line in source.split("\n"):
        comment = line.strip()
        if comment.startswith(("# vi: ", "# en: ")):
            if comment[2:4] == lang:
                yield line.replace(f"# {lang}: ", "# ", 1)
        elif line.startswith("lang = "):
            yield f'lang = "{lang}"'
        elif comment not in (BEGIN, END, SAY):
            yield line


def _spoken(source: str, lang: Lang) -> str:
    """A cell in which each `say(vi, en)` is the one of the two.

    >>> _spoken('ax.set_title(say("Số từ", "Words"))', "en")
    'ax.set_title("Words")'
    """
    raw = source.encode()
    starts = [0]
    for line in raw.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)

    def stretch(node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        return starts[node.lineno - 1] + node.col_offset, starts[node.end_lineno - 1] + node.end_col_offset

    calls = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Call) and ast.unparse(n.func) == "say"]
    for call in sorted(calls, key=stretch, reverse=True):
        (start, end), (first, last) = stretch(call), stretch(call.args[get_args(Lang).index(lang)])
        raw = raw[:start] + raw[first:last] + raw[end:]
    return raw.decode()


def _opened(source: str, lesson: Lesson) -> str:
    r"""A cell whose solutions are open: what a solution defines is left as "...", its own working ("_name") is left out.

    >>> print(_opened(f"{BEGIN}\n_a = 1\nb, c = _a, 2\n{END}", Lesson("en")))
    # Your answer: replace ...
    b, c = ..., ...
    """
    before, begin, rest = source.partition(BEGIN + "\n")
    if not begin:
        return source
    solution, _, after = rest.partition(END)
    stubs = [stub for node in ast.parse(solution).body for stub in _stub(node, solution)]
    return "\n".join([before + lesson.tell("your_answer"), *stubs]) + _opened(after, lesson)


def _stub(node: ast.stmt, source: str) -> Iterator[str]:
    """The lines that are left of a definition: `name = ...`, or a function's head and docstring."""
    if isinstance(node, ast.Assign):
        target = node.targets[0]
        names = [ast.unparse(name) for name in (target.elts if isinstance(target, ast.Tuple) else [target])]
        if not names[0].startswith("_"):
            yield f"{', '.join(names)} = {', '.join(['...'] * len(names))}"
    elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
        first = node.body[0]
        last = cast(int, first.end_lineno) if ast.get_docstring(node) else first.lineno - 1
        yield from source.split("\n")[node.lineno - 1 : last]
        yield "    return ..."
