import os
import threading
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.errors import StorageError, UnreadableDraft
from reisverslag_tui.storage.serialization import to_toml
from reisverslag_tui.storage.versions import LIMIT, Versions
from tests.clock import MOMENT
from tests.privileges import no_superuser
from tests.strategies import DRAFTS, a_draft

_ID = "2026-11-24-abcde"
_NOW = 1_800_000_000
_HOUR = 3600


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "data" / "versies"


@pytest.fixture
def versions(directory: Path) -> Versions:
    return Versions(directory, _ID)


@pytest.fixture
def place(directory: Path) -> Path:
    """Return the directory of the versions of the one draft, made."""
    made = directory / _ID
    made.mkdir(parents=True)
    return made


def _draft(goal: str) -> Draft:
    return a_draft({"doel": goal})


def _numbers(versions: Versions) -> list[int]:
    numbers = [version.number for version in versions.all()]
    assert numbers == versions.numbers()
    return numbers


def _goals(versions: Versions) -> list[str]:
    return [
        version.content.answers["doel"] if isinstance(version.content, Draft) else "onleesbaar"
        for version in versions.all()
    ]


def _written_on(number: int) -> Draft:
    """Return a draft that holds all text of those with lower numbers."""
    return _draft(" ".join(map(str, range(1, number + 1))))


def _put(place: Path, ages: Sequence[float]) -> None:
    """Put a version there for each age in seconds, the first kept first."""
    for number, age in enumerate(ages, start=1):
        path = place / f"{number:04}.toml"
        path.write_bytes(to_toml(_written_on(number)))
        os.utime(path, (_NOW - age, _NOW - age))


