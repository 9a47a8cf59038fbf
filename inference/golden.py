"""Golden cases: a tiny input in the pack and what must come out of it.

``golden/case.json`` holds the answers, the images (the program's own phantom, or an ``.npz`` in the pack), and the
expected outcome with tolerances. A pack that does not reproduce its golden case on this computer must not be used.
"""

from __future__ import annotations

import io
import math
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from inference.answers import AnswerSheet
from inference.engines import EngineProvider
from inference.errors import PackError
from inference.outcome import Outcome
from inference.packs.store import Pack
from inference.phantom.render import render
from inference.pipeline import Request, run
from inference.reading import decode_text, parse_json, read_typed
from inference.site import SiteProfile
from inference.triples import shape_of, triple
from inference.vocabulary import STRICT
from inference.volume import Grid, Volume

CASE = "golden/case.json"
PHANTOM = "phantom"
MOST_IMAGE_BYTES = 2**28
"""Of one image: a whole chest CT of a millimetre. Golden cases are tiny."""
MOST_MM = 1000.0
MOST_HU = 2**15
_NO_ARRAYS = (ValueError, KeyError, TypeError, OSError, EOFError, SyntaxError, OverflowError, NotImplementedError)
"""What zip and NumPy raise for files that hold no arrays."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What must come out.

    Attributes
    ----------
    numbers
        By path: ``risk.probability``, ``risk.FIGURE`` of the risk's explanation, such as ``risk.log_odds``,
        ``answers.PREDICTOR`` (of the images), ``results.STEP.ID`` or ``measures.STRUCTURE.FIELD``.
    classes
        The same for results that are words.
    tolerance
        Largest difference allowed, relative to the expected number or absolute near 0.
    image_tolerance
        The same for measures of segmented structures and all that rests on images, which differ a little between
        engines.
    """

    __pydantic_config__ = STRICT
    kind: str
    numbers: dict[str, float] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    tolerance: float = 1e-6
    image_tolerance: float = 0.0


@dataclass(frozen=True, slots=True)
class GoldenCase:
    """Input and expected outcome.

    Attributes
    ----------
    simulated
        Whether the images of the pack come from nobody; the phantom always does.
    """

    __pydantic_config__ = STRICT
    sheet: AnswerSheet
    expected: Expected
    site: SiteProfile = field(default_factory=SiteProfile)
    images: dict[str, str] = field(default_factory=dict)
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that is not as expected; None where it is missing."""

    path: str
    expected: float | str
    found: float | str | None


def read_case(pack: Pack) -> GoldenCase:
    """The pack's golden case.

    Raises
    ------
    PackError
        ``pack.golden-missing`` when it has none.
    InputError
        When it is not JSON of that form.
    """
    if CASE not in pack.files:
        raise PackError("pack.golden-missing", pack=pack.manifest.id, file=CASE)
    source = f"{pack.manifest.id}/{CASE}"
    return read_typed(GoldenCase, parse_json(decode_text(pack.file(CASE), source), source), source)


def run_case(pack: Pack, case: GoldenCase, engines: EngineProvider) -> Outcome:
    """Run the golden input through the pack."""
    volumes = {role: image_of(pack, source) for role, source in case.images.items()}
    simulated = case.simulated or all(source == PHANTOM for source in case.images.values())
    return run(Request(pack, case.sheet, case.site, volumes=volumes, simulated=simulated), engines)


def image_of(pack: Pack, source: str) -> Volume:
    """An image of a golden case: the phantom, or arrays of the pack.

    Raises
    ------
    PackError
        ``pack.golden-invalid`` where the arrays are no CT.
    """
    if source == PHANTOM:
        return _phantom()
    try:
        hu, origin, spacing = _arrays(pack.file(source), ("hu", "origin_mm", "spacing_mm"))
        sound = hu.ndim == 3 and hu.size > 0 and origin.shape == spacing.shape == (3,)
        if not sound or not np.isfinite(origin).all() or not ((spacing > 0) & (spacing < MOST_MM)).all():
            raise ValueError("no volume")
        if not (np.abs(hu.astype(float)) < MOST_HU).all():
            raise ValueError("no CT")
    except (*_NO_ARRAYS, zipfile.BadZipFile, zlib.error) as error:
        raise PackError("pack.golden-invalid", pack=pack.manifest.id, file=source) from error
    grid = Grid(triple(origin), triple(spacing), shape_of(hu.shape))
    return Volume(hu.astype(np.int16), grid)


def _arrays(data: bytes, names: tuple[str, ...]) -> list[np.ndarray]:
    """Arrays of numbers of an ``.npz``, whose sizes are looked at before room is taken for them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_IMAGE_BYTES:
            raise ValueError("too large")
        for name in names:
            with archive.open(f"{name}.npy") as file:
                version = np.lib.format.read_magic(file)
                read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
                shape, _, kind = read(file)
                if kind.kind not in "iuf" or math.prod(shape) * kind.itemsize > MOST_IMAGE_BYTES:
                    raise ValueError("no numbers, or too many")
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return [arrays[name] for name in names]


@cache
def _phantom() -> Volume:
    """Drawn once for all packs and engines: it takes as long as to answer it."""
    return render()


def compare(outcome: Outcome, expected: Expected) -> list[Difference]:
    """Every expected figure that did not come out."""
    found = dict(figures_of(outcome))
    differences, of_images = [], _of_images(outcome)
    if outcome.kind != expected.kind:
        differences.append(Difference("kind", expected.kind, outcome.kind))
    for path, number in expected.numbers.items():
        value = found.get(path)
        tolerance = expected.image_tolerance if path.startswith(of_images) else expected.tolerance
        close = isinstance(value, float | int) and abs(value - number) <= tolerance * max(1.0, abs(number))
        if not close:
            differences.append(Difference(path, number, value))
    for path, word in expected.classes.items():
        if found.get(path) != word:
            differences.append(Difference(path, word, found.get(path)))
    return differences


def _of_images(outcome: Outcome) -> tuple[str, ...]:
    """Beginnings of the paths of figures that rest on images."""
    risk = outcome.risk
    read = {answer.predictor for answer in outcome.answers if answer.origin == "image"}
    rests = risk is not None and not read.isdisjoint(risk.explanation.inputs())
    return ("measures.", "answers.", *(["risk."] if rests else []))


def figures_of(outcome: Outcome) -> Iterator[tuple[str, float | str | None]]:
    """What a golden case can expect of an outcome, by path."""
    for answer in outcome.answers:
        if answer.origin == "image":
            yield f"answers.{answer.predictor}", answer.value
    if outcome.risk is not None:
        estimate = outcome.risk.estimate
        yield from ((f"risk.{name}", value) for name, value in outcome.risk.explanation.figures().items())
        yield "risk.probability", None if estimate.probability is None else estimate.probability.value
        yield "risk.tier", estimate.tier.id
    for result in outcome.results:
        yield f"results.{result.step}.{result.id}", result.value
    for measure in outcome.measures:
        for name in ("volume_ml", "mean_diameter_mm", "mean_hu"):
            yield f"measures.{measure.structure}.{name}", getattr(measure, name)
