"""The teaching units: solutions pass, student copies fail at their checks and nowhere else, wrong answers are told from right."""

from __future__ import annotations

import csv
import json
import os
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Cli
from samples import ROOT

from vnbilat_lib import teaching
from vnbilat_lib.errors import UsageError, VnbilatError
from vnbilat_lib.teaching import copies
from vnbilat_lib.teaching.answers import exercises
from vnbilat_lib.wording import Lang

pytestmark = pytest.mark.xdist_group("teaching")

Run = Callable[[Path], Any]
UNITS = teaching.units()
LANGS: tuple[Lang, ...] = ("vi", "en")
NOT_YET = {"vi": "chưa có câu trả lời", "en": "not yet answered"}
each_unit = pytest.mark.parametrize("unit", UNITS, ids=lambda path: path.stem)
each_lang = pytest.mark.parametrize("lang", LANGS)


def cells(path: Path, kind: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if kind in ("", cell["cell_type"], *cell["metadata"].get("tags", ()))]


def source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all copies: both languages, with solutions and without."""
    folder = tmp_path_factory.mktemp("teaching") / "course"
    for lang in LANGS:
        for solutions in (False, True):
            teaching.handout(folder, lang=lang, solutions=solutions)
    return folder


@pytest.fixture(scope="module")
def run(course: Path) -> Iterator[Run]:
    """Runs a copy from top to bottom, and on behind errors, in one kernel in the course's folder; gives the notebook with outputs."""
    import nbformat
    from jupyter_client.manager import KernelManager
    from nbclient import NotebookClient

    manager = KernelManager(kernel_name="python3")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "MPLBACKEND": "module://matplotlib_inline.backend_inline"}
    manager.start_kernel(cwd=str(course), env=environment)

    def execute(path: Path) -> Any:
        notebook = nbformat.read(path, as_version=4)
        notebook.cells.insert(0, nbformat.v4.new_code_cell("%reset -f"))
        NotebookClient(notebook, km=manager, timeout=120, allow_errors=True).execute()
        return notebook

    yield execute
    manager.shutdown_kernel(now=True)


def errors(notebook: Any) -> list[tuple[str, str, list[str]]]:
    """The cell's source, the error's message and the cell's tags, of every cell that failed."""
    return [
        (cell.source, f"{output.ename}: {output.evalue}", cell.metadata.get("tags", []))
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if output.output_type == "error"
    ]


def test_the_four_units_are_here() -> None:
    assert [path.stem for path in UNITS] == ["1-text", "2-coding", "3-trade", "4-networks"]


@each_unit
def test_no_output_is_kept(unit: Path) -> None:
    for cell in cells(unit, "code"):
        assert (cell["outputs"], cell["execution_count"]) == ([], None)


