"""The result: its states, what each says, and what clicks ask for."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.content import Banner
from desktop.report.sections import Factors
from inference.findings import Finding
from inference.outcome import Edit
from inference.pipeline import Request, run
from inference.site import Prevalence, SiteProfile
from inference.vocabulary import Text
from tests.helpers.content import section_of, without_percentage
from tests.helpers.manifests import FALLBACK, MEASURE
from tests.helpers.outcomes import ANSWERS, PACKS, screen
from tests.helpers.packs import WITHOUT_MODELS, sheet
from tests.helpers.signature import CLASSIFY, DEEP, LOGISTIC, fake_vessels, signature_pack
from tests.helpers.vessels import STEP, scan
from ui.panels.banner import BannerView
from ui.panels.bars import BarChart
from ui.panels.findings import remedies
from ui.panels.marks import CardButton
from ui.panels.result import ResultPanel
from ui.theme import DARK, LIGHT, contrast

pytestmark = pytest.mark.slow

SITE = SiteProfile(prevalence={"thing": Prevalence("register", rate=0.0027)})
STRICT = [STEP, MEASURE, DEEP, {**CLASSIFY, "distance_limit": 1e-6}, LOGISTIC]


@pytest.fixture(scope="module")
def high():
    return screen("cme-literature-prior", {**ANSWERS, "agent": "iohexol"})


@pytest.fixture(scope="module")
def refused():
    return screen("cme-literature-prior", {"age": 63})


def imaged(**changes):
    request = Request(
        signature_pack(**changes), sheet({"c": "yes"}), SITE, volumes={"ct": scan()}, simulated=True, fallback=FALLBACK
    )
    return run(request, fake_vessels())


@pytest.fixture(scope="module")
def with_images():
    return imaged()


@pytest.fixture
def panel(qtbot):
    panel = ResultPanel(Language("en"))
    qtbot.addWidget(panel)
    panel.resize(380, 660)
    panel.show()
    return panel


def said(widget: QWidget) -> str:
    """Everything that can be read, also what is folded away."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def cards(widget: QWidget) -> list[CardButton]:
    return widget.findChildren(CardButton)


def test_at_first_there_is_nothing_and_it_says_what_to_do(panel):
    assert panel.state() == "empty"
    assert "Open a study" in said(panel.empty)


def test_progress_names_the_stage_and_the_share(panel):
    panel.show_progress("load", 0.43)
    assert panel.state() == "progress"
    assert panel.progress.title.text() == "Reading images"
    assert panel.progress.share.text() == "43 %"


def test_cancel_is_asked_once_and_says_that_it_is_stopping(qtbot, panel):
    panel.show_progress("steps", 0.1)
    with qtbot.waitSignal(panel.cancel_wanted):
        panel.progress.cancel.click()
    panel.show_progress("steps", 0.2)
    assert not panel.progress.cancel.isEnabled()
    assert panel.progress.title.text() == "Stopping …"


def test_the_next_work_can_be_cancelled_again(panel):
    panel.show_progress("steps", 0.1)
    panel.progress.cancel.click()
    panel.show_empty()
    panel.show_progress("scan", 0.0)
    assert panel.progress.cancel.isEnabled()


def test_an_error_says_what_happened_and_offers_to_try_again(qtbot, panel):
    panel.show_error("Not enough memory", "Close other programs.")
    assert panel.state() == "error"
    assert "Close other programs." in said(panel.error)
    with qtbot.waitSignal(panel.retry_wanted):
        panel.error.retry.click()


def test_an_answer_shows_tier_risk_interval_and_ratio_as_the_report_does(panel, high):
    panel.show_outcome(high)
    text = said(panel.body)
    assert panel.state() == "answer"
    assert "HIGH" in text
    assert "95 % interval" in text.replace("\u00a0", " ")
    assert "Times the average" in text


def test_the_status_of_the_pack_is_always_in_sight(panel, high, with_images):
    panel.show_outcome(high)
    assert "LITERATURE PRIOR" in panel._basis.text()
    panel.show_outcome(with_images)
    assert "NOT SIGNED" in panel._basis.text()
    assert "no clinical validity" in panel._note.text()


