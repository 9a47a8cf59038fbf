"""A new system costs a module and a line: counted on ``lung-nodule``, whose risk comes from trees.

It was built after the house: what of the product had to change for it is what the first test finds.
"""

import ast
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from desktop.audit import details_of
from desktop.cases import CaseStore, new_case
from desktop.cases.rows import case_columns
from desktop.cli.main import main
from desktop.language import Language
from desktop.report import explanations
from desktop.report.build import build_content
from desktop.report.content import Section
from desktop.report.document import read_outcome, write_json, write_pdf
from desktop.report.plain import headline, plain_text
from desktop.report.record import check_record
from desktop.report.sections import Bar, Factors
from inference.errors import InputError
from inference.golden import Expected, compare
from inference.reading import to_plain
from inference.risk.estimate import Horizon
from inference.risk.explanation import Explanation
from inference.site import SiteProfile
from tests.helpers.content import bars_of, rows_of
from tests.helpers.nodule import ANSWERS, FIGURES, screen_nodule
from tests.helpers.pages import texts
from tests.helpers.sources import nodes
from ui.panels.banner import spoken
from ui.panels.result import ResultPanel

ROOT = Path(__file__).parents[1]
OWN = {"inference/steps/trees.py", "inference/risk/trees.py"}
MOST_CHANGED = 2
"""Existing files of the product that a new system may change."""


@pytest.fixture(scope="module")
def outcome():
    """An outlined nodule, and one question that nobody could answer."""
    return screen_nodule({**ANSWERS, "emphysema": None})


def names_it(path: Path) -> bool:
    """Whether a file's code, not its prose, names the new kind of step or one of its modules."""
    words = {"trees", "TreesStep", "read_ensemble", "Ensemble"}
    text = path.read_text(encoding="utf-8")
    for node in nodes(path) if any(word in text for word in words) else ():
        if isinstance(node, ast.ImportFrom) and {*str(node.module).split("."), *(a.name for a in node.names)} & words:
            return True
        if isinstance(node, ast.Constant) and node.value in words:
            return True
        if isinstance(node, ast.Name | ast.Attribute) and getattr(node, "id", getattr(node, "attr", "")) in words:
            return True
    return False


def test_the_new_system_changed_no_more_than_two_existing_files():
    named = {
        path.relative_to(ROOT).as_posix()
        for house in ("inference", "desktop", "ui", "resources")
        for path in (ROOT / house).rglob("*.py")
        if names_it(path)
    }
    assert named >= OWN
    assert named - OWN == {"inference/steps/__init__.py"}
    assert len(named - OWN) <= MOST_CHANGED


def test_its_report_says_when_how_likely_and_what_moved_it(outcome, tmp_path):
    for code, when, unknown in (
        ("en", "Risk of lung cancer within 1 year", "unknown"),
        ("zh", "1 年内的肺癌风险", "未知"),
    ):
        language = Language(code)
        content = build_content(outcome, language)
        assert content.banner.figure_title == when
        assert (content.banner.figure_note, content.banner.ratio_note) == ("", "")
        assert [bar.answer for bar in bars_of(content)].count(unknown) == 1
        assert len(bars_of(content)) == 6
        write_pdf(content, tmp_path / "r.pdf")
        first, second = ("".join(page.split()) for page in texts(tmp_path / "r.pdf"))
        for said in (when, content.banner.figure, *(bar.label for bar in bars_of(content))):
            assert "".join(said.split()) in first
        cohort = {"en": "800 made-up patients", "zh": "800 例虚构患者"}[code]
        for said in (language.text("report.attributions.total"), cohort):
            assert "".join(said.split()) in second
        said = plain_text(outcome, language), headline(outcome, language), spoken(content.banner)
        assert [content.banner.figure in text and content.banner.when in text for text in said] == [True] * 3


