"""References inside a manifest: what one part names exists in another, or the pack is refused when it is read."""

import pytest

from inference.errors import InputError
from tests.helpers.manifests import (
    ABOUT_KIDNEYS,
    IMAGE,
    KIDNEYS,
    MEASURE,
    STRUCTURE,
    TIER,
    TIERS,
    logistic,
    lookup,
    rules,
    score,
    segment,
    with_images,
    with_logistic,
)
from tests.helpers.packs import choice, formula, make_manifest, number, text
from tests.helpers.signature import CLASSIFY, DEEP, LOGISTIC, RISK, SIGNATURE


def refused(**changes) -> InputError:
    with pytest.raises(InputError) as caught:
        make_manifest(**changes)
    return caught.value


def test_a_manifest_whose_references_all_hold_is_read():
    assert make_manifest(**with_logistic()).steps[0].id == "risk"


def test_a_manifest_with_images_whose_references_all_hold_is_read():
    assert make_manifest(**with_images(segment(), MEASURE)).steps[1].id == "m"


def test_a_rule_may_use_a_figure_of_a_measured_structure():
    steps = make_manifest(**with_images(segment(), MEASURE, rules(("vein.volume_ml", ">", 1)))).steps
    assert steps[2].rules[0].conditions[0].name == "vein.volume_ml"


def test_a_formula_may_use_what_an_earlier_step_gives():
    assert len(make_manifest(steps=[formula("x"), formula("y", "x * 2")]).steps) == 2


def test_a_formula_may_use_the_number_that_a_table_gives_for_a_word():
    step = formula(expression="c * 2", tables={"c": {"no": 1, "yes": 2}})
    assert make_manifest(predictors=[choice("c")], steps=[step]).steps[0].tables == {"c": {"no": 1, "yes": 2}}


def beside(neighbour: str) -> dict:
    """A vein that runs beside something."""
    course = {"structure": neighbour, "course": "beside", "within_mm": 20}
    return {**with_images(segment()), "structures": [{**STRUCTURE, "neighbours": [course]}]}


DEEP_OF_VEIN = {**DEEP, "structures": ["vein"]}


def with_signature(*steps: dict, **changes) -> dict:
    """A manifest with an image signature, of these steps."""
    steps = steps or (segment(), DEEP_OF_VEIN, CLASSIFY, LOGISTIC)
    return {**with_images(*steps), **RISK, **changes}


def test_a_risk_may_have_a_predictor_that_a_step_before_it_reads_from_the_images():
    assert make_manifest(**with_signature()).predictor("signature").step == "signature"


def test_a_predictor_from_a_step_may_have_another_name():
    predictors = [choice("c"), {**SIGNATURE, "id": "far", "step": "signature.distance"}]
    steps = [segment(), DEEP_OF_VEIN, CLASSIFY, rules(("far", ">", 1))]
    assert make_manifest(**with_signature(*steps, predictors=predictors)).predictor("far").kind == "number"


def test_a_measure_of_a_structure_may_be_a_predictor():
    predictors = [{**SIGNATURE, "step": "vein.volume_ml"}]
    steps = [segment(), MEASURE, formula("x", "signature * 2")]
    assert make_manifest(**with_signature(*steps, predictors=predictors)).steps[2].id == "x"


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"predictors": [number("a", group="lost")], "groups": [{"id": "g", "title": text()}], "steps": []}, "lost"),
        ({"steps": [formula(evidence=["lost"])]}, "lost"),
        ({"steps": [formula(tables={"lost": {"yes": 1}})]}, "lost"),
        (with_logistic(logistic(terms=[{**logistic()["terms"][0], "evidence": "lost"}])), "lost"),
        (with_logistic(logistic(terms=[{**logistic()["terms"][0], "predictor": "lost"}])), "lost"),
        (with_logistic(logistic(population=[{**logistic()["population"][0], "predictor": "n"}])), "n"),
        (with_images(segment(image="lost")), "lost"),
        (beside("lost"), "lost"),
        (beside("vein"), "vein"),
        (with_images(segment(block={"structures": {"lost": "a vein"}})), "lost"),
        ({"steps": [score([{"predictor": "lost", "answers": {"yes": 1}}])]}, "lost"),
    ],
)
def test_a_reference_that_leads_nowhere_is_named(changes, wanted):
    error = refused(**changes)
    assert (error.code, error.parameters["wanted"]) == ("schema.reference", wanted)


