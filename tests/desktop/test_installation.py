"""The services of one installation."""

import errno
import os
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.cases import new_case
from desktop.installation import Installation
from desktop.places import HOME_VARIABLE, default_places
from desktop.settings import Settings, read_settings, write_settings
from desktop.work import operations
from inference.errors import InputError
from inference.site import Prevalence, SiteProfile


@pytest.fixture
def places(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "家 é"))
    return default_places()


@pytest.fixture
def installation(places):
    installation = Installation(places)
    yield installation
    installation.close()


def test_the_first_window_is_alone_and_a_second_one_is_not(places, installation):
    second = Installation(places)
    assert (installation.alone, second.alone) == (True, False)
    second.close()


def test_when_the_first_window_is_closed_the_next_is_alone(places):
    Installation(places).close()
    following = Installation(places)
    assert following.alone
    following.close()


def test_settings_are_written_at_once_and_read_by_the_next_window(places, installation):
    installation.change_settings(user="A. Tester", theme="dark")
    again = Installation(places)
    assert (again.settings.user, again.settings.theme) == ("A. Tester", "dark")
    again.close()


def test_the_language_is_the_users_else_the_systems(places):
    chinese = Installation(places, "zh_CN")
    assert chinese.language.code == "zh"
    chinese.change_settings(language="en")
    assert chinese.language.code == "en"
    chinese.close()


def test_the_pack_to_begin_with_is_the_users_else_the_sites_else_the_shipped_one(installation):
    assert installation.default_manifest().id == "cme-vessels-demo"
    installation.change_site(SiteProfile(default_pack="ich-bat"))
    assert installation.default_manifest().id == "ich-bat"
    installation.change_settings(default_pack="ich-nag")
    assert installation.default_manifest().id == "ich-nag"
    assert installation.manifests()[0].id == "ich-nag"


def test_a_changed_site_profile_is_written_and_logged(places, installation):
    installation.change_site(SiteProfile(prevalence={"cme": Prevalence("register", rate=0.004)}))
    assert Installation(places).site.prevalence["cme"].value == 0.004
    assert [entry.action for entry in installation.audit.entries()] == ["site-changed"]


def test_a_site_profile_whose_change_cannot_be_logged_stays_as_it_was(places, installation, monkeypatch):
    before = installation.change_site(SiteProfile(default_pack="ich-bat"))

    def full(log, action, **details):
        raise InputError("audit.unwritable", path="log", reason="disk full")

    monkeypatch.setattr("desktop.audit.AuditLog.append", full)
    with pytest.raises(InputError, match=r"audit\.unwritable"):
        installation.change_site(SiteProfile(default_pack="ich-nag"))
    assert (installation.site, Installation(places).site) == (before, before)


def test_a_broken_site_profile_is_an_error_and_not_passed_over(places, installation):
    places.site.parent.mkdir(parents=True, exist_ok=True)
    places.site.write_text("name = ", encoding="utf-8")
    with pytest.raises(InputError, match=r"toml\.invalid"):
        _ = installation.site


def test_settings_that_cannot_be_read_are_told_and_put_aside(places):
    write_settings(Settings(), places.settings)
    places.settings.write_text("{", encoding="utf-8")
    installation = Installation(places)
    assert [warning.code for warning in installation.warnings] == ["settings.put-aside"]
    installation.close()


def test_what_was_opened_last_stands_first(installation, tmp_path):
    for name in ("a", "b", "a"):
        installation.remember_opened(tmp_path / name)
    assert installation.settings.recent == (str(tmp_path / "a"), str(tmp_path / "b"))


def test_a_damaged_site_profile_can_be_put_aside_and_is_kept(places, installation):
    places.site.parent.mkdir(parents=True, exist_ok=True)
    places.site.write_text("name = ", encoding="utf-8")
    aside = installation.put_site_aside()
    assert aside.read_text(encoding="utf-8") == "name = "
    assert installation.site == SiteProfile()


def test_settings_that_cannot_be_written_are_told(places, installation, monkeypatch):
    told = []
    installation.warn = told.append
    places.settings.parent.mkdir(parents=True, exist_ok=True)
    places.settings.mkdir()
    installation.change_settings(user="A. Tester")
    assert [error.code for error in told] == ["file.unwritable"]
    assert installation.settings.user == "A. Tester"


