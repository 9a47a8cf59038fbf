"""The pack manager: what each pack is for, installing, removing, testing."""

import json

import pytest

from desktop.jobs.messages import Timing
from desktop.language import Language
from desktop.pack_checks import Check
from desktop.pack_library import PackLibrary, pack_folder_to_file
from desktop.places import HOME_VARIABLE, default_places
from inference.packs.signing import new_key, sign
from tests.helpers.packs import write_pack
from ui.dialogs.engine_times import fastest, remembered_times
from ui.dialogs.packs import PackDialog

pytestmark = pytest.mark.slow

MODELS, FORMULA = "cme-vessels-demo", "ich-nag"
TIMES = [Timing("a.onnx", "openvino:CPU", 0.1), Timing("a.onnx", "onnxruntime:CPU", 0.4)]


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return PackLibrary(default_places())


@pytest.fixture
def packs(qtbot, english, library):
    dialog = PackDialog(library, english, MODELS)
    qtbot.addWidget(dialog)
    return dialog


@pytest.fixture
def own_pack(tmp_path, library):
    """Writes a .pack file that the installation trusts."""
    key = tmp_path / "own.pem"
    library.places.keys.mkdir(parents=True)
    new_key(key, library.places.keys / "own.pub")

    def write(version="1.0.0"):
        folder = write_pack(tmp_path / f"made-{version}", version=version)
        sign(folder, key)
        pack_folder_to_file(folder, tmp_path / f"test-{version}.pack")
        return tmp_path / f"test-{version}.pack"

    return write


def show(dialog, pack):
    dialog.list.setCurrentRow(dialog._row_of(pack))


def install(dialog, monkeypatch, path):
    monkeypatch.setattr("ui.dialogs.packs.path_to_open", lambda *_: path)
    dialog.install_button.click()


