"""A trained model folder of nnU-Net v2, read and checked: what it plans, and one checkpoint for each fold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from training.errors import BadInput
from training.nnunet.checkpoints import Checkpoint, read_checkpoint
from training.nnunet.files import (
    USUAL_PREPROCESSOR,
    USUAL_RESAMPLING,
    Configuration,
    Dataset,
    Plans,
    configuration_of,
    read_dataset,
    read_plans,
)

PREFIX, ALL, IGNORED = "fold_", "all", "ignore"


@dataclass(frozen=True, slots=True)
class Model:
    """A model that can be imported.

    Attributes
    ----------
    classes
        Names of the labels in the order of the network's channels; the first is background.
    checkpoints
        One for each fold asked for.
    """

    folder: Path
    plans: Plans
    configuration: Configuration
    classes: tuple[str, ...]
    checkpoints: tuple[Checkpoint, ...]


def read_model(folder: Path, folds: list[str] | None = None, checkpoint: str = "checkpoint_final.pth") -> Model:
    """Read a model folder.

    Parameters
    ----------
    folds
        ``0``, ``1``, ... or ``all`` for the model that was trained on everything; None takes all folds there are, as
        nnU-Net does.

    Raises
    ------
    BadInput
        When something is missing, or the model is of a kind that cannot be imported.
    InputError
        When a file is not valid; the field is named.
    """
    dataset, plans = read_dataset(folder), read_plans(folder)
    checkpoints = tuple(
        read_checkpoint(folder / f"{PREFIX}{fold}" / checkpoint, fold) for fold in _folds(folder, folds, checkpoint)
    )
    names = {one.configuration for one in checkpoints}
    if len(names) > 1:
        raise BadInput(f"the folds in {folder} are of different configurations ({', '.join(sorted(names))})")
    configuration = configuration_of(plans, checkpoints[0].configuration, folder / "plans.json")
    _refuse_unsupported(folder, dataset, configuration)
    return Model(folder, plans, configuration, _classes(folder, dataset), checkpoints)


def _folds(folder: Path, wanted: list[str] | None, checkpoint: str) -> list[str]:
    there = sorted(path.parent.name.removeprefix(PREFIX) for path in folder.glob(f"{PREFIX}*/{checkpoint}"))
    if not there:
        raise BadInput(f"{folder} holds no {PREFIX}*/{checkpoint}; train a fold to its end, or name its file")
    if wanted is None:
        return [fold for fold in there if fold != ALL] or there
    missing = [fold for fold in wanted if fold not in there]
    if missing:
        raise BadInput(f"{folder} holds no {checkpoint} of fold {', '.join(missing)}; it has {', '.join(there)}")
    return list(dict.fromkeys(wanted))


def _refuse_unsupported(folder: Path, dataset: Dataset, configuration: Configuration) -> None:
    plans = folder / "plans.json"
    if configuration.previous_stage is not None:
        raise BadInput(
            f"{folder} is the second stage of a cascade: it also needs the labels of {configuration.previous_stage}, "
            "which a step of a pack cannot give it; import a 2d, 3d_lowres or 3d_fullres model"
        )
    regions = [name for name, value in dataset.labels.items() if not isinstance(value, int)]
    if regions:
        raise BadInput(
            f"{folder} was trained on regions that overlap ({', '.join(regions)}); a step gives each voxel one label, "
            "so train on labels instead"
        )
    if len(dataset.channels) != 1:
        raise BadInput(
            f"{folder} needs {len(dataset.channels)} input channels ({', '.join(dataset.channels)}); a step reads one "
            "series, and several would first have to be laid on one grid"
        )
    if configuration.preprocessor_name != USUAL_PREPROCESSOR:
        raise BadInput(
            f"{plans} wants the preprocessor {configuration.preprocessor_name}; only {USUAL_PREPROCESSOR} is known"
        )
    for name in (configuration.resampling_fn_data, configuration.resampling_fn_probabilities):
        if name != USUAL_RESAMPLING:
            raise BadInput(f"{plans} wants to resample with {name}; only {USUAL_RESAMPLING} is known")
    if len(configuration.spacing) != len(configuration.patch_size):
        raise BadInput(f"{plans} gives spacing and patch_size different numbers of axes")


def _classes(folder: Path, dataset: Dataset) -> tuple[str, ...]:
    """Names by value; a label to be ignored in training has no channel."""
    names = {value: name for name, value in dataset.labels.items() if name != IGNORED}
    counted = list(range(len(names)))
    if sorted(names) != counted or len(names) != len(dataset.labels) - (IGNORED in dataset.labels) or len(names) < 2:
        given = ", ".join(f"{name} {value}" for name, value in dataset.labels.items())
        raise BadInput(f"{folder / 'dataset.json'}: labels must count 0, 1, 2, ... from the background, not {given}")
    return tuple(names[value] for value in counted)
