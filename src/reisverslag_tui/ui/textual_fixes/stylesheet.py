"""The styles of a screen are read without parsing all others again.

When Textual 8.2 pushes a screen with styles that it has not read, it parses every stylesheet anew
and styles every widget again; it also needs the files for as long as it runs.
`tests/ui/test_start.py` (styles are parsed once) and `tests/terminal/test_files_gone.py` fail
without this.
"""

from pathlib import Path, PurePath

from textual.css.stylesheet import Stylesheet
from typing_extensions import override


class ScreenStyles(Stylesheet):
    """Reads a file when it is asked whether it has it; keeps files in memory when told to."""

    def __init__(self, variables: dict[str, str]) -> None:
        super().__init__(variables=variables)
        self._kept: dict[str, str] = {}

    def keep(self, folder: Path) -> None:
        """Keep all styles in a folder in memory, for when its files are gone; raises OSError."""
        for path in folder.rglob("*.tcss"):
            self._kept[str(path)] = path.read_text(encoding="utf-8")

    @override
    def has_source(self, path: str, class_var: str = "") -> bool:
        """Return whether a source is there; a file of styles is read first."""
        if path.endswith(".tcss") and not class_var and (path, "") not in self.source:
            self.read(path)
        return super().has_source(path, class_var)

    @override
    def read(self, filename: str | PurePath) -> None:
        """Read a file, or what is kept of it; raises StylesheetError."""
        if (kept := self._kept.get(str(filename))) is not None:
            self.add_source(kept, (str(filename), ""))
        else:
            super().read(filename)
