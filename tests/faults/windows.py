"""Windows on the one report there is: the program on a terminal, at question 1."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from reisverslag_tui.core.draft import Draft
from reisverslag_tui.errors import UnreadableDraft
from reisverslag_tui.storage.store import DraftStore
from tests.faults.saves import ID, OLD
from tests.stores import store_in
from tests.terminal.terminal import ENTER, Terminal

QUESTION = "personen"
"""The question that is answered in every window."""

PROGRAM = ("-m", "reisverslag_tui")
DELETE, F6 = "\x1b[3~", "\x1b[17~"
RIGHT, END, CTRL_U = "\x1b[C", "\x1b[F", "\x15"


class Window:
    """Somebody who answers the question, and looks at what the screen says."""

    def __init__(self, terminal: Terminal, store: DraftStore) -> None:
        self.terminal = terminal
        self._store = store

    def writes(self, text: str) -> None:
        """Type at the end of the answer, and see it there."""
        self.terminal.type(END + text)
        self.terminal.wait_for(lambda: self.answer.endswith(text))

    def shows(self, text: str) -> None:
        """See the answer."""
        self.terminal.wait_for(lambda: self.answer == text)

    def shows_at_last(self) -> str:
        """Return the answer once nothing has been drawn for a while."""
        drawn = [-1] * 5

        def quiet() -> bool:
            drawn[:] = [*drawn[1:], len(self.terminal.sent)]
            return drawn.count(drawn[0]) == len(drawn)

        self.terminal.wait_for(quiet)
        return self.answer

    def is_told(self, reason: str) -> None:
        """See why it is not saved; go on typing."""
        self.terminal.wait_for(f"Niet opgeslagen: {reason}")
        self.writes(", nog")

    def is_saved(self) -> None:
        """See that all of it is saved, without doing anything for it."""
        self.terminal.wait_for(
            lambda: self._is_said_to_be_saved() and answer(self._store) == self.answer
        )

    def _is_said_to_be_saved(self) -> bool:
        said = self.terminal.text
        return "Opgeslagen" in said and "Niet opgeslagen" not in said

    def may_write(self) -> None:
        """See that it is not only to be read here."""
        self.terminal.wait_for(lambda: "Alleen lezen" not in self.terminal.text)

    @property
    def answer(self) -> str:
        """The answer as the screen shows it, where no dialog lies over it."""
        bar = "  ▌"
        lines = [line for line in self.terminal.screen.display if line.startswith(bar)]
        return " ".join(line.removeprefix(bar).strip() for line in lines).strip()

    def chooses(self, dialog: str, number: int) -> None:
        """Press the button with this number, from 0, of the dialog that says this."""
        self.terminal.wait_for(dialog)
        self.terminal.type(RIGHT * number + ENTER)
        self.terminal.wait_for(lambda: dialog not in self.terminal.text)
        self.terminal.wait_for("Vraag 1 van 7")


@contextmanager
def window(data: Path, program: tuple[str, ...] = PROGRAM) -> Iterator[Window]:
    """Open the report in a window."""
    with Terminal("open", ID, data=data, program=program) as terminal:
        yield Window(terminal, store_in(data))


@contextmanager
def written_in(data: Path, program: tuple[str, ...] = PROGRAM) -> Iterator[Window]:
    """Put a report in the data directory, open it, and answer the question."""
    store_in(data).save(OLD)
    with window(data, program) as first:
        first.terminal.wait_for("Vraag 1 van 7")
        first.writes("twee")
        first.is_saved()
        yield first


def answer(store: DraftStore) -> str:
    """Return the answer that is on disk, if there is one."""
    with suppress(UnreadableDraft):
        return store.load(ID).answers.get(QUESTION, "")
    return ""


def all_answers(store: DraftStore) -> list[str]:
    """Return the answer in every draft and every version."""
    drafts, _ = store.drafts()
    versions = [version.content for version in store.versions(ID).all()]
    kept = [*drafts, *(version for version in versions if isinstance(version, Draft))]
    return [draft.answers.get(QUESTION, "") for draft in kept]
