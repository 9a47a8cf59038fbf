"""The site's own actions and protocol on the report, also when it is printed again from its record."""

import json
from dataclasses import replace

import pytest

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.document import read_outcome, write_json
from desktop.report.sections import Checklist
from inference.vocabulary import Text
from tests.helpers.content import rows_of, section_of
from tests.helpers.outcomes import ANSWERS, SITE, screen

WAIT, PROTOCOL = Text("Wait for the radiologist", "等待医师到场"), Text("Saline first, by hand", "先手推生理盐水")


@pytest.fixture(scope="module")
def tiers(clinical_outcome):
    return clinical_outcome.pack.manifest.tiers


@pytest.fixture(scope="module")
def outcome(tiers):
    actions = {"cme": {tier.id: (WAIT,) for tier in tiers}}
    return screen("cme-literature-prior", ANSWERS, replace(SITE, actions=actions, protocol=PROTOCOL))


def test_the_sites_actions_stand_in_place_of_the_packs(outcome, clinical_outcome):
    manifest = outcome.pack.manifest
    for_everyone = tuple(action.zh for action in manifest.actions)
    tier = next(tier for tier in manifest.tiers if tier.id == outcome.risk.estimate.tier.id)
    assert section_of(build_content(outcome, Language("zh")), Checklist).items == (WAIT.zh, *for_everyone)
    assert section_of(build_content(clinical_outcome, Language("zh")), Checklist).items == (
        *(action.zh for action in tier.actions),
        *for_everyone,
    )


@pytest.mark.parametrize("code", ["en", "zh"])
def test_the_sites_protocol_is_printed(outcome, clinical_outcome, code):
    language = Language(code)
    row = (language.text("report.protocol"), PROTOCOL.of(code))
    assert row in rows_of(build_content(outcome, language))
    assert row[0] not in dict(rows_of(build_content(clinical_outcome, language)))


def test_the_report_is_printed_again_from_its_record_alone(outcome, tmp_path):
    write_json(outcome, tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["site"]["actions"]
    again = read_outcome(tmp_path / "report.json")
    assert build_content(again, Language("en")) == build_content(outcome, Language("en"))