# Two windows ----------------------------------------------------------------------------------------------------


def told_by(action, *arguments) -> str:
    with pytest.raises(InputError) as caught:
        action(*arguments)
    return caught.value.code


@pytest.fixture
def other(places):
    with closing(Installation(places)) as made:
        yield made


def test_what_one_window_sets_the_other_does_not_undo(places, installation, other):
    installation.change_settings(user="Li Na", watched="/ct")
    other.remember_opened(Path("/a"))
    installation.remember_opened(Path("/b"))
    other.change_settings(geometry="abc")
    found = read_settings(places.settings)
    assert (found.user, found.watched, found.geometry, found.recent) == ("Li Na", "/ct", "abc", ("/b", "/a"))


def test_settings_that_became_unreadable_are_not_made_those_of_a_first_start(places, installation):
    installation.change_settings(user="Li Na")
    places.settings.write_text("{", encoding="utf-8")
    told = []
    installation.warn = told.append
    installation.change_settings(theme="dark")
    assert [error.code for error in told] == ["settings.put-aside"]
    assert read_settings(places.settings).user == "Li Na"


def test_a_site_profile_that_another_window_changed_is_seen(installation, other):
    assert other.site.default_pack is None
    installation.change_site(replace(installation.site, default_pack="ich-nag"))
    assert other.site.default_pack == "ich-nag"


def test_changes_of_two_windows_to_the_site_profile_are_both_kept(installation, other):
    seen, also_seen = installation.site, other.site
    installation.change_site(replace(seen, paper="Letter"), seen)
    other.change_site(replace(also_seen, default_pack="ich-nag"), also_seen)
    assert (installation.site.paper, installation.site.default_pack) == ("Letter", "ich-nag")


def test_two_changes_of_one_thing_in_the_site_profile_are_a_conflict(installation, other):
    seen, also_seen = installation.site, other.site
    installation.change_site(replace(seen, default_pack="ich-nag"), seen)
    assert told_by(other.change_site, replace(also_seen, default_pack="mremvi-lookup"), also_seen) == "site.conflict"
    assert other.site.default_pack == "ich-nag"


def test_a_case_that_is_open_in_two_windows_is_never_written_over(installation, other):
    case = new_case("ich-nag")
    installation.records.keep(case, {})
    seen, _ = operations.take_up(other.records, case.id)
    installation.records.keep(replace(case, edited=True), {})
    assert told_by(other.records.keep, replace(seen, closed=True), {}) == "cases.conflict"
    other.records.keep(replace(seen, closed=True), {})  # told once
    found = installation.store.get(case.id)
    assert (found.edited, found.closed) == (True, False)
    operations.take_up(other.records, case.id)
    other.records.keep(replace(found, closed=True), {})
    assert installation.store.get(case.id).closed


def test_a_store_that_another_program_keeps_stops_nobody_and_nothing_is_lost(installation, other):
    for records in (installation.records, other.records):
        records.wait_s = 0.01
    case = new_case("ich-nag")
    _ = installation.store
    other.store._connection.execute("BEGIN IMMEDIATE")
    installation.records.keep(case, {})
    installation.records.keep(replace(case, edited=True), {})
    assert (installation.records.waiting, installation.records.retry()) == (2, False)
    other.store._connection.execute("ROLLBACK")
    installation.records.finish(0)
    assert (installation.records.waiting, installation.store.get(case.id).edited) == (0, True)
    assert [entry.action for entry in installation.audit.entries()] == ["case-opened"]


def test_what_still_waits_at_the_end_is_told(installation, other):
    for records in (installation.records, other.records):
        records.wait_s = 0.01
    told = []
    installation.warn = told.append
    _ = installation.store
    other.store._connection.execute("BEGIN IMMEDIATE")
    installation.records.keep(new_case("ich-nag"), {})
    installation.records.finish(0)
    other.store._connection.execute("ROLLBACK")
    assert [error.code for error in told] == ["cases.busy"]


def test_a_store_that_may_not_be_looked_at_is_no_fault_when_the_window_begins(places, installation, monkeypatch):
    stat = os.stat

    def closed(path, *args, **options):
        if str(path) == str(places.cases):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, *args, **options)

    monkeypatch.setattr(os, "stat", closed)
    installation.reconcile()
