"""Step ``signs``: its values are those of the rules, each sign leads to its slice, and the report says the same."""

import json
from dataclasses import replace

import numpy as np
import pytest

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.document import read_outcome, write_json
from desktop.report.sections import Signs
from inference.errors import InputError
from inference.pipeline import Request, run
from inference.results import Sign, SignFigure
from inference.signs import RULES, read_signs
from inference.volume import Grid, Volume
from tests.helpers.haematomas import ball, scan
from tests.helpers.manifests import IMAGE, STRUCTURE
from tests.helpers.packs import formula, make_pack, number, sheet
from tests.helpers.shapes import segmentation
from tests.helpers.vessels import engines

DRAWN = {"kind": "drawn", "id": "hand", "image": "ct", "structures": ["clot"]}
RULE_OF = [{"id": name, "evidence": "source"} for name in RULES]
STEP = {"kind": "signs", "id": "signs", "segment": "hand", "structure": "clot", "signs": RULE_OF}
HOLE = number("hole", 0, 1, step="signs.black-hole")
ORIGIN = (-30.0, 12.5, 400.0)
SPOT = (5.0, 3.0, 4.0)


def pack(**changes):
    parts = {"images": [IMAGE], "structures": [{**STRUCTURE, "id": "clot"}]}
    return make_pack(predictors=[HOLE], steps=[DRAWN, {**STEP, **changes}, formula("twice", "2 * hole")], **parts)


def marked(labels, spacing, part=np.s_[:, :, :]):
    found = segmentation(labels, ("clot",), spacing, origin_mm=ORIGIN)
    box = tuple(slice(*s.indices(n)[:2]) for s, n in zip(part, labels.shape))
    return replace(found, labels=found.labels[box], certainty=found.certainty[box], grid=found.grid.part(box))


@pytest.fixture(scope="module")
def spotted():
    return scan(2.5, (ball(SPOT, 6), 34))


def screened(spotted, mask=None, part=np.s_[:, :, :]):
    hu, true, spacing = spotted
    volume = Volume(hu, Grid(ORIGIN, spacing, hu.shape))
    corrected = {"hand": marked(true if mask is None else mask, spacing, part)}
    return run(Request(pack(), sheet({}), volumes={"ct": volume}, corrected=corrected), engines())


@pytest.fixture(scope="module")
def answered(spotted):
    return screened(spotted)


def test_signs_and_values_are_those_of_the_rules_and_lead_to_their_slice(answered, spotted):
    hu, mask, spacing = spotted
    seen = read_signs(hu, mask, spacing)
    assert {sign.id: (sign.seen, sign.figures) for sign in answered.signs} == {
        name: (one.seen, one.figures) for name, one in seen.items()
    }
    (hole,) = (sign for sign in answered.signs if sign.id == "black-hole")
    assert hole.seen and hole.by == "rule" and hole.source == "source"
    assert hole.slice_number == seen["black-hole"].at[0] + 1
    true = np.array(ORIGIN) + (32 + SPOT[2], 32 + SPOT[1], 25 + SPOT[0] - spacing[0] / 4)
    assert np.abs(np.array(hole.place_mm) - true).max() <= 5
    (given,) = answered.answers
    assert (given.value, given.origin) == (1, "image")


def test_a_mask_on_a_part_of_the_scan_gives_the_same(answered, spotted):
    assert screened(spotted, part=np.s_[2:18, 10:55, 12:55]).signs == answered.signs


def test_an_empty_mask_waits_for_a_hand_and_says_nothing_of_signs(spotted):
    empty = screened(spotted, mask=np.zeros_like(spotted[1]))
    assert (empty.kind, empty.signs) == ("refusal", ())
    assert "drawn.missing" in {finding.code for finding in empty.findings}


def test_a_record_keeps_signs_and_one_that_cannot_be_said_is_refused(answered, tmp_path):
    path = tmp_path / "r.json"
    write_json(answered, path)
    assert read_outcome(path) == answered
    plain = json.loads(path.read_text(encoding="utf-8"))
    for change in ({"id": "spot"}, {"structure": "x"}, {"source": "x"}, {"slice_number": 0}, {"seen": None}):
        forged = {**plain, "signs": [{**plain["signs"][1], **change}, *plain["signs"][2:]]}
        path.write_text(json.dumps(forged), encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read_outcome(path)
        assert caught.value.code == "record.damaged", change


def with_network(outcome):
    """A network that sees a blend, which the rule does not, and no black hole, which it does."""
    calls = {"blend": True, "black-hole": False, "island": False}
    beside = [
        Sign(name, "clot", "signs", "network", seen, (SignFigure("chance", 0.8 if seen else 0.1),))
        for name, seen in calls.items()
    ]
    return replace(outcome, signs=(*outcome.signs, *beside))


@pytest.mark.parametrize("code", ["en", "zh"])
def test_the_report_has_a_row_a_sign_and_marks_where_rule_and_network_disagree(answered, code):
    language = Language(code)
    section = build_content(with_network(answered), language).find(Signs)
    rows = {row.title: row for row in section.rows}
    assert set(rows) == {language.text(f"sign.{name}") for name in RULES}
    disagree = {title for title, row in rows.items() if row.differ}
    assert disagree == {language.text("sign.blend"), language.text("sign.black-hole")}
    hole = rows[language.text("sign.black-hole")]
    assert (hole.rule, hole.network) == (language.text("signs.seen"), language.text("signs.not-seen"))
    assert "HU" in hole.rests_on and "28" in hole.rests_on and "0.10" in hole.rests_on
    assert hole.slice_number and hole.place_mm
    assert not any("{" in text for row in section.rows for text in (row.rests_on, row.source, row.title))


def test_a_figure_is_not_rounded_across_its_limit(answered):
    near = Sign("black-hole", "clot", "signs", "rule", False, (SignFigure("darker", 27.96, 28.0),))
    (row,) = build_content(replace(answered, signs=(near,)), Language("en")).find(Signs).rows
    assert "27.96" in row.rests_on


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"signs": [RULE_OF[1], {"id": "halo", "evidence": "source"}]}, "steps.signs.signs"),
        ({"signs": [RULE_OF[1], {"id": "blend", "evidence": "nowhere"}]}, "steps.signs.signs"),
        ({"signs": RULE_OF[:1] * 2}, "steps[1].signs.signs"),
        ({"structure": "nerve"}, "steps.signs.structure"),
        ({"signs": RULE_OF[:1]}, "predictors.hole.step"),
    ],
)
def test_a_manifest_that_names_what_there_is_not_is_refused_with_the_field(changes, field):
    with pytest.raises(InputError) as caught:
        pack(**changes)
    assert caught.value.parameters["field"] == field
