"""References inside a manifest: what one part names exists in another, or the pack is refused when it is read."""

import pytest

from inference.errors import InputError
from tests.helpers.packs import choice, formula, make_manifest, number, text

PLAUSIBLE = {"volume_ml": {"low": 0, "high": 9}, "diameter_mm": {"low": 0, "high": 9}, "hu": {"low": 0, "high": 90}}
STRUCTURE = {"id": "vein", "title": text(), "short": "V", "kind": "vein", "colour": "#000000", "code": "1", **PLAUSIBLE}
IMAGE = {"id": "ct", "title": text(), "modality": "CT"}
TIER = {"title": text(), "colour": "#000000", "shape": "circle"}
TIERS = [{**TIER, "id": "high", "share": 0.1}, {**TIER, "id": "low", "share": 1.0}]


def refused(**changes) -> InputError:
    with pytest.raises(InputError) as caught:
        make_manifest(**changes)
    return caught.value


def logistic(**changes) -> dict:
    return {
        "kind": "logistic",
        "id": "risk",
        "terms": [{"predictor": "c", "odds_ratio": 2, "evidence": "source", "answer": "yes", "significant_only": True}],
        "population": [{"predictor": "c", "shares": {"no": 0.5, "yes": 0.5}, "certainty": "computed"}],
        **changes,
    }


def with_logistic(step: dict | None = None, tiers=TIERS) -> dict:
    return {"predictors": [choice("c"), number("n")], "steps": [step or logistic()], "tiers": tiers}


def score(items: list[dict]) -> dict:
    return {
        "kind": "score",
        "id": "score",
        "title": text(),
        "items": items,
        "bands": [],
        "band_title": text(),
        "no_band": text(),
    }


def segment(**changes) -> dict:
    locator = {
        "model": "locator.onnx",
        "spacing_mm": 6,
        "size": [4, 4, 4],
        "window_hu": [-100, 100],
        "classes": ["none", "inlet"],
        "target": "inlet",
        "region_ml": 20,
        "least_ml": 5,
        "least_certainty": 0.5,
    }
    block = {
        "model": "block.onnx",
        "spacing_mm": [1, 1, 1],
        "size": [4, 4, 4],
        "window_hu": [-100, 100],
        "classes": ["none", "a vein"],
        "structures": {"vein": "a vein"},
        "offset_mm": [0, 0, 0],
    }
    return {
        "kind": "segment",
        "id": "vessels",
        "image": "ct",
        "locator": {**locator, **changes.pop("locator", {})},
        "block": {**block, **changes.pop("block", {})},
        **changes,
    }


def with_images(*steps: dict) -> dict:
    return {"images": [IMAGE], "structures": [STRUCTURE], "steps": list(steps)}


def test_a_manifest_whose_references_all_hold_is_read():
    assert make_manifest(**with_logistic()).steps[0].id == "risk"


def test_a_manifest_with_images_whose_references_all_hold_is_read():
    assert make_manifest(**with_images(segment(), {"kind": "measure", "id": "m", "segment": "vessels"})).steps[1].id == "m"


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"predictors": [number("a", group="lost")], "groups": [{"id": "g", "title": text()}], "steps": []}, "lost"),
        ({"steps": [formula(evidence=["lost"])]}, "lost"),
        ({"steps": [formula(tables={"lost": {"yes": 1}})]}, "lost"),
        (with_logistic(logistic(terms=[{**logistic()["terms"][0], "evidence": "lost"}])), "lost"),
        (with_logistic(logistic(terms=[{**logistic()["terms"][0], "predictor": "lost"}])), "lost"),
        (with_images(segment(image="lost")), "lost"),
        (with_images(segment(block={"structures": {"lost": "a vein"}})), "lost"),
        ({"steps": [score([{"predictor": "lost", "answers": {"yes": 1}}])]}, "lost"),
    ],
)
def test_a_reference_that_leads_nowhere_is_named(changes, wanted):
    error = refused(**changes)
    assert (error.code, error.parameters["wanted"]) == ("schema.reference", wanted)