def test_an_answer_leads_to_its_report(qtbot, panel, high):
    panel.show_outcome(high)
    with qtbot.waitSignal(panel.report_wanted):
        panel.report.click()


def test_tier_and_report_are_in_the_first_screenful(panel, high):
    panel.show_outcome(high)
    banner = panel.body.layout().itemAt(0).widget()
    assert banner.y() + banner.height() < panel._area.viewport().height()
    assert panel.report.isVisible()


def test_the_chart_says_every_known_factor_in_words(panel, high):
    panel.show_outcome(high)
    chart = panel.body.sections["factors"].body.findChildren(QWidget)[0]
    spoken = chart.accessibleDescription().split("\n")
    assert len(spoken) == len([c for c in high.risk.explanation.contributions if c.answer is not None])
    assert spoken[1].startswith("Saline flush: no, raises, × 2.99, 95 % interval")
    assert spoken[0].startswith("Contrast agent: iohexol, raises")  # what may be effect and not cause comes after it
    assert all("can be changed before the injection" in line for line in spoken[:2])


def test_what_if_answers_at_once(qtbot, panel, high):
    panel.show_outcome(high)
    changes = panel.body.sections["what-if"].body
    assert not changes.take.isVisible()
    changes.buttons[0].click()
    first = changes.figure.text()
    assert changes.take.isVisible()
    assert first.endswith("the average")
    assert "?" not in first
    changes.buttons[1].click()
    assert changes.figure.text() != first
    assert f"{100 * high.risk.estimate.chance:.1f} %" in changes.now.text()


def test_two_values_of_one_answer_exclude_each_other(panel, high):
    panel.show_outcome(high)
    changes = panel.body.sections["what-if"].body
    same = [b for b, c in zip(changes.buttons, high.risk.explanation.what_if) if c.predictor == "agent"]
    for made in same:
        made.click()
    assert [made.isChecked() for made in same] == [False] * (len(same) - 1) + [True]


def test_a_what_if_can_be_taken_over_into_the_form(qtbot, panel, high):
    panel.show_outcome(high)
    changes, wanted = panel.body.sections["what-if"].body, []
    panel.what_if_wanted.connect(lambda *what: wanted.append(what))
    changes.buttons[0].click()
    changes.take.click()
    assert wanted == [(high.risk.explanation.what_if[0].predictor, high.risk.explanation.what_if[0].value)]


def test_the_actions_of_the_tier_are_listed(panel, high):
    panel.show_outcome(high)
    assert "Senior nurse places and checks the access" in said(panel.body.sections["checklist"].body)


def test_a_refusal_gives_its_reason_and_what_to_do_and_no_figure(panel, refused):
    panel.show_outcome(refused)
    text = said(panel.body)
    assert panel.state() == "refusal"
    assert "MORE ANSWERS NEEDED" in text
    assert "Risk factors known: 1. At least 3 are needed." in text
    assert "Check the answers in the form" in text
    assert "Times the site average" not in text
    assert panel.report.isEnabled()


def test_where_there_is_no_percentage_the_way_to_the_event_rate_stands_below(qtbot, panel, high):
    panel.show_outcome(without_percentage(high))
    assert "no percentage" in said(panel.body)
    link = next(b for b in panel.body.findChildren(QPushButton) if b.text() == "Set the event rate …")
    with qtbot.waitSignal(panel.rate_wanted, timeout=100):
        link.click()
    panel.show_outcome(high)
    assert "Set the event rate …" not in [b.text() for b in panel.body.findChildren(QPushButton)]


def test_a_refusal_leads_to_each_answer_that_is_missing(panel, refused):
    panel.show_outcome(refused)
    wanted = []
    panel.answer_wanted.connect(wanted.append)
    buttons = {button.text(): button for button in panel.body.findChildren(QPushButton)}
    for label in ("Sex", "Diabetes", "Saline flush"):
        buttons[label].click()
    assert wanted == ["sex", "diabetes", "flush"]
    assert "Age" not in buttons  # known


