"""The site profile: what is not set is not known."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inference.errors import InputError
from inference.site import Prevalence, SiteProfile, read_site
from tests.helpers.packs import RESOURCES


@pytest.fixture
def profile(tmp_path):
    def read(text: str) -> SiteProfile:
        (tmp_path / "site.toml").write_text(text, encoding="utf-8")
        return read_site(tmp_path / "site.toml")

    return read


@pytest.fixture
def refusal(profile):
    def read(text: str) -> InputError:
        with pytest.raises(InputError) as caught:
            profile(text)
        return caught.value

    return read


def rate_of(parts: str) -> str:
    return f"[prevalence.cme]\nsource = 'register'\n{parts}"


def test_an_empty_profile_knows_no_prevalence(profile):
    assert profile("").prevalence == {}


def test_the_example_profile_is_valid():
    assert read_site(RESOURCES / "demo" / "site.toml").prevalence["cme"].rate == 0.0027


def test_the_rate_of_counts_is_their_quotient(profile):
    # Evidence section 1: 0.24-0.27 % of 143,556.
    assert profile(rate_of("events = 388\ninjections = 143556")).prevalence["cme"].value == pytest.approx(
        0.0027, abs=5e-6
    )


def test_a_rate_is_taken_as_it_is(profile):
    assert profile(rate_of("rate = 0.012")).prevalence["cme"].value == 0.012


def test_counts_give_the_variance_of_the_log_odds():
    # Woolf: var(logit p) = 1 / events + 1 / non-events.
    assert Prevalence("x", events=4, injections=1004).log_odds_variance == pytest.approx(1 / 4 + 1 / 1000)


def test_a_bare_rate_has_no_variance():
    assert Prevalence("x", rate=0.1).log_odds_variance == 0


@pytest.mark.parametrize(
    "parts",
    [
        "",
        "events = 3",
        "injections = 100",
        "rate = 0.1\nevents = 3\ninjections = 100",
        "rate = 0.1\nevents = 3",
        "rate = 0",
        "rate = 1",
        "rate = 1.5",
        "rate = -0.1",
        "rate = nan",
        "rate = 'low'",
        "events = 0\ninjections = 100",
        "events = 100\ninjections = 100",
        "events = 200\ninjections = 100",
        "events = 3\ninjections = 0",
        "events = -1\ninjections = -100",
        "events = 2.5\ninjections = 100",
    ],
)
def test_a_prevalence_that_makes_no_sense_is_refused_and_named(refusal, parts):
    error = refusal(rate_of(parts))
    assert (error.code, error.parameters["field"].startswith("prevalence.cme")) == ("schema.invalid", True)


def test_a_prevalence_needs_its_source(refusal):
    assert refusal("[prevalence.cme]\nrate = 0.01").parameters["field"] == "prevalence.cme.source"


def test_an_unknown_setting_is_named(refusal):
    assert refusal("preavlence = 1").parameters["field"] == "preavlence"


def test_broken_toml_is_refused_with_the_line(refusal):
    error = refusal("name = 'a'\nname 'b'")
    assert (error.code, error.parameters["line"], error.parameters["column"]) == ("toml.invalid", 2, 6)


def test_toml_that_ends_too_early_is_refused_at_its_end(refusal):
    error = refusal("name = 'a'\npaper =")
    assert (error.code, error.parameters["line"], error.parameters["column"]) == ("toml.invalid", 2, 8)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = " + "[" * 5000, "toml.too-deep"),
        ("a." * 5000 + "a = 1", "toml.too-deep"),
        ("[" + "a." * 600 + "'a']", "toml.too-deep"),
        ("x = {" + "a . " * 600 + "a=1}", "toml.too-deep"),
        ("schema = " + "1" * 5000, "toml.number-too-long"),
    ],
)
def test_hostile_toml_is_refused(refusal, text, code):
    assert refusal(text).code == code


@given(st.text(alphabet="[]{}=.,'\"#\n ab1-_schemanrtuvoliyj", max_size=60))
def test_any_text_is_a_profile_or_refused(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, encoding="utf-8")
    try:
        assert isinstance(read_site(path), SiteProfile)
    except InputError as error:
        assert error.code in ("toml.invalid", "schema.invalid")


def test_a_profile_of_a_later_version_is_refused(refusal):
    assert refusal("schema = 2").parameters["field"] == "schema"


@pytest.mark.parametrize("cut_off", ["30", "-0.1"])
def test_a_cut_off_that_is_no_probability_is_refused(refusal, cut_off):
    assert refusal(f"[cut_offs.cme]\nhigh = {cut_off}").parameters["field"].startswith("cut_offs")


@pytest.mark.parametrize(("setting", "allowed"), [("language = 'xx'", "zh, en"), ("paper = 'A5'", "A4, Letter")])
def test_a_language_or_paper_that_does_not_exist_is_refused_with_those_that_do(refusal, setting, allowed):
    error = refusal(setting)
    assert (error.parameters["field"], error.parameters["expected"]) == (setting.split()[0], allowed)


def test_the_digest_names_the_content_of_the_file(profile):
    text = "name = '医院'\n"
    assert profile(text).digest == hashlib.sha256(text.encode()).hexdigest()


def test_the_file_cannot_set_its_own_digest(profile):
    assert profile("digest = 'abc'").digest != "abc"


def test_a_missing_profile_is_named(tmp_path):
    with pytest.raises(InputError) as caught:
        read_site(tmp_path / "none.toml")
    assert caught.value.code == "file.not-found"


def test_a_profile_of_megabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "site.toml"
    with path.open("wb") as file:
        file.truncate(2**21)
    with pytest.raises(InputError) as caught:
        read_site(path)
    assert (caught.value.code, caught.value.parameters["limit_mb"]) == ("file.too-large", 1)
