"""What the documents name is there, and what a developer must know is named."""

import re
import tomllib
from pathlib import Path
from urllib.parse import unquote

import pytest

from reisverslag_tui import __version__
from tests.ui import test_pictures as pictures

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "reisverslag_tui"
DOCUMENTS = [
    *("CONTRIBUTING.md", "docs/architecture.md", "docs/environment.md", "docs/performance.md"),
    "docs/reliability.md",
]
OF_THE_USER = {"config.toml", "gewoonten.toml"}
TO_COME = {
    "cli/commands/tel.py",
    "tests/cli/test_tel.py",
}  # what CONTRIBUTING.md adds as an example
_PATH = r"`((?:[a-z_]+/)*[a-z_]+\.(?:py|toml|tcss|txt))`"


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def file_of(path: str) -> Path:
    """Return the file that a document means: from the root, or from the package."""
    return next((place / path for place in (ROOT, PACKAGE) if (place / path).exists()), Path())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_files_that_a_document_names_are_there(name: str) -> None:
    named = set(re.findall(_PATH, text_of(name))) - OF_THE_USER - TO_COME
    assert named
    assert {path for path in named if not file_of(path).is_file()} == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_directories_that_a_document_names_are_there(name: str) -> None:
    named = set(re.findall(r"`((?:[a-z_]+/)+)`", text_of(name)))
    assert {path for path in named if not file_of(path).is_dir()} == set()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_name_is_in_the_file_in_which_a_document_says_it_is(name: str) -> None:
    for symbol, path in re.findall(rf"`(\w+)` in {_PATH}", text_of(name)):
        assert re.search(rf"\b{symbol}\b", file_of(path).read_text(encoding="utf-8")), symbol


@pytest.mark.parametrize("name", ["README.md", *DOCUMENTS, "docs/handleiding.md"])
def test_what_a_document_links_to_is_there(name: str) -> None:
    document = ROOT / name
    for link in re.findall(r"\]\((?!https:)([^)]+)\)", text_of(name)):
        path, _, part = unquote(link).partition("#")
        assert (document.parent / path).exists(), link
        assert not part or f"\n## {part.capitalize()}\n" in text_of(name), link


def test_the_pictures_are_those_that_the_screens_are_held_against() -> None:
    """Any other picture would stay as it is when the program changes."""
    shown = [unquote(link) for link in re.findall(r"!\[[^]]+\]\((.+?)\)", text_of("README.md"))]
    place = "tests/ui/__snapshots__/test_pictures"
    reports = [f"test_a_report[{name}-80x24]" for name in pictures.SCREENS]
    made = [*reports, pictures.test_the_reports_in_light.__name__]
    assert len(shown) == 2
    assert set(shown) <= {f"{place}/{name}.svg" for name in made}


def test_every_package_and_every_directory_of_tests_is_described() -> None:
    packages = {f"{path.parent.relative_to(PACKAGE)}/" for path in PACKAGE.rglob("__init__.py")}
    described = set(
        re.findall(r"^\| `([a-z_/]+/)` \|", text_of("docs/architecture.md"), re.MULTILINE)
    )
    assert described == packages - {"./"}
    tests = {str(path.parent.relative_to(ROOT)) for path in ROOT.glob("tests/*/__init__.py")}
    assert tests <= set(
        re.findall(r"^\| `([a-z_/]+)` \|", text_of("CONTRIBUTING.md"), re.MULTILINE)
    )


def test_the_layers_are_those_of_the_import_contract() -> None:
    contracts = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (layers,) = [each["layers"] for each in contracts if each["id"] == "packages"]
    assert f"    {re.sub('[()]', '', ' > '.join(layers))}\n" in text_of("CONTRIBUTING.md")


def test_the_changelog_begins_with_this_version() -> None:
    versions = re.findall(r"^## (.+)$", text_of("CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == __version__
    numbers = [tuple(map(int, version.split("."))) for version in versions]
    assert numbers == sorted(numbers, reverse=True)


def test_the_options_of_the_fault_tests_are_those_that_are_told(
    request: pytest.FixtureRequest,
) -> None:
    for option in re.findall(r"--([a-z]+)", text_of("docs/reliability.md")):
        assert request.config.getoption(option, default="none") != "none" or option == "naar"