@pytest.mark.parametrize(
    "changes",
    [
        {"predictors": [number("a"), number("a"), number("b")]},
        {"steps": [formula("x"), formula("x")]},
        with_logistic(tiers=[*TIERS[:1], *TIERS]),
    ],
)
def test_two_parts_of_one_name_are_refused(changes):
    assert refused(**changes).code == "schema.duplicate"


@pytest.mark.parametrize(
    "shares",
    [[], [0.1], [0.1, 0.9], [0.5, 0.1, 1.0], [1.0, 0.1]],
)
def test_tiers_that_do_not_take_everyone_in_are_refused(shares):
    tiers = [{**TIER, "id": f"t{n}", "share": share} for n, share in enumerate(shares)]
    assert refused(**with_logistic(tiers=tiers)).parameters["field"] == "tiers"


# What follows would be a traceback in the injection room, or a coefficient that silently never applies.
UNKNOWN_IDS = {
    "a derivation names a predictor that does not exist": {
        "predictors": [number("a", derive={"formula": "lost * 2"}), number("b")]
    },
    "a formula names a predictor that does not exist": {"steps": [formula(expression="a + lost")]},
    "the interval of a formula names a predictor that does not exist": {"steps": [formula(formula_low="lost")]},
    "a term has no population": with_logistic(logistic(population=[])),
    "a population is for a predictor that does not exist": with_logistic(
        logistic(population=[*logistic()["population"], {**logistic()["population"][0], "predictor": "lost"}])
    ),
    "a term applies to an answer that does not exist": with_logistic(
        logistic(terms=[{**logistic()["terms"][0], "answer": "ja"}])
    ),
    "a term belongs to a module that does not exist": with_logistic(
        logistic(terms=[{**logistic()["terms"][0], "module": "lost"}])
    ),
    "a population lists answers that do not exist": with_logistic(
        logistic(population=[{"predictor": "c", "shares": {"no": 0.5, "ja": 0.5}, "certainty": "computed"}])
    ),
    "a choice has a normal distribution": with_logistic(
        logistic(population=[{"predictor": "c", "mean": 1, "sd": 1, "certainty": "computed"}])
    ),
    "a choice has an effect per unit": with_logistic(
        logistic(terms=[{"predictor": "c", "odds_ratio": 2, "evidence": "source", "significant_only": True}])
    ),
    "a distribution cites a source that does not exist": with_logistic(
        logistic(population=[{**logistic()["population"][0], "evidence": "lost"}])
    ),
    "a score has no points for an answer": {
        "predictors": [choice("c")],
        "steps": [score([{"predictor": "c", "answers": {"yes": 1}}])],
    },
    "a table has no row for an answer": {
        "predictors": [choice("c")],
        "steps": [
            {
                "kind": "lookup",
                "id": "t",
                "title": text(),
                "predictor": "c",
                "columns": [{"id": "x", "title": text()}],
                "rows": {"yes": [1]},
            }
        ],
    },
    "a formula uses words as numbers": {"predictors": [choice("c")], "steps": [formula(expression="c * 2")]},
    "a rule names something that does not exist": {
        "steps": [
            {
                "kind": "rules",
                "id": "r",
                "title": text(),
                "rules": [
                    {"id": "x", "title": text(), "conditions": [{"name": "lost", "relation": ">", "value": 1}]},
                ],
            }
        ]
    },
    "a rule compares a word by size": {
        "predictors": [choice("c")],
        "steps": [
            {
                "kind": "rules",
                "id": "r",
                "title": text(),
                "rules": [{"id": "x", "title": text(), "conditions": [{"name": "c", "relation": ">", "value": 1}]}],
            }
        ],
    },
    "a measure names a segmentation that does not exist": with_images(
        segment(), {"kind": "measure", "id": "m", "segment": "lost"}
    ),
    "the target is no class of the locator": with_images(segment(locator={"target": "lost"})),
    "a structure is no class of the network": with_images(segment(block={"structures": {"vein": "lost"}})),
    "a figure cites a source that does not exist": {"figures": [{"title": text(), "value": "1", "evidence": "lost"}]},
}


@pytest.mark.parametrize("changes", UNKNOWN_IDS.values(), ids=UNKNOWN_IDS)
def test_a_pack_that_would_fail_or_mislead_later_is_refused_when_it_is_read(changes):
    assert refused(**changes).code.startswith("schema.")
