"""The self-test computes published figures anew: a program that gives others says which."""

from types import SimpleNamespace

from desktop.self_test.figures import published
from desktop.self_test.plan import plan
from inference.radiomics import ibsi


def test_radiomics_features_are_those_of_ibsis_reference_manual(language):
    (check,) = [planned.done(language) for planned in published(language)]
    assert (check.name, check.subject, check.passed) == ("radiomics", "IBSI", True)
    assert check.detail == language.text("self-test.radiomics", count=102)


def test_a_feature_that_comes_out_otherwise_is_named_with_both_figures(language, monkeypatch):
    monkeypatch.setattr(ibsi, "disagreements", lambda: {"original_glcm_Id": (0.5, 0.677), "original_glcm_Idm": (1, 2)})
    (check,) = [planned.done(language) for planned in published(language)]
    assert not check.passed
    wrong = {"count": 2, "name": "original_glcm_Id", "found": "0.5", "wanted": "0.677"}
    assert check.detail == language.text("self-test.radiomics-differs", **wrong)
    assert all(str(part) in check.detail for part in wrong.values())


def test_it_is_among_the_checks(places, language):
    nothing = SimpleNamespace(all=list, allow_unsigned=False, keys=lambda: SimpleNamespace(refused=()))
    assert "radiomics" in [planned.name for planned in plan(nothing, places, language)]
