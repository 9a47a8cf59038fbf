"""Recipes: what is segmented, fitted and shipped. One module a recipe, listed here."""

from training.recipes.hu2025 import HU2025
from training.recipes.recipe import ModelPlan, Recipe

__all__ = ["DEFAULT", "RECIPES", "ModelPlan", "Recipe"]

RECIPES: dict[str, Recipe] = {recipe.id: recipe for recipe in (HU2025,)}
"""By id, as ``cohort.toml`` names them."""
DEFAULT = HU2025.id
"""For cohorts that name none: those of before had no choice."""
