"""Encryption of the stored cases in the window: nothing is legible afterwards, and nothing is lost on the way."""

import threading
from dataclasses import replace

import pytest

from desktop.cases import CaseStore, new_case
from desktop.cases.encryption import key_id_of
from desktop.cases.keys import key_from
from desktop.language import LANGUAGES, Language
from desktop.work import operations
from desktop.work.encryption import seal_anew
from inference.errors import InputError
from tests.helpers.executors import DirectExecutor
from tests.helpers.keychain import Keychain
from ui.dialogs.encryption import EncryptionDialog
from ui.dialogs.user_guide import UserGuide
from ui.window import case_signals
from ui.window.main_window import MainWindow


@pytest.fixture
def keychain(monkeypatch):
    return Keychain.in_place_of_the_systems(monkeypatch)


@pytest.fixture
def stored(installation):
    """Two cases that were never screened."""
    return [installation.store.save(new_case("cme-literature-prior")) for _ in range(2)]


def dialog_of(installation, qtbot, encrypted=False, code="en", change=None):
    def real(wanted, progress):
        return seal_anew(installation.places.cases, installation.audit, wanted, progress)

    records = installation.records
    dialog = EncryptionDialog(encrypted, change or real, records.lend, records.take_back, Language(code))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def encrypted(installation) -> bool:
    with CaseStore(installation.places.cases) as store:
        return bool(key_id_of(store))


@pytest.mark.parametrize("code", LANGUAGES)
def test_cases_are_encrypted_and_the_key_is_shown_once_and_closes_only_when_written_down(
    installation, stored, keychain, qtbot, code
):
    dialog = dialog_of(installation, qtbot, code=code)
    dialog.change_button.click()
    qtbot.waitUntil(lambda: dialog.key.isVisible())
    assert encrypted(installation)
    key = dialog.key.text()
    assert [key_from(kept) for kept in keychain.values()] == [key_from(key)]
    dialog.reject()
    dialog.close()
    assert dialog.isVisible() and not dialog.close_button.isEnabled()
    dialog.written.click()
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert len(installation.store.search()) == len(stored)
    assert installation.audit.entries()[-1].action == "store-encrypted"
    again = dialog_of(installation, qtbot, encrypted=True, code=code)
    assert key not in again.key.text()
    again.change_button.click()
    qtbot.waitUntil(lambda: again.close_button.isEnabled())
    assert not encrypted(installation) and not keychain
    again.close_button.click()
    assert not again.isVisible()


def test_the_window_goes_on_and_what_is_kept_meanwhile_is_stored_afterwards(installation, stored, keychain, qtbot):
    begun, go_on, where = threading.Event(), threading.Event(), []
    case = installation.store.get(stored[0].id)
    installation.records.know(case)

    def slowly(wanted, progress):
        where.append(threading.get_ident())
        begun.set()
        go_on.wait(10)
        return seal_anew(installation.places.cases, installation.audit, wanted, progress)

    dialog = dialog_of(installation, qtbot, change=slowly)
    dialog.change_button.click()
    qtbot.waitUntil(begun.is_set)
    assert where != [threading.get_ident()] and dialog.bar.isVisible()
    dialog.reject()
    assert dialog.isVisible() and not dialog.close_button.isEnabled()
    operations.close(installation.records, replace(case, paths=("/moved",)))
    with pytest.raises(InputError) as caught:
        installation.store.search()
    assert (caught.value.code, installation.records.waiting) == ("cases.busy", 1)
    go_on.set()
    qtbot.waitUntil(lambda: dialog.key.isVisible())
    assert dialog.bar.value() == 100
    assert (installation.records.waiting, installation.store.get(case.id).paths) == (0, ("/moved",))


@pytest.mark.parametrize("error", [InputError("cases.no-keychain", detail="x"), ZeroDivisionError("x")])
def test_what_does_not_work_is_said_and_leaves_all_as_it_was(installation, stored, qtbot, error):
    def broken(wanted, progress):
        raise error

    dialog = dialog_of(installation, qtbot, change=broken)
    dialog.change_button.click()
    qtbot.waitUntil(lambda: dialog.fault.isVisible())
    assert dialog.change_button.isEnabled() and not dialog.key.isVisible()
    assert len(installation.store.search()) == len(stored) and not encrypted(installation)
    dialog.reject()
    assert not dialog.isVisible()


def test_the_window_has_it_under_tools(installation, stored, keychain, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    monkeypatch.setattr("ui.window.dialogs.run_dialog", lambda dialog: shown.append(dialog))
    window = MainWindow(installation)
    window.menus.actions["encryption"].trigger()
    assert isinstance(shown[0], EncryptionDialog)
    window.close()


def test_the_window_stays_until_the_store_is_rewritten_and_the_key_written_down_and_takes_its_dialogs_along(
    installation, stored, keychain, qtbot, monkeypatch
):
    go_on, shown = threading.Event(), []

    def slowly(*given, **more):
        go_on.wait(10)
        return seal_anew(*given, **more)

    monkeypatch.setattr(case_signals, "make_executor", DirectExecutor)
    monkeypatch.setattr("desktop.work.encryption.seal_anew", slowly)
    monkeypatch.setattr("ui.window.dialogs.run_dialog", lambda dialog: (dialog.show(), shown.append(dialog)))
    window = MainWindow(installation)
    window.show()
    window.menus.actions["encryption"].trigger()
    (dialog,), guide = shown, UserGuide(window.language, window)
    guide.show()
    dialog.change_button.click()
    assert not window.close() and window.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: dialog.key.isVisible())
    assert not window.close() and window.isVisible() and dialog.key.text()
    dialog.written.click()
    assert window.close()
    assert not dialog.isVisible() and not guide.isVisible()