def test_a_refusal_names_the_protocol_of_the_site(panel, refused):
    site = replace(refused.site, protocol=Text("Ring 1234.", "拨打 1234。"))
    panel.show_outcome(replace(refused, site=site))
    assert "Ring 1234." in said(panel.body)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_nothing_of_an_outcome_is_wider_than_the_narrowest_panel(qtbot, panel, high, refused, code):
    panel.set_language(Language(code))
    panel.resize(panel.minimumWidth(), 660)
    without_rate = without_percentage(high)
    strange = replace(refused.findings[0], evidence={"known": "1.2.826.0.1.3680043.10.4711." * 3, "needed": 3})
    for outcome in (high, without_rate, refused, replace(refused, fallback=high, findings=(strange,))):
        panel.show_outcome(outcome)
        for section in panel.body.sections.values():
            section.unfold()
        assert panel.body.minimumSizeHint().width() <= panel._area.viewport().width()


def test_the_fallback_of_a_refusal_stands_in_a_frame_of_its_own(panel, high):
    refusal = replace(imaged(steps=STRICT), fallback=high)
    panel.show_outcome(refusal)
    frame = panel.body.findChild(QWidget, "fallback")
    assert "CLINICAL FACTORS ONLY" in said(frame)
    assert "HIGH" in said(frame)
    assert "NO IMAGE-BASED RISK" in said(panel.body)
    assert "NO IMAGE-BASED RISK" not in said(frame)
    assert "fallback-factors" in panel.body.sections


def test_every_blocking_code_has_a_remedy_and_each_is_said_once():
    assert remedies(["series.spacing-too-wide", "series.none-given", "vessel.not-found"]) == (
        "ui.refusal.series",
        "ui.refusal.contours",
        "ui.refusal.protocol",
    )


def test_a_finding_about_a_structure_shows_it(qtbot, panel, with_images):
    finding = Finding("vessel.uncertain", "warning", {"certainty": 0.6}, "vein")
    panel.show_outcome(replace(with_images, findings=(finding, Finding("region.noisy", "warning", {"sd_hu": 40}, ""))))
    about, other = panel.body.findChildren(CardButton)[0], "Noisy image"
    assert "segmentation uncertain" in about.accessibleName()
    assert other not in "".join(card.accessibleName() for card in cards(panel.body))
    with qtbot.waitSignal(panel.structure_chosen) as chosen:
        about.click()
    assert chosen.args == ["vein"]


def test_below_the_first_doubt_about_a_structure_a_button_leads_to_its_least_certain_place(qtbot, panel, with_images):
    doubts = [
        Finding("vessel.uncertain", "warning", {"certainty": 0.6}, "vein"),
        Finding("vessel.broken", "warning", {"pieces": 2}, "vein"),
        Finding("vessel.cut-off", "note", {}, "artery"),
        Finding("region.noisy", "warning", {"sd_hu": 40}, "ct"),
        Finding("drawn.missing", "blocking", {}, "artery"),
    ]
    panel.show_outcome(replace(with_images, findings=tuple(doubts)))
    offered = [one for one in panel.body.findChildren(QPushButton) if one.text() == "Check the contour"]
    # Once above, and once among all gates; of the artery there is no contour to check.
    assert len(offered) == 2 and "segmentation uncertain" in offered[0].accessibleName()
    with qtbot.waitSignal(panel.contour_doubted) as doubted:
        offered[0].click()
    assert doubted.args == ["vein"]


