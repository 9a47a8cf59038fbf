"""Feng 2024 as a recipe: signs by rule are predictors beside a radiomics score, and all of them are packed."""

from inference.signs import RULES
from training.packing.manifest import PACKS
from training.recipes import find_recipe
from training.simulate.simulators import simulator_of


def test_every_sign_is_shown_with_its_source_and_a_predictor_of_the_nomogram():
    recipe = find_recipe("feng2024")
    (signs,) = (step for step in recipe.features if step.kind == "signs")
    assert [rule.id for rule in signs.signs] == list(RULES)
    sources = {source.id: source.certainty for source in recipe.evidence}
    assert {rule.id: sources[rule.evidence] for rule in signs.signs} == {
        "blend": "unconfirmed",
        "black-hole": "verified",
        "swirl": "verified",
        "island": "verified",
        "irregular": "unconfirmed",
        "heterogeneous": "unconfirmed",
    }
    measured = {one.step for one in recipe.predictors if getattr(one, "step", None)}
    assert measured == {signs.value(name) for name in RULES}
    shipped = recipe.model(recipe.shipped)
    assert shipped.scores == ("radscore",) and all(shipped.takes(one.id, one.asked) for one in recipe.predictors)
    assert [step.kind for step in recipe.packed] == ["drawn", "measure", "radiomics", "signs"]


def test_it_needs_no_pack_to_stand_on_and_its_patients_can_be_simulated_in_the_papers_number():
    recipe = find_recipe("feng2024")
    assert recipe.pack.base is None and PACKS.is_dir()
    assert sum(map(sum, simulator_of(recipe).sizes(recipe, 561, None).values())) == 561
