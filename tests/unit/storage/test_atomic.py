import errno
import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reisverslag_tui.core.os_errors import os_message
from reisverslag_tui.errors import AlreadyExists, StorageError
from reisverslag_tui.storage.atomic import PRIVATE, SHARED, move, write_whole
from tests.untouched import untouched

Refuse = Callable[..., None]
_LARGE = b"x" * 200_000


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    made = tmp_path / "map"
    made.mkdir()
    return made


@pytest.fixture
def target(directory: Path) -> Path:
    path = directory / "verslag.txt"
    path.write_bytes(b"oud")
    return path


@pytest.fixture
def umask() -> Iterator[Callable[[int], int]]:
    before = os.umask(0o022)
    yield os.umask
    os.umask(before)


@contextmanager
def _small_files_only(size: int) -> Iterator[None]:
    """Let the system itself refuse to write more than `size` bytes, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _refusing(number: int, after: int = 0) -> Refuse:
    calls = 0

    def refuse(*_args: object, **_options: object) -> None:
        nonlocal calls
        calls += 1
        if calls > after:
            raise OSError(number, os.strerror(number))

    return refuse


def _names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


@given(data=st.binary(max_size=200))
def test_what_is_written_is_what_is_there(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.bin"
    write_whole(path, data)
    assert path.read_bytes() == data


def test_a_new_file_is_alone_in_its_directory(directory: Path) -> None:
    write_whole(directory / "nieuw", b"n", overwrite=False)
    write_whole(directory / "ook", _LARGE)
    assert _names(directory) == ["nieuw", "ook"]


def test_the_old_file_is_replaced_and_not_written_in(target: Path) -> None:
    with target.open("rb") as old:
        write_whole(target, b"nieuw")
        assert old.read() == b"oud"
    assert target.read_bytes() == b"nieuw"
    assert _names(target.parent) == ["verslag.txt"]


def test_a_file_that_may_not_be_overwritten_is_not(target: Path) -> None:
    with pytest.raises(AlreadyExists, match=r"verslag\.txt bestaat al"):
        write_whole(target, b"nieuw", overwrite=False)
    assert target.read_bytes() == b"oud"
    assert _names(target.parent) == ["verslag.txt"]


@pytest.mark.parametrize("overwrite", [True, False])
@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_file_is_not_written(
    directory: Path, make: Callable[[Path], None], overwrite: bool
) -> None:
    make(directory / "iets")
    with untouched(directory / "iets"), pytest.raises(StorageError):
        write_whole(directory / "iets", b"nieuw", overwrite=overwrite)
    assert _names(directory) == ["iets"]


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("verslag.txt/nieuw", "een deel van het pad is geen map"),
        ("weg/nieuw", "de map bestaat niet"),
        (300 * "n", "naam te lang"),
    ],
)
@pytest.mark.parametrize("overwrite", [True, False])
def test_where_no_file_can_be_nothing_is_left(
    target: Path, path: str, why: str, overwrite: bool
) -> None:
    with pytest.raises(StorageError, match=f"^{why}$"):
        write_whole(target.parent / path, b"nieuw", overwrite=overwrite)
    assert _names(target.parent) == ["verslag.txt"]
    assert target.read_bytes() == b"oud"


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_disk_that_takes_half_of_it_keeps_the_old_content(target: Path, overwrite: bool) -> None:
    path = target if overwrite else target.with_name("nieuw.txt")
    with _small_files_only(len(_LARGE) // 2), pytest.raises(StorageError):
        write_whole(path, _LARGE, overwrite=overwrite)
    assert target.read_bytes() == b"oud"
    assert _names(target.parent) == ["verslag.txt"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_system_call_that_fails_keeps_the_old_content(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, call, _refusing(errno.ENOSPC))
        with pytest.raises(StorageError, match=r"^schijf vol$"):
            write_whole(target, b"nieuw")
    assert target.read_bytes() == b"oud"
    assert _names(target.parent) == ["verslag.txt"]


def test_an_interrupt_while_writing_leaves_no_temporary_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            write_whole(target, b"nieuw")
    assert target.read_bytes() == b"oud"
    assert _names(target.parent) == ["verslag.txt"]


def test_a_directory_that_can_not_be_synced_is_no_failure(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", _refusing(errno.EINVAL, after=1))
        write_whole(target, b"nieuw")
    assert target.read_bytes() == b"nieuw"


@pytest.mark.parametrize("call", ["link", "rename"])
def test_a_new_file_that_can_not_get_its_name_leaves_nothing(
    directory: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", _refusing(errno.EPERM))  # as on a FAT disk
        if call == "rename":
            patch.setattr(os, "rename", _refusing(errno.EIO))
            with pytest.raises(StorageError, match=r"^schijffout$"):
                write_whole(directory / "nieuw", b"n", overwrite=False)
        else:
            write_whole(directory / "nieuw", b"n", overwrite=False)
    assert _names(directory) == ([] if call == "rename" else ["nieuw"])


def test_a_disk_without_links_still_refuses_to_overwrite(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", _refusing(errno.EPERM))
        with pytest.raises(AlreadyExists):
            write_whole(target, b"nieuw", overwrite=False)
    assert target.read_bytes() == b"oud"
    assert _names(target.parent) == ["verslag.txt"]


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize(
    "act", [move, lambda source, target: write_whole(target, source.read_bytes(), overwrite=False)]
)
def test_a_name_that_is_taken_at_the_last_moment_is_not_taken_away(
    directory: Path, monkeypatch: pytest.MonkeyPatch, act: Callable[[Path, Path], None], links: bool
) -> None:
    source, target = directory / "a", directory / "b"
    source.write_bytes(b"een")

    def taken_first(call: Callable[..., None]) -> Callable[..., None]:
        def called(*arguments: object, **options: object) -> None:
            if not target.exists():
                target.write_bytes(b"van een ander")
            call(*arguments, **options)

        return called

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", taken_first(os.link) if links else _refusing(errno.EPERM))
        patch.setattr(os, "rename", taken_first(os.rename))
        with suppress(FileExistsError, AlreadyExists):
            act(source, target)
    texts = [path.read_bytes() for path in directory.iterdir()]
    assert b"een" in texts
    assert target.read_bytes() == (b"van een ander" if links else b"een")


def test_without_links_a_name_is_taken_before_a_file_gets_it(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = directory / "a", directory / "b"
    source.write_bytes(b"een")
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", _refusing(errno.EPERM))
        move(source, target)
    assert (_names(directory), target.read_bytes()) == (["b"], b"een")


def test_both_directories_of_a_move_are_synced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("van", "naar"):
        (tmp_path / name).mkdir()
    (tmp_path / "van" / "a").write_bytes(b"een")
    synced: list[tuple[int, bool]] = []

    def note(descriptor: int) -> None:
        synced.append((os.fstat(descriptor).st_ino, (tmp_path / "van" / "a").exists()))

    monkeypatch.setattr(os, "fsync", note)
    move(tmp_path / "van" / "a", tmp_path / "naar" / "a")
    inodes = [(tmp_path / name).stat().st_ino for name in ("naar", "van")]
    assert synced == [(inodes[0], True), (inodes[1], False)]


def test_the_content_is_on_disk_before_its_name_and_the_name_after(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, bytes]] = []
    fsync, replace = os.fsync, os.replace

    def note_sync(descriptor: int) -> None:
        fsync(descriptor)
        kind = "directory" if Path(f"/dev/fd/{descriptor}").is_dir() else "file"
        seen.append((kind, target.read_bytes()))

    def note_replace(source: Path, to: Path) -> None:
        seen.append(("replace", Path(source).read_bytes()))
        replace(source, to)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", note_sync)
        patch.setattr(os, "replace", note_replace)
        write_whole(target, _LARGE)
    assert seen == [("file", b"oud"), ("replace", _LARGE), ("directory", _LARGE)]


def test_a_symbolic_link_stays_one(target: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(Path("map") / "verslag.txt")
    write_whole(link, b"nieuw")
    assert link.is_symlink()
    assert target.read_bytes() == b"nieuw"
    assert not target.is_symlink()
    assert _names(target.parent) == ["verslag.txt"]


@pytest.mark.parametrize(
    ("mask", "mode", "expected"),
    [
        (0o000, PRIVATE, 0o600),
        (0o022, PRIVATE, 0o600),
        (0o022, SHARED, 0o644),
        (0o077, SHARED, 0o600),
        (0o002, SHARED, 0o664),
    ],
)
def test_permissions_are_private_or_what_the_umask_leaves(
    directory: Path, umask: Callable[[int], int], mask: int, mode: int, expected: int
) -> None:
    umask(mask)
    for overwrite in (False, True):
        write_whole(directory / "nieuw", b"n", mode=mode, overwrite=overwrite)
        assert (directory / "nieuw").stat().st_mode & 0o777 == expected


def test_a_shared_file_keeps_the_permissions_it_has_and_a_private_one_is_made_private(
    target: Path,
) -> None:
    target.chmod(0o640)
    write_whole(target, b"nieuw", mode=SHARED)
    assert target.stat().st_mode & 0o777 == 0o640
    write_whole(target, b"nieuwer")
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_disk_that_knows_no_permissions_is_left_without_a_temporary_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, suppress(StorageError):
        patch.setattr(os, "chmod", _refusing(errno.EPERM))
        write_whole(target, b"nieuw", mode=SHARED)
    assert _names(target.parent) == ["verslag.txt"]


def test_a_name_as_long_as_a_disk_allows_can_be_written(directory: Path) -> None:
    name = 63 * "😀"  # 252 bytes
    write_whole(directory / name, b"n")
    assert _names(directory) == [name]


def test_a_reason_is_dutch_also_for_what_has_no_words() -> None:
    assert os_message(OSError(errno.ENOSPC, "No space left on device")) == "schijf vol"
    missing = OSError(errno.ENOENT, "No such file or directory")
    assert os_message(missing) == "de map bestaat niet"
    assert os_message(missing, reading=True) == "het bestand bestaat niet"
    assert os_message(OSError(errno.EIO, ""), reading=True) == "schijffout"
    assert (
        os_message(OSError(errno.EMFILE, "Too many open files")) == "er zijn te veel bestanden open"
    )
    assert os_message(OSError(errno.EBUSY, "Busy")) == f"fout {errno.EBUSY} van het systeem"
    assert os_message(OSError("cannot read from timed out object")) == "onbekende fout"
