"""Run every check of the project, the tests last: `python check.py`."""

import subprocess
import sys
from pathlib import Path

# Twice the cores that are counted on: many tests wait for a disk, a clock or a terminal.
SIDE_BY_SIDE = ("--numprocesses=4", "--dist=loadgroup")
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", *SIDE_BY_SIDE, "-m", "fast", "--cov", "--cov-report="),
    (
        *("coverage", "report", "--fail-under=95"),
        *("--omit", "src/reisverslag_tui/ui/*,src/reisverslag_tui/cli/*,*/__main__.py"),
    ),
    ("pytest", *SIDE_BY_SIDE, "-m", "not fast", "--other-days"),
)


def main() -> int:
    """Run all checks, also after one that fails; return 1 if any did."""
    here = Path(__file__).parent
    scripts = Path(sys.executable).parent
    failed = []
    for check in CHECKS:
        words = " ".join(check)
        print(f"\n$ {words}", flush=True)  # noqa: T201 - this is what it is for
        tool = str(scripts / check[0])
        if subprocess.run([tool, *check[1:]], cwd=here, check=False).returncode:  # noqa: S603 - our own words
            failed.append(words)
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed.")  # noqa: T201 - as above
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