SKULL = {**KIDNEYS, "seen_by": "skull", "content": [], "words": {}}
MISSPELT = {**KIDNEYS, "content": [{"of": "livr", "least_ml": 5}], "words": {}}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"steps": [formula("x")]}, "images.ct.region"),
        ({"regions": [MISSPELT]}, "regions.kidneys.content"),
        ({"steps": [formula("x")], "regions": [SKULL]}, None),
    ],
)
def test_a_region_and_what_must_be_seen_in_it_are_looked_for_by_something(changes, field):
    data = {**ABOUT_KIDNEYS, **changes}
    if field is None:
        assert make_manifest(**data).regions[0].seen_by == "skull"
    else:
        error = refused(**data)
        assert (error.code, error.parameters["field"]) == ("schema.reference", field)


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


@pytest.mark.parametrize("times", [[], [2], [3, 2], [1.5, 2, 0], [0, 2]])
def test_tiers_that_do_not_take_everyone_in_are_refused(times):
    assert refused(**with_logistic(tiers=tiers_from(times))).parameters["field"] == "tiers"


@pytest.mark.parametrize("times", [[1.05, 0], [1.99, 1, 0], [3, 0.83, 0], [3, 0.05, 0]])
def test_a_tier_whose_word_would_contradict_the_times_average_beside_it_is_refused(times):
    error = refused(**with_logistic(tiers=tiers_from(times)))
    assert (error.parameters["field"], error.parameters["problem_kind"]) == ("tiers", "tiers")


def test_tiers_that_are_shares_of_an_assumed_population_are_no_longer_taken():
    tiers = [{**TIER, "id": f"t{n}", "share": share} for n, share in enumerate((0.1, 0.4, 1))]
    assert refused(**with_logistic(tiers=tiers)).parameters["field"] == "tiers"


@pytest.mark.parametrize("times", [[2, 0], [2, 1, 0], [10, 4, 1.5, 0]])
def test_tiers_that_mean_what_they_say_are_taken(times):
    assert make_manifest(**with_logistic(tiers=tiers_from(times))).tiers[-1].times == 0


