"""A result is said in the words of the pack that gave it; records of before are said as they were."""

import string
from dataclasses import replace

import pytest

from desktop.language import LANGUAGES, Language
from desktop.report.own_words import MESSAGES, REGION_FINDINGS, finding_text, own_text
from inference.findings import Finding
from inference.regions import FIGURES
from resources.messages import catalogue
from tests.helpers.manifests import ABOUT_INLET, ABOUT_KIDNEYS, IMAGE
from tests.helpers.packs import bundled, make_manifest

COVERED = Finding("region.covered", "pass", {"above_mm": 40, "below_mm": 30}, "ct")
UNSEEN = Finding("region.not-in-view", "blocking", {"certainty": 0.2, "needed": 0.8})


def said(manifest, finding, code) -> str:
    return finding_text(manifest, finding, finding.evidence, "CT", Language(code))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_finding_on_a_region_is_said_in_the_words_of_its_pack(code):
    manifest = make_manifest(**ABOUT_KIDNEYS)
    assert (
        said(manifest, COVERED, code)
        == {
            "en": "All of both kidneys (40 mm)",
            "zh": "双肾完整（40 mm）",
        }[code]
    )
    # Without words of its own, the program's sentence with the name that the pack gives the region.
    assert {"en": "The kidneys is not in view", "zh": "双肾不在扫描范围内"}[code] in said(manifest, UNSEEN, code)
    # A pack that needs no region is not told about somebody else's.
    plain = make_manifest(schema=2, images=[IMAGE])
    assert "?" not in said(plain, COVERED, code) + said(plain, UNSEEN, code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_findings_of_a_pack_of_schema_1_are_said_as_they_were(code):
    """Also those of records that do not name the image."""
    manifest = make_manifest(**ABOUT_INLET)
    hidden = Finding("region.hidden", "blocking", {"lung_ml": 3, "needed_ml": 20.0})
    noise = Finding("region.noise", "pass", {"sd_hu": 12})
    assert [said(manifest, finding, code) for finding in (COVERED, replace(COVERED, subject=""), hidden, noise)] == {
        "en": [
            *["Thoracic inlet covered: 40 mm above and 30 mm below the venous angle"] * 2,
            "The right lung apex is not aerated (3 mL of lung in the block, 20 mL expected): the inlet may be "
            "hidden by a mass or fluid",
            "Noise in the vessels 12 HU",
        ],
        "zh": [
            *["胸廓入口覆盖完整：静脉角上方 40 mm、下方 30 mm"] * 2,
            "右肺尖未见充气（区域内肺 3 mL，预期 20 mL）：入口可能被肿块或积液遮挡",
            "血管内噪声 12 HU",
        ],
    }[code]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_report_has_the_headings_of_its_pack(code):
    language = Language(code)
    vessels, neutral = bundled("cme-vessels-demo").manifest, make_manifest(schema=2)
    headings = [own_text(vessels, name, language) for name in ("measures", "checklist")]
    assert headings[0] == {"en": "Vessel measures, right side", "zh": "血管测量（右侧）"}[code]
    assert headings[1] == {"en": "Checklist before the injection", "zh": "注射前核对单"}[code]
    assert all(own_text(neutral, name, language) == language.text(message) for name, message in MESSAGES.items())


def test_the_placeholders_that_a_pack_may_use_are_figures_of_the_finding():
    """What the program says of any region names the region as well."""
    for code, name in REGION_FINDINGS.items():
        written = catalogue("en")[f"finding.{code}"]
        used = {placeholder for _, placeholder, _, _ in string.Formatter().parse(written) if placeholder}
        assert used - {"region", "landmark"} <= FIGURES[name]
