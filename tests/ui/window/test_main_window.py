"""The window around the cases: start page, guide, recovery, tabs, menus, language and theme."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QTabBar

from desktop.installation import Installation
from desktop.language import LANGUAGES, Language
from inference.errors import InputError
from inference.identity import age_on
from tests.helpers.dicom_files import write_series
from ui.theme import DARK, LIGHT, theme_of
from ui.window import browser as browser_module
from ui.window.appearance import dress
from ui.window.case_page import CasePage
from ui.window.main_window import MainWindow
from ui.window.view_options import FORM_PX, RESULT_PX

pytestmark = pytest.mark.slow

WAIT_MS = 60_000


@pytest.fixture
def window(installation, qtbot):
    installation.change_settings(default_pack="ich-nag")
    dress(installation.settings.theme)
    window = MainWindow(installation)
    window.show()
    window.begin()
    yield window
    window.close()


@pytest.fixture
def told(window, monkeypatch):
    """What the window tells in message boxes, without opening them."""
    heard = []
    monkeypatch.setattr("ui.window.main_window.tell", lambda parent, language, error: heard.append(error))
    return heard


def begun(qtbot, window):
    window.open_cases.open_form()
    qtbot.waitUntil(
        lambda: window.open_cases.work.outcome is not None and not window.open_cases.work.busy, timeout=WAIT_MS
    )
    return window.open_cases.work


def actions(menu):
    for action in menu.actions():
        if action.menu() is not None:
            yield from actions(action.menu())
        elif not action.isSeparator():
            yield action


def all_actions(window) -> list[QAction]:
    return [a for top in window.menuBar().actions() for a in actions(top.menu())]


def test_the_window_begins_with_the_start_page(window):
    assert window.stack.currentWidget() is window.start
    assert not window.start.guide.isVisible()
    assert window.start.none_yet.isVisible()


def test_on_a_first_start_the_guide_is_offered_and_goes_away_for_good(window):
    window.dialogs.show_guide()
    assert window.start.guide.isVisible()
    window.start.guide.other.click()
    assert not window.start.guide.isVisible()
    assert window.installation.settings.guide_seen


def test_the_guide_goes_through_its_steps_and_ends(qtbot, window):
    begun(qtbot, window)
    guide, seen = window.case_page.guide, []
    guide.begin()
    while guide.isVisible():
        seen.append(guide.text.text())
        guide.next.click()
    assert len(set(seen)) == len(seen) == 4


def held(kind, data):
    """An event of the window's surface, as the system sends it."""
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = kind(QPoint(200, 300), Qt.DropAction.CopyAction, data, buttons, keys)
    event.ignore()
    return event


def test_files_are_taken_wherever_they_are_held_and_never_become_text(qtbot, window, tmp_path):
    begun(qtbot, window)
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path))])
    words.setText("no file")
    opened, surface, highlight = [], window.windowHandle(), window.drops.highlight
    window.drops.dropped.disconnect()
    window.drops.dropped.connect(opened.append)
    field = window.case_page.typed_name
    field.setFocus()
    above_words = held(QDragEnterEvent, words)
    assert window.drops.eventFilter(surface, above_words) is False
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = held(kind, files)
        QCoreApplication.sendEvent(surface, event)
        assert event.isAccepted()
        assert highlight.isVisible()
        assert highlight.size() == window.size()
    event = held(QDropEvent, files)
    QCoreApplication.sendEvent(surface, event)
    assert event.isAccepted()
    assert not highlight.isVisible()
    assert opened == [(tmp_path,)]
    assert field.text() == ""
    QCoreApplication.sendEvent(surface, held(QDragEnterEvent, files))
    QCoreApplication.sendEvent(surface, QDragLeaveEvent())
    assert not highlight.isVisible()


SCREENS = {"1366x768 at 125 %": (1093, 574), "1920x1080 at 150 %": (1280, 672), "1280x800": (1280, 740)}
"""What a task bar leaves of them."""


@pytest.mark.parametrize("room", SCREENS.values(), ids=SCREENS)
def test_the_first_window_fits_the_screen_and_everything_important_is_in_sight(room, qtbot, window, monkeypatch):
    monkeypatch.setattr(type(window.screen()), "availableGeometry", lambda screen: QRect(0, 0, *room))
    window._fit_screen()
    begun(qtbot, window)
    qtbot.wait(0)
    assert window.width() <= room[0]
    assert window.frameGeometry().height() <= room[1]
    for part in (window.research, window.case_page.result.report, window.case_page.form):
        place = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        assert part.isVisible()
        assert window.rect().contains(place), part


def test_research_use_only_is_in_sight_once_on_every_page(qtbot, window):
    def seen():
        return [label for label in window.findChildren(QLabel) if "RESEARCH" in label.text() and label.isVisible()]

    begun(qtbot, window)
    for show in (window.show_start, window.show_case):
        show()
        window.statusBar().showMessage("something else")
        assert seen() == [window.research]


