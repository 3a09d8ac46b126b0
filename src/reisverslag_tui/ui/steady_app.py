"""An app that comes through what Textual 8.2 would not, and keeps quiet about what was typed."""

from textual.app import App

from reisverslag_tui.ui.steady_driver import SteadyDriver


class SteadyApp(App[None], inherit_bindings=False):
    """An error ends it, as it must; but what it prints, with local variables, is left out.

    `fault` is that error. Both methods are Textual's own, of 8.2.
    """

    def __init__(self) -> None:
        super().__init__(driver_class=SteadyDriver)
        self.fault: Exception | None = None

    def _handle_exception(self, error: Exception) -> None:
        self.fault = self.fault or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()
