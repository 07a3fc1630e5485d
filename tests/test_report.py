"""The report: pages that stand alone, failures that stay readable."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from samples import ROOT, notebook

import vnbilat_lib as vb
from vnbilat_lib import report, workspace
from vnbilat_lib.report import pages
from vnbilat_lib.report.execute import execute
from vnbilat_lib.wording import Lang, Wording

pytestmark = pytest.mark.xdist_group("report")

NAMES = workspace.ORDER
NOTEBOOKS = workspace.find_notebooks(ROOT / "notebooks")
PAGES = ("index", *NAMES)


class Page(HTMLParser):
    """What a test asks of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.html = path.read_text(encoding="utf-8")
        self.ids: list[str] = []
        self.links: list[str] = []
        self.images: list[dict[str, str | None]] = []
        self.loads: list[str] = []
        self.headings: list[tuple[str, str | None]] = []
        self.lang: str | None = None
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "html":
            self.lang = given.get("lang")
        elif tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        elif tag == "img":
            self.images.append(given)
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append((tag, given.get("id")))
        if tag != "a":
            self.loads += [str(given[key]) for key in ("src", "href", "srcset", "data", "action") if given.get(key)]


@pytest.fixture(scope="module")
def seen(seeds_report: Path) -> dict[str, Page]:
    return {name: Page(seeds_report / f"{name}.html") for name in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_loads_nothing(seen: dict[str, Page], name: str) -> None:
    assert [source[:60] for source in seen[name].loads if not source.startswith("data:")] == []
    assert not re.search(r"url\((?!data:)|@import", seen[name].html)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_s_ids_are_unique_and_its_links_lead_somewhere(seen: dict[str, Page], name: str, seeds_report: Path) -> None:
    assert [i for i, n in Counter(seen[name].ids).items() if n > 1] == []
    for link in seen[name].links:
        page, _, anchor = link.partition("#")
        if anchor:
            assert anchor in (seen[page.removesuffix(".html")] if page else seen[name]).ids, link
        else:
            assert (seeds_report / page).exists(), link


@pytest.mark.parametrize("name", PAGES)
def test_headings_have_ids_and_begin_with_one_title(seen: dict[str, Page], name: str) -> None:
    levels = [tag for tag, _ in seen[name].headings]
    assert levels.count("h1") == 1
    assert levels[0] == "h1"
    assert all(anchor for tag, anchor in seen[name].headings if tag != "h1")


@pytest.mark.parametrize("name", NAMES)
def test_every_picture_says_in_words_what_it_shows(seen: dict[str, Page], name: str) -> None:
    for image in seen[name].images:
        assert len(image["alt"] or "") > 40
        assert re.search(r"\d", image["alt"] or "")
    assert len(seen[name].images) >= {"corpus": 1, "actors": 2, "meetings": 2, "trade": 2}.get(name, 0)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_its_language_and_shows_no_code(seen: dict[str, Page], name: str) -> None:
    assert seen[name].lang == "vi"
    assert "plt.subplots" not in seen[name].html
    assert "Who met whom" not in seen[name].html


def test_each_fact_opens_the_sentence_it_rests_on(seen: dict[str, Page], seeds_report: Path) -> None:
    study = vb.read(seeds_report / "dataset")
    for name, table, key in (("meetings", "meetings", "event_id"), ("trade", "trade_figures", "claim_id")):
        facts = getattr(study, table)
        opened = re.findall(r'<details class="vnb-evidence">.*?</details>', seen[name].html, re.DOTALL)
        assert len(opened) == facts[key].nunique()
        text = " ".join(re.sub(r"<[^>]+>", "", " ".join(opened)).split())
        for quote in facts["evidence"]:
            from html import escape

            assert escape(" ".join(quote.split())) in text


def test_the_pages_follow_each_other(seen: dict[str, Page]) -> None:
    for before, after in pairwise(PAGES):
        assert f'href="{before}.html" rel="prev"' in seen[after].html
        if before != "index":
            assert f'href="{after}.html" rel="next"' in seen[before].html


def test_the_first_page_counts_what_was_coded_and_leads_to_everything(seen: dict[str, Page]) -> None:
    assert {f"{name}.html" for name in NAMES} <= set(seen["index"].links)
    assert {"dataset/meetings.csv", "dataset/trade_figures.parquet"} <= set(seen["index"].links)
    assert '<dd><a href="corpus.html">5</a></dd>' in seen["index"].html


def test_the_first_page_answers_before_it_leads_on(seen: dict[str, Page]) -> None:
    page = seen["index"]
    asked = ["opening.articles", "opening.met", "opening.course", "opening.trade", "opening.doubt", "opening.accuracy"]
    places = [page.html.index(f">{Wording('vi').label(key)}</h2>") for key in asked]
    assert places == sorted(places)
    assert places[-1] < page.html.index('<ul class="pages">')
    assert "9/11/2015–6/11/2024" in page.html.replace("\u2009", "").replace(" ", "")
    assert "175,6 tỷ USD (năm 2022)" in page.html
    assert "2023" in str(page.images[0]["alt"])
    assert page.html.count('<details class="vnb-evidence">') >= 5


def test_every_page_says_how_it_was_made(seen: dict[str, Page], seeds_report: Path) -> None:
    run = json.loads((seeds_report / "run.json").read_text(encoding="utf-8"))
    for page in seen.values():
        about = page.html.split('<details class="about">', 1)[1].split("</details>", 1)[0]
        for told in (run["source"], run["versions"]["pandas"], run["code"][:16], "6/11/2024", "6 tệp"):
            assert told in about


def test_a_page_lets_no_script_run_but_its_own(seen: dict[str, Page]) -> None:
    for page in seen.values():
        scripts = re.findall(r"<script>(.*?)</script>", page.html, re.DOTALL)
        assert scripts == [pages.script()]
        assert f"script-src '{pages.digest(scripts[0])}'" in page.html


def test_run_json_records_the_notebooks(seeds_report: Path) -> None:
    run = json.loads((seeds_report / "run.json").read_text(encoding="utf-8"))
    assert list(run["notebooks"]) == list(NAMES)
    assert all(n["error"] == "" and n["seconds"] > 0 for n in run["notebooks"].values())
    assert run["inputs"]


def test_the_executed_notebooks_are_kept(seeds_report: Path) -> None:
    for name in NAMES:
        cells = json.loads((seeds_report / "notebooks" / f"{name}.ipynb").read_text(encoding="utf-8"))["cells"]
        assert any(cell.get("outputs") for cell in cells)


# ---- notebooks that fail, texts that attack, selections that are empty ----


def test_a_failing_notebook_leaves_a_readable_page_and_the_others_go_on(source: Path, tmp_path: Path) -> None:
    folder = tmp_path / "notebooks"
    folder.mkdir()
    parameters = 'dataset: str = ""  # here\nlang: str = "vi"  # language'
    notebook(folder / "fails.ipynb", [parameters], ["parameters"])
    fails = json.loads((folder / "fails.ipynb").read_text(encoding="utf-8"))
    for text in ("print('trước lỗi')", "raise ValueError('<b>hỏng</b> rồi')", "print('sau lỗi')"):
        fails["cells"].append(
            {
                "cell_type": "code",
                "id": f"c{len(fails['cells'])}",
                "metadata": {},
                "source": text,
                "outputs": [],
                "execution_count": None,
            }
        )
    (folder / "fails.ipynb").write_text(json.dumps(fails), encoding="utf-8")
    notebook(folder / "works.ipynb", ["print('xong')"])
    made = report.report(source, tmp_path / "out", notebooks=folder, say=lambda _: None)
    assert made.failed == ("fails",)
    page, other = Page(made.out / "fails.html"), Page(made.out / "works.html")
    assert "trước lỗi" in page.html
    assert "sau lỗi" not in page.html
    assert "ValueError" in page.html
    assert "&lt;b&gt;hỏng&lt;/b&gt; rồi" in page.html
    assert "<b>hỏng" not in page.html
    assert "error" in page.ids
    assert Wording("vi").label("fault_kind.other") in page.html
    assert Wording("vi").label("page.failed.part", heading="Trang fails") in page.html
    assert "papermill-error-cell" not in page.html
    assert "xong" in other.html
    assert "ValueError" in json.loads((made.out / "run.json").read_text(encoding="utf-8"))["notebooks"]["fails"]["error"]


def test_a_kernel_that_dies_leaves_a_page_too(tmp_path: Path) -> None:
    path = notebook(tmp_path / "dies.ipynb", ["import os\nos._exit(1)"])
    ran = execute(path, tmp_path / "out.ipynb", {})
    assert "kernel" in ran.error.casefold()
    assert ran.path.exists()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        ("KeyError: 'x'", "fault_kind.KeyError"),
        ("the kernel stopped: DeadKernelError", "fault_kind.kernel"),
        ("ZeroDivisionError: division by zero", "fault_kind.other"),
    ],
)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_failure_is_told_in_the_page_s_language(error: str, told: str, lang: Lang) -> None:
    cells = [
        {"cell_type": "markdown", "source": "## Một phần"},
        {"cell_type": "code", "source": "", "outputs": [{"output_type": "error"}]},
        {"cell_type": "markdown", "source": "## Phần sau"},
    ]
    words = Wording(lang)
    assert pages.tell_failure(cells, error, words) == (
        words.label(told),
        words.label("page.failed.part", heading="Một phần"),
        error,
    )


