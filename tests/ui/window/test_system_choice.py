"""What a touch on the list of systems does: a form is opened, or the next study is opened with it."""

import pytest

from tests.helpers.dicom_files import write_series
from tests.helpers.executors import DirectExecutor
from ui.window import case_signals, system_choice
from ui.window.main_window import MainWindow


@pytest.fixture
def window(installation, qtbot, monkeypatch):
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    window = MainWindow(installation)
    window.show()
    listed(qtbot, window)
    yield window
    window.close()


def listed(qtbot, window):
    window.refresh_start()
    qtbot.waitUntil(lambda: window.systems._thread is None, timeout=60_000)


def test_the_start_page_lists_every_pack_and_says_what_a_study_is_opened_with(window):
    start, usual = window.start, window.installation.default_manifest()
    assert sorted(start.systems.ids()) == sorted(manifest.id for manifest in window.installation.manifests())
    assert start.zone.system.text() == f"Opens with: {usual.title.en}"
    assert "DEFAULT" in start.systems.tree.currentItem().text(0)


def test_a_system_without_images_is_opened_at_once_and_is_the_first_afterwards(qtbot, window):
    window.start.systems.chosen.emit("ich-brain")
    work = window.open_cases.work
    assert work.manifest.id == "ich-brain"
    assert window.stack.currentWidget() is window.case_page
    window.open_cases.jobs.executor.run()
    window.show_start()
    listed(qtbot, window)
    assert window.start.systems.ids()[0] == "ich-brain"


def test_a_system_with_images_is_that_of_the_next_study_and_of_no_later_one(qtbot, window, tmp_path):
    start, cases = window.start, window.open_cases
    start.systems.chosen.emit("cme-hu2025-demo")
    assert cases.works == []
    titles = {manifest.id: manifest.title.en for manifest in window.installation.manifests()}
    assert start.zone.system.text() == f"Opens with: {titles['cme-hu2025-demo']}"
    write_series(tmp_path / "study")
    opened = [cases.open_paths((tmp_path / "study",), in_hand=False)]
    opened += [cases.open_paths((tmp_path / "study",)) for _ in range(2)]
    usual = window.installation.default_pack
    assert [work.manifest.id for work in opened] == [usual, "cme-hu2025-demo", usual]
    window.show_start()
    listed(qtbot, window)
    assert start.zone.system.text() == f"Opens with: {titles[usual]}"


def test_a_pack_that_is_gone_meanwhile_is_told_and_nothing_is_opened_with_another(window, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr("ui.window.main_window.tell", lambda parent, language, error: told.append(error.code))
    window.open_cases.next_pack = "gone"
    assert window.open_cases.open_paths((tmp_path,)) is None
    assert told == ["pack.unknown"]


def test_from_a_case_another_system_is_chosen_from_the_same_list(window, monkeypatch):
    window.start.systems.chosen.emit("ich-nag")
    offered = []

    def touch(dialog):
        offered.extend(dialog.list.ids())
        dialog.list.chosen.emit("ich-bat")
        dialog.deleteLater()
        return True

    monkeypatch.setattr(system_choice, "run_dialog", touch)
    window.case_page.pack.showPopup()
    assert window.open_cases.work.manifest.id == "ich-bat"
    assert window.case_page.pack.currentData() == "ich-bat"
    assert sorted(offered) == sorted(m.id for m in window.installation.manifests() if not m.images)


def test_the_demonstration_is_of_the_system_that_was_chosen_and_the_usual_one_afterwards(window):
    jobs = window.open_cases.jobs
    window.start.systems.chosen.emit("evt-spectral")
    window.open_demo()
    jobs.executor.run()
    work = window.open_cases.work
    assert (work.manifest.id, work.paths, work.outcome.kind) == ("evt-spectral", (), "answer")
    assert window.open_cases.next_pack == ""


def test_without_images_goes_on_with_the_chosen_system_where_it_can_do_without(window):
    opened = []
    for chosen in ("evt-spectral", "cme-hu2025-demo"):
        window.start.systems.chosen.emit(chosen)
        window.start.form.click()
        opened.append(window.open_cases.works[-1].manifest.id)
        assert window.open_cases.next_pack == ""
    assert opened == ["evt-spectral", window.installation.form_manifest().id]
