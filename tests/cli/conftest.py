"""The program, with a directory of its own."""

from pathlib import Path

import pytest

from tests.cli.program import Program


@pytest.fixture
def program(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> Program:
    return Program(tmp_path, monkeypatch, capsysbinary)
