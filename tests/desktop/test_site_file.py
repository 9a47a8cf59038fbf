"""The site profile of the window: whose it is, and that it is written as it was meant."""

import errno
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.places import HOME_VARIABLE, default_places
from desktop.site_file import current_site, write_site
from inference.errors import InputError
from inference.site import Agent, Prevalence, SiteProfile, read_site
from inference.text import cleaned
from inference.vocabulary import Text
from tests.helpers.packs import RESOURCES

words = st.text(st.characters(codec="utf-8"), max_size=12).map(cleaned).filter(bool)
said = words.filter(str.strip)
both = st.builds(Text, said, said)
shares = st.floats(0, 1)
rates = st.builds(Prevalence, words, rate=st.floats(1e-6, 0.5)) | st.builds(
    Prevalence, words, events=st.integers(1, 9), injections=st.integers(10, 10**6)
)
agents = st.builds(Agent, words, both, st.floats(1, 500), st.none() | st.floats(0.1, 30), st.text(max_size=0) | words)
actions = st.lists(both, max_size=2).map(tuple)
profiles = st.builds(
    SiteProfile,
    name=words,
    prevalence=st.dictionaries(words, rates, max_size=2),
    cut_offs=st.dictionaries(words, st.dictionaries(words, shares, max_size=2), max_size=2),
    modules=st.dictionaries(words, st.lists(words, max_size=2).map(tuple), max_size=2),
    population=st.dictionaries(words, st.dictionaries(words, shares, max_size=2), max_size=2),
    agents=st.lists(agents, max_size=2).map(tuple),
    default_pack=st.sampled_from([None, "ich-nag"]),
    actions=st.dictionaries(words, st.dictionaries(words, actions, max_size=2), max_size=2),
    protocol=st.none() | both,
    language=st.sampled_from([None, "zh", "en"]),
    paper=st.sampled_from(["A4", "Letter"]),
    max_image_age_days=st.integers(0, 3650),
)


@pytest.fixture
def places(tmp_path, monkeypatch):
    monkeypatch.setenv("PRECONTRAST_HOME", str(tmp_path / "家"))
    return default_places()


def roll_out(path, name: str):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"name = '{name}'\n", encoding="utf-8")


def test_without_a_file_nothing_is_set(places):
    assert current_site(places) == (SiteProfile(), None)


def test_what_an_administrator_set_holds_for_everyone(places):
    roll_out(places.machine_site, "all")
    site, path = current_site(places)
    assert (site.name, path) == ("all", places.machine_site)


def test_the_users_own_goes_before_the_administrators(places):
    roll_out(places.machine_site, "all")
    roll_out(places.site, "own")
    site, path = current_site(places)
    assert (site.name, path) == ("own", places.site)


def test_a_broken_profile_is_not_passed_over(places):
    roll_out(places.machine_site, "all")
    roll_out(places.site, "it's")
    with pytest.raises(InputError) as caught:
        current_site(places)
    assert caught.value.parameters["source"] == str(places.site)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(profiles)
def test_what_was_written_is_read(places, profile):
    written = write_site(profile, places.site)
    assert read_site(places.site) == written
    assert replace(written, digest="") == profile


def test_the_example_survives_being_edited(places):
    example = read_site(RESOURCES / "demo" / "site.toml")
    written = write_site(replace(example, protocol=Text("Slowly", "缓慢")), places.site)
    assert replace(written, digest="", protocol=None) == replace(example, digest="")


def test_the_digest_is_of_the_new_file(places):
    first = write_site(SiteProfile(name="a", digest="old"), places.site)
    second = write_site(replace(first, name="b"), places.site)
    assert current_site(places)[0].digest == second.digest != first.digest


@pytest.mark.parametrize(
    ("profile", "code"),
    [
        (SiteProfile(default_pack="no slug!"), "schema.invalid"),
        (SiteProfile(cut_offs={"cme": {"high": 30.0}}), "schema.invalid"),
        (SiteProfile(population={"age": {"mean": float("nan")}}), "schema.invalid"),
    ],
)
def test_a_profile_that_could_not_be_read_is_not_written(places, profile, code):
    before = write_site(SiteProfile(name="before"), places.site)
    with pytest.raises(InputError) as caught:
        write_site(profile, places.site)
    assert caught.value.code == code
    assert current_site(places)[0] == before


def test_a_profile_that_would_be_read_as_another_is_not_written(places, monkeypatch):
    monkeypatch.setattr("tomli_w.dumps", lambda data: "name = 'other'")
    with pytest.raises(InputError) as caught:
        write_site(SiteProfile(name="own"), places.site)
    assert (caught.value.code, places.site.exists()) == ("site.not-kept", False)


def test_a_place_that_cannot_be_written_is_named(places):
    places.config.parent.mkdir(parents=True, exist_ok=True)
    places.config.write_bytes(b"")
    with pytest.raises(InputError) as caught:
        write_site(SiteProfile(), places.site)
    assert caught.value.parameters["path"] == str(places.site)


def test_a_profile_that_may_not_be_looked_at_is_named_and_not_passed_over(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    places = default_places()
    stat = os.stat

    def closed(path, *args, **options):
        if str(path) == str(places.site):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return stat(path, *args, **options)

    monkeypatch.setattr(os, "stat", closed)
    with pytest.raises(InputError, match=r"file\.unreadable") as error:
        current_site(places)
    assert error.value.parameters["path"] == str(places.site)
