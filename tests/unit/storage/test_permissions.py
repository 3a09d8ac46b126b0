import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reisverslag_tui.errors import StorageError
from reisverslag_tui.storage.atomic import PRIVATE, SHARED, make_directory, write_whole
from tests.privileges import no_superuser


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


def _names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


@pytest.mark.parametrize("mode", [PRIVATE, SHARED])
@pytest.mark.parametrize("link", [True, False])
def test_a_file_that_was_made_read_only_is_left_so(mode: int, link: bool) -> None:
    with no_superuser() as directory:
        path = directory / "verslag.txt"
        path.write_bytes(b"oud")
        path.chmod(0o444)
        (directory / "link").symlink_to("verslag.txt")
        with pytest.raises(StorageError, match=r"^geen schrijfrechten$"):
            write_whole(directory / "link" if link else path, b"nieuw", mode=mode)
        assert path.read_bytes() == b"oud"
        assert path.stat().st_mode & 0o777 == 0o444
        assert _names(directory) == ["link", "verslag.txt"]


@pytest.mark.parametrize("there", [True, False])
@pytest.mark.parametrize("permissions", [0o000, 0o500])
def test_a_directory_that_is_closed_is_left_as_it_is(there: bool, permissions: int) -> None:
    with no_superuser() as directory:
        inside = directory / "map"
        inside.mkdir()
        if there:
            (inside / "verslag.txt").write_bytes(b"oud")
        inside.chmod(permissions)
        with pytest.raises(StorageError, match=r"^geen schrijfrechten$"):
            write_whole(inside / "verslag.txt", b"nieuw")
        inside.chmod(0o700)
        assert _names(inside) == (["verslag.txt"] if there else [])
        assert not there or (inside / "verslag.txt").read_bytes() == b"oud"


def test_a_directory_that_is_made_is_for_its_owner_alone(
    tmp_path: Path, umask: Callable[[int], int]
) -> None:
    umask(0o000)
    place = tmp_path / "a" / "b" / "c"
    make_directory(place)
    make_directory(place)
    made = (place, place.parent, place.parent.parent)
    assert [path.stat().st_mode & 0o777 for path in made] == [0o700] * 3


def test_a_directory_that_is_there_keeps_its_permissions(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_directory(tmp_path)
    make_directory(tmp_path / "nog een")
    assert tmp_path.stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("name", ["verslag.txt", "verslag.txt/map", "verslag.txt/map/map"])
def test_a_directory_is_not_made_where_a_file_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "verslag.txt").write_bytes(b"oud")
    place = tmp_path / name
    with pytest.raises(StorageError) as caught:
        make_directory(place)
    assert str(caught.value).endswith(f"({place})")
    assert re.match(r"er staat een bestand|een deel van het pad is geen map", str(caught.value))
    assert (tmp_path / "verslag.txt").read_bytes() == b"oud"


def test_a_directory_is_not_made_where_nothing_may_be() -> None:
    with no_superuser() as directory:
        directory.chmod(0o500)
        with pytest.raises(StorageError, match=r"^geen schrijfrechten \("):
            make_directory(directory / "map")
        directory.chmod(0o700)
