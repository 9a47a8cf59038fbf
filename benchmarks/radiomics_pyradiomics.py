"""What PyRadiomics makes of an image and a mask; run by its own interpreter, which needs nothing of this project.

    PYTHON radiomics_pyradiomics.py FOLDER

FOLDER holds ``image.nrrd``, ``mask.nrrd`` and ``settings.json``; ``features.json`` is written beside them.
"""

import json
import logging
import os
import sys
import time
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"  # threads that wait for each other would be counted as work

import radiomics
import SimpleITK as sitk
from radiomics import featureextractor

PAD_TO_ALL = 10_000
"""Voxels around the region: all that there are, so that filters see the whole image."""


def extractor(settings):
    """PyRadiomics, set as our settings say."""
    given = {"additionalInfo": False, "padDistance": PAD_TO_ALL}
    if settings.get("bin_count"):
        given["binCount"] = settings["bin_count"]
    else:
        given["binWidth"] = settings["bin_width"]
    if settings.get("spacing_mm"):
        given["resampledPixelSpacing"] = list(settings["spacing_mm"])[::-1]
        given["padDistance"] = settings.get("pad", PAD_TO_ALL)
    if settings.get("within"):
        given["resegmentRange"] = list(settings["within"])
    if settings.get("within_sd"):
        given.update(resegmentRange=[-settings["within_sd"], settings["within_sd"]], resegmentMode="sigma")
    made = featureextractor.RadiomicsFeatureExtractor(**given)
    made.disableAllImageTypes()
    made.enableImageTypeByName("Original")
    if settings.get("log_sigma_mm"):
        made.enableImageTypeByName("LoG", customArgs={"sigma": [float(s) for s in settings["log_sigma_mm"]]})
    if settings.get("wavelet"):
        made.enableImageTypeByName("Wavelet")
    return made


def main():
    logging.disable(logging.CRITICAL)
    folder = Path(sys.argv[1])
    settings = json.loads((folder / "settings.json").read_text())
    image, mask = sitk.ReadImage(str(folder / "image.nrrd")), sitk.ReadImage(str(folder / "mask.nrrd"))
    made = extractor(settings)
    cpu, clock = time.process_time(), time.perf_counter()
    found = made.execute(image, mask)
    said = {
        "version": radiomics.__version__,
        "cpu_s": time.process_time() - cpu,
        "clock_s": time.perf_counter() - clock,
        "features": {name: float(value) for name, value in found.items()},
    }
    (folder / "features.json").write_text(json.dumps(said))


if __name__ == "__main__":
    main()
