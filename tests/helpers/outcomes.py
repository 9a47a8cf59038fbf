"""Outcomes of packs that need no image, as the desktop layer gets them."""

from pathlib import Path

from inference.answers import AnswerSheet
from inference.engines import EngineProvider
from inference.outcome import Outcome
from inference.packs.signing import read_trusted_keys
from inference.packs.store import load_pack
from inference.pipeline import Request, run
from inference.results import Patient
from inference.site import Prevalence, SiteProfile

PACKS = Path(__file__).parents[2] / "resources" / "packs"
KEYS = PACKS.parent / "keys"
SITE = SiteProfile(prevalence={"cme": Prevalence("test register", events=38, injections=14073)})
PATIENT = Patient("张伟 (Zhang Wei)", "P000123", "19620403", "F", 63.0)
ANSWERS = {
    "age": 63,
    "sex": "female",
    "height_cm": 158,
    "weight_kg": 44,
    "diabetes": "yes",
    "patient_class": "inpatient",
    "flush": "no",
    "rate_ml_s": 4,
    "gauge": "22G",
    "site": "hand",
}


def screen(pack_id: str, answers: dict, site: SiteProfile = SITE, patient: Patient = PATIENT) -> Outcome:
    pack = load_pack(PACKS / pack_id, read_trusted_keys([KEYS]))
    return run(Request(pack, AnswerSheet(answers, patient), site), EngineProvider())
