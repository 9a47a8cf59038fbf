"""The recipe whose networks are bundled: for what is made and judged of them outside any cohort."""

from training.recipes.reading import find_recipe

HU2025 = find_recipe("hu2025")