@each_unit
def test_every_text_stands_in_both_languages(unit: Path) -> None:
    tags = [tuple(cell["metadata"]["tags"]) for cell in cells(unit, "markdown")]
    assert tags == [("vi",), ("en",)] * (len(tags) // 2)
    spoken = "\n".join(source(cell) for cell in cells(unit, "code"))
    assert spoken.count("# vi: ") == spoken.count("# en: ")


@each_unit
def test_texts_are_composed_and_end_without_blanks(unit: Path) -> None:
    text = unit.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not [line for cell in cells(unit) for line in cell["source"] if line.rstrip("\n").endswith(" ")]


@each_unit
def test_each_exercise_has_its_text_its_cell_and_its_check_in_order(unit: Path) -> None:
    number = unit.stem[0]
    asked = [name for name in exercises() if name.startswith(f"{number}.")]
    assert 6 <= len(asked) <= 11
    assert [source(cell).split('"')[1] for cell in cells(unit, "check")] == asked
    assert len(cells(unit, "exercise")) == len(asked)
    for lang, word in (("vi", "Bài tập"), ("en", "Exercise")):
        told = "\n".join(source(cell) for cell in cells(unit, lang))
        assert [name for name in asked if f"**{word} {name}." in told or f"**{word} {name} (" in told] == asked


@each_lang
def test_every_check_has_a_hint_in_the_language(lang: Lang) -> None:
    hints = [exercise.hint[lang] for exercise in exercises().values()]
    assert all(hint.endswith((".", "?")) for hint in hints)
    assert len(set(hints)) == len(hints)


def test_messages_stand_in_both_languages_with_the_same_gaps() -> None:
    import string

    with (ROOT / "notebooks" / "teaching" / "messages.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            gaps = [{gap for _, gap, _, _ in string.Formatter().parse(row[lang]) if gap} for lang in LANGS]
            assert gaps[0] == gaps[1], row["key"]


@each_lang
@each_unit
def test_all_cells_run_with_the_solutions_in(unit: Path, lang: Lang, course: Path, run: Run) -> None:
    notebook = run(course / f"{unit.stem}-{lang}-solutions.ipynb")
    assert errors(notebook) == []
    said = [output.text for cell in notebook.cells for output in cell.get("outputs", ()) if output.output_type == "stream"]
    right = {"vi": "đúng rồi", "en": "right"}[lang]
    assert sum(right in text for text in said) == len(cells(unit, "check"))


@each_lang
@each_unit
def test_a_students_copy_fails_at_each_check_and_nowhere_else(unit: Path, lang: Lang, course: Path, run: Run) -> None:
    for path in course.glob("coding-*.jsonl"):
        path.unlink()
    failed = errors(run(course / f"{unit.stem}-{lang}.ipynb"))
    assert [code for code, _, _ in failed] == [source(cell) for cell in cells(unit, "check")]
    for code, message, tags in failed:
        assert message.startswith("NotYetError: ")
        assert NOT_YET[lang] in message
        assert code.split('"')[1] in message
        assert "raises-exception" in tags


@each_lang
@each_unit
def test_no_answer_is_left_in_a_students_copy(unit: Path, lang: Lang, course: Path) -> None:
    left = Counter(
        line.strip() for cell in cells(course / f"{unit.stem}-{lang}.ipynb", "code") for line in source(cell).split("\n")
    )
    for cell in cells(unit, "exercise"):
        solution = source(cell).partition(copies.BEGIN)[2].partition(copies.END)[0]
        lines = [line.strip() for line in solution.split("\n")]
        told = [line for line in lines if len(line) > 6 and not line.startswith("def ")]
        assert told, "a solution that says nothing"
        assert not [line for line in told if left[line]]


@each_lang
@pytest.mark.parametrize("solutions", [False, True], ids=["student", "teacher"])
@each_unit
def test_a_copy_speaks_one_language_and_has_no_marks(unit: Path, lang: Lang, solutions: bool, course: Path) -> None:
    copy = course / f"{unit.stem}-{lang}{'-solutions' * solutions}.ipynb"
    texts = [source(cell) for cell in cells(copy)]
    other = {source(cell) for tag in LANGS if tag != lang for cell in cells(unit, tag)}
    assert not other & set(texts)
    code = "\n".join(source(cell) for cell in cells(copy, "code"))
    assert f'lang = "{lang}"' in code
    assert not [mark for mark in ("say(", "lesson.say", "# vi:", "# en:", copies.BEGIN, copies.END) if mark in code]
    assert ("..." in code) is not solutions
    assert all(cell["outputs"] == [] for cell in cells(copy, "code"))
    ids = [cell["id"] for cell in cells(copy)]
    assert len(set(ids)) == len(ids)


def test_the_copies_bring_what_they_read(course: Path) -> None:
    assert {path.name for path in course.iterdir() if path.is_dir()} >= {"articles", "materials", "seeds"}
    assert (course / "materials" / "poland" / "metadata.csv").is_file()
    assert not list(course.rglob("checks.csv"))


def test_copies_are_the_same_bytes_each_time(course: Path, tmp_path: Path) -> None:
    for path in teaching.handout(tmp_path, lang="en"):
        assert path.read_bytes() == (course / path.name).read_bytes()


def test_a_students_work_is_not_overwritten(course: Path) -> None:
    with pytest.raises(VnbilatError, match="somebody's work"):
        teaching.handout(course, lang="vi")


def test_a_folder_with_articles_of_ones_own_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "mine.txt").write_text("của tôi", encoding="utf-8")
    with pytest.raises(VnbilatError, match="other files"):
        teaching.handout(tmp_path)
    assert [path.name for path in (tmp_path / "articles").iterdir()] == ["mine.txt"]


def test_without_the_seeds_the_units_come_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from vnbilat_lib.teaching import materials

    def installed(name: str) -> Path:
        if name == "seeds":
            raise VnbilatError("seeds is missing")
        return ROOT / name

    monkeypatch.setattr(materials, "shipped", installed)
    assert len(teaching.handout(tmp_path / "course")) == 4
    monkeypatch.chdir(tmp_path / "course")
    assert list(teaching.Lesson("vi").folder("seeds").glob("*.txt")) == []


def test_the_command_writes_copies_and_names_them(cli: Cli, tmp_path: Path) -> None:
    done = cli("handout", "course", "--lang", "en", "--solutions")
    assert (done.returncode, done.stderr) == (0, "")
    assert [Path(line).name for line in done.stdout.split()] == [f"{unit.stem}-en-solutions.ipynb" for unit in UNITS]
    assert (tmp_path / "course" / "1-text-en-solutions.ipynb").is_file()
    assert cli("handout", "course", "--lang", "en", "--solutions").returncode == 1
    assert cli("handout", "course", "--lang", "fr").returncode == 2


# Answers that are nearly right: the exercise, the answer, a part of what the student is told.
WRONG: list[tuple[str, object, str]] = [
    ("1.1", (14, 14), "You answered: 14, 14. Look again at value number 2."),
    ("1.1", (17, 14), "value number 1, 2."),
    ("2.7", 0.9, "You answered: 0.9"),
    ("1.2", lambda a, b: a == b, "your function gives False"),
    ("1.2", lambda a: a, "stops with TypeError"),
    ("1.2", True, "stops with TypeError"),
    ("1.4", {"a", "b"}, "Right: 1; wrong or spelled otherwise: 1; still missing: 1."),
    ("1.4", "af", "must be a set or a list, not a str"),
    ("1.4", 2, "must be a set or a list, not a int"),
    ("2.1", {"ông Wierzba"}, "Right: 0"),
    ("2.2", {1: "talks"}, "Right: 1 of 8. Look again at: 2, 3, 4, 5, 6, 7, 8."),
    ("2.2", ["talks"], "must be a dictionary, not a list"),
    ("2.5", {}, "Right: 0 of 5"),
    ("2.6", [], "at least one record"),
    ("2.6", "talks", "at least one record"),
    ("2.6", [{"form": "talks"}], "Record 1: the field sides, start, end, status, salience, quote is missing."),
    ("3.4", (0.03, float("nan")), "value number 2."),
    ("4.7", (3, {"Lê Hoài Sơn"}), "value number 2."),
    ("3.10", {2021: 1.21}, "Right: 1 of 7"),
]


@pytest.mark.parametrize(("exercise", "answer", "told"), WRONG)
def test_a_wrong_answer_is_told_with_what_to_look_at(exercise: str, answer: object, told: str) -> None:
    with pytest.raises(teaching.NotYetError) as caught:
        teaching.Lesson("en").check(exercise, answer)
    assert told in str(caught.value)
    assert str(caught.value).endswith(exercises()[exercise].hint["en"])


RECORD: dict[str, Any] = {
    "form": "talks", "sides": [["Tạ Hồng Nguyên"], ["Tomasz Wierzba"]], "start": "2024-05-21", "end": None,
    "status": "held", "salience": "main", "quote": "Chiều 21/5, tại Hà Nội",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"form": "hội đàm"}, "form must be one of: talks, audience"),
        ({"status": None}, "status must be one of: held, planned, cancelled"),
        ({"quote": "chiều 21/5, tại Hà Nội"}, "copied exactly"),
        ({"quote": " "}, "copied exactly"),
        ({"start": "21/5/2024"}, "days such as 2024-05-21"),
        ({"end": "2024-05-20"}, "start not after end"),
        ({"sides": ["Tạ Hồng Nguyên", "Tomasz Wierzba"]}, "each a list of names"),
        ({"sides": []}, "each a list of names"),
    ],
)
def test_a_record_that_the_codebook_forbids_is_named(change: dict[str, object], told: str) -> None:
    lesson = teaching.Lesson("en")
    lesson.check("2.6", [RECORD])
    with pytest.raises(teaching.NotYetError, match="Record 2: ") as caught:
        lesson.check("2.6", [RECORD, RECORD | change])
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("exercise", "answer"),
    [
        ("1.1", ...),
        ("1.1", (..., 17)),
        ("1.4", [...]),
        ("2.2", {1: ...}),
        ("1.4", {...}),
        ("1.2", lambda a, b: ...),
        ("2.6", ...),
    ],
)
def test_an_open_answer_is_no_wrong_one(exercise: str, answer: object) -> None:
    with pytest.raises(teaching.NotYetError) as caught:
        teaching.Lesson("vi").check(exercise, answer)
    assert "chưa có câu trả lời" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("make", [list, tuple, set, frozenset, "Series", "Index", "array"])
