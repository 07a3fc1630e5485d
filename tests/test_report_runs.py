"""Running the notebooks: parameters checked before anything runs, kernels of this interpreter that leave nothing behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from samples import ROOT, notebook

from vnbilat_lib import report, workspace
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.report.execute import declared, execute

pytestmark = pytest.mark.xdist_group("report")

NOTEBOOKS = workspace.find_notebooks(ROOT / "notebooks")


# ---- parameters ----


def given_to(parameters: dict[str, object]) -> dict[str, dict[str, object]]:
    return {path.stem: own for path, own in report.assign(NOTEBOOKS, parameters).items()}


def test_text_becomes_the_declared_type() -> None:
    given = given_to({"include_inferred": "false", "max_rows": "20", "forms": ["talks", "visit"], "partner": "CN-YN"})
    assert given["meetings"] == {"include_inferred": False, "max_rows": 20, "forms": "talks,visit", "partner": "CN-YN"}
    assert given["evaluation"] == {"max_rows": 20}


def test_a_value_goes_to_the_notebook_that_takes_it() -> None:
    given = given_to({"status": "target"})
    assert given["trade"] == {"status": "target"}
    assert given["meetings"] == {}


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("colour", "red", "unknown parameter 'colour'; the notebooks have: by, commodity"),
        ("dataset", "x", "unknown parameter 'dataset'"),
        ("partner", "XX", "partner='XX' is not allowed; allowed: AD, AE"),
        ("status", "done", "status='done' is not allowed; allowed: held, planned, cancelled"),
        ("max_rows", "many", "max_rows='many' is not allowed; allowed: a whole number"),
        ("include_inferred", "maybe", "allowed: true, false"),
        ("gold", "no/such/file.jsonl", "there is no such file"),
        ("published_from", "yesterday", "YYYY-MM-DD"),
    ],
)
def test_a_wrong_parameter_stops_before_anything_is_coded(tmp_path: Path, name: str, value: str, told: str) -> None:
    with pytest.raises(VnbilatError) as stopped:
        report.report(ROOT / "seeds", tmp_path / "out", parameters={name: value})
    assert told in str(stopped.value)
    assert not (tmp_path / "out").exists()


def test_the_parameters_cell_holds_nothing_else(tmp_path: Path) -> None:
    path = notebook(tmp_path / "bad.ipynb", ["x = 1"], tags=["parameters"])
    with pytest.raises(VnbilatError, match="name: type = value"):
        declared(path)


# ---- kernels ----


def test_the_user_s_kernels_and_settings_do_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "share" / "kernels" / "python3"
    broken.mkdir(parents=True)
    (broken / "kernel.json").write_text(
        '{"argv": ["/no/such/python"], "display_name": "x", "language": "python"}', encoding="utf-8"
    )
    startup = tmp_path / "home" / ".ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("raise SystemExit('a user\\'s own startup file')", encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("MPLBACKEND", "TkAgg")
    path = notebook(tmp_path / "n.ipynb", ["import sys, matplotlib.pyplot as plt\nplt.figure()\nprint(sys.executable)"])
    ran = execute(path, tmp_path / "out.ipynb", {})
    assert ran.error == ""
    assert __import__("sys").executable in ran.path.read_text(encoding="utf-8")


def test_no_kernel_and_no_socket_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import os
    import tempfile

    (tmp_path / "t").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    path = notebook(tmp_path / "n.ipynb", ["import os\nprint('pid', os.getpid())"])
    ran = execute(path, tmp_path / "out.ipynb", {})
    pid = int(re.search(r"pid (\d+)", ran.path.read_text(encoding="utf-8"))[1])  # type: ignore[index]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert list((tmp_path / "t").iterdir()) == []


def test_the_same_figure_gives_the_same_bytes() -> None:
    from matplotlib import pyplot as plt

    from vnbilat_lib import plotting

    def draw() -> bytes:
        with plt.style.context(["default", plotting.STYLE]):
            figure, axes = plt.subplots()
            axes.plot([1, 2], [3, 1])
            axes.set_title("Kim ngạch thương mại giữa Việt Nam và Vân Nam")
            drawn = plotting.to_png(figure)
            plt.close(figure)
        return drawn

    assert draw() == draw()
