"""The body of the screen of a question, arranged as the user had it last."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, ContentSwitcher, Static
from typing_extensions import override

from reisverslag_tui.core.draft import Draft, Place
from reisverslag_tui.core.form import Form
from reisverslag_tui.storage.ui_state import UiStateStore
from reisverslag_tui.ui.widgets.live_preview import LivePreview
from reisverslag_tui.ui.widgets.question_head import QuestionHead
from reisverslag_tui.ui.widgets.question_list import QuestionList

_WIDTH = 160  # columns from which the preview fits


class QuestionBody(Horizontal):
    """The list of questions, one question with its answer, and the live preview.

    The help can be folded; the preview is only shown in a wide window.
    """

    def __init__(self, form: Form, draft: Draft, ui_state: UiStateStore) -> None:
        super().__init__()
        self._form = form
        self._draft = draft
        self._ui_state = ui_state

    @override
    def compose(self) -> ComposeResult:
        """Yield the list, the question with its answer, and the preview."""
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
        """Show or hide the preview for the new width."""
        self._arrange()

    def show_preview(self, draft: Draft, place: Place) -> None:
        """Show a draft in the preview, if that is visible."""
        if self.has_class("-with-preview"):
            self.query_one(LivePreview).show(draft, place)

    def toggle_help(self) -> None:
        """Fold or unfold the help."""
        state = self._ui_state.current
        self._ui_state.current = replace(state, help_folded=not state.help_folded)
        self._arrange()

    def toggle_preview(self) -> None:
        """Show or hide the preview."""
        if self.size.width < _WIDTH:
            self.notify(f"Daarvoor is dit venster te smal: er is {_WIDTH} tekens breed nodig.")
            return
        state = self._ui_state.current
        self._ui_state.current = replace(state, preview_beside=not state.preview_beside)
        self._arrange()

    def _arrange(self) -> None:
        """Show or hide the help and the preview, according to the UI state and the width."""
        state = self._ui_state.current
        self.set_class(state.help_folded, "-help-folded")
        self.set_class(state.preview_beside and self.size.width >= _WIDTH, "-with-preview")
