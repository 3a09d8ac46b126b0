"""What the documents name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOCUMENTS = ["README.md", "docs/reliability.md"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_files_that_a_document_names_are_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    places = (ROOT, ROOT / "src" / "reisverslag_tui", ROOT / "docs")
    named = re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.(?:py|toml|md|tcss))`", text)
    assert named
    missing = {path for path in named if not any((place / path).exists() for place in places)}
    in_ui = {path for path in missing if (ROOT / "src/reisverslag_tui/ui" / path).exists()}
    assert not missing - in_ui


def test_the_options_of_the_fault_tests_are_those_that_are_told(
    request: pytest.FixtureRequest,
) -> None:
    text = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    for option in re.findall(r"--([a-z]+)", text):
        assert request.config.getoption(option, default="none") != "none" or option == "naar"
