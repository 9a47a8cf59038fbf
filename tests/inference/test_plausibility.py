"""Answers that contradict each other are found; each alone, and what is unknown, is not."""

import pytest

from desktop.language import LANGUAGES, Language
from inference.answers import AnswerSheet, complete
from inference.packs.signing import read_trusted_keys
from inference.packs.store import load_pack
from inference.plausibility import PREFIX, rules
from tests.helpers.outcomes import KEYS, PACKS

CONTRADICT = {
    "cycles-without-drugs": {"anticancer": "no", "chemo_cycles": 6},
    "last-drugs-without-drugs": {"anticancer": "no", "chemo_days_ago": 0},
    "vesicant-without-drugs": {"anticancer": "no", "vesicant": "yes"},
    "central-line-in-the-hand": {"device": "picc", "site": "hand"},
    "central-line-in-the-forearm": {"device": "cvc", "site": "forearm"},
    "new-line-in-place-for-long": {"catheter": "new", "hours_in_place": 200},
    "pressure-without-test": {"saline_test": "not-done", "saline_test_psi": 80},
}
AGREE = (
    {"anticancer": "yes", "chemo_cycles": 6, "chemo_days_ago": 3, "vesicant": "yes"},
    {"anticancer": "no", "chemo_cycles": 0, "vesicant": "no"},
    {"anticancer": "unknown", "chemo_cycles": 6},
    {"device": "picc", "site": "upper-arm"},
    {"device": "port", "site": "forearm"},
    {"device": "peripheral", "site": "hand"},
    {"catheter": "existing", "hours_in_place": 200},
    {"catheter": "new", "hours_in_place": 24},
    {"saline_test": "done", "saline_test_psi": 80},
    {"saline_test": "not-done", "saline_test_psi": 0},
)


@pytest.fixture(scope="module")
def manifest():
    return load_pack(PACKS / "cme-literature-prior", read_trusted_keys([KEYS])).manifest


def found(manifest, answers):
    _, findings = complete(manifest, AnswerSheet(answers), {})
    return [finding for finding in findings if finding.code.startswith(PREFIX)]


def test_every_rule_is_tried():
    assert {rule.id for rule in rules()} == set(CONTRADICT)


@pytest.mark.parametrize("rule", CONTRADICT)
def test_answers_that_contradict_each_other_are_a_warning_at_one_of_them(rule, manifest):
    (finding,) = found(manifest, CONTRADICT[rule])
    assert (finding.code, finding.severity) == (PREFIX + rule, "warning")
    assert finding.subject in CONTRADICT[rule]
    for code in LANGUAGES:
        label = Language(code).of(manifest.predictor(finding.subject).label)
        assert label in Language(code).finding(finding.code, finding.evidence, label)
    for name, value in CONTRADICT[rule].items():
        assert found(manifest, {name: value}) == []


@pytest.mark.parametrize("answers", AGREE)
def test_answers_that_agree_are_left_alone(answers, manifest):
    assert found(manifest, answers) == []
