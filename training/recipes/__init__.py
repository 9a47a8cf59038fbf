"""Recipes: what is segmented, fitted and shipped. One TOML file a recipe; a hospital's own lies anywhere."""

from training.recipes.needs import check_needed
from training.recipes.parts import Derived, FeatureStep, HabitatPlan, ModelPlan, Networks, ScorePlan, Source
from training.recipes.reading import bundled, find_recipe
from training.recipes.recipe import Recipe, measured

__all__ = [
    "DEFAULT",
    "Derived",
    "FeatureStep",
    "HabitatPlan",
    "ModelPlan",
    "Networks",
    "Recipe",
    "ScorePlan",
    "Source",
    "bundled",
    "check_needed",
    "find_recipe",
    "measured",
]

DEFAULT = "hu2025"
"""For cohorts that name none: those of before had no choice."""