def test_the_keyboard_is_at_the_form_when_a_case_is_shown(qtbot, window):
    begun(qtbot, window)
    window.show_start()
    window.show_case()
    assert window.case_page.form.isAncestorOf(window.focusWidget())


def test_f6_leads_round_the_parts_of_a_case_that_are_seen(qtbot, window):
    begun(qtbot, window)
    page, view_options = window.case_page, window.view_options
    visited = []
    for step in (1, 1, 1, -1):
        view_options.next_part(step)
        visited.append(next(n for n in ("form", "result") if getattr(page, n).isAncestorOf(window.focusWidget())))
    # Without images there are two parts; the keyboard was at the form.
    assert visited == ["result", "form", "result", "form"]
    view_options.toggle_part("result")
    assert not page.result.isVisible()
    assert not page.shows["result"].isChecked()
    view_options.next_part(1)
    assert page.form.isAncestorOf(window.focusWidget())


def test_ctrl_tab_goes_round_the_open_cases(qtbot, window):
    first, second = begun(qtbot, window), begun(qtbot, window)
    seen = []
    for step in (1, 1, -1):
        window.view_options.next_case(step)
        seen.append(window.open_cases.work)
    assert seen == [first, second, first]


@pytest.mark.parametrize(("kept", "found"), [((300, 350), (300, 350)), ((632, 632), (FORM_PX, RESULT_PX))])
def test_form_and_result_are_as_wide_as_they_were_and_leave_room_for_the_images(
    qtbot, installation, window, kept, found
):
    installation.change_settings(viewer={"width-form": kept[0], "width-result": kept[1]})
    window.resize(1280, 800)
    page, wanted = CasePage(window.language), []
    qtbot.addWidget(page)
    page.split.setSizes = wanted.extend
    window.view_options.recall(page)
    assert (wanted[0], wanted[2]) == found


def test_how_the_window_is_looked_at_is_remembered(qtbot, installation, window):
    begun(qtbot, window)
    window.view_options.toggle_part("form")
    window.case_page.viewer._commands.perform("layout-coronal")
    usual = window.font().pointSizeF()
    window.view_options.step_text(1)
    assert window.font().pointSizeF() > usual
    window.view_options.remember(window.case_page)
    again = Installation(installation.places)
    kept = {"seen-form": False, "seen-result": True, "layout": "coronal", "text-size": 1.15}
    assert kept.items() <= again.settings.viewer.items()
    assert "width-result" not in again.settings.viewer  # without images the result has all the room
    page = CasePage(window.language)
    qtbot.addWidget(page)
    window.view_options.recall(page)
    assert page.form.isHidden()
    assert (page.viewer.model.layout, page.viewer.model.large) == ("large", "coronal")
    window.view_options.step_text(0)
    assert window.font().pointSizeF() == usual


def test_a_stored_case_is_listed_and_opened_from_the_start_page(qtbot, window):
    work = begun(qtbot, window)
    window.open_cases.close_case(work)
    assert window.stack.currentWidget() is window.start
    item = window.start.recent.item(0)
    window.start.recent.itemActivated.emit(item)
    assert window.open_cases.work.id == work.id
    assert window.stack.currentWidget() is window.case_page


def test_recent_cases_are_one_line_each_and_can_be_searched(qtbot, window):
    for name in ("Wang Fang", "Li Na"):
        work = begun(qtbot, window)
        window.case_page.typed_name.setText(name)
        window.case_page.typed_name.editingFinished.emit()
        qtbot.waitUntil(lambda work=work: work.outcome.patient.name != "" and not work.busy, timeout=WAIT_MS)
    window.show_start()
    recent = window.start.recent
    assert [recent.item(n).text().split(" · ")[0] for n in range(recent.count())] == ["Li Na", "Wang Fang"]
    assert not [n for n in range(recent.count()) if "\n" in recent.item(n).text() or recent.item(n).icon().isNull()]
    window.start.search.setText("wang")
    qtbot.waitUntil(lambda: recent.count() == 1)
    assert recent.item(0).text().startswith("Wang Fang")
    window.start.search.setText("nobody")
    qtbot.waitUntil(lambda: recent.count() == 0)
    assert window.start.none_yet.text() == "No case is found."
    assert window.start.search.isVisible()


def test_a_case_that_was_open_at_a_crash_is_offered_and_reopened(qtbot, installation, window):
    work = begun(qtbot, window)
    window.open_cases.works.clear()  # as after a crash: nothing was closed
    window.open_cases.work = None
    window.show_start()
    card = window.start.recovery
    assert card.isVisible()
    card.main.click()
    assert window.open_cases.work.id == work.id


def test_tabs_appear_with_the_second_case_and_lead_back_to_the_first(qtbot, window):
    first = begun(qtbot, window)
    assert not window.worklist.isVisible()
    second = begun(qtbot, window)
    assert window.worklist.isVisible()
    assert window.open_cases.work is second
    window.worklist.setCurrentIndex(0)
    assert window.open_cases.work is first
    close = window.worklist.tabButton(1, QTabBar.ButtonPosition.RightSide)
    assert window.worklist.tabText(1).replace("&&", "&") in close.accessibleName()
    close.click()
    assert window.open_cases.works == [first]
    assert not window.worklist.isVisible()