def test_its_bars_multiply_to_the_odds_that_the_trees_gave(outcome):
    explanation = outcome.risk.explanation
    bars = bars_of(build_content(outcome, Language("en")))
    assert sum(bar.size for bar in bars) == pytest.approx(explanation.output - explanation.base)
    assert [abs(bar.size) for bar in bars] == sorted((abs(bar.size) for bar in bars), reverse=True)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_the_window_shows_it(qtbot, outcome, code):
    panel, language = ResultPanel(Language(code)), Language(code)
    qtbot.addWidget(panel)
    panel.show_outcome(outcome)
    assert panel.state() == "answer"
    assert {"factors", "measures"} <= panel.body.sections.keys()
    assert not {"what-if", "nomogram"} & panel.body.sections.keys()
    said = [label.text() for label in panel.body.sections["factors"].body.findChildren(QLabel)]
    assert said == [language.text("report.attributions.note.shapley")]
    chart = panel.body.sections["factors"].body.layout().itemAt(0).widget()
    assert len(chart.accessibleDescription().split("\n")) == 6
    assert language.text("ui.result.key") not in chart.accessibleDescription()
    for section in panel.body.sections.values():
        section.unfold()
    assert not panel.grab().isNull()


def test_its_record_is_read_stored_and_expected_as_any_other(outcome, tmp_path):
    write_json(outcome, tmp_path / "r.json")
    assert read_outcome(tmp_path / "r.json") == outcome
    with CaseStore(tmp_path / "cases.sqlite") as store:
        case = store.save(replace(new_case("lung-nodule"), outcome=outcome, state="answered"))
        assert store.get(case.id).outcome == outcome
        (prediction,) = store.predictions("lung-nodule")
    assert (prediction.log_odds, prediction.probability) == (None, outcome.risk.estimate.chance)
    assert (prediction.tier, details_of(outcome)["tier"]) == ("high", "high")
    numbers = {"risk.output": -0.5, "risk.by.spiculated": 0.73, "risk.base": -2.48, "risk.probability": 0.22}
    expected = Expected("answer", numbers, {"risk.tier": "high"}, image_tolerance=0.01)
    assert compare(outcome, expected) == []
    (wrong,) = compare(outcome, replace(expected, numbers={"risk.by.spiculated": 0.8}))
    assert wrong.path == "risk.by.spiculated"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda risk: risk["explanation"]["parts"][0].update(value=20.0), "risk.explanation.parts: age"),
        (lambda risk: risk["explanation"]["parts"][0].update(predictor="unheard-of"), "risk.explanation"),
        (lambda risk: risk["explanation"]["parts"].pop(), "risk.explanation"),
        (lambda risk: risk["explanation"]["parts"].append(risk["explanation"]["parts"][0]), "risk.explanation.parts"),
        (lambda risk: risk["explanation"]["parts"][0].update(amount=1e9), "risk.explanation.base"),
        (lambda risk: risk["explanation"].update(base=-1.0), "risk.population.raw_probability"),
        (lambda risk: risk["estimate"]["probability"].update(value=0.9), "risk.estimate.probability"),
        (lambda risk: risk["estimate"]["tier"].update(low="high"), "risk.estimate.tier.high"),
        (lambda risk: risk["estimate"]["tier"].update(begins=[3.0]), "risk.estimate.tier.begins"),
        (lambda risk: risk["estimate"]["relative"].update(low=1.0), "risk.estimate.relative"),
    ],
)
def test_a_record_of_it_that_contradicts_itself_is_refused(outcome, tmp_path, change, field):
    plain = to_plain(outcome)
    change(plain["risk"])
    (tmp_path / "r.json").write_text(json.dumps(plain), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_outcome(tmp_path / "r.json")
    assert (caught.value.code, caught.value.parameters["field"]) == ("record.damaged", field)


def test_without_the_rate_of_the_site_it_names_no_percentage():
    content = build_content(screen_nodule(site=SiteProfile()), Language("en"))
    assert (content.banner.figure, content.banner.ratio_title) == ("no percentage", "Odds against the average")
    assert "%" not in "".join(value for _, value in rows_of(content))
    assert FIGURES["made_with"].keys() == {"xgboost", "shap", "numpy"}


@pytest.mark.parametrize(
    ("count", "unit", "en", "zh"),
    [
        (1, "a", "within 1 year", "1 年内"),
        (30, "d", "within 30 days", "30 天内"),
        (1.5, "mo", "within 1.5 months", "1.5 个月内"),
    ],
)
def test_a_horizon_is_said_as_people_do(outcome, count, unit, en, zh):
    estimate = replace(outcome.risk.estimate, at=Horizon(count, unit))
    told = replace(outcome, risk=replace(outcome.risk, estimate=estimate))
    banners = [build_content(told, Language(code)).banner for code in ("en", "zh")]
    assert [banner.when for banner in banners] == [en, zh]
    assert [banner.figure_title for banner in banners] == [f"Risk of lung cancer {en}", f"{zh}的肺癌风险"]


def test_it_is_reprinted_from_the_command_line(outcome, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "home"))
    write_json(outcome, tmp_path / "r.json")
    assert main(["--lang", "en", "reprint", str(tmp_path / "r.json"), "--out", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().out
    for part in ("HIGH: × 5.48 the average", "22 %", "within 1 year", "Average: of 800 made-up patients"):
        assert part in said
    assert "95 %" not in said


def test_a_risk_without_an_average_and_without_people_shows_its_probability_alone(outcome, tmp_path):
    estimate = replace(outcome.risk.estimate, relative=None)
    told = replace(outcome, risk=replace(outcome.risk, estimate=estimate, population=None))
    content = build_content(told, Language("en"))
    assert (content.banner.figure, content.banner.ratio_title, content.banner.ratio) == ("22 %", "", "")
    assert (content.banner.notes, content.banner.frequency) == ((), None)
    assert "Reference population" not in dict(rows_of(content))
    write_pdf(content, tmp_path / "r.pdf")
    assert "average" not in texts(tmp_path / "r.pdf")[0]


@dataclass(frozen=True, slots=True)
class Votes(Explanation):
    """A kind of explanation that the program does not have: how many of so many trees said yes."""

    yes: int
    of: int
    kind: str = "votes"

    def inputs(self) -> dict:
        return {"age": 68.0}

    def figures(self) -> dict[str, float]:
        return {"yes": self.yes}


def votes(outcome, risk, explanation, language) -> tuple[Section, ...]:
    bars = (Bar("Votes", f"{explanation.yes}/{explanation.of}", "yes", 0.4, 0.0, False, False, ""),)
    return (Factors("Who voted how", bars),)


def misfits(outcome, risk, explanation) -> Iterator[str]:
    if explanation.yes > explanation.of:
        yield "explanation.yes"


def test_a_further_kind_of_explanation_is_one_class_and_one_line(qtbot, outcome, monkeypatch, tmp_path):
    line = explanations.Presentation(votes, lambda *_: [("Votes", "7 of 9")], misfits)
    monkeypatch.setitem(explanations.EXPLANATIONS, "votes", line)
    monkeypatch.setattr("inference.steps.trees.TreesStep.can_explain", lambda step, explanation: True)
    told = replace(outcome, risk=replace(outcome.risk, explanation=Votes(7, 9)))
    content = build_content(told, Language("en"))
    assert ("Votes", "7 of 9") in rows_of(content)
    write_pdf(content, tmp_path / "r.pdf")
    assert "Who voted how" in texts(tmp_path / "r.pdf")[0]
    panel = ResultPanel(Language("en"))
    qtbot.addWidget(panel)
    panel.show_outcome(told)
    assert "Votes: 7/9" in panel.body.sections["factors"].body.layout().itemAt(0).widget().accessibleDescription()
    assert case_columns(replace(new_case("p"), outcome=told))["probability"] == outcome.risk.estimate.chance
    assert compare(told, Expected("answer", {"risk.yes": 7})) == []
    check_record(told, "r.json")
    with pytest.raises(InputError, match=r"explanation\.yes"):
        check_record(replace(told, risk=replace(told.risk, explanation=Votes(10, 9))), "r.json")
