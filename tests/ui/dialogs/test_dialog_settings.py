"""The settings in their window."""

import pytest

from desktop.language import Language
from desktop.settings import Settings
from ui.dialogs.settings import SettingsDialog

KEPT = {"recent": ("/a",), "guide_seen": True, "geometry": "xyz", "viewer": {"slab": 3}}


@pytest.fixture
def opened(qtbot, english):
    def make(settings):
        dialog = SettingsDialog(settings, english, ["openvino:CPU", "onnxruntime:CPU"], {"p1": "First pack"})
        qtbot.addWidget(dialog)
        return dialog

    return make


@pytest.mark.parametrize(
    "settings",
    [
        Settings(**KEPT),
        Settings(language="zh", theme="dark", engine="openvino:CPU", user="A", watched="/x", default_pack="p1", **KEPT),
        Settings(engine="gone:GPU", default_pack="not-installed"),
    ],
)
def test_what_is_not_touched_stays_as_it_was(opened, settings):
    assert opened(settings).settings() == settings


def test_what_is_chosen_is_given(opened, tmp_path):
    dialog = opened(Settings())
    dialog.user.setText(" 王护士 ")
    dialog.watched.setText(str(tmp_path))
    for name, value in {"language": "zh", "theme": "dark", "engine": "onnxruntime:CPU", "default_pack": "p1"}.items():
        dialog.boxes[name].setCurrentIndex(dialog.boxes[name].findData(value))
    dialog.save_button.click()
    assert dialog.result() == dialog.DialogCode.Accepted
    wanted = Settings(1, "zh", "dark", "onnxruntime:CPU", "王护士", watched=str(tmp_path), default_pack="p1")
    assert dialog.settings() == wanted


def test_a_folder_that_is_not_there_is_told_and_not_taken(opened, tmp_path):
    dialog = opened(Settings())
    dialog.watched.setText(str(tmp_path / "gone"))
    dialog.save_button.click()
    assert dialog.result() != dialog.DialogCode.Accepted
    assert "is not a folder" in dialog.folder.fault.text()


def test_a_folder_can_be_chosen(opened, tmp_path, monkeypatch):
    monkeypatch.setattr("ui.dialogs.settings.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path))
    dialog = opened(Settings())
    dialog.browse_button.click()
    assert dialog.settings().watched == str(tmp_path)


def test_an_engine_that_is_gone_is_named_as_such(opened):
    dialog = opened(Settings(engine="gone:GPU"))
    assert dialog.boxes["engine"].currentText() == "gone:GPU (not on this computer)"


def test_another_language_keeps_what_was_chosen(opened):
    dialog = opened(Settings())
    dialog.boxes["theme"].setCurrentIndex(2)
    dialog.set_language(Language("zh"))
    assert dialog.boxes["theme"].currentText() == "深色"
    assert dialog.settings().theme == "dark"