def test_choosing_a_column_of_the_measures_shows_the_structure(qtbot, panel, with_images):
    panel.show_outcome(with_images)
    table = panel.body.sections["measures"].body.findChildren(QWidget)[0]
    with qtbot.waitSignal(panel.structure_chosen) as chosen:
        table.horizontalHeader().sectionClicked.emit(0)
    assert chosen.args == [with_images.measures[0].structure]
    table.setCurrentCell(2, 1)
    with qtbot.waitSignal(panel.structure_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [with_images.measures[1].structure]


def test_outlines_edited_by_hand_are_said(panel, with_images):
    panel.show_outcome(replace(with_images, edits=(Edit("vein", "张伟", "2026-03-05T08:00:00+08:00"),)))
    assert "Contours: " in said(panel.body)


@pytest.mark.parametrize("pack", [name for name in WITHOUT_MODELS if (PACKS / name).is_dir()])
@pytest.mark.parametrize("code", ["en", "zh"])
def test_every_pack_without_models_has_a_result_that_fits(qtbot, panel, pack, code):
    panel.set_language(Language(code))
    panel.show_outcome(screen(pack, {}))
    assert panel.state() in ("answer", "refusal")
    assert panel.body.minimumSizeHint().width() <= panel._area.viewport().width()


def test_a_score_shows_its_points_and_its_band(panel):
    panel.show_outcome(screen("ich-nag", {"nihss": 18, "anticoagulant": "yes", "glucose_mmol_l": 9}))
    assert "3 points" in said(panel.body)


def test_the_language_changes_in_place(panel, high):
    panel.show_outcome(high)
    panel.set_language(Language("zh"))
    assert "高风险" in said(panel.body)
    assert panel.report.text() == "打开报告"


def test_a_folded_section_stays_folded_for_the_next_outcome(panel, high):
    panel.show_outcome(high)
    panel.body.sections["factors"].head.click()
    panel.show_outcome(high)
    assert not panel.body.sections["factors"].body.isVisible()
    assert panel.body.sections["what-if"].body.isVisible()


def test_a_quick_update_only_marks_the_result_as_out_of_date(panel, high):
    panel.show_outcome(high)
    panel.show_progress("steps", 0.5)
    assert panel.state() == "answer"
    assert "Out of date" in panel._updating.text()
    assert not panel.report.isEnabled()
    panel.show_outcome(high)
    assert panel.report.isEnabled()
    assert panel._updating.text() == ""


def test_a_slow_update_takes_the_old_result_away(qtbot, panel, high):
    panel.show_outcome(high)
    panel.show_progress("steps", 0.5)
    qtbot.waitUntil(lambda: panel.state() == "progress")
    assert panel.outcome is None


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_in_a_packs_colours_can_be_read_in_both_themes(qtbot, high, theme, qapp):
    from PySide6.QtGui import QColor, QPalette

    from ui.panels.marks import ColourLabel

    label = ColourLabel("HIGH", high.pack.manifest.tiers[0].colour, 30)
    qtbot.addWidget(label)
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(theme.ground))
    label.setPalette(palette)
    assert contrast(label.palette().color(QPalette.ColorRole.WindowText).name(), theme.raised) >= 4.5


@pytest.mark.parametrize("package", ["panels", "report"])
def test_importing_the_panels_loads_nothing_heavy(package):
    folder = Path(__file__).parents[3] / "ui" / package
    names = [f"ui.{package}.{path.stem}" for path in folder.glob("*.py") if path.stem != "__init__"]
    code = f"import sys, {', '.join(names)}; print(*sys.modules)"
    loaded = set(
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=folder.parents[1]
        ).stdout.split()
    )
    assert not loaded & {"numpy", "SimpleITK", "pydicom", "onnx", "onnxruntime", "openvino", "pydantic", "cryptography"}


def test_what_a_model_adds_for_everyone_is_a_bar_without_an_interval(qtbot):
    moved = imaged(steps=[STEP, MEASURE, DEEP, CLASSIFY, {**LOGISTIC, "recentring": 0.0}])
    chart = BarChart(section_of(build_content(moved, Language("en")), Factors), Language("en"))
    qtbot.addWidget(chart)
    start = next(bar for bar in chart.bars if bar.label == Language("en").text("report.offset"))
    assert "interval" not in chart.sentence(start)
    assert all("interval" in chart.sentence(bar) for bar in chart.bars if bar is not start)


@pytest.mark.parametrize("code", ["en", "zh"])
def test_words_in_place_of_a_percentage_are_no_larger_than_words(qtbot, code):
    language = Language(code)
    banner = Banner("HIGH", "triangle", "#b3261e", figure=language.text("banner.no-percentage"), ratio="× 10")
    view = BannerView(banner, language)
    qtbot.addWidget(view)
    points = {label.text(): label.font().pointSizeF() for label in view.findChildren(QLabel)}
    assert points[banner.figure] < points[banner.ratio]
