"""An outcome is plain data: its JSON holds everything that was in it."""

import json

import pytest

from inference.errors import InputError
from inference.outcome import Outcome
from inference.reading import parse_json, read_typed, to_plain
from inference.site import Prevalence, SiteProfile
from tests.helpers.manifests import FALLBACK, RISK, STOPS
from tests.helpers.packs import make_pack, screen
from tests.helpers.vessels import screen_vessels

SITE = SiteProfile(name="医院", prevalence={"thing": Prevalence("register", rate=0.01)})


def outcomes() -> dict[str, Outcome]:
    return {
        "a risk": screen(make_pack(**RISK), {"c": "yes"}, SITE),
        "an unknown result": screen(make_pack(), {"a": 1}),
        "vessels": screen_vessels(),
        "a refusal": screen(STOPS, {"b": 0}),
        "a refusal with its fallback": screen(STOPS, {"a": 4, "b": 0}, fallback=FALLBACK),
    }


@pytest.fixture(
    scope="module", params=["a risk", "an unknown result", "vessels", "a refusal", "a refusal with its fallback"]
)
def outcome(request):
    return outcomes()[request.param]


def test_an_outcome_is_read_back_as_it_was(outcome):
    written = json.dumps(to_plain(outcome), ensure_ascii=False, allow_nan=False)
    assert read_typed(Outcome, parse_json(written, "report.json"), "report.json") == outcome


def test_writing_twice_gives_the_same_text(outcome):
    once = json.dumps(to_plain(outcome), ensure_ascii=False)
    again = json.dumps(
        to_plain(read_typed(Outcome, parse_json(once, "report.json"), "report.json")), ensure_ascii=False
    )
    assert again == once


def test_an_outcome_without_its_findings_is_refused(outcome):
    plain = to_plain(outcome)
    del plain["findings"]
    with pytest.raises(InputError) as caught:
        read_typed(Outcome, plain, "report.json")
    assert caught.value.parameters["field"] == "findings"
