"""Tables that a recipe asks for: their figures are those of the statistics library, and the report sets them all."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from pydantic import TypeAdapter

from inference.errors import InputError
from inference.reading import read_typed
from inference.risk.svm import MachineFile
from inference.risk.trees import Trees
from inference.vocabulary import Text
from tests.helpers.evaluated import THRESHOLDS, add_vessels, locked_models, make_evaluated
from tests.helpers.learnt import MACHINE, three_inputs
from training.cohort.table import read_cohort
from training.evaluation.asked import KINDS, Material, asked_blocks, asked_references, compute_asked
from training.evaluation.asked.material import quantity
from training.evaluation.attributing import EXPLAINED, attributed
from training.evaluation.document import Paragraph, Table
from training.evaluation.inputs import read_predictions
from training.evaluation.vessel_figures import read_vessels, vessel_figures
from training.evaluation.wording import Words
from training.learners import LOCKED
from training.learners.design import Column
from training.learners.inputs import Cases
from training.learners.logistic import LockedLogistic, ModelTerm
from training.learners.machine import LockedSvm
from training.learners.penalised import LockedLinear, Weighted
from training.learners.trees import LockedTrees
from training.recipes.evaluation import (
    ContributionsPlan,
    CutOffPlan,
    Evaluation,
    HosmerLemeshowPlan,
    OverlapPlan,
    PairsPlan,
    Reader,
    ReadersPlan,
    SpearmanPlan,
    TablePlan,
)
from training.recipes.hu2025 import HU2025
from training.statistics.correlation import spearman
from training.statistics.discrimination import delong_test
from training.statistics.goodness import hosmer_lemeshow
from training.statistics.paired import holm, paired_shares
from training.statistics.proportions import wilson

SITE = 0.0027
SOURCE = Text("Example 2020", "示例 2020")
READERS = (Reader("reader-1", Text("First", "甲")), Reader("reader-2", Text("Second", "乙"), (1, 5), 4))
PLANS = (
    OverlapPlan("overlap"),
    HosmerLemeshowPlan("hosmer-lemeshow"),
    PairsPlan("pairs"),
    SpearmanPlan("spearman", ("age", "signature", "combined")),
    CutOffPlan("cut-off", "age", 65, SOURCE, "above"),
    ContributionsPlan("contributions", ("combined", "clinical")),
    ReadersPlan("reader-comparison", READERS),
)
RECIPE = replace(HU2025, evaluation=Evaluation(PLANS))


@pytest.fixture(scope="module")
def material(tmp_path_factory):
    made = make_evaluated(tmp_path_factory.mktemp("asked"))
    add_vessels(made.work)
    cohort = read_cohort(made.cohort)
    rng = np.random.default_rng(0)
    readings = [
        (rng.random() < 0.3 + 0.4 * case.outcome, rng.integers(1, 4) + 2 * case.outcome) for case in cohort.cases
    ]
    cases = [
        replace(case, readings={"reader-1": None if n % 9 == 0 else int(yes), "reader-2": min(int(grade), 5)})
        for n, (case, (yes, grade)) in enumerate(zip(cohort.cases, readings))
    ]
    samples = read_predictions(made.work / "risk" / "predictions.csv", replace(cohort, cases=tuple(cases)))
    overlaps = vessel_figures(read_vessels(made.work / "vessels" / "results.json"), 0, 2)
    predictors = {predictor.id: predictor for predictor in cohort.settings.predictors}
    return Material(RECIPE, locked_models(), samples, predictors, overlaps, SITE)


@pytest.fixture(scope="module")
def computed(material):
    return compute_asked(material)


@pytest.fixture(scope="module")
def asked(computed):
    return {one.plan.kind: one.rows for one in computed}


def row(rows, **wanted):
    return next(one for one in rows if all(getattr(one, name) == value for name, value in wanted.items()))


def test_hosmer_and_lemeshows_test_has_fewer_degrees_of_freedom_where_the_model_was_fitted(asked, material):
    for sample, freedom in (("validation", 10), ("train", 10), ("apparent", 8)):
        own = material.samples[sample].known("combined")
        expected = hosmer_lemeshow(own.outcome, own.scores["combined"], 10, sample == "apparent")
        found = row(asked["hosmer-lemeshow"], sample=sample, model="combined")
        assert (found.statistic, found.p, found.freedom) == (expected.statistic, expected.p, freedom)


def test_every_pair_of_models_is_tested_and_its_p_holds_for_all_of_a_sample(asked, material):
    own = [one for one in asked["pairs"] if one.sample == "external"]
    assert [(one.model, one.other) for one in own] == list(HU2025.pairs)
    both = material.samples["external"].known("combined", "dl")
    expected = delong_test(both.outcome, both.scores["combined"], both.scores["dl"])
    found = row(own, model="combined", other="dl")
    assert (found.difference.value, found.z, found.p) == (expected.difference, expected.z, expected.p)
    assert [one.together for one in own] == list(holm([one.p for one in own]))


def test_correlations_are_of_the_cases_in_which_both_are_known(asked, material):
    whole = material.all
    age, score = (quantity(whole, name, material.predictors) for name in ("age", "signature"))
    there = np.isfinite(age)
    expected = spearman(age[there], score[there])
    found = row(asked["spearman"], sample="all", first="age", second="signature")
    assert (found.n, found.rho, found.p) == (there.sum(), expected.rho, expected.p)
    assert there.sum() < len(whole.cases)


def test_a_published_cut_off_is_tried_as_it_stands(asked, material):
    found = row(asked["cut-off"], sample="external")
    sample = material.samples["external"]
    age, outcome = quantity(sample, "age", material.predictors), sample.outcome
    there = np.isfinite(age)
    assert found.unknown == (~there).sum() > 0
    above, event = age[there] > 65, outcome[there]
    assert found.sensitivity == wilson(int((above & event).sum()), int(event.sum()))
    assert found.specificity == wilson(int((~above & ~event).sum()), int((~event).sum()))
    assert found.ppv == wilson(int((above & event).sum()), int(above.sum()))
    assert found.npv == wilson(int((~above & ~event).sum()), int((~above).sum()))
    assert found.site_ppv.high < 0.02 < found.ppv.low and found.site_npv.value > found.npv.value


def test_a_name_that_a_predictor_shares_with_a_model_is_the_predictors(material):
    sample = material.samples["external"]
    same = replace(sample, scores={**sample.scores, "age": sample.scores["dl"]})
    assert np.nanmax(quantity(same, "age", material.predictors)) > 1 >= np.nanmax(quantity(same, "age", {}))


def test_a_model_is_compared_with_a_reader_in_the_cases_that_both_judged(asked, material):
    sample = material.samples["train"]
    readings = np.array([case.readings["reader-1"] for case in sample.cases], float)
    both = np.isfinite(readings) & np.isfinite(sample.scores["combined"])
    found = row(asked["reader-comparison"], sample="train", reader="reader-1")
    assert found.n == both.sum() < len(sample.cases)
    event, positive, called = sample.outcome[both], sample.scores["combined"][both], readings[both]
    expected = paired_shares(positive[event] >= THRESHOLDS["combined"], called[event] == 1)
    assert (found.sensitivity.difference, found.sensitivity.p) == (expected.difference, expected.p)
    others = paired_shares(positive[~event] < THRESHOLDS["combined"], called[~event] == 0)
    assert (found.specificity.model, found.specificity.reader) == (others.first, others.second)
    assert found.auc.p == delong_test(event, positive, called).p
    # A reading of yes or no has one point, and this area.
    area = (found.sensitivity.reader.value + found.specificity.reader.value) / 2
    assert found.auc.reader.value == pytest.approx(area)
    graded = row(asked["reader-comparison"], sample="train", reader="reader-2")
    grades = np.array([case.readings["reader-2"] for case in sample.cases], float)
    there = np.isfinite(sample.scores["combined"]) & sample.outcome
    assert graded.sensitivity.reader.value == pytest.approx((grades[there] >= 4).mean())


def test_the_share_of_cases_above_an_overlap_counts_those_that_were_missed(asked, material):
    found = row(asked["overlap"], structure="CCA-R", sample="validation")
    values = row(material.overlaps, structure="CCA-R", sample="validation", metric="iou").values
    assert 0.0 in values and found.n == len(values)
    assert found.above == tuple(
        (limit, n, wilson(n, 46)) for limit in (0.6, 0.8) for n in [sum(v > limit for v in values)]
    )


def test_contributions_of_the_test_patients_add_up_and_the_largest_stands_first(asked, material):
    found = row(asked["contributions"], model="combined")
    sample = material.tests.known("combined")
    assert (found.sample, found.method, found.n) == ("tests", "additive", len(sample.cases))
    moved = np.sum([one.log_odds for one in found.contributions], axis=0)
    log_odds = np.log(sample.scores["combined"] / (1 - sample.scores["combined"]))
    assert np.ptp(log_odds - moved) < 1e-6
    sizes = [one.mean_size for one in found.contributions]
    assert sizes == sorted(sizes, reverse=True) and found.contributions[0].predictor == "signature"


COLUMNS = (Column("age"), Column("volume"), Column("sign", "yes"))
OF = {"columns": COLUMNS, "references": {"sign": "no"}, "used": Cases(60, 20, 0)}
LEAF = {"cover": 20.0}
TREE = {"nodeid": 0, "split": "age", "split_condition": 60.0, "yes": 1, "no": 2, "missing": 1, "cover": 60.0}
SPLIT = {"nodeid": 2, "split": "sign=yes", "split_condition": 0.5, "yes": 3, "no": 4, "missing": 4, "cover": 40.0}
SPLIT |= {"children": [{"nodeid": 3, "leaf": 0.2, **LEAF}, {"nodeid": 4, "leaf": 1.3, **LEAF}]}
TREE |= {"children": [{"nodeid": 1, "leaf": -0.7, **LEAF}, SPLIT]}
MACHINE_INPUTS = [{**one, "name": one["name"].replace(".", "=")} for one in MACHINE["inputs"]]
RBF = read_typed(MachineFile, {**MACHINE, "inputs": MACHINE_INPUTS}, "svm.json")
WEIGHTED = tuple(Weighted(c.predictor, c.answer, m, w) for c, m, w in zip(COLUMNS, (60, 25, 0.4), (0.03, 0.02, 1.1)))
TERMS = tuple(ModelTerm(c.predictor, c.answer, w, 0.1) for c, w in zip(COLUMNS, (0.03, 0.02, 1.1)))


@pytest.mark.parametrize(
    ("locked", "method"),
    [
        (LockedLogistic(-1.0, TERMS, ((1.0,),), OF["references"], 1.0, "maximum-likelihood", 60, 20, 0), "additive"),
        (LockedLinear(-0.9, WEIGHTED, OF["references"], "lasso", 0.1, OF["used"]), "additive"),
        (LockedTrees("boosting", -0.5, read_typed(Trees, [TREE], "trees"), least_known=1, **OF), "shapley"),
        (LockedSvm(RBF, cost=1.0, **OF), "permutation"),
        (LockedSvm(replace(RBF, gamma=None), cost=1.0, **OF), "additive"),
    ],
    ids=["logistic", "linear", "trees", "rbf", "linear-svm"],
)
def test_every_kind_of_learnt_model_is_explained_and_the_parts_make_up_its_log_odds(locked, method):
    people = [
        {"age": age, "volume": volume, "sign": "yes" if sign else "no"}
        for age, volume, sign in three_inputs(12)[0].tolist()
    ]
    found, amounts = attributed(locked, people[:6], people)
    assert found == method and set(amounts) == {"age", "volume", "sign"}
    log_odds = np.array([locked.log_odds(answers) for answers in people[:6]])
    moved = np.sum(list(amounts.values()), axis=0)
    assert np.ptp(log_odds) > 0.1 > 1e-6 > np.ptp(log_odds - moved)
    assert set(EXPLAINED) == set(LOCKED) and attributed(object(), people, people) is None


def test_a_learnt_model_is_explained_unasked_and_a_logistic_one_only_where_asked(material):
    plain = replace(material, recipe=HU2025)
    assert compute_asked(plain) == ()
    strange = SimpleNamespace(models={**material.locked.models, "combined": object()}, shipped="combined")
    assert {type(plan) for plan in _plans_of(replace(plain, locked=strange))} == {ContributionsPlan}


def _plans_of(material):
    from training.evaluation.asked import _plans

    return _plans(material)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_kind_is_set_in_both_languages_and_says_so_where_there_is_nothing(material, computed, language):
    assert {plan.kind for plan in PLANS} == set(KINDS)
    words = Words(language, material.predictors, RECIPE)
    results = SimpleNamespace(asked=computed, site_prevalence=SITE)
    blocks = [block for own in asked_blocks(results, words, {}).values() for block in own]
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(tables) == len(PLANS) + 1  # one for each model that is explained
    for table in tables:
        assert all(len(line) == len(table.head) for line in table.rows)
        text = " ".join([table.title, table.note, *table.head, *(cell for line in table.rows for cell in line)])
        assert "{" not in text and "nan" not in text
    assert any("McNemar" in reference for reference in asked_references(results))
    empty = replace(material, samples={}, overlaps=())
    results.asked = compute_asked(replace(empty, recipe=replace(RECIPE, evaluation=Evaluation((PLANS[0], PLANS[2])))))
    said = [block for own in asked_blocks(results, words, {}).values() for block in own]
    assert [type(block) for block in said] == [Paragraph, Paragraph]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "magic"}, "kind"),
        ({"kind": "hosmer-lemeshow", "groups": 2}, "groups"),
        ({"kind": "overlap", "above": [1.0]}, "above holds values of IoU"),
        ({"kind": "spearman", "of": ["age", "age"]}, "'age' stands twice"),
        ({"kind": "cut-off", "of": "age", "at": 65}, "source"),
        ({"kind": "reader-comparison", "readers": []}, "readers"),
    ],
)
def test_a_table_that_is_stated_wrongly_is_refused_with_its_field(change, says):
    with pytest.raises(ValueError, match=says):
        TypeAdapter(TablePlan).validate_python(change)


def test_what_cannot_be_together_in_an_evaluation_is_refused():
    first, scale = READERS[0], {"scale": (1, 5)}
    for wrong, says in (
        (lambda: Evaluation((PairsPlan("pairs"), PairsPlan("pairs"))), "'pairs' stands twice"),
        (lambda: Evaluation(thresholds=(0.5, 0.2)), "lowest and the highest risk"),
        (lambda: Evaluation((ReadersPlan("reader-comparison", (first, first)),)), "'reader-1' stands twice"),
        (lambda: replace(first, **scale), "from which reading on"),
        (lambda: replace(first, **scale, positive=1), "lies above the lowest"),
        (lambda: replace(HU2025, evaluation=Evaluation((ContributionsPlan("contributions", ("svm",)),))), "'svm'"),
    ):
        with pytest.raises(ValueError, match=says):
            wrong()


TOML = """
tables = [{ kind = "cut-off", of = "QUANTITY", at = 65, source = { en = "a", zh = "b" } },
  { kind = "reader-comparison", readers = [{ column = "reader-1", title = { en = "A", zh = "B" } }] }]
