"""Folders are tried, not guessed; versions are told; what should not be writable is found."""

import pytest

from desktop.self_test import computer
from desktop.self_test.computer import folders, versions


def found(places, language) -> dict:
    return {planned.subject: planned.done(language) for planned in folders(places, language)}


def place(places, language, name):
    return found(places, language)[language.text(f"self-test.place.{name}")]


def test_every_folder_is_named_and_none_is_made(places, language):
    checks = found(places, language)
    assert all(check.passed for check in checks.values())
    for path in (places.cases, places.settings, places.cache, places.packs, places.machine):
        assert any(str(path) in check.detail for check in checks.values())
    assert not places.data.exists()


@pytest.mark.parametrize("name", ["cases", "settings", "cache", "packs"])
def test_a_folder_that_takes_no_file_fails_with_its_path_and_what_to_do(places, language, monkeypatch, name):
    monkeypatch.setattr(computer, "_takes_a_file", lambda folder: False)
    check = place(places, language, name)
    assert not check.passed
    assert str(places.data) in check.detail
    assert "PRECONTRAST_HOME" in check.detail


def test_a_machine_folder_that_every_user_could_change_fails(places, language, monkeypatch):
    places.machine.mkdir(parents=True)
    monkeypatch.delenv("PRECONTRAST_HOME")
    monkeypatch.setattr(computer, "_is_administrator", lambda: False)
    monkeypatch.setattr(computer, "_takes_a_file", lambda folder: True)
    check = place(places, language, "machine")
    assert not check.passed
    assert check.detail == language.text("self-test.place-open", path=places.machine)


def test_a_machine_folder_that_is_kept_from_users_passes(places, language, monkeypatch):
    places.machine.mkdir(parents=True)
    monkeypatch.setattr(computer, "_takes_a_file", lambda folder: False)
    check = place(places, language, "machine")
    assert check.passed
    assert check.detail == language.text("self-test.place-kept", path=places.machine)


def test_a_machine_folder_that_cannot_be_read_fails(places, language, monkeypatch):
    places.machine.mkdir(parents=True)
    monkeypatch.setattr(computer.os, "access", lambda path, mode: False)
    assert not place(places, language, "machine").passed


def test_a_program_folder_that_cannot_be_written_is_right(places, language, monkeypatch):
    monkeypatch.setattr(computer, "_takes_a_file", lambda folder: False)
    assert place(places, language, "program").passed


def test_versions_are_those_of_this_computer(language):
    from PySide6 import __version__ as pyside

    from inference import __version__

    told = {planned.subject: planned.done(language).detail for planned in versions(language)}
    assert told["Precontrast"].startswith(__version__)
    assert pyside in told["Qt"]
