"""What somebody is in the middle of, who types in an answer, when the program is killed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from reisverslag_tui.storage.serialization import to_toml
from tests.faults.typist import QUESTION, Typist
from tests.stores import store_in
from tests.terminal.terminal import CTRL_T, F4

_CTRL_R = "\x12"
_PATIENCE = 20.0
_COPY = "geopend"

Meanwhile = Callable[[Path], AbstractContextManager[None]]


@dataclass(frozen=True)
class State:
    """What another does `meanwhile` to the drafts in a directory, and what one does `at_last`."""

    meanwhile: Meanwhile = lambda _data: nullcontext()
    at_last: Callable[[Typist, Path], None] = lambda _typist, _data: None


@contextmanager
def _changed_outside(data: Path) -> Iterator[None]:
    """Change another answer as an editor does."""
    store = store_in(data)
    ((draft,), _) = store.drafts()
    changed = draft.answer("duur", "Elders geschreven.", draft.modified)
    store.path(draft.id).write_bytes(to_toml(changed))
    yield


@contextmanager
def _taken_over(data: Path) -> Iterator[None]:
    """Take the draft over, and write on in it."""
    store = store_in(data)
    ((draft,), _) = store.drafts()
    with store.open(draft.id, take_over=True) as other:
        other.save(other.draft.answer("duur", "Elders geschreven.", draft.modified))
        yield


def _until(typist: Typist, holds: Callable[[], bool]) -> None:
    """Take what is drawn until something holds."""
    end = monotonic() + _PATIENCE
    while not holds():
        assert monotonic() < end
        typist.take(0.02)


def _dialog(typist: Typist, _data: Path) -> None:
    """Stop typing until the dialog is there, and try to type in that."""
    _until(typist, lambda: any(word in typist.terminal.sent for word in (b"Welke", b"Hier verder")))
    typist.terminal.type("abc")


def _find(typist: Typist, _data: Path) -> None:
    """Look for a word that is nowhere, and begin to type what is to come in its place."""
    typist.terminal.type(f"{_CTRL_R}0000\t1111")


def _title(typist: Typist, _data: Path) -> None:
    """Begin to type another title."""
    typist.terminal.type(f"{CTRL_T}Een ander")


def _editor(typist: Typist, data: Path) -> None:
    """Open the answer in an editor."""
    typist.terminal.type(F4)
    opened = data.parent / _COPY
    _until(typist, opened.exists)
    copy = Path(opened.read_text(encoding="utf-8").strip())
    assert copy.read_text(encoding="utf-8") == typist.typed


def editor(data: Path) -> str:
    """Return the command of an editor that tells which file it has open, and stays open."""
    half, whole = data.parent / "half", data.parent / _COPY
    return f"sh -c 'echo \"$0\" > {half}; mv {half} {whole}; read line'"


STATES = {
    "writing": State(),
    "changed outside": State(_changed_outside),
    "changed outside, in the dialog": State(_changed_outside, _dialog),
    "taken over": State(_taken_over),
    "taken over, in the dialog": State(_taken_over, _dialog),
    "finding and replacing": State(at_last=_find),
    "typing a title": State(at_last=_title),
    "in an editor": State(at_last=_editor),
}
"""Each by what it is called."""


def most_kept(data: Path, typed: str) -> str:
    """Return the most of the answer that is on disk: in the draft, or in a version of it."""
    store = store_in(data)
    ((draft,), _) = store.drafts()
    versions = store.versions(draft.id)
    kept = [draft, *(versions.load(number) for number in versions.numbers())]
    answers = [one.answers.get(QUESTION, "") for one in kept]
    return max((answer for answer in answers if typed.startswith(answer)), key=len)
