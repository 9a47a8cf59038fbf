"""No button's words are cut short where there is room on the screen."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QToolButton

from desktop.language import LANGUAGES, Language
from desktop.report.fonts import ensure_gui
from resources.paper.fonts import FAMILY
from tests.helpers.outcomes import ANSWERS, screen
from tests.helpers.packs import EVENT
from ui.dialogs.cases import CasesDialog
from ui.dialogs.event import EventDialog
from ui.dialogs.packs import PackDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.site import SiteDialog
from ui.dialogs.systems import SystemsDialog
from ui.report.dialog import ReportDialog
from ui.theme import LIGHT, apply_theme
from ui.window.case_page import CasePage
from ui.window.start_page import StartPage

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def outcome():
    return screen("cme-literature-prior", ANSWERS)


def clipped(top) -> list[str]:
    """Texts of buttons that are wider than their buttons, bold where a chosen one is bold."""
    found = []
    for button in [*top.findChildren(QPushButton), *top.findChildren(QToolButton)]:
        font = button.font()
        font.setBold(font.bold() or button.isCheckable())
        wide = QFontMetrics(font).horizontalAdvance(button.text().replace("&", ""))
        icon_px = button.iconSize().width() if not button.icon().isNull() and isinstance(button, QPushButton) else 0
        iconic = isinstance(button, QToolButton) and button.toolButtonStyle().name == "ToolButtonIconOnly"
        if button.isVisible() and button.text() and not iconic and wide + icon_px > button.width():
            found.append(f"{button.text()}: {wide + icon_px} px of {button.width()}")
    return found


@pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True)
@pytest.mark.parametrize("code", LANGUAGES)
def test_no_button_is_narrower_than_its_words(code, installation, outcome, qtbot, qapp):
    ensure_gui()
    apply_theme(qapp, LIGHT, FAMILY)
    language, manifest = Language(code), installation.default_manifest()
    page = CasePage(language)
    page.form.set_pack(manifest)
    page.result.show_outcome(outcome)
    page.resize(1093, 520)
    start = StartPage(language)
    start.resize(900, 480)
    for top in (
        page,
        start,
        ReportDialog(outcome, language, "A4", "A. Tester"),
        CasesDialog(installation.records, language),
        EventDialog(None, language, asked=EVENT),
        PackDialog(installation.library, language),
        SettingsDialog(installation.settings, language, ["openvino:CPU"]),
        SystemsDialog(installation.usable(), manifest.id, language),
        SiteDialog(installation.site, installation.manifests(), language),
    ):
        qtbot.addWidget(top)
        top.show()
        assert not clipped(top), type(top).__name__
        top.hide()