"""


@pytest.mark.parametrize(
    ("of", "cell", "says"),
    [
        ("fvh", "1", None),
        ("fvh", "", None),
        ("fvh", "2", "from 0 to 1"),
        ("fvh", "yes", "from 0 to 1"),
        ("sex", "1", "no predictor that is a number"),
    ],
)
def test_readings_stand_in_columns_of_the_cohort_that_the_recipe_names(tmp_path, of, cell, says):
    from training.recipes.reading import FOLDER

    own = (FOLDER / "lu2021.toml").read_text(encoding="utf-8").replace('id = "lu2021"', 'id = "own"', 1)
    evaluation = f"\n[evaluation]\n{TOML.replace('QUANTITY', of)}"
    (tmp_path / "own.toml").write_text(own + evaluation, encoding="utf-8")
    settings = 'recipe = "own.toml"\nsite_prevalence = 0.5\nprevalence_source = "x"\nsimulated = false\n'
    (tmp_path / "cohort.toml").write_text(settings + 'title = { en = "T", zh = "T" }\n', encoding="utf-8")
    (tmp_path / "cohort.csv").write_text(f"case,outcome,fvh,age,sex,reader-1\nA,1,3,60,male,{cell}\n", encoding="utf-8")
    if says is None:
        (case,) = read_cohort(tmp_path / "cohort.csv").cases
        assert case.readings == {"reader-1": int(cell) if cell else None}
        return
    with pytest.raises(InputError) as caught:
        read_cohort(tmp_path / "cohort.csv")
    assert says in f"{caught.value} {getattr(caught.value, 'parameters', '')}"
