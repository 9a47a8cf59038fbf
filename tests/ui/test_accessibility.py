"""What a screen reader says: every control of every screen has a name, in both languages."""

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
)

from desktop.language import LANGUAGES, Language
from tests.helpers.packs import EVENT
from ui.dialogs.audit import AuditDialog
from ui.dialogs.cases import CasesDialog
from ui.dialogs.event import EventDialog
from ui.dialogs.packs import PackDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.site import SiteDialog
from ui.dialogs.systems import SystemsDialog
from ui.window.case_page import CasePage
from ui.window.start_page import StartPage

CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


def name_of(widget) -> str:
    """What is read out: the name, else the text, else the label whose buddy the control is."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and (widget.text() or widget.toolTip()):
        return widget.text() or widget.toolTip()
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget and label.text()), "")


def is_inner(widget) -> bool:
    """Parts of a control that Qt made, which are read out with it."""
    outer = widget.parentWidget()
    while outer is not None:
        if isinstance(outer, QAbstractSpinBox | QComboBox | QAbstractItemView | QLineEdit | QTabBar):
            return True
        outer = outer.parentWidget()
    return isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_")


def nameless(top):
    found = [w for kind in CONTROLS for w in top.findChildren(kind) if not is_inner(w)]
    assert found
    return [(type(w).__name__, w.objectName(), w.parentWidget().__class__.__name__) for w in found if not name_of(w)]


def screens(installation, language):
    manifest = installation.default_manifest()
    page = CasePage(language)
    page.show_packs(installation.usable())
    page.form.set_pack(manifest)
    page.viewer.set_edit_mode(True)
    start = StartPage(language)
    start.systems.show_systems(installation.usable())
    return {
        "case": page,
        "start": start,
        "systems": SystemsDialog(installation.usable(), manifest.id, language),
        "audit": AuditDialog(installation.audit, language),
        "cases": CasesDialog(installation.records, language),
        "outcome": EventDialog(None, language, asked=EVENT),
        "packs": PackDialog(installation.library, language),
        "settings": SettingsDialog(installation.settings, language, ["openvino:CPU"]),
        "site": SiteDialog(installation.site, installation.manifests(), language),
    }


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_control_has_a_name(code, installation, qtbot):
    for name, screen in screens(installation, Language(code)).items():
        qtbot.addWidget(screen)
        assert not nameless(screen), name


def test_tab_leads_through_the_form_from_top_to_bottom(installation, qtbot):
    page = CasePage(Language("en"))
    qtbot.addWidget(page)
    page.form.set_pack(installation.default_manifest())
    page.resize(1280, 760)
    page.show()
    qtbot.waitExposed(page)
    page.form.focus_next_unknown()
    heights = []
    for _ in range(12):
        focused = page.window().focusWidget()
        heights.append(focused.mapTo(page.form, focused.rect().center()).y())
        page.focusNextChild()
    assert heights == sorted(heights)