def test_the_container_of_a_set_does_not_matter(make: Any, capsys: pytest.CaptureFixture[str]) -> None:
    import numpy as np
    import pandas as pd

    makers = {"Series": pd.Series, "Index": pd.Index, "array": np.array}
    teaching.Lesson("vi").check("1.4", makers.get(make, make)(["f", "a"]))
    assert capsys.readouterr().out == "Bài tập 1.4: đúng rồi.\n"


def test_numbers_of_pandas_and_days_of_python_are_taken_too(capsys: pytest.CaptureFixture[str]) -> None:
    from datetime import date
    from decimal import Decimal

    import numpy as np
    import pandas as pd

    assert teaching.seal("2.2", {"1": "talks"}) == teaching.seal("2.2", {1: "talks"})
    for number in (2, 2.0, np.int64(2), Decimal(2)):
        assert teaching.seal("3.7", number) == teaching.seal("3.7", 2)
    for day in (date(2024, 5, 21), pd.Timestamp("2024-05-21")):
        assert teaching.seal("3.7", day) == teaching.seal("3.7", "2024-05-21")
    assert teaching.seal("3.7", True) != teaching.seal("3.7", 1)
    assert teaching.seal("3.7", object()) == teaching.seal("3.7", object())


def test_a_decomposed_answer_is_another_one() -> None:
    name = unicodedata.normalize("NFD", "Tạ Hồng Nguyên")
    assert teaching.seal("2.1", {name}) != teaching.seal("2.1", {"Tạ Hồng Nguyên"})


def test_an_unknown_exercise_language_or_folder_is_named() -> None:
    with pytest.raises(VnbilatError, match=r"checks\.csv has 1\.1"):
        teaching.Lesson().check("9.9", 1)
    with pytest.raises(UsageError, match="allowed: vi, en"):
        teaching.Lesson("fr")  # type: ignore[arg-type]
    with pytest.raises(VnbilatError, match="articles, materials, seeds"):
        teaching.Lesson().folder("texts")


def test_a_failed_check_shows_its_message_and_no_traceback() -> None:
    assert teaching.NotYetError("chưa đúng")._render_traceback_() == ["chưa đúng"]


def test_the_teachers_guide_names_every_unit_and_exercise_count() -> None:
    guide = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
    for unit in UNITS:
        assert f"`{unit.name}`" in guide
        assert f"{len(cells(unit, 'check'))} exercises" in guide[guide.index(unit.name) :]
