"""What is printed lies on the same side of every cut as what decided, in all packs; and no figure is dressed up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language import Language
from desktop.report.build import build_content
from desktop.report.sections import Answers, Results
from desktop.report.wording import answer_text, deciding, percent, ratio_text
from inference.packs.cuts import cuts_of
from inference.vocabulary import settled
from tests.helpers.outcomes import screen
from tests.helpers.packs import BUNDLED, bundled

NEAR = (-3e-9, -1e-6, -1e-4, -0.004, -0.04, -0.4, 0, 3e-9, 1e-6, 1e-4, 0.004, 0.04, 0.4)
"""Away from a cut: from the noise of arithmetic to what a field would round away."""


def side(value: float, cut: float) -> int:
    return (value > cut) - (value < cut)


@pytest.mark.parametrize("name", BUNDLED)
def test_no_printed_answer_of_any_pack_lies_on_another_side_of_a_cut_than_the_answer(name):
    manifest = bundled(name).manifest
    cuts = cuts_of(manifest)
    for predictor in (p for p in manifest.predictors if p.kind == "number" and p.id in cuts):
        for value in (cut + away for cut in cuts[predictor.id] for away in NEAR):
            shown = float(answer_text(predictor, value, Language("en"), unit=False, cuts=cuts[predictor.id]))
            assert [side(shown, c) for c in cuts[predictor.id]] == [
                side(settled(value), c) for c in cuts[predictor.id]
            ], (predictor.id, value, shown)


@given(value=st.floats(0, 1000), cuts=st.lists(st.floats(0, 1000).map(lambda c: round(c, 3)), max_size=4))
def test_a_number_is_never_shown_on_another_side_of_a_cut(value, cuts):
    shown = float(deciding(value, 1, cuts))
    assert [side(shown, cut) for cut in cuts] == [side(settled(value), cut) for cut in cuts]


@pytest.mark.parametrize(
    ("value", "decimals", "cut", "shown"),
    [
        (132.95808, 1, 133, "132.96"),  # glucose of 7.38 mmol/L: 0 points of NAG
        (9.5, 0, 10, "9.5"),
        (53.59, 1, 53.6, "53.59"),
        (2.4999, 1, 2.5, "2.4999"),
        (10.004, 1, 10, "10.004"),
        (5.0, 1, 5, "5.0"),
        (63.416, 0, 18, "63"),
    ],
)
def test_as_many_decimals_are_shown_as_decide(value, decimals, cut, shown):
    assert deciding(value, decimals, [cut]) == shown


@pytest.mark.parametrize(
    ("pack", "answers", "said", "never"),
    [
        ("ich-nag", {"nihss": 9, "anticoagulant": "no", "glucose_mmol_l": 7.38}, ["0 points", "132.96 mg/dL"], "133.0"),
        ("evt-spectral", {"vnc_hu": 53.59, "iodine_mg_ml": 0.7}, ["53.59 HU", "Contrast staining"], "53.6 HU"),
        ("ich-bat", {"blend_sign": "yes", "hypodensity": "no", "onset_hours": 2.496}, ["3 points", "2.496 h"], "2.5 h"),
        ("ich-brain", {"volume_ml": 10.04, "recurrent": "no", "warfarin": "no", "ivh": "no", "onset_hours": 5.04},
         ["5 points", "10.04 mL", "5.04 h"], "10.0 mL"),
    ],
)  # fmt: skip
def test_page_one_shows_what_decided(pack, answers, said, never):
    content = build_content(screen(pack, answers), Language("en"))
    told = [section for kind in (Results, Answers) if (section := content.find(kind)) is not None]
    text = "\n".join(" ".join(row) for section in told for row in section.rows)
    assert all(part in text for part in said), text
    assert never not in text


@pytest.mark.parametrize(
    ("value", "cuts", "shown"),
    [(1.9969, (2,), "× 1.997"), (2.0, (2,), "× 2.00"), (0.001, (), "< × 0.01"), (20.4, (), "× 20")],
)
def test_a_ratio_is_shown_on_its_side_of_where_a_tier_begins(value, cuts, shown):
    assert ratio_text(value, cuts) == shown


@pytest.mark.parametrize(("value", "shown"), [(0.0039999, "0.39999 %"), (0.004, "0.40 %"), (0.0041, "0.41 %")])
def test_a_percentage_is_shown_on_its_side_of_a_cut_off(value, shown):
    assert percent(value, Language("en"), [0.004]) == shown
