import pwd
from pathlib import Path

import pytest
from platformdirs import user_config_path

from reisverslag_tui.errors import LocationError
from reisverslag_tui.storage.locations import (
    DATA_VARIABLE,
    as_typed,
    bin_directory,
    config_file,
    crash_directory,
    data_directory,
    drafts_directory,
    same_directory,
    user_path,
    versions_directory,
)


def test_the_environment_moves_everything(tmp_path: Path) -> None:
    assert drafts_directory() == tmp_path / "reisverslag" / "concepten"
    assert bin_directory() == tmp_path / "reisverslag" / "prullenbak"
    assert versions_directory() == tmp_path / "reisverslag" / "versies"
    assert crash_directory() == tmp_path / "reisverslag" / "foutmeldingen"
    assert config_file() == tmp_path / "reisverslag" / "config.toml"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("~", "home"), ("~/reizen", "home/reizen"), ("{}/~", "~"), ("{}/met spatie ", "met spatie ")],
)
def test_the_directory_that_is_chosen_is_a_path_as_one_types_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, expected: str
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, value.format(tmp_path))
    assert data_directory() == tmp_path / expected
    assert config_file() == tmp_path / expected / "config.toml"


@pytest.mark.parametrize(
    "value",
    ["hier", "./hier", "..", " ", "~$hier", "~no-such-user/hier", "\x1b[31m\n\u202ehier", "\udcff"],
)
def test_a_directory_that_would_be_another_in_every_place_is_refused(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, value)
    for place in (data_directory, config_file):
        with pytest.raises(LocationError, match=f"^In {DATA_VARIABLE} staat geen vol") as caught:
            place()
        assert str(caught.value).isprintable()


@pytest.mark.parametrize("home", ["hier", ""])
def test_a_home_that_is_relative_is_no_place_for_what_is_chosen(
    monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    monkeypatch.setenv("HOME", home)
    monkeypatch.setenv(DATA_VARIABLE, "~/reizen")
    with pytest.raises(LocationError):
        data_directory()
    for variable in (DATA_VARIABLE, "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, "" if variable == DATA_VARIABLE else "ook/hier")
    assert data_directory().is_absolute()
    assert config_file().is_absolute()


@pytest.mark.parametrize("value", [None, ""])
def test_otherwise_it_is_the_directory_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    monkeypatch.delenv(DATA_VARIABLE)
    if value is not None:
        monkeypatch.setenv(DATA_VARIABLE, value)
    assert data_directory().name == "reisverslag"
    assert tmp_path / "home" in data_directory().parents
    config = user_config_path("reisverslag", appauthor=False)
    assert config_file() == config / "config.toml"
    assert tmp_path / "home" in config.parents


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("~/a.txt", "home/a.txt"),
        ("a.txt", "hier/a.txt"),
        ("~$verslag.txt", "hier/~$verslag.txt"),
        ("~no-such-user/a.txt", "hier/~no-such-user/a.txt"),
    ],
)
def test_a_path_is_what_the_user_means_by_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, expected: str
) -> None:
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    assert user_path(name) == tmp_path / expected
    assert user_path(str(tmp_path)) == tmp_path


@pytest.mark.parametrize(
    ("path", "typed"),
    [("home", "~"), ("home/a/b.txt", "~/a/b.txt"), ("homes/a", "{}/homes/a"), ("~", "{}/~")],
)
def test_a_path_is_told_as_a_user_would_type_it(tmp_path: Path, path: str, typed: str) -> None:
    assert as_typed(tmp_path / path) == typed.format(tmp_path)
    assert user_path(as_typed(tmp_path / path)) == tmp_path / path


def test_asking_where_makes_no_directory(tmp_path: Path) -> None:
    drafts_directory()
    bin_directory()
    versions_directory(tmp_path / "elders")
    assert not list(tmp_path.iterdir())


def test_the_drafts_and_the_bin_share_their_versions_by_whatever_path(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("reisverslag")
    own = tmp_path / "reisverslag" / "versies"
    assert versions_directory(drafts_directory()) == own
    assert versions_directory(bin_directory()) == own
    assert versions_directory(tmp_path / "link" / "concepten") == own
    assert versions_directory(tmp_path / "x" / ".." / "reisverslag" / "prullenbak") == own


def test_drafts_elsewhere_have_versions_of_their_own(tmp_path: Path) -> None:
    for name in ("een", "twee", "concepten"):
        (tmp_path / name).mkdir()
    (tmp_path / "link").symlink_to("een")
    one, two, third = (versions_directory(tmp_path / name) for name in ("een", "twee", "concepten"))
    assert len({one, two, third, versions_directory()}) == 4
    assert {one.parent, two.parent, third.parent} == {versions_directory()}
    assert one.name.startswith("@")
    assert versions_directory(tmp_path / "link") == one


def test_links_in_a_circle_are_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lus").symlink_to("lus")
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "lus"))
    assert versions_directory(drafts_directory()) == tmp_path / "lus" / "versies"
    assert not same_directory(tmp_path / "lus", tmp_path)


def test_a_user_without_a_home_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(_uid: int) -> None:
        raise KeyError

    for variable in (DATA_VARIABLE, "HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(variable)
    monkeypatch.setattr(pwd, "getpwuid", nobody)
    with pytest.raises(LocationError, match=f"{DATA_VARIABLE}=MAP"):
        data_directory()