def listed(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_each_pack_is_listed_with_version_status_and_signer(packs):
    (line,) = [text for text in listed(packs) if text.startswith("NAG score")]
    key = packs._library.keys().trusted[0].fingerprint[:16]
    version = packs._library.open(FORMULA).manifest.version
    assert line == f"NAG score for haematoma expansion\n{version} · FORMULA · precontrast {key}"


def test_the_default_pack_is_shown_first_and_marked(packs):
    assert packs._id() == MODELS
    assert "DEFAULT" in packs.list.currentItem().text()
    assert not packs.default_button.isEnabled()


def test_another_pack_can_be_made_the_default(qtbot, packs):
    show(packs, FORMULA)
    with qtbot.waitSignal(packs.default_wanted) as told:
        packs.default_button.click()
    assert told.args == [FORMULA]
    assert "DEFAULT" in packs.list.currentItem().text()


@pytest.mark.parametrize("part", ["Intended use", "Limits", "Basis and sources", "[verified]", "SIMULATION-TRAINED"])
def test_what_a_pack_is_for_and_rests_on_is_shown(packs, part):
    assert part in packs.overview.toPlainText()


def test_the_card_is_shown_in_the_language_of_the_reader(packs):
    assert "Purpose" in packs.card.toPlainText()
    packs.set_language(Language("zh"))
    assert "用途" in packs.card.toPlainText()
    assert "Purpose" not in packs.card.toPlainText()


def test_a_card_loads_nothing_from_outside(packs):
    assert packs.card.loadResource(2, packs.card.source()) is None
    assert not packs.card.openLinks()


def test_a_shipped_pack_cannot_be_removed(packs):
    assert not packs.remove_button.isEnabled()
    assert packs.remove_button.toolTip() == "shipped with the program"


def test_a_pack_is_installed_shown_and_told(qtbot, packs, own_pack, monkeypatch):
    with qtbot.waitSignal(packs.installed) as told:
        install(packs, monkeypatch, own_pack())
    assert told.args == ["test-pack"]
    assert packs._id() == "test-pack"
    assert "· own " in packs.list.currentItem().text()
    assert packs.remove_button.isEnabled()


def test_what_is_no_pack_is_told_in_words(packs, tmp_path, monkeypatch):
    (tmp_path / "x.pack").write_bytes(b"nothing")
    install(packs, monkeypatch, tmp_path / "x.pack")
    assert packs.notice.text() == "x.pack is not a readable pack file"


def test_a_pack_that_nobody_signed_is_not_installed(packs, tmp_path, monkeypatch):
    pack_folder_to_file(write_pack(tmp_path / "unsigned"), tmp_path / "unsigned.pack")
    install(packs, monkeypatch, tmp_path / "unsigned.pack")
    assert "not signed" in packs.notice.text()
    assert packs._row_of("test-pack") == 0


def test_a_version_is_replaced_only_after_a_question(packs, own_pack, monkeypatch, answer_box):
    install(packs, monkeypatch, own_pack())
    seen = answer_box("Cancel")
    install(packs, monkeypatch, own_pack("2.0.0"))
    assert "Replace it by version 2.0.0?" in seen[0]
    assert "1.0.0" in packs.list.currentItem().text()
    answer_box("Replace")
    install(packs, monkeypatch, own_pack("2.0.0"))
    assert "2.0.0" in packs.list.currentItem().text()


def test_an_older_version_takes_the_place_of_a_newer_one_only_after_it_was_named(
    packs, own_pack, monkeypatch, answer_box
):
    install(packs, monkeypatch, own_pack("2.0.0"))
    seen = answer_box("Cancel")
    install(packs, monkeypatch, own_pack("1.0.0"))
    assert "1.0.0 is an earlier version" in seen[0]
    assert "2.0.0" in packs.list.currentItem().text()
    answer_box("Replace")
    install(packs, monkeypatch, own_pack("1.0.0"))
    assert "1.0.0" in packs.list.currentItem().text()


def test_a_file_that_is_no_key_is_named_and_costs_no_pack(packs, library):
    assert packs.skipped.isHidden()
    library.places.keys.mkdir(parents=True)
    (library.places.keys / "theirs.pub").write_bytes(b"nonsense")
    packs.set_language(Language("en"))
    assert "theirs.pub is not an Ed25519 key" in packs.skipped.text()
    assert "· precontrast " in packs.list.currentItem().text()


def test_an_installed_pack_is_removed_after_a_question(qtbot, packs, own_pack, monkeypatch, answer_box):
    install(packs, monkeypatch, own_pack())
    answer_box("Remove…")
    with qtbot.waitSignal(packs.removed) as told:
        packs.remove_button.click()
    assert told.args == ["test-pack"]
    assert not [text for text in listed(packs) if text.startswith("Test")]


def test_a_pack_that_cannot_be_used_says_why(packs, own_pack, monkeypatch):
    install(packs, monkeypatch, own_pack())
    (packs._library.places.keys / "own.pub").unlink()
    packs.set_language(Language("en"))
    show(packs, "test-pack")
    assert "a key that this computer does not trust" in packs._fault.text()
    assert packs._pages.isHidden()
    assert not packs.default_button.isEnabled()
    assert packs.remove_button.isEnabled()


def test_a_self_test_is_asked_for_and_its_table_shown(qtbot, packs):
    with qtbot.waitSignal(packs.test_wanted) as told:
        packs.checks.start.click()
    assert told.args == [MODELS]
    assert not packs.checks.start.isEnabled()
    packs.show_checks([Check("golden", MODELS, True, "", 1.25), Check("report", "zh", False, "no fonts", 0.5)])
    assert packs.checks.start.isEnabled()
    assert [packs.checks.table.item(row, 0).text() for row in (0, 1)] == ["golden case: passed", "report: FAILED"]
    assert packs.checks.table.item(1, 3).text() == "no fonts"
    assert packs.checks.notice.text() == "2 checks, 1 failed"


def test_a_self_test_that_breaks_off_says_why_and_can_be_run_again(packs):
    packs.checks.start.click()
    packs.show_failure("stopped")
    assert packs.checks.notice.text() == "stopped"
    assert packs.checks.start.isEnabled()
    assert packs.engines.start.isEnabled()


def test_checks_of_one_pack_are_not_shown_at_another(packs):
    packs.show_checks([Check("golden", MODELS, True, "", 1.25)])
    show(packs, FORMULA)
    assert packs.checks.table.rowCount() == 0


def test_measured_times_are_shown_with_the_fastest(packs):
    packs.show_engines(TIMES)
    rows = [[packs.engines.table.item(row, place).text() for place in (1, 2, 3)] for row in (0, 1)]
    assert rows == [["openvino:CPU", "100 ms", "fastest"], ["onnxruntime:CPU", "400 ms", ""]]


def test_a_pack_without_models_has_nothing_to_measure(packs):
    show(packs, FORMULA)
    assert "no models" in packs.engines.notice.text()
    assert not packs.engines.start.isEnabled()


def test_the_fastest_is_found_for_each_model():
    slow = Timing("b.onnx", "onnxruntime:CPU", 9.0)
    assert fastest([*TIMES, slow]) == {TIMES[0], slow}


def test_what_was_measured_before_is_remembered(library, packs):
    from hashlib import sha256

    pack = packs._entry().pack
    digest = sha256(pack.files["models/locator.onnx"]).hexdigest()
    memory = library.places.engine_memory
    memory.parent.mkdir(parents=True)
    memory.write_text(json.dumps({f"{digest} a 2": {"a": 1.0}, f"{digest} b 4": {"b": 0.5}, "other a 2": {"a": 3.0}}))
    assert remembered_times(pack, memory) == [Timing("models/locator.onnx", "b", 0.5)]


@pytest.mark.parametrize("content", [None, "", "[]", '{"a": {"b": "c"}}'])
def test_a_memory_that_cannot_be_read_remembers_nothing(packs, tmp_path, content):
    memory = tmp_path / "engines.json"
    if content is not None:
        memory.write_text(content)
    assert remembered_times(packs._entry().pack, memory) == []
