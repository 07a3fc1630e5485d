"""The pages in a real browser, offline: no request, no error, nothing without words, readable on a phone, usable by keyboard."""

from __future__ import annotations

import json
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import vnbilat_lib as vb
from vnbilat_lib import report, workspace

pytestmark = pytest.mark.xdist_group("report")

PAGES = ("index", *workspace.ORDER)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --disable-default-apps --remote-debugging-port=0 --remote-allow-origins=*"
)


class Tab:
    """A tab of the browser, spoken to by the devtools protocol."""

    def __init__(self, address: str) -> None:
        websocket = pytest.importorskip("websocket", reason="websocket-client is not installed")
        self.socket = websocket.create_connection(address, timeout=30, suppress_origin=True)
        self.events: list[dict[str, Any]] = []
        self.number = 0

    def ask(self, method: str, **parameters: object) -> dict[str, Any]:
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while (message := json.loads(self.socket.recv())).get("id") != self.number:
            self.events.append(message)
        assert "error" not in message, message
        result: dict[str, Any] = message["result"]
        return result

    def open(self, path: Path, fragment: str = "", width: int = 1280, scheme: str = "light") -> None:
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.ask(f"{domain}.enable")
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 600)
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.ask("Page.navigate", url="about:blank")
        self.events = []
        self.ask("Page.navigate", url=path.as_uri() + fragment)
        deadline = time.monotonic() + 20
        while self.run("document.readyState + location.protocol") != "completefile:" and time.monotonic() < deadline:
            time.sleep(0.05)

    def run(self, script: str) -> Any:
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def requests(self) -> list[str]:
        urls = [e["params"]["request"]["url"] for e in self.events if e["method"] == "Network.requestWillBeSent"]
        return [url for url in urls if not url.startswith("data:")]

    def complaints(self) -> list[str]:
        bad = []
        for event in self.events:
            told = event["params"]
            if (
                event["method"] == "Runtime.exceptionThrown"
                or (event["method"] == "Log.entryAdded" and told["entry"]["level"] == "error")
                or (event["method"] == "Runtime.consoleAPICalled" and told["type"] in ("error", "warning"))
            ):
                bad.append(json.dumps(told)[:300])
        return bad


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip(f"no browser here: {', '.join(BROWSERS)}")
    home = tmp_path_factory.mktemp("browser")
    process = subprocess.Popen(
        [program, *QUIET.split(), f"--user-data-dir={home}", "about:blank"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        door = home / "DevToolsActivePort"
        deadline = time.monotonic() + 30
        while not (door.exists() and door.read_text()) and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.1)
        if not door.exists():
            pytest.skip("the browser does not start here")
        with urllib.request.urlopen(f"http://127.0.0.1:{door.read_text().split()[0]}/json/list") as answer:
            address = next(target["webSocketDebuggerUrl"] for target in json.load(answer) if target["type"] == "page")
        yield Tab(address)
    finally:
        process.terminate()
        process.wait(timeout=20)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_and_complains_of_nothing(tab: Tab, seeds_report: Path, name: str) -> None:
    page = seeds_report / f"{name}.html"
    tab.open(page)
    assert tab.requests() == [page.as_uri()]
    assert tab.complaints() == []
    assert tab.run("document.querySelectorAll('main h1').length") == 1


@pytest.mark.parametrize("name", PAGES)
def test_no_picture_is_without_words_or_broken(tab: Tab, seeds_report: Path, name: str) -> None:
    tab.open(seeds_report / f"{name}.html")
    assert tab.run("[...document.images].filter(i => !i.alt.trim() || !i.complete || !i.naturalWidth).length") == 0


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_never_scrolls_sideways(tab: Tab, seeds_report: Path, name: str, width: int) -> None:
    tab.open(seeds_report / f"{name}.html", width=width)
    tab.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert tab.run("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0


def test_a_link_from_the_evidence_opens_the_article_at_the_place(tab: Tab, seeds_report: Path) -> None:
    tab.open(seeds_report / "trade.html")
    target = tab.run("document.querySelector('.vnb-source a').getAttribute('href')")
    tab.run("document.querySelector('.vnb-evidence').open = true; document.querySelector('.vnb-source a').click()")
    time.sleep(0.3)
    assert tab.run("location.hash") == target
    assert tab.run("document.querySelector(location.hash).closest('details').open") is True
    assert tab.run("Math.abs(document.querySelector(location.hash).getBoundingClientRect().top) < innerHeight") is True


def test_an_address_with_a_fragment_opens_what_it_names(tab: Tab, seeds_report: Path) -> None:
    tab.open(seeds_report / "corpus.html", "#text-000_a7581e6bc8952839")
    assert tab.run("document.getElementById('text-000_a7581e6bc8952839').open") is True


@pytest.mark.parametrize("name", PAGES)
def test_everything_that_acts_can_be_reached_by_keyboard(tab: Tab, seeds_report: Path, name: str) -> None:
    tab.open(seeds_report / f"{name}.html")
    assert tab.run("[...document.querySelectorAll('a[href], summary, .vnb-table')].filter(e => e.tabIndex < 0).length") == 0
    assert tab.run("document.querySelector('a').getAttribute('href')") == "#main"
    assert tab.run("[...document.querySelectorAll('.vnb-table')].filter(t => !t.getAttribute('aria-label')).length") == 0
    assert tab.run("[...document.querySelectorAll('table')].filter(t => !t.caption || !t.caption.textContent.trim()).length") == 0


# ---- sorting and searching ----

SHOWN = "[...document.querySelectorAll('.vnb-table tbody tr:not(.vnb-below)')].filter(r => !r.hidden).map(r => r.cells[0].textContent)"


def test_a_table_is_sorted_by_what_its_cells_mean_and_back_again(tab: Tab, seeds_report: Path) -> None:
    tab.open(seeds_report / "meetings.html")
    first = tab.run(SHOWN)
    below = "[...document.querySelectorAll('.vnb-below')].map(r => r.previousElementSibling.classList.contains('vnb-below'))"
    for told, order in (("ascending", "2015"), ("descending", "2024")):
        tab.run("document.querySelector('.vnb-sort').click()")
        assert tab.run("document.querySelector('th').getAttribute('aria-sort')") == told
        assert order in tab.run(SHOWN)[0]
        assert sorted(tab.run(SHOWN)) == sorted(first)
        assert tab.run(SHOWN)[-1] == ""  # what has no day stands last either way
        assert not any(tab.run(below))  # each row keeps its evidence under it
        assert tab.run("document.querySelector('.vnb-status').textContent")
    tab.run("document.querySelector('.vnb-sort').click()")
    assert tab.run(SHOWN) == first
    assert tab.run("document.querySelector('th').hasAttribute('aria-sort')") is False


@pytest.mark.parametrize(("wanted", "found"), [("Vương Nghị", 1), ("vuong nghi", 1), ("<b>", 0), ("", 16)])
def test_a_table_is_searched_with_and_without_accents(tab: Tab, seeds_report: Path, wanted: str, found: int) -> None:
    tab.open(seeds_report / "meetings.html")
    tab.run(
        f"i = document.querySelector('.vnb-search input'); i.value = {json.dumps(wanted)}; i.dispatchEvent(new Event('input'))"
    )
    rows = tab.run("[...document.querySelectorAll('.vnb-table tbody tr:not(.vnb-below)')].filter(r => r.offsetHeight).length")
    assert rows >= found if found == 1 else rows == found
    assert tab.run("document.querySelector('.vnb-status').textContent").startswith(f"{rows} ")


# ---- accessibility ----


@pytest.fixture(scope="module")
def axe() -> str:
    spec = find_spec("axe_core_python")
    if spec is None or spec.origin is None:
        pytest.skip("axe-core-python is not installed")
    return Path(spec.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def english_report(seeds_report: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same report in English."""
    folder = tmp_path_factory.mktemp("english")
    (folder / "dataset").symlink_to(seeds_report / "dataset", target_is_directory=True)
    (folder / "run.json").write_bytes((seeds_report / "run.json").read_bytes())
    notebooks = workspace.find_notebooks(workspace.notebooks_folder())
    ran = report.run(notebooks, report.assign(notebooks, {"lang": "en"}), folder, lambda _: None)
    report.write_pages(ran, folder, vb.read(folder / "dataset"), lang="en", name="seeds")
    return folder


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_keeps_anybody_from_reading_a_page(
    tab: Tab, axe: str, request: pytest.FixtureRequest, name: str, lang: str
) -> None:
    folder: Path = request.getfixturevalue("seeds_report" if lang == "vi" else "english_report")
    for width in (390, 1280):
        for scheme in ("light", "dark"):
            tab.open(folder / f"{name}.html", width=width, scheme=scheme)
            tab.run("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert tab.run("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
            assert tab.run("document.documentElement.lang") == lang
            tab.run(axe + "; 1")
            found = tab.run("axe.run().then(r => JSON.stringify(r.violations.map(v => [v.id, v.nodes.map(n => n.html)])))")
            assert json.loads(found) == [], (width, scheme)
            assert (tab.requests()[1:], tab.complaints()) == ([], [])


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_hostile_texts_break_no_layout_and_run_nothing(tab: Tab, hostile_report: Path, name: str, width: int) -> None:
    tab.open(hostile_report / f"{name}.html", width=width)
    tab.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert tab.run("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert (tab.requests()[1:], tab.complaints()) == ([], [])
    assert tab.run("document.querySelectorAll('script').length") == 1