def tiers_from(times) -> list[dict]:
    return [{**TIER, "id": f"t{n}", "times": begin} for n, begin in enumerate(times)]


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
        "steps": [lookup({"yes": [1]})],
    },
    "a formula uses words as numbers": {"predictors": [choice("c")], "steps": [formula(expression="c * 2")]},
    "a table has a row for an answer that does not exist": {
        "predictors": [choice("c")],
        "steps": [lookup({"yes": [1], "no": [1], "maybe": [1]})],
    },
    "a table is for a number": {"predictors": [number("c")], "steps": [lookup({"1": [1]})]},
    "a score has points for an answer that does not exist": {
        "predictors": [choice("c")],
        "steps": [score([{"predictor": "c", "answers": {"yes": 1, "no": 0, "maybe": 0}}])],
    },
    "a score cuts a word": {
        "predictors": [choice("c")],
        "steps": [score([{"predictor": "c", "cuts": [1], "points": [0, 1]}])],
    },
    "a score counts one predictor twice": {
        "steps": [score([{"predictor": "a", "cuts": [1], "points": [0, 1]}] * 2)],
    },
    "a formula gives a number for an answer that does not exist": {
        "predictors": [choice("c")],
        "steps": [formula(expression="c", tables={"c": {"ja": 1}})],
    },
    "a formula uses what only a later step gives": {"steps": [formula("x", "y"), formula("y", "a")]},
    "a derivation needs what is derived only later": {
        "predictors": [number("a", derive={"formula": "b"}), number("b", derive={"formula": "c"}), number("c")]
    },
    "a derivation uses a derived word as a number": {
        "predictors": [
            number("a"),
            choice("c", derive={"formula": "a", "cuts": [1], "answers": ["no", "yes"]}),
            number("b", derive={"formula": "c"}),
        ]
    },
    "a derivation needs itself": {"predictors": [number("a", derive={"formula": "a + b"}), number("b")]},
    "a derivation uses words as numbers": {"predictors": [number("a", derive={"formula": "c"}), choice("c")]},
    "a step has the name of a predictor": {"steps": [formula("a", "b")]},
    "one term stands twice": with_logistic(logistic(terms=logistic()["terms"] * 2)),
    "one population stands twice": with_logistic(logistic(population=logistic()["population"] * 2)),
    "a population leaves an answer out": with_logistic(
        logistic(population=[{"predictor": "c", "shares": {"yes": 1.0}, "certainty": "computed"}])
    ),
    "a number has an effect of a word": with_logistic(logistic(terms=[{**logistic()["terms"][0], "predictor": "n"}])),
    "a module cites a source that does not exist": with_logistic(
        logistic(modules=[{"id": "m", "title": text(), "evidence": "lost"}])
    ),
    "a trained prevalence is no share": with_logistic(logistic(trained_prevalence=1.0)),
    "a rule names something that does not exist": {"steps": [rules(("lost", ">", 1))]},
    "a rule compares a word by size": {"predictors": [choice("c")], "steps": [rules(("c", ">", 1))]},
    "a rule compares a number with a word": {"steps": [rules(("a", "is", "1"))]},
    "a rule asks for an answer that does not exist": {"predictors": [choice("c")], "steps": [rules(("c", "is", "ja"))]},
    "a rule asks for one of several answers that do not exist": {
        "predictors": [choice("c")],
        "steps": [rules(("c", "in", ["yes", "ja"]))],
    },
    "a rule looks for a word inside a word": {"predictors": [choice("c")], "steps": [rules(("c", "in", "yes"))]},
    "a rule compares by size with a word": {"steps": [rules(("a", "<", "1"))]},
    "a rule uses a figure that is not measured": with_images(segment(), MEASURE, rules(("vein.weight", ">", 1))),
    "a measure names a segmentation that does not exist": with_images(segment(), {**MEASURE, "segment": "lost"}),
    "a measure comes before its segmentation": with_images(MEASURE, segment()),
    "the image of a segmentation may be absent": {
        **with_images(segment()),
        "images": [{**IMAGE, "required": False}],
    },
    "two structures have one name": {**with_images(segment()), "structures": [STRUCTURE, STRUCTURE]},
    "the target is no class of the locator": with_images(segment(locator={"target": "lost"})),
    "a structure is no class of the network": with_images(segment(block={"structures": {"vein": "lost"}})),
    "features are of a segmentation that does not exist": with_signature(segment(), {**DEEP_OF_VEIN, "segment": "x"}),
    "features are of a structure that is not segmented": with_signature(segment(), DEEP, CLASSIFY, LOGISTIC),
    "features come before their segmentation": with_signature(DEEP_OF_VEIN, segment(), CLASSIFY, LOGISTIC),
    "features name a structure twice": with_signature(segment(), {**DEEP_OF_VEIN, "structures": ["vein", "vein"]}),
    "features are of nothing": with_signature(segment(), {**DEEP_OF_VEIN, "structures": []}),
    "a head classifies features that do not exist": with_signature(segment(), CLASSIFY, LOGISTIC),
    "a head has no limit": with_signature(segment(), DEEP_OF_VEIN, {**CLASSIFY, "distance_limit": 0}, LOGISTIC),
    "a predictor comes from a step that does not exist": with_signature(
        predictors=[choice("c"), {**SIGNATURE, "step": "lost"}]
    ),
    "a predictor of the images comes from answers": {
        "predictors": [number("a"), number("b"), {**SIGNATURE, "step": "sum"}],
        "steps": [formula()],
    },
    "a risk comes before the step that reads its predictor": with_signature(
        segment(), DEEP_OF_VEIN, LOGISTIC, CLASSIFY
    ),
    "a derivation uses what only a step gives": with_signature(
        predictors=[choice("c"), SIGNATURE, number("n", derive={"formula": "signature"})]
    ),
    "a step has the name of a predictor of another step": with_signature(
        predictors=[choice("c"), {**SIGNATURE, "step": "signature.distance"}]
    ),
    "an intercept has no prevalence": with_signature(
        segment(), DEEP_OF_VEIN, CLASSIFY, {**LOGISTIC, "trained_prevalence": None}
    ),
    "an intercept has modules beside it": with_signature(
        segment(), DEEP_OF_VEIN, CLASSIFY, {**LOGISTIC, "modules": [{"id": "m", "title": text(), "evidence": "source"}]}
    ),
    "a covariance has no intercept": with_signature(segment(), DEEP_OF_VEIN, CLASSIFY, {**LOGISTIC, "intercept": None}),
    "a covariance has too few rows": with_signature(
        segment(), DEEP_OF_VEIN, CLASSIFY, {**LOGISTIC, "covariance": LOGISTIC["covariance"][:2]}
    ),
    "a covariance is not symmetric": with_signature(
        segment(), DEEP_OF_VEIN, CLASSIFY, {**LOGISTIC, "covariance": [[1, 0.5, 0], [0, 1, 0], [0, 0, 1]]}
    ),
    "a covariance gives a negative variance": with_signature(
        segment(), DEEP_OF_VEIN, CLASSIFY, {**LOGISTIC, "covariance": [[1, 2, 0], [2, 1, 0], [0, 0, 1]]}
    ),
    "a figure cites a source that does not exist": {"figures": [{"title": text(), "value": "1", "evidence": "lost"}]},
}


@pytest.mark.parametrize("changes", UNKNOWN_IDS.values(), ids=UNKNOWN_IDS)
def test_a_pack_that_would_fail_or_mislead_later_is_refused_when_it_is_read(changes):
    assert refused(**changes).code.startswith("schema.")