def _keep_now(place: Path, versions: Versions, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a version at _NOW, whatever time it is."""
    fsync = os.fsync
    number = 1 + max((int(path.stem) for path in place.iterdir()), default=0)
    data = to_toml(_written_on(number))

    def stamp(descriptor: int) -> None:
        fsync(descriptor)
        os.utime(descriptor, (_NOW, _NOW))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", stamp)
        versions.keep_bytes(data)
    assert max(place.iterdir()).read_bytes() == data


def test_looking_makes_no_directory(versions: Versions, tmp_path: Path) -> None:
    assert versions.all() == []
    with pytest.raises(StorageError, match="versie 1 is er niet"):
        versions.load(1)
    assert not list(tmp_path.iterdir())


def test_numbers_count_up_and_the_newest_comes_first(versions: Versions) -> None:
    for goal in ("een", "twee", "drie"):
        versions.keep(_draft(goal))
    assert _numbers(versions) == [3, 2, 1]
    assert _goals(versions) == ["drie", "twee", "een"]
    assert versions.load(2) == _draft("twee")


@given(draft=DRAFTS)
@settings(max_examples=40)
def test_any_draft_is_kept_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, draft: Draft
) -> None:
    versions = Versions(Path(mkdtemp(dir=tmp_path_factory.getbasetemp())), draft.id)
    versions.keep(draft)
    (version,) = versions.all()
    assert version.content == versions.load(1) == draft


def test_versions_are_for_their_owner_alone(versions: Versions, directory: Path) -> None:
    versions.keep(_draft("een"))
    files = [directory, directory / _ID, directory / _ID / "0001.toml"]
    assert [path.stat().st_mode & 0o777 for path in files] == [0o700, 0o700, 0o600]


def test_the_same_text_is_not_kept_twice_running(versions: Versions) -> None:
    draft = _draft("een")
    versions.keep(draft)
    versions.keep(draft.finish(MOMENT + timedelta(hours=1)))
    versions.keep(draft.answer("duur", "x", MOMENT).answer("duur", "", MOMENT))
    assert _numbers(versions) == [1]
    versions.keep(draft.rename("Anders"))
    versions.keep(draft)
    assert [type(version.content) for version in versions.all()] == [Draft] * 3
    assert _goals(versions) == ["een"] * 3


def test_a_damaged_version_is_listed_and_holds_up_no_other(versions: Versions, place: Path) -> None:
    versions.keep(_draft("een"))
    versions.keep_bytes(b"versie = 1\nstuk")
    versions.keep(_draft("drie"))
    assert _goals(versions) == ["drie", "onleesbaar", "een"]
    damaged = versions.all()[1].content
    assert isinstance(damaged, UnreadableDraft)
    assert damaged.line == 2
    with pytest.raises(
        StorageError, match=r"^versie 2 is onleesbaar: regel 2: .*; kies een andere$"
    ):
        versions.load(2)
    assert (place / "0002.toml").read_bytes() == b"versie = 1\nstuk"


def test_after_a_damaged_version_the_same_text_is_kept_again(versions: Versions) -> None:
    versions.keep(_draft("een"))
    versions.keep_bytes(b"stuk")
    versions.keep(_draft("een"))
    assert _goals(versions) == ["een", "onleesbaar", "een"]


def test_numbers_go_on_where_they_were_whatever_is_removed_or_the_clock_does(
    versions: Versions, place: Path
) -> None:
    for goal in ("een", "twee", "drie"):
        versions.keep(_draft(goal))
    (place / "0001.toml").unlink()
    os.utime(place / "0003.toml", (2**32, 2**32))
    versions.keep(_draft("vier"))
    assert _numbers(versions) == [4, 3, 2]
    (place / "0004.toml").rename(place / "9999.toml")
    versions.keep(_draft("vijf"))
    versions.keep(_draft("zes"))
    assert _numbers(versions) == [10001, 10000, 9999, 3, 2]
    assert versions.load(10001) == _draft("zes")


def test_what_is_no_version_is_left_alone(versions: Versions, place: Path) -> None:
    names = (
        *("lees.txt", "0001.txt", "x.toml", "1.toml", "-0001.toml", "0001.toml~", "٠٠٠١.toml"),
        *(".0001.toml", ".0001.toml.12345678.tmp", "0001", "00 1.toml", "1234567890.toml"),
    )
    for name in names:
        (place / name).write_bytes(b"x")
    versions.keep(_draft("een"))
    assert _numbers(versions) == [1]
    for number in range(LIMIT + 1):
        versions.keep_bytes(b"%d" % number)
    assert {path.name for path in place.iterdir()} >= {*names}


def test_what_only_looks_like_a_version_is_one_that_can_not_be_read(
    versions: Versions, place: Path, tmp_path: Path
) -> None:
    (tmp_path / "geheim").write_bytes(to_toml(_draft("geheim")))
    (place / "0001.toml").mkdir()
    os.mkfifo(place / "0002.toml")
    (place / "0003.toml").symlink_to(tmp_path / "geheim")
    (place / "0004.toml").symlink_to("weg")
    versions.keep(_draft("vijf"))
    assert _goals(versions) == ["vijf", *["onleesbaar"] * 4]
    for number in range(1, 5):
        with pytest.raises(StorageError, match=f"versie {number} is onleesbaar"):
            versions.load(number)


def test_a_link_in_the_place_of_the_directory_is_not_written_in(
    versions: Versions, directory: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    directory.mkdir(parents=True)
    (directory / _ID).symlink_to(elsewhere)
    with pytest.raises(StorageError, match="verwijst naar een andere map"):
        versions.keep(_draft("een"))
    with pytest.raises(StorageError, match="verwijst naar een andere map"):
        versions.keep_bytes(b"x")
    assert not list(elsewhere.iterdir())


@pytest.mark.parametrize("what", ["versies", f"versies/{_ID}"])
def test_a_file_in_the_place_of_a_directory_is_refused_in_a_sentence(
    versions: Versions, directory: Path, what: str
) -> None:
    (directory.parent / what).parent.mkdir(parents=True)
    (directory.parent / what).write_bytes(b"")
    actions: list[Callable[[], object]] = [versions.all, lambda: versions.load(1)]
    actions += [lambda: versions.keep(_draft("een")), lambda: versions.keep_bytes(b"x")]
    for action in actions:
        with pytest.raises(StorageError, match=rf"geen map \(.*{_ID}\)$"):
            action()
    assert (directory.parent / what).read_bytes() == b""


def test_a_directory_that_is_closed_is_refused_in_a_sentence() -> None:
    with no_superuser() as directory:
        versions = Versions(directory, _ID)
        versions.keep(_draft("een"))
        (directory / _ID).chmod(0o500)
        with pytest.raises(StorageError, match=r"^geen schrijfrechten$"):
            versions.keep(_draft("twee"))
        (directory / _ID).chmod(0o300)
        with pytest.raises(StorageError, match=r"^geen leesrechten \("):
            versions.all()
        (directory / _ID).chmod(0o700)
        assert _goals(versions) == ["een"]


_AGES = st.lists(st.floats(0, 10 * 365 * 24 * _HOUR), max_size=LIMIT + 20)


@given(ages=_AGES)
@example([0.0] * (LIMIT + 5))
@settings(max_examples=40)
def test_no_more_than_the_limit_is_kept_and_never_are_the_first_and_the_newest_lost(
    tmp_path_factory: pytest.TempPathFactory, ages: list[float]
) -> None:
    directory = Path(mkdtemp(dir=tmp_path_factory.getbasetemp()))
    (directory / _ID).mkdir()
    _put(directory / _ID, ages)
    versions = Versions(directory, _ID)
    versions.keep(_written_on(len(ages) + 1))
    numbers = _numbers(versions)
    assert len(numbers) == min(len(ages) + 1, LIMIT)
    assert numbers == sorted(set(numbers), reverse=True)
    assert (numbers[0], numbers[-1]) == (len(ages) + 1, 1)
    assert all(versions.load(number) == _written_on(number) for number in numbers)


def test_of_too_many_the_one_in_a_crowd_long_ago_goes(
    versions: Versions, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evenly = [age * 300.0 for age in range(LIMIT, 0, -1)]
    evenly[20] = evenly[19] - 1
    _put(place, evenly)
    _keep_now(place, versions, monkeypatch)
    assert {*range(1, LIMIT + 2)} - {*_numbers(versions)} == {20}


def test_of_a_day_of_writing_the_last_hour_stays_whole_and_the_rest_in_ever_larger_steps(
    versions: Versions, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(200):  # one each five minutes
        for path in place.iterdir():
            earlier = path.stat().st_mtime - 300
            os.utime(path, (earlier, earlier))
        _keep_now(place, versions, monkeypatch)
    numbers = _numbers(versions)
    assert len(numbers) == LIMIT
    assert numbers[:12] == [*range(200, 188, -1)]
    assert numbers[-1] == 1
    steps = [later - earlier for later, earlier in pairwise(numbers)]
    assert max(steps[:25]) <= min(steps[-10:-1])
    assert max(steps) <= 20


def test_a_clock_that_was_set_back_takes_neither_the_order_nor_the_newest(
    versions: Versions, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(place, [-age * 300.0 for age in range(LIMIT)])  # all in the future
    for _ in range(10):
        _keep_now(place, versions, monkeypatch)
    numbers = _numbers(versions)
    assert len(numbers) == LIMIT
    assert numbers[0] == LIMIT + 10
    assert numbers[-1] == 1


def _at_once(actions: Sequence[threading.Thread]) -> None:
    for action in actions:
        action.start()
    for action in actions:
        action.join()


@pytest.mark.parametrize("count", [LIMIT // 2, LIMIT])
def test_two_who_keep_at_once_get_numbers_of_their_own(directory: Path, count: int) -> None:
    errors: list[StorageError] = []

    def keep(name: str) -> None:
        versions = Versions(directory, _ID)
        try:
            for number in range(count):
                versions.keep(_draft(" ".join(f"{name}{each}" for each in range(number + 1))))
        except StorageError as error:
            errors.append(error)

    _at_once([threading.Thread(target=keep, args=(name,)) for name in ("a", "b")])
    versions = Versions(directory, _ID)
    assert errors == []
    goals = _goals(versions)
    assert len({*goals}) == len(goals)
    if count <= LIMIT // 2:
        assert _numbers(versions) == [*range(2 * count, 0, -1)]
    else:
        assert _numbers(versions)[-1] == 1
        words = {word for goal in goals for word in goal.split()}
        assert words == {f"{name}{number}" for name in "ab" for number in range(count)}


_TEXTS = st.lists(st.sampled_from(["ja", "nee", "ja, nee", " ja", "nee ja"]), max_size=3)
_WRITTEN = st.builds(
    lambda title, lines: a_draft({"doel": "\n".join(lines)}, title=title),
    st.sampled_from(["Reis", "Reis naar Gent"]),
    _TEXTS,
)


@given(kept=st.lists(_WRITTEN | st.just(b"stuk"), max_size=20))
@settings(max_examples=60)
def test_whatever_is_kept_no_line_that_stands_nowhere_else_goes(
    tmp_path_factory: pytest.TempPathFactory, kept: list[Draft | bytes]
) -> None:
    versions = Versions(Path(mkdtemp(dir=tmp_path_factory.getbasetemp())), _ID)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reisverslag_tui.storage.versions.LIMIT", 4)
        for draft in kept:
            if isinstance(draft, bytes):
                versions.keep_bytes(draft)
            else:
                versions.keep(draft)
    there = [version.content for version in versions.all()]
    drafts = [content for content in there if isinstance(content, Draft)]
    assert b"stuk" not in kept or len(there) > len(drafts)
    for draft in kept:
        if isinstance(draft, Draft):
            assert any(draft.title in one.title for one in drafts)
            for line in draft.answers["doel"].split("\n"):
                assert any(line.strip() in one.answers["doel"] for one in drafts)


def test_more_than_the_limit_stay_if_their_text_stands_nowhere_else(versions: Versions) -> None:
    texts = [f"Alleen hier staat {number}." for number in range(2 * LIMIT)]
    for text in texts:
        versions.keep(_draft(text))
    assert _goals(versions) == texts[::-1]