def test_from_the_start_page_a_single_open_case_is_one_click_away(qtbot, window):
    work = begun(qtbot, window)
    window.show_start()
    assert window.worklist.isVisible()
    window.worklist.tabBarClicked.emit(0)
    assert window.stack.currentWidget() is window.case_page
    assert window.open_cases.work is work


class FixedDate(date):
    """A day that does not end while a test runs."""

    @classmethod
    def today(cls) -> date:
        return date(2026, 3, 5)


def test_files_of_several_patients_show_the_series_and_ask_for_the_patient(qtbot, window, tmp_path, monkeypatch):
    monkeypatch.setattr(browser_module, "date", FixedDate)
    for n in (1, 2):
        write_series(tmp_path / "both" / str(n), series=str(n), PatientID=f"P{n}", PatientName=f"Name{n}")
    window.installation.change_settings(default_pack="cme-vessels-demo")
    work = window.open_cases.open_paths((tmp_path / "both",))
    qtbot.waitUntil(lambda: work.state == "choosing", timeout=WAIT_MS)
    browser = window.browser
    assert window.stack.currentWidget() is browser
    years = age_on(work.scan.series[0], FixedDate.today())
    assert f"{years:.0f} years" in browser.tree.topLevelItem(0).text(0)
    browser.tree.setCurrentItem(browser.tree.topLevelItem(1))
    browser.use.click()
    qtbot.waitUntil(lambda: work.outcome is not None and not work.busy, timeout=WAIT_MS)
    assert work.outcome.patient.id == "P2"
    assert window.stack.currentWidget() is window.case_page


def test_another_series_can_be_taken_and_that_is_logged(qtbot, window, tmp_path):
    for n in (1, 2):
        write_series(tmp_path / "both" / str(n), series=str(n), SeriesNumber=n)
    window.installation.change_settings(default_pack="cme-vessels-demo")
    work = window.open_cases.open_paths((tmp_path / "both",))
    qtbot.waitUntil(lambda: work.outcome is not None and not work.busy, timeout=WAIT_MS)
    other = next(s for s in work.scan.series if s.key not in {u.series_uid for u in work.outcome.series})
    window.show_browser()
    window.browser.series_chosen.emit(work.manifest.images[0].id, other.key)
    qtbot.waitUntil(lambda: not work.busy, timeout=WAIT_MS)
    assert work.outcome.series[0].series_uid == other.uid
    assert work.outcome.series[0].overridden
    assert "series-overridden" in [entry.action for entry in window.installation.audit.entries()]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_menu_entry_is_worded(code, qtbot, window):
    begun(qtbot, window)
    window.use_language(code)
    texts = [action.text() for action in all_actions(window)]
    assert len(texts) > 40
    assert not [text for text in texts if not text.strip() or text.startswith("ui.")]


def test_no_shortcut_means_two_things_at_once(qtbot, window):
    begun(qtbot, window)
    keys = [
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for action in all_actions(window)
        for key in action.shortcuts()
    ]
    assert len(keys) > 20
    assert sorted({key for key in keys if keys.count(key) > 1}) == []


def test_language_and_theme_are_remembered(window, installation):
    window.menus.switch_language.click()
    window.menus.switch_theme.click()
    again = Installation(installation.places)
    assert (again.settings.language, again.settings.theme) == ("zh", "dark")
    assert theme_of(window) is DARK
    window.menus.switch_theme.click()
    assert theme_of(window) is LIGHT


def test_the_start_page_is_worded_in_the_language(window):
    for code in ("zh", "en"):
        window.use_language(code)
        assert window.start.zone.title.text() == Language(code).text("ui.start.drop")


def test_a_case_without_images_gets_the_name_that_is_typed(qtbot, window):
    work, page = begun(qtbot, window), window.case_page
    qtbot.keyClicks(page.typed_name, "Wang Fang")
    page.typed_name.editingFinished.emit()
    qtbot.waitUntil(lambda: not work.busy and work.outcome.patient.name == "Wang Fang", timeout=WAIT_MS)
    page.form.enter("nihss", 12.0)
    qtbot.waitUntil(lambda: not work.busy and "nihss" in work.sheet.answers, timeout=WAIT_MS)
    assert work.outcome.patient.name == "Wang Fang"


def test_trouble_is_told(window, told):
    window.case_signals.trouble.emit(InputError("file.not-found", path="/x"))
    assert [error.code for error in told] == ["file.not-found"]


def test_actions_that_need_a_case_are_off_without_one(qtbot, window):
    needing = ("report", "outcome", "series", "close", "again", "stop")
    assert not any(window.menus.actions[name].isEnabled() for name in needing)
    begun(qtbot, window)
    assert window.menus.actions["report"].isEnabled()


def test_place_and_size_of_the_window_are_remembered(window, installation):
    window.resize(1200, 760)
    expected = bytes(window.saveGeometry().toBase64()).decode()
    window.close()
    assert Installation(installation.places).settings.geometry == expected
