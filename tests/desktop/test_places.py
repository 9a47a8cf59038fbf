"""Where things are: one folder for everything where that is asked for, else where the system wants them."""

from pathlib import Path

from desktop.places import default_places


def test_one_folder_holds_everything(monkeypatch, tmp_path):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path))
    places = default_places()
    files = (places.settings, places.site, places.machine_site, places.cases, places.audit, places.packs, places.keys)
    assert all(path.is_relative_to(tmp_path) for path in files)
    assert len(set(files)) == len(files)


def test_patients_are_kept_apart_from_what_may_be_deleted(monkeypatch):
    monkeypatch.delenv("PRECONTRAST_HOME", raising=False)
    places = default_places()
    for path in (places.cases, places.audit, places.settings, places.site):
        assert not path.is_relative_to(places.cache)


def test_what_an_administrator_sets_is_not_in_the_users_home(monkeypatch):
    monkeypatch.delenv("PRECONTRAST_HOME", raising=False)
    places = default_places()
    for path in (places.machine_site, places.machine_packs, places.machine_keys):
        assert not path.is_relative_to(Path.home())
