"""A study cut down by a notebook's parameters: what is allowed, what is left, why nothing is."""

from __future__ import annotations

import pytest

import vnbilat_lib as vb
from vnbilat_lib.errors import VnbilatError
from vnbilat_lib.parameters import CHOICES, check_parameter

WRONG = [
    ("lang", "fr", "vi, en"),
    ("lang", "", "vi, en"),
    ("salience", "mian", "did you mean main?"),
    ("forms", "talks, lunch", "talks, audience, reception"),
    ("meeting_status", "target", "held, planned, cancelled"),
    ("figure_status", "held", "actual, target, forecast"),
    ("sector", "army", "military"),
    ("metric", "exports", "did you mean export?"),
    ("by", "week", "month, quarter, year"),
    ("partner", "XX", "CN, CO"),
    ("partner", "cn", "did you mean"),
    ("partner", "CN-ZZ", "CN-YN"),
    ("country", "China", "CN, CO"),
    ("published_from", "1/2/2017", "YYYY-MM-DD"),
    ("published_to", "2017-02-30", "YYYY-MM-DD"),
    ("max_rows", 0, "a whole number from 1"),
    ("max_rows", "many", "a whole number from 1"),
    ("min_articles", True, "a whole number from 1"),
    ("include_inferred", "yes", "true, false"),
]


@pytest.mark.parametrize(("name", "value", "allowed"), WRONG)
def test_a_value_that_is_not_allowed_is_refused_with_those_that_are(name: str, value: object, allowed: str) -> None:
    message = check_parameter(name, value)
    assert message.startswith(name)
    assert "allowed" in message
    if name != "partner" or value != "cn":
        assert allowed in message


@pytest.mark.parametrize(("name", "values"), CHOICES.items())
def test_every_allowed_value_is_allowed(name: str, values: tuple[str, ...]) -> None:
    assert [check_parameter(name, value) for value in values] == [""] * len(values)


@pytest.mark.parametrize("code", ["CN", "CN-YN", "VN-02", "EU", "ASEAN", "WLD", ""])
def test_codes_of_countries_regions_and_blocs_are_known(code: str) -> None:
    assert check_parameter("partner", code) == ""


def test_a_study_refuses_several_wrong_values_at_once(seeds_study: vb.Study) -> None:
    with pytest.raises(VnbilatError, match=r"lang='fr'.*by='week'.*outlet='Nobody'"):
        seeds_study.select(lang="fr", by="week", outlet="Nobody")


def test_nothing_asked_leaves_everything(seeds_study: vb.Study) -> None:
    view = seeds_study.select()
    assert len(view.articles) == len(seeds_study.articles) == 5
    assert len(view.meetings) == len(seeds_study.meetings)
    assert len(view.trade_figures) == len(seeds_study.trade_figures)
    assert view.chosen == {}
    assert "5 / 5" in view._repr_html_()


def test_a_country_takes_its_provinces_in(seeds_study: vb.Study) -> None:
    wide, narrow = seeds_study.select(partner="CN").trade_figures, seeds_study.select(partner="CN-YN").trade_figures
    assert {*wide["reporter"], *wide["partner"]} >= {"CN", "CN-YN"}
    assert len(narrow) < len(wide)
    assert all("CN-YN" in pair for pair in zip(narrow["reporter"], narrow["partner"], strict=True))


def test_a_province_is_known_by_the_office_of_its_people(seeds_study: vb.Study) -> None:
    view = seeds_study.select(partner="CN-YN")
    met = view.participants.loc[view.participants["name"] == "Vương Ninh", "meeting_id"]
    assert len(met)


def test_tables_follow_the_articles_that_are_left(seeds_study: vb.Study) -> None:
    view = seeds_study.select(partner="CN-YN")
    assert set(view.meetings["doc_id"]) | set(view.trade_figures["doc_id"]) <= set(view.articles["doc_id"])
    assert set(view.participants["meeting_id"]) <= set(view.meetings["meeting_id"])
    assert set(view.events["event_id"]) == set(view.meetings["event_id"])


def test_an_empty_table_says_which_parameter_emptied_it(seeds_study: vb.Study) -> None:
    view = seeds_study.select(lang="en", partner="FR", published_from="2000-01-01")
    assert len(view.meetings) == 0
    reason = view.why_empty("meetings")
    assert "partner = FR" in reason
    assert f"None of {len(seeds_study.meetings)} meetings" in reason


def test_filters_work_on_the_table_they_are_for(seeds_study: vb.Study) -> None:
    view = seeds_study.select(forms="visit", figure_status="target", metric="trade", salience="main", country="CN")
    assert set(view.meetings["form"]) <= {"visit"}
    assert set(view.meetings["salience"]) <= {"main"}
    assert set(view.trade_figures["status"]) == {"target"}
    assert set(view.persons["country"]) == {"CN"}
    assert view.chosen == {"forms": "visit", "figure_status": "target", "metric": "trade", "salience": "main", "country": "CN"}


def test_only_persons_named_often_are_left_where_asked(seeds_study: vb.Study) -> None:
    named = seeds_study.select(min_articles=2).persons
    assert (named.groupby("actor_id")["doc_id"].nunique() >= 2).all()


def test_evidence_leads_to_the_article_on_the_page(seeds_study: vb.Study) -> None:
    view = seeds_study.select()
    fact = view.trade_figures.iloc[0]
    html = view.evidence(fact["figure_id"]).source
    assert f'href="#in-{fact["figure_id"]}"' in html
    assert f'id="in-{fact["figure_id"]}"' in view.trace.article(fact["doc_id"], view.words).source


def test_a_dataset_without_texts_still_shows_its_quotes(source: object, tmp_path: object) -> None:
    study = vb.extract(source, tmp_path / "out", texts=False)  # type: ignore[arg-type, operator]
    view = study.select()
    figure = view.trade_figures.iloc[0]
    assert "<blockquote" in view.evidence(figure["figure_id"]).source
