"""What a sample does not tell is said in words; decision curves run over risks that fit the outcome."""

import re
from dataclasses import replace

import numpy as np
import pytest

from tests.helpers.evaluated import locked_models, make_evaluated
from training.cohort.table import read_cohort
from training.evaluation.checklists import tripod
from training.evaluation.compute import Settings, compute
from training.evaluation.document import Table
from training.evaluation.figures_model import _log_odds_tick
from training.evaluation.report import build_document
from training.evaluation.thresholds import MULTIPLES, columns_of, is_linear, per, thresholds_of
from training.evaluation.wording import Words
from training.risk.model import Estimate, write_model
from training.statistics.estimable import known_log, known_ratio
from training.statistics.fewest import FEWEST, enough
from training.statistics.samples import Interval
from training.workspace import Workspace

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
LARGEST = 10_000


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """Four patients in each test, and models whose odds ratios nobody could tell from their patients."""
    made = make_evaluated(
        tmp_path_factory.mktemp("few"), sizes={"train": (10, 10), "validation": (2, 2), "external": (3, 1)}
    )
    locked = locked_models()
    own = locked.models["combined"]
    terms = tuple(replace(term, standard_error=5.0 if term.answer else 2.0) for term in own.terms)
    wide = np.diag([1.0, *(term.standard_error**2 for term in terms)])
    screened = tuple(replace(one, odds_ratio=Estimate(12.0, 0.0, 1.9e8)) for one in locked.screening.univariable)
    slopes = tuple(replace(one, slope=Estimate(9.0, -40.0, 58.0)) for one in locked.comparison)
    models = {**locked.models, "combined": replace(own, terms=terms, covariance=tuple(map(tuple, wide.tolist())))}
    screening = replace(locked.screening, univariable=screened)
    write_model(
        made.work / "risk" / "model.json",
        replace(locked, models=models, screening=screening, comparison=slopes),
    )
    cohort = read_cohort(made.cohort)
    return cohort, compute(cohort, Workspace(made.work), Settings(0.0027, "test", 5, 2))


def words_of(cohort, language):
    return Words(language, {p.id: p for p in cohort.settings.predictors}, cohort.recipe)


def test_a_sample_of_four_has_no_figures_that_rest_on_both_kinds_of_patients(few):
    _, results = few
    small = ("validation", "external")
    assert all(p.auc is p.auc_bootstrap is None and p.roc == () for p in results.performance if p.sample in small)
    assert all(c.difference is c.p is None for c in results.comparisons if c.sample in small)
    assert all(c.slope is c.intercept is c.observed_expected is c.brier is None and c.curve == c.groups == () for c in
               results.calibration if c.sample in small)  # fmt: skip
    assert all(c.ppv is c.npv is None and c.accuracy for c in results.classified if c.sample in small)
    assert not [d for d in results.decisions if d.sample in small]
    assert all(p.auc is not None for p in results.performance if p.sample == "train")
    assert all(effect.odds_ratio is None for effect in results.model.effects)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_report_of_four_patients_says_so_and_prints_no_number_that_nobody_can_mean(few, language):
    cohort, results = few
    words = words_of(cohort, language)
    document = build_document(results, words, {})
    tables = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    found = {}
    for table in tables:
        cells = [cell for row in table.rows for cell in row]
        for cell in cells:
            assert all(float(number.replace(",", "")) < LARGEST for number in NUMBER.findall(cell)), cell
        found[table.title.split(maxsplit=2)[-1] if language == "zh" else table.title.split(". ", 1)[1]] = table
    titles = ("auc", "comparisons", "calibration", "classification")
    for name in titles:
        table = found[words(f"table.{name}")]
        cells = [cell for row in table.rows for cell in row]
        assert words("note.too-few") in cells and words("note.why-too-few", fewest=FEWEST) in table.note
    for name in ("effects", "screening", "alternatives"):
        table = found[words(f"table.{name}")]
        assert words("note.not-estimable") in [cell for row in table.rows for cell in row]
    said = [block.text for section in document.sections for block in section.blocks if not isinstance(block, Table)]
    assert sum(str(FEWEST) in text and words.sample("external") in text for text in said) == 1
    assert words("note.not-estimable") in tripod(results, cohort, words)


def test_a_ratio_is_told_where_its_limits_are_not_a_thousandfold_apart_whatever_its_unit():
    assert known_ratio(Interval(2.0, 0.1, 40.0)) == Interval(2.0, 0.1, 40.0)
    assert known_ratio(Interval(12.0, 0.0, 1.9e8)) is None and known_ratio(Interval(2.0, 0.05, 80.0)) is None
    # Per unit of a feature that runs from 0 to 0.01.
    assert known_ratio(Interval(1e6, 1e-3, 1e15), spread=0.003) is not None
    assert known_log(Interval(1.0, -3.0, 3.5)) and known_log(Interval(1.0, -3.0, 4.5)) is None
    assert known_log(Interval(1.0, -3.0, 3.5), spread=2.0) is None and known_log(Interval(1.0, np.nan, 2.0)) is None
    assert enough(np.array([True] * 5 + [False] * 5)) and not enough(np.array([True] * 4 + [False] * 50))


def test_thresholds_fit_a_rare_and_a_common_outcome_and_what_the_recipe_asks_for():
    rare = thresholds_of(0.0027)
    assert rare.tolist() == [factor * 0.0027 for factor in MULTIPLES] and (is_linear(rare), per(rare)) == (
        False,
        10_000,
    )
    assert [rare[n] for n in columns_of(rare, 0.0027)] == pytest.approx([0.0027 * f for f in (0.5, 1, 2, 5, 10)])
    common = thresholds_of(0.302)
    assert (common[0], common[-1], is_linear(common), per(common)) == (0.05, 0.81, True, 100)
    assert 0.302 in common and [round(common[n], 2) for n in columns_of(common, 0.302)] == [0.2, 0.4, 0.6, 0.8]
    asked = thresholds_of(0.0027, (0.1, 0.6))
    assert (asked[0], asked[-1]) == (0.1, 0.6) and 0.0027 not in asked
    assert [round(asked[n], 2) for n in columns_of(asked, 0.0027)] == [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]
    for rate in (0.0005, 0.0499, 0.05, 0.5, 0.97):
        for wanted in (None, (0.001, 0.01), (0.3, 0.301), (0.011, 0.97)):
            found = thresholds_of(rate, wanted)
            assert found[0] > 0 and found[-1] < 1 and (np.diff(found) > 0).all()
            assert wanted is None or (found[0], found[-1]) == pytest.approx(wanted)
            columns = columns_of(found, rate)
            assert 2 <= len(columns) == len(set(columns)) <= 7


def test_no_axis_prints_odds_that_nobody_can_read():
    assert [_log_odds_tick(value, 0).split("\n")[1] for value in (0.0, -2.0, 7.0, 60.0, -60.0)] == [
        *("× 1.0", "× 0.1", "× 1,097", "> × 10,000", "< × 0.0001")
    ]
