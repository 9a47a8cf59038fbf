"""The folder given by ``--work``: where each command finds what earlier ones wrote, and how it writes its own.

Files appear whole or not at all: they are written beside their place and then renamed, so that a run that was stopped
leaves nothing half-written for the next one to trip over.
"""

from __future__ import annotations

import io
import json
import os
import platform
import shutil
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np

from inference import __version__
from inference.files import unfinished
from training.errors import BadInput
from training.wording import worded

LOGGED_PACKAGES = ("numpy", "scipy", "torch", "torchvision", "sklearn", "statsmodels", "onnxruntime", "openvino")
"""Import names of libraries that results depend on."""
DISTRIBUTIONS = {"sklearn": "scikit-learn"}
"""Where a package is installed under another name than it is imported by."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Paths below ``--work``; none of them exists until a command makes it.

    Attributes
    ----------
    folder
        As given by ``--work``.
    """

    folder: Path

    @property
    def split(self) -> Path:
        """``case,split``, by ``split``."""
        return self.folder / "split.csv"

    @property
    def vessels(self) -> Path:
        """Weights, plan, curve and results of ``train-vessels``."""
        return self.folder / "vessels"

    @property
    def labels(self) -> Path:
        """Vessel labels by case, of the model or of a reader's mask, by ``features``."""
        return self.folder / "labels"

    @property
    def features(self) -> Path:
        """Encoder and features, by ``features``."""
        return self.folder / "features"

    @property
    def feature_table(self) -> Path:
        """Cases, features and their names."""
        return self.features / "features.npz"

    @property
    def habitats(self) -> Path:
        """Sub-regions that were learnt, by source: the steps of a pack."""
        return self.features / "habitats.json"

    @property
    def anew(self) -> Path:
        """Features of the training cases, made anew for each fold where what they are made of is learnt."""
        return self.features / "anew.npz"

    @property
    def values(self) -> Path:
        """Values that steps read from the images, by case."""
        return self.features / "values.csv"

    @property
    def risk(self) -> Path:
        """By ``train-risk``."""
        return self.folder / "risk"

    @property
    def risk_model(self) -> Path:
        """Locked models."""
        return self.risk / "model.json"

    def score_graph(self, score: str) -> Path:
        """A locked score with its distance, as a pack runs it."""
        return self.risk / f"{score}.onnx"

    def head(self, score: str) -> Path:
        """A linear score with its distance, as arrays."""
        return self.risk / f"{score}.npz"

    @property
    def predictions(self) -> Path:
        """Probability of each case at the training prevalence."""
        return self.risk / "predictions.csv"

    @property
    def evaluation(self) -> Path:
        """Results, figures and report of ``evaluate``."""
        return self.folder / "evaluation"

    @property
    def models(self) -> Path:
        """ONNX graphs, as trained and quantized."""
        return self.folder / "models"

    @property
    def crops(self) -> Path:
        """Crops of each case, by ``features``."""
        return self.features / "crops"

    @property
    def packs(self) -> Path:
        """Pack folders by id, by ``build-pack``."""
        return self.folder / "pack"

    @property
    def log(self) -> Path:
        """One line a command."""
        return self.folder / "log.jsonl"

    def labels_of(self, case: str) -> Path:
        """Vessel labels of one case."""
        return self.labels / f"{case}.npz"

    def forget_labels(self) -> None:
        """Remove the labels of all cases and what was cut out with them; the next command makes them anew."""
        shutil.rmtree(self.labels, ignore_errors=True)
        shutil.rmtree(self.crops, ignore_errors=True)

    def need(self, path: Path, command: str) -> Path:
        """A path that an earlier command wrote.

        Raises
        ------
        BadInput
            Names the command that is still to be run.
        """
        if not path.exists():
            raise BadInput(worded("factory.work.first", path=str(path), command=command))
        return path

    def log_run(self, command: str, options: Mapping[str, object], seconds: float, exit_code: int) -> None:
        """Add a line to the log: what was run, with which seed and libraries, and how long it took."""
        line = {
            "time": datetime.now().astimezone().isoformat(timespec="seconds"),
            "command": command,
            "options": {name: _plain(value) for name, value in sorted(options.items())},
            "seed": options.get("seed"),
            "versions": versions(),
            "seconds": round(seconds, 2),
            "exit_code": exit_code,
        }
        with _named(self.log):
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.log.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")


def versions() -> dict[str, str]:
    """Of this program, Python, and those libraries that the run has loaded."""
    loaded = [name for name in LOGGED_PACKAGES if name in sys.modules]
    return {
        "precontrast": __version__,
        "python": platform.python_version(),
        **{name: metadata.version(DISTRIBUTIONS.get(name, name)) for name in loaded},
    }


@contextmanager
def writing(path: Path) -> Iterator[Path]:
    """A file to write to, with the suffix of ``path``, which it becomes when nothing went wrong.

    Raises
    ------
    BadInput
        When the folder cannot be written to.
    """
    with _named(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished(path) as beside:
            yield beside
            # It is for the owner alone until then; results are meant to be shared like any other file.
            beside.chmod(0o666 & ~_umask())


def write_text(path: Path, text: str) -> None:
    """Write UTF-8 text with plain line ends, whole or not at all."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write bytes, whole or not at all."""
    with writing(path) as beside:
        beside.write_bytes(data)


def write_json(path: Path, value: object) -> None:
    """Write JSON that a person can read; NaN is refused, as it is no JSON."""
    write_text(path, json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def write_arrays(path: Path, **arrays: np.ndarray) -> None:
    """Write a compressed ``.npz``, whole or not at all; the same arrays give the same bytes."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    write_bytes(path, buffer.getvalue())


def read_arrays(path: Path) -> dict[str, np.ndarray]:
    """The arrays of an ``.npz``.

    Raises
    ------
    ValueError
        When it is damaged, cut short for instance.
    OSError
        When it cannot be read.
    """
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as data:
            return {name: data[name] for name in data.files}
    except (zipfile.BadZipFile, zlib.error, EOFError, TypeError) as error:
        raise ValueError(f"{path} is damaged") from error


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BadInput(worded("factory.work.unwritable", path=str(path), error=str(error.strerror))) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _plain(value: object) -> Any:
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
