"""The status of a trained pack is decided by what was done, not by what somebody declares."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from training.cohort.table import Case
from training.packing.status import Origin, status_of

COUNT = 400


@pytest.fixture(scope="module")
def done():
    """A sound external validation: 200 cases of another centre, half with the event, and a model that knows a lot."""
    rng = np.random.default_rng(5)
    cases, split, origins, predicted = [], {}, {}, {}
    for n in range(COUNT):
        event, name = n % 2, f"C{n}"
        external = n >= COUNT // 2
        cases.append(Case(name, name, Path(), {}, event, None, "B" if external else "A", {}))
        split[name] = "external" if external else "train"
        origins[name] = Origin("B" if external else "A", "20240601" if external else "20230601", False)
        # Log-odds of two normal distributions one standard deviation apart are their value itself: slope 1.
        predicted[name] = float(1 / (1 + np.exp(-rng.normal(event - 0.5, 1))))
    return {"declared_simulated": False, "origins": origins, "split": split, "cases": cases, "predicted": predicted}


def of_centre(origins, centre, **changes):
    return {name: replace(origin, centre=centre, **changes) for name, origin in origins.items()}


def external(done):
    return [case for case in done["cases"] if done["split"][case.id] == "external"]


def test_enough_new_patients_of_another_centre_whom_the_model_tells_apart_validate_it(done):
    assert status_of(**done).name == "externally-validated"


def test_a_later_time_at_the_same_centre_is_a_validation_and_a_random_split_is_none(done):
    later = of_centre(done["origins"], "A")
    assert status_of(**done | {"origins": later}).name == "externally-validated"
    for same in (of_centre(later, "A", date="20230601"), of_centre(later, "A", date=""), of_centre(later, "", date="")):
        status = status_of(**done | {"origins": same})
        assert (status.name, ["neither of other centres" in why for why in status.missed]) == ("site-trained", [True])


def test_one_centre_in_both_parts_is_no_other_centre(done):
    mixed = done["origins"] | {"C399": Origin("A", "", False)}
    assert status_of(**done | {"origins": mixed}).name == "site-trained"


def test_those_without_an_answer_count(done):
    kept = {name: p for n, (name, p) in enumerate(done["predicted"].items()) if n % 8}
    status = status_of(**done | {"predicted": kept})
    assert status.name == "site-trained"
    assert any("175 of 200 external cases" in why for why in status.missed)


def test_too_few_events_validate_nothing(done):
    few = [case for case in done["cases"] if done["split"][case.id] == "train" or int(case.id[1:]) < 300]
    assert "100 of each" in " ".join(status_of(**done | {"cases": few}).missed)


def test_a_model_that_knows_nothing_or_exaggerates_is_not_validated(done):
    rng = np.random.default_rng(1)
    noise = {case.id: float(rng.uniform(0.1, 0.9)) for case in external(done)}
    assert "may be chance" in " ".join(status_of(**done | {"predicted": noise}).missed)
    steep = {name: float(1 / (1 + (1 / p - 1) ** 4)) for name, p in done["predicted"].items()}
    assert "slope" in " ".join(status_of(**done | {"predicted": steep}).missed)


def test_without_an_external_test_a_pack_is_of_its_site(done):
    assert status_of(**done | {"split": dict.fromkeys(done["split"], "train")}).name == "site-trained"


def test_simulated_patients_make_a_simulated_pack_whatever_is_declared(done):
    one = done["origins"] | {"C3": replace(done["origins"]["C3"], simulated=True)}
    assert status_of(**done | {"origins": one}).name == "simulation-trained"
    assert status_of(**done | {"declared_simulated": True}).name == "simulation-trained"