@pytest.mark.parametrize("name", PAGES)
def test_what_articles_say_is_never_markup_in_a_page(hostile_report: Path, name: str) -> None:
    page = Page(hostile_report / f"{name}.html")
    body = page.html.split("<main", 1)[1].split("</main>", 1)[0]
    for markup in ("<script", "<svg", "<i>", "<strong>Việt - Lào", "<strong>đậm", "<code>mã"):
        assert markup not in body
    assert "onerror" not in re.sub(r"&lt;.*?&gt;", "", body)
    assert not [link for link in page.links if link.startswith("javascript:")]
    assert not re.search("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", page.html)
    assert re.findall(r"<script>(.*?)</script>", page.html, re.DOTALL) == [pages.script()]


def test_facts_of_hostile_articles_are_there_all_the_same(hostile_report: Path) -> None:
    study = vb.read(hostile_report / "dataset")
    assert len(study.meetings)
    assert len(study.trade_figures)
    assert "Lê Quang Vĩnh" in Page(hostile_report / "meetings.html").html
    assert "javascript:alert(1)" in Page(hostile_report / "corpus.html").html


def test_an_empty_selection_says_why(seeds_report: Path, tmp_path: Path) -> None:
    given = report.assign(NOTEBOOKS, {"published_from": "2031-01-01", "lang": "en"})
    ran = report.run(NOTEBOOKS, given, link(seeds_report, tmp_path), lambda _: None)
    assert [n.error for n in ran] == [""] * len(NAMES)
    report.write_pages(ran, tmp_path, vb.read(seeds_report / "dataset"), lang="en", name="seeds")
    assert "published_from = 2031-01-01 leaves 0 of" in Page(tmp_path / "index.html").html
    for name in ("actors", "meetings", "trade", "corpus"):
        page = Page(tmp_path / f"{name}.html")
        assert page.lang == "en"
        assert "published_from = 2031-01-01 leaves 0 of" in page.html
        assert "From 0 of 5 articles." in page.html


