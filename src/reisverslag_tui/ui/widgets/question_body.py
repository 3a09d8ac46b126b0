"""What stands on the screen of a question, and how the user has arranged it."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, ContentSwitcher, Static

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import Form
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui.widgets.live_preview import LivePreview
from reisverslag_tui.ui.widgets.question_head import QuestionHead
from reisverslag_tui.ui.widgets.question_list import QuestionList

_ROOM = 160  # columns from which there is room for the preview


class QuestionBody(Horizontal):
    """The list of questions, one question with its answer, and the preview beside these.

    The help can be folded away; the preview is only there in a wide window.
    """

    def __init__(self, form: Form, draft: Draft, ui_state: UiStateStore) -> None:
        super().__init__()
        self._form = form
        self._draft = draft
        self._ui_state = ui_state

    def compose(self) -> ComposeResult:
        """Yield the question, its help and the place for its answer, and what goes beside them."""
        yield QuestionList(self._form, self._draft)
        with Vertical(id="page"):
            yield QuestionHead(self._form)
            yield ContentSwitcher(id="answer")
            yield Static(id="example", classes="hint")
            with Horizontal(id="foot"):
                yield Static(id="words", classes="quiet")
                yield Button("‹ Vorige", id="previous", compact=True)
                yield Button("Volgende ›", id="next", compact=True)
        yield LivePreview(self._form)

    def on_resize(self) -> None:
        """Use the room there is now."""
        self._arrange()

    def show_beside(self, draft: Draft, place: Place) -> None:
        """Show the report as it is now beside the question, if it is to be there."""
        if self.has_class("-with-preview"):
            self.query_one(LivePreview).show(draft, place)

    def fold_help(self) -> None:
        """Fold the help away, or show it again."""
        state = self._ui_state.current
        self._ui_state.current = replace(state, help_folded=not state.help_folded)
        self._arrange()

    def turn_preview(self) -> None:
        """Show the report beside the question, or no longer."""
        if self.size.width < _ROOM:
            self.notify(f"Daarvoor is dit venster te smal: er is {_ROOM} tekens breed nodig.")
            return
        state = self._ui_state.current
        self._ui_state.current = replace(state, preview_beside=not state.preview_beside)
        self._arrange()

    def _arrange(self) -> None:
        """Show the help, and the preview beside if there is room, as the user last had them."""
        state = self._ui_state.current
        self.set_class(state.help_folded, "-help-folded")
        self.set_class(state.preview_beside and self.size.width >= _ROOM, "-with-preview")
