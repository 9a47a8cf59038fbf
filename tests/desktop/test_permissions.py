"""The folder of cases and audit log is the user's alone, also where it was there before."""

import os
import stat

import pytest

from desktop.audit import AuditLog, verify
from desktop.cli.main import main
from desktop.installation import Installation
from desktop.permissions import tighten
from desktop.places import HOME_VARIABLE, default_places

pytestmark = pytest.mark.skipif(os.name == "nt", reason="permissions as POSIX has them")


@pytest.fixture
def places(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "家"))
    places = default_places()
    places.data.mkdir(mode=0o755)
    places.data.chmod(0o755)
    return places


def mode(path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def start_window(places):
    installation = Installation(places)
    installation.reconcile()
    installation.close()


def start_command(places):
    assert main(["audit", "verify"]) == 0


@pytest.mark.parametrize("start", [start_window, start_command])
def test_a_start_takes_an_open_folder_from_others_and_says_so_once(places, start):
    AuditLog(places.audit).append("cases-listed", cases=0)
    places.audit.chmod(0o644)
    for _ in range(2):
        start(places)
        assert (mode(places.data), mode(places.audit)) == (0o700, 0o600)
    told = [entry for entry in AuditLog(places.audit).entries() if entry.action == "permissions-tightened"]
    assert [entry.details["folder_mode"] for entry in told] == ["755"]
    assert told[0].details["files"] == 1
    assert verify(places.audit).ok


def test_a_folder_without_patients_a_link_and_a_folder_for_everybody_stay_as_they_are(places, tmp_path):
    assert tighten(places) == {}
    assert mode(places.data) == 0o755
    other = tmp_path / "other"
    other.write_text("of somebody")
    other.chmod(0o644)
    places.audit.symlink_to(other)
    places.data.chmod(0o1777)
    assert tighten(places) == {}
    places.data.chmod(0o755)
    assert tighten(places) == {"folder_mode": "755", "files": 0}
    assert mode(other) == 0o644