def test_the_accuracy_page_shows_agreement_where_gold_is_given(seeds_report: Path, tmp_path: Path) -> None:
    given = report.assign(NOTEBOOKS, {"gold": str(ROOT / "tests" / "gold" / "seeds.jsonl"), "lang": "en"})
    only = [path for path in NOTEBOOKS if path.stem == "evaluation"]
    ran = report.run(only, given, link(seeds_report, tmp_path), lambda _: None)
    assert [n.error for n in ran] == [""]
    report.write_pages(ran, tmp_path, vb.read(seeds_report / "dataset"), lang="en", name="seeds")
    page = Page(tmp_path / "evaluation.html")
    assert "development figures" in page.html
    assert "95 % interval" in page.html
    assert "The coding compared with 5 hand-coded articles" in Page(tmp_path / "index.html").html


def link(seeds_report: Path, folder: Path) -> Path:
    """A folder that has the report's dataset."""
    (folder / "dataset").symlink_to(seeds_report / "dataset", target_is_directory=True)
    return folder


# ---- pages ----


def test_headings_that_are_alike_get_ids_that_differ() -> None:
    html, headings = pages.number_headings('<h2 class="x">Ai gặp <em>ai</em></h2><h3>Ai gặp ai?</h3><h2>???</h2>')
    assert [(level, anchor) for level, anchor, _ in headings] == [(2, "ai-gap-ai"), (3, "ai-gap-ai-2"), (2, "part")]
    assert '<h2 id="ai-gap-ai">Ai gặp <em>ai</em></h2>' in html


def contrast(one: str, other: str) -> float:
    """The contrast of two colours by WCAG 2."""

    def light(colour: str) -> float:
        digits = colour.lstrip("#")
        digits = "".join(c * 2 for c in digits) if len(digits) == 3 else digits
        parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted([light(one), light(other)], reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("ground", ["paper", "card", "faint", "accent-soft"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
def test_text_stands_out_from_its_ground_by_day_and_by_night(ink: str, ground: str) -> None:
    blocks = re.findall(r":root \{(.*?)\}", pages.css(), re.DOTALL)
    for block in blocks[:2]:
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]+)", block))
        assert contrast(colours[ink], colours[ground]) >= 4.5
