"""An encrypted store: nothing of a patient is legible in its files, and without the key nothing is opened."""

import json
from dataclasses import replace

import pytest

from desktop.audit import AuditLog
from desktop.cases import CaseStore, Event, encryption
from desktop.cases.keys import key_from, text_of
from desktop.cli import exits
from desktop.cli.main import main
from desktop.places import HOME_VARIABLE, default_places
from inference.errors import InputError
from inference.outcome import SignOff
from inference.results import Patient
from tests.helpers.keychain import Keychain

NAME = "Nemo Nusquam"
SIGNATURE = SignOff("radiologist", "A. Reader", "2026-03-01T10:00:00+08:00")


@pytest.fixture
def keychain(monkeypatch):
    return Keychain.in_place_of_the_systems(monkeypatch)


@pytest.fixture
def named(answered):
    outcome = replace(answered.outcome, patient=Patient(NAME, "X-99"), signatures=(SIGNATURE,))
    return replace(answered, outcome=outcome, state="signed")


@pytest.fixture
def filled(path, named, segmentation):
    """A closed store with one case of all that there is."""
    with CaseStore(path) as store:
        saved = store.save(named, {"vessels": segmentation})
        store.record_event(saved.id, Event(True, 12.5, note=NAME))
    return saved


def everything(store, case_id) -> list:
    masks = {step: (found.labels.tobytes(), found.grid) for step, found in store.masks(case_id).items()}
    found = [store.get(case_id), store.event(case_id), store.signed(case_id), masks, store.search("nusquam")]
    return [*found, store.predictions("cme-literature-prior"), store.unfinished()]


def legible(path) -> bool:
    return any(NAME.encode() in file.read_bytes() for file in path.parent.iterdir())


def refused(action, *arguments, **named) -> str:
    with pytest.raises(InputError) as caught:
        action(*arguments, **named)
    return caught.value.code


def test_a_store_is_encrypted_and_decrypted_without_a_loss(path, filled, keychain):
    path.with_name("cases.v1.sqlite").write_bytes(NAME.encode())
    with CaseStore(path) as store:
        before = everything(store, filled.id)
        assert legible(path)
        key = encryption.encrypt(store)
        assert everything(store, filled.id) == before
        assert not legible(path)
    assert list(keychain.values()) == [text_of(key)]
    with CaseStore(path) as store:
        assert everything(store, filled.id) == before
        store.save(replace(store.get(filled.id), closed=False))
        assert not legible(path)
        encryption.decrypt(store)
    assert keychain == {}
    with CaseStore(path) as store:
        assert everything(store, filled.id)[1:4] == before[1:4]
    assert legible(path)


def test_without_its_key_or_with_another_it_is_not_opened(path, filled, keychain):
    with CaseStore(path) as store:
        key = encryption.encrypt(store)
    whole = path.read_bytes()
    ((place, _),) = keychain.items()
    keychain[place] = text_of(bytes(32))
    assert refused(CaseStore, path) == "cases.key-wrong"
    keychain.clear()
    assert refused(CaseStore, path) == "cases.key-missing"
    assert path.read_bytes() == whole
    assert refused(encryption.recover, path, bytes(32)) == "cases.key-wrong"
    encryption.recover(path, key_from(text_of(key)))
    with CaseStore(path) as store:
        assert store.get(filled.id).outcome.patient.name == NAME


@pytest.mark.parametrize("fault", ["no keychain", "log", "damaged"])
def test_what_cannot_be_encrypted_whole_stays_as_it_was(path, filled, keychain, fault):
    def unwritable(*_):
        raise InputError("audit.unwritable", path="a", reason="file.disk-full")

    with CaseStore(path) as store:
        before = everything(store, filled.id)
        if fault == "no keychain":
            assert refused(encryption.encrypt, store, keep=unwritable) == "audit.unwritable"
        elif fault == "log":
            assert refused(encryption.encrypt, store, unwritable) == "audit.unwritable"
        else:
            store._connection.execute("UPDATE events SET sealed = x'00'")
            assert refused(encryption.encrypt, store) == "cases.case-damaged"
            return
    with CaseStore(path) as store:
        assert everything(store, filled.id) == before
        assert encryption.key_id_of(store) == ""


def test_one_bit_in_an_encrypted_piece_is_noticed(path, filled, keychain):
    with CaseStore(path) as store:
        encryption.encrypt(store)
        (sealed,) = store._connection.execute("SELECT sealed FROM outcomes").fetchone()
        turned = bytes([*sealed[:-1], sealed[-1] ^ 1])
        store._connection.execute("UPDATE outcomes SET sealed = ?", [turned])
        assert refused(store.get, filled.id) == "cases.case-damaged"


@pytest.mark.parametrize("text", ["", "abc", "%", text_of(b"short")])
def test_what_is_no_recovery_key_is_refused(text):
    assert refused(key_from, text) == "cases.no-key"


def test_a_computer_without_a_keychain_is_told_what_it_needs(path, filled, monkeypatch):
    import keyring
    from keyring.backends.fail import Keyring

    monkeypatch.setattr(keyring, "set_password", Keyring().set_password)
    with CaseStore(path) as store:
        assert refused(encryption.encrypt, store) == "cases.no-keychain"


def test_the_command_line_encrypts_recovers_and_decrypts(monkeypatch, tmp_path, named, keychain, capsys):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "家"))
    with CaseStore(default_places().cases) as store:
        store.save(named)

    def said(*arguments: str) -> tuple[int, str]:
        code = main(["cases", *arguments, "--lang", "en"])
        return code, "".join(capsys.readouterr())

    key = json.loads(said("encrypt", "--json")[1])["recovery_key"]
    assert said("encrypt")[0] == exits.BAD_INPUT
    assert said("recovery-key")[1].strip() == key
    keychain.clear()
    code, text = said("list")
    assert (code, "precontrast cases recover" in text, "Traceback" in text) == (exits.BAD_INPUT, True, False)
    monkeypatch.setattr("sys.stdin", __import__("io").StringIO(f"{key}\n"))
    assert said("recover")[0] == exits.ANSWER
    assert NAME in said("list")[1]
    assert said("decrypt")[0] == exits.ANSWER
    assert NAME in said("list")[1]
    actions = [entry.action for entry in AuditLog(default_places().audit).entries()]
    assert actions == ["store-encrypted", "exported", "cases-listed", "store-decrypted", "cases-listed"]


@pytest.mark.parametrize("encrypted_before", [False, True])
def test_a_store_that_was_sealed_anew_meanwhile_takes_and_tells_nothing(path, filled, keychain, encrypted_before):
    """Whoever had it open would write in clear into an encrypted store, or under a key that is forgotten."""
    if encrypted_before:
        with CaseStore(path) as other:
            encryption.encrypt(other)
    with CaseStore(path) as store:
        case = store.get(filled.id)
        with CaseStore(path) as other:
            (encryption.decrypt if encrypted_before else encryption.encrypt)(other)
        for act in (
            lambda: store.save(case),
            lambda: store.get(case.id),
            lambda: store.search(),
            lambda: store.record_event(case.id, Event(True, note="late")),
            lambda: store.delete(case.id),
        ):
            with pytest.raises(InputError) as caught:
                act()
            assert caught.value.code == "cases.sealed-anew"
    with CaseStore(path) as again:
        assert again.event(case.id).note == NAME
        assert again.get(case.id) == case
