"""The watched folder."""

from desktop.incoming import Incoming


def drop(folder, name="new", content=b"x"):
    (folder / name).mkdir(exist_ok=True)
    (folder / name / "1.dcm").write_bytes(content)
    return folder / name


def test_what_was_there_before_is_not_new(tmp_path):
    drop(tmp_path, "old")
    incoming = Incoming(tmp_path)
    assert incoming.poll() + incoming.poll() == []


def test_a_new_folder_is_given_once_it_has_stopped_growing(tmp_path):
    incoming = Incoming(tmp_path)
    folder = drop(tmp_path)
    assert incoming.poll() == []
    drop(tmp_path, content=b"more")
    assert incoming.poll() == []
    assert incoming.poll() == [folder]
    assert incoming.poll() == []


def test_a_single_file_is_given_too(tmp_path):
    incoming = Incoming(tmp_path)
    (tmp_path / "study.zip").write_bytes(b"PK")
    incoming.poll()
    assert incoming.poll() == [tmp_path / "study.zip"]


def test_an_empty_folder_waits_for_its_files(tmp_path):
    incoming = Incoming(tmp_path)
    (tmp_path / "new").mkdir()
    assert incoming.poll() + incoming.poll() == []


def test_hidden_files_are_left_alone(tmp_path):
    incoming = Incoming(tmp_path)
    (tmp_path / ".part").write_bytes(b"x")
    assert incoming.poll() + incoming.poll() == []


def test_an_entry_that_comes_again_is_given_again(tmp_path):
    incoming = Incoming(tmp_path)
    file = tmp_path / "study.zip"
    for _ in range(2):
        file.write_bytes(b"PK")
        incoming.poll()
        assert incoming.poll() == [file]
        file.unlink()
        incoming.poll()


def test_a_folder_that_is_away_gives_nothing_and_no_error(tmp_path):
    incoming = Incoming(tmp_path / "share")
    assert incoming.poll() == []
