"""The services of one installation."""

import pytest

from desktop.office import Office
from desktop.places import HOME_VARIABLE, default_places
from desktop.settings import Settings, write_settings
from inference.errors import InputError
from inference.site import Prevalence, SiteProfile


@pytest.fixture
def places(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "家 é"))
    return default_places()


@pytest.fixture
def office(places):
    office = Office(places)
    yield office
    office.close()


def test_the_first_window_is_alone_and_a_second_one_is_not(places, office):
    second = Office(places)
    assert (office.alone, second.alone) == (True, False)
    second.close()


def test_when_the_first_window_is_closed_the_next_is_alone(places):
    Office(places).close()
    following = Office(places)
    assert following.alone
    following.close()


def test_settings_are_written_at_once_and_read_by_the_next_window(places, office):
    office.change_settings(user="A. Tester", theme="dark")
    again = Office(places)
    assert (again.settings.user, again.settings.theme) == ("A. Tester", "dark")
    again.close()


def test_the_language_is_the_users_else_the_systems(places):
    chinese = Office(places, "zh_CN")
    assert chinese.language.code == "zh"
    chinese.change_settings(language="en")
    assert chinese.language.code == "en"
    chinese.close()


def test_the_pack_to_begin_with_is_the_users_else_the_sites_else_the_shipped_one(office):
    assert office.default_manifest().id == "cme-vessels-demo"
    office.change_site(SiteProfile(default_pack="ich-bat"))
    assert office.default_manifest().id == "ich-bat"
    office.change_settings(default_pack="ich-nag")
    assert office.default_manifest().id == "ich-nag"
    assert office.manifests()[0].id == "ich-nag"


def test_a_changed_site_profile_is_written_and_logged(places, office):
    office.change_site(SiteProfile(prevalence={"cme": Prevalence("register", rate=0.004)}))
    assert Office(places).site.prevalence["cme"].value == 0.004
    assert [entry.action for entry in office.audit.entries()] == ["site-changed"]


def test_a_broken_site_profile_is_an_error_and_not_passed_over(places, office):
    places.site.parent.mkdir(parents=True, exist_ok=True)
    places.site.write_text("name = ", encoding="utf-8")
    with pytest.raises(InputError, match=r"toml\.invalid"):
        _ = office.site


def test_settings_that_cannot_be_read_are_told_and_put_aside(places):
    write_settings(Settings(), places.settings)
    places.settings.write_text("{", encoding="utf-8")
    office = Office(places)
    assert [warning.code for warning in office.warnings] == ["settings.put-aside"]
    office.close()


def test_what_was_opened_last_stands_first(office, tmp_path):
    for name in ("a", "b", "a"):
        office.remember_opened(tmp_path / name)
    assert office.settings.recent == (str(tmp_path / "a"), str(tmp_path / "b"))


def test_a_damaged_site_profile_can_be_put_aside_and_is_kept(places, office):
    places.site.parent.mkdir(parents=True, exist_ok=True)
    places.site.write_text("name = ", encoding="utf-8")
    aside = office.put_site_aside()
    assert aside.read_text(encoding="utf-8") == "name = "
    assert office.site == SiteProfile()


def test_settings_that_cannot_be_written_are_told(places, office, monkeypatch):
    told = []
    office.warn = told.append
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    places.settings.mkdir()
    office.change_settings(user="A. Tester")
    assert [error.code for error in told] == ["file.unwritable"]
    assert office.settings.user == "A. Tester"
