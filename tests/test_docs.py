"""What the documents name is there."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.ui import test_pictures as pictures

ROOT = Path(__file__).parent.parent
DOCUMENTS = [
    *("CONTRIBUTING.md", "docs/architecture.md", "docs/environment.md", "docs/performance.md"),
    "docs/reliability.md",
]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_files_that_a_document_names_are_there(name: str) -> None:
    places = (ROOT, ROOT / "src" / "reisverslag_tui", ROOT / "docs")
    named = re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.(?:py|toml|md|tcss))`", text_of(name))
    assert named
    missing = {path for path in named if not any((place / path).exists() for place in places)}
    in_ui = {path for path in missing if (ROOT / "src/reisverslag_tui/ui" / path).exists()}
    assert not missing - in_ui


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
    package = ROOT / "src" / "reisverslag_tui"
    packages = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    assert packages <= set(re.findall(r"`([a-z_]+/)`", text_of("docs/architecture.md")))
    tests = {str(path.parent.relative_to(ROOT)) for path in ROOT.glob("tests/*/__init__.py")}
    assert tests <= set(re.findall(r"`([a-z_/]+)`", text_of("CONTRIBUTING.md")))


def test_the_options_of_the_fault_tests_are_those_that_are_told(
    request: pytest.FixtureRequest,
) -> None:
    for option in re.findall(r"--([a-z]+)", text_of("docs/reliability.md")):
        assert request.config.getoption(option, default="none") != "none" or option == "naar"
