"""Values from a table of a TOML document, by type, with the line of what is wrong."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from reisverslag_tui.core.text import clean_line
from reisverslag_tui.core.toml import Document
from reisverslag_tui.errors import Unreadable

_QUOTED = 40  # characters of a key in a message
_T = TypeVar("_T")


class Table:
    """A table of a document: the one at the top, or the one with `values` below the keys `path`."""

    def __init__(
        self,
        document: Document,
        values: Mapping[str, object] | None = None,
        path: Sequence[str] = (),
    ) -> None:
        self.values = document.values if values is None else values
        self._document = document
        self._path = path

    def below(self, key: str, values: Mapping[str, object]) -> "Table":
        """Return the table that `key` holds, with these values."""
        return Table(self._document, values, (*self._path, key))

    def typed(self, key: str, kind: type[_T]) -> _T | None:
        """Return the value of `key`, or None if it is missing or not of exactly this type.

        So that true, which Python counts as an int, is no number here.
        """
        value = self.values.get(key)
        return value if isinstance(value, kind) and type(value) is kind else None

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; Unreadable for another type, or if it is missing without a default."""
        if key not in self.values:
            if default is None:
                raise self.error(f"'{key}' ontbreekt")
            return default
        text = self.typed(key, str)
        if text is None:
            raise self.wrong(key, "geen tekst")
        return text

    def wrong(self, key: str, what: str) -> Unreadable:
        """Return the error that says, in Dutch, that the value of `key` is `what`."""
        name = clean_line(key)
        short = name if len(name) <= _QUOTED else f"{name[:_QUOTED]}…"
        return self.error(f"'{short}' is {what}", key)

    def error(self, reason: str, key: str = "") -> Unreadable:
        """Return an error with the line of `key`, or of the table if it has no such key."""
        keys = [key] if key in self.values else []
        return Unreadable(reason, self._document.line(*self._path, *keys))
