"""A file is there whole, or what was there before."""

import os

import pytest

from inference import files


def test_what_fails_half_way_leaves_the_file_of_before_and_nothing_else(tmp_path):
    path = tmp_path / "a.json"
    files.write_bytes(path, b"before")
    with pytest.raises(ValueError), files.unfinished(path) as beside:
        beside.write_bytes(b"half")
        raise ValueError
    with pytest.raises(KeyboardInterrupt), files.unfinished(path):
        raise KeyboardInterrupt
    assert path.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["a.json"]


def test_what_is_being_written_is_known_as_left_over_and_is_its_users_alone(tmp_path):
    with files.unfinished(tmp_path / "a.png") as beside:
        assert beside.name.startswith(f"{files.UNFINISHED}{os.getpid()}-")
        assert beside.suffix == ".png"
        beside.write_bytes(b"whole")
    assert (tmp_path / "a.png").read_bytes() == b"whole"
    assert (tmp_path / "a.png").stat().st_mode & 0o777 == 0o600
