"""Learners: what makes a score of feature vectors, and a risk of predictors and scores.

They are arithmetic on arrays and know neither files nor cohorts. One module each, its plan listed here: a recipe names
it by ``kind``. How one is written: :mod:`training.learners.learner`; a library that takes long to load is imported
where it is used, as every command reads the recipes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Union

from pydantic import Field

from training.learners.linear import Linear
from training.learners.logistic import LockedLogistic, Logistic
from training.learners.machine import LockedSvm, Svm
from training.learners.penalised import LockedLinear, Penalised
from training.learners.selectors import ByItself, ByLasso
from training.learners.trees import Boosting, Forest, LockedTrees, Tree

SCORERS = (Linear,)
"""Plans of scores."""
SELECTORS = (ByLasso, ByItself)
"""Plans of what is chosen of the features before."""
MODELLERS = (Logistic, Penalised, Svm, Tree, Forest, Boosting)
"""Plans of risks."""
LOCKED = (LockedLogistic, LockedLinear, LockedSvm, LockedTrees)
"""What modellers give: kept in ``model.json``, each run in a pack by the step that its ``kind`` names."""


def _one_of(kinds: tuple[type, ...]) -> Any:
    """A dataclass of one of these kinds, told apart by ``kind``."""
    return Annotated[Union[kinds], Field(discriminator="kind")] if len(kinds) > 1 else kinds[0]  # noqa: UP007


if TYPE_CHECKING:
    from training.learners.learner import Locked, Modeller, Scorer
    from training.learners.selected import Selector

    AnyScorer = Scorer
    AnySelector = Selector
    AnyModeller = Modeller
    AnyLocked = Locked
else:
    AnyScorer, AnySelector, AnyModeller, AnyLocked = map(_one_of, (SCORERS, SELECTORS, MODELLERS, LOCKED))
